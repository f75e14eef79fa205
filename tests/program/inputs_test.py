# SPDX-License-Identifier: Apache-2.0
"""What becomes of inputs that are missing, broken, empty or odd."""

import os
import unittest

from harness import ProgramTest, SLIP, SOUND, main


class Inputs(ProgramTest):
    def test_a_sound_article_exits_with_0(self):
        self.write("a.txt", SOUND)
        self.expect(self.figcheck("check", "a.txt"), 0, err="")

    def test_a_slip_exits_with_1_and_is_shown_at_its_place(self):
        self.write("a.txt", "Rain.\n\n" + SLIP)
        run = self.figcheck("check", "a.txt")
        self.expect(run, 1, err="")
        self.assertRegex(run.out, r"(?m)^a\.txt:3:\d+: error: .*2,261.* figures/part-exceeds-whole$")
        self.assertIn("   3 | " + SLIP, run.out)
        self.assertIn("\n\n1 error, no warnings. 2 figures: 2 contradicted.\n", run.out)

    def test_a_missing_file_exits_with_2_and_the_rest_is_checked(self):
        self.write("a.txt", SLIP)
        self.write("b.txt", SOUND)
        run = self.figcheck("check", "--format", "jsonl", "a.txt", "missing.txt", "b.txt")
        self.expect(run, 2, err="missing.txt: error: no such file [F001]\n")
        answers = run.answers()
        self.assertEqual([answer["id"] for answer in answers], ["a.txt", "missing.txt", "b.txt"])
        self.assertEqual(answers[1], {"id": "missing.txt", "code": "F001", "error": "no such file"})
        self.assertEqual([len(answers[i]["findings"]) for i in (0, 2)], [1, 0])

    def test_a_folder_exits_with_2_and_one_message(self):
        self.write("folder/a.txt", SLIP)
        self.expect(self.figcheck("check", "folder"), 2, out="",
                    err="folder: error: this is a folder [F002]\n")

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_a_file_without_permission_exits_with_2(self):
        self.write("a.txt", SLIP)
        (self.folder / "a.txt").chmod(0)
        self.expect(self.figcheck("check", "a.txt"), 2, out="",
                    err="a.txt: error: the file cannot be read: Permission denied [F003]\n")

    def test_invalid_utf8_is_refused_with_line_and_column(self):
        self.write("a.txt", b"One.\nTwo \xff three.\n")
        self.expect(self.figcheck("check", "a.txt"), 2, out="",
                    err="a.txt:2:5: error: not valid UTF-8: the byte 0xFF [D001]\n"
                        "     = save it as UTF-8\n")

    def test_nul_bytes_are_refused_with_line_and_column(self):
        self.write("a.txt", b"One.\nTwo\0three.\n")
        self.expect(self.figcheck("check", "a.txt"), 2, out="",
                    err="a.txt:2:4: error: not text: a NUL byte [D002]\n")

    def test_an_empty_article_has_nothing_wrong(self):
        for name in ("a.txt", "a.md", "a.html"):
            with self.subTest(name):
                self.write(name, "")
                self.expect(self.figcheck("check", name), 0,
                            out="No errors, no warnings. No figures.\n", err="")
                self.expect(self.figcheck("figures", name), 0, out=f"{name}\n  no figures\n\n", err="")

    def test_an_empty_corpus_has_no_answers(self):
        self.write("a.jsonl", "")
        self.expect(self.figcheck("check", "--format", "jsonl", "a.jsonl"), 0, out="", err="")
        self.expect(self.figcheck("check", "--format", "json", "a.jsonl"), 0, out="[]\n", err="")
        self.expect(self.figcheck("check", "a.jsonl"), 0, out="", err="")

    def test_standard_input_has_a_name_of_its_own_or_a_given_one(self):
        for arguments, name in ((["-"], "<stdin>"), ([], "<stdin>"),
                                (["--stdin-filename", "x/y.md", "-"], "x/y.md")):
            with self.subTest(arguments):
                run = self.figcheck("check", "--format", "jsonl", *arguments, stdin=SLIP)
                self.expect(run, 1, err="")
                self.assertEqual(run.answers()[0]["id"], name)

    def test_the_name_of_standard_input_says_its_format(self):
        page = "<!doctype html><p>" + SLIP
        for name, start in (("a.html", len("<!doctype html><p>")), ("a.txt", None)):
            run = self.figcheck("figures", "--format", "jsonl", "--stdin-filename", name, stdin=page)
            self.expect(run, 0, err="")
            if start:
                self.assertGreaterEqual(run.answers()[0]["figures"][0]["start"], start)

    def test_spans_are_bytes_of_the_file(self):
        article = "\ufeff# Caf\u00e9 \U0001f600\n\n" + SLIP
        self.write("a.md", article)
        run = self.figcheck("check", "--format", "jsonl", "a.md")
        self.expect(run, 1)
        finding = run.answers()[0]["findings"][0]
        for mark in [finding, *finding["related"]]:
            self.assertEqual(article.encode()[mark["start"]:mark["end"]].decode(), mark["text"])

    def test_standard_input_is_read_only_once(self):
        self.expect(self.figcheck("check", "-", "-"), 2, out="",
                    err="error: standard input can be read only once [U004]\n")


if __name__ == "__main__":
    main()
