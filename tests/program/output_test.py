# SPDX-License-Identifier: Apache-2.0
"""Where answers go, and what happens when they cannot."""

import os
import subprocess
import unittest

from harness import PROGRAM, ProgramTest, SLIP, SOUND, main


class Output(ProgramTest):
    def test_output_goes_to_the_file_alone(self):
        self.write("a.txt", SLIP)
        shown = self.figcheck("check", "a.txt")
        self.expect(self.figcheck("check", "--output", "report.txt", "a.txt"), 1, out="", err="")
        self.assertEqual((self.folder / "report.txt").read_text(), shown.out)

    def test_a_file_that_cannot_be_written_exits_with_2(self):
        self.write("a.txt", SOUND)
        self.expect(self.figcheck("check", "--output", "none/report.txt", "a.txt"), 2, out="",
                    err="none/report.txt: error: cannot be written: No such file or directory [F004]\n")

    def test_an_input_is_never_overwritten(self):
        self.write("a.txt", SLIP)
        self.expect(self.figcheck("check", "--output", "./a.txt", "a.txt"), 2, out="",
                    err="./a.txt: error: the output would overwrite an input [F004]\n")
        self.assertEqual((self.folder / "a.txt").read_text(), SLIP)

    @unittest.skipUnless(os.path.exists("/dev/full"), "needs a device that is full")
    def test_a_full_disk_exits_with_2(self):
        self.write("a.txt", SOUND)
        for arguments in (["check", "a.txt"], ["figures", "a.txt"], ["rules", "list"]):
            with self.subTest(arguments):
                self.expect(self.figcheck(*arguments, "--output", "/dev/full"), 2, out="",
                            err="/dev/full: error: cannot be written: No space left on device [F004]\n")

    def test_a_reader_that_goes_away_is_no_reason_to_complain(self):
        self.write_records("in.jsonl", [{"id": i, "text": SLIP * 50} for i in range(500)])
        read_end, write_end = os.pipe()
        os.close(read_end)
        try:
            done = subprocess.run([PROGRAM, "figures", "--format", "jsonl", "in.jsonl"],
                                  cwd=self.folder, stdout=write_end, stderr=subprocess.PIPE,
                                  timeout=120)
        finally:
            os.close(write_end)
        self.assertEqual((done.returncode, done.stderr), (2, b""))

    def test_colours_are_only_for_terminals_and_whoever_asks(self):
        self.write("a.txt", SLIP)
        plain = self.figcheck("check", "a.txt").out
        self.assertNotIn("\x1b", plain)
        self.assertNotIn("\x1b", self.figcheck("check", "--color", "never", "a.txt").out)
        for environment in ({}, {"NO_COLOR": "1"}):
            colored = self.figcheck("check", "--color", "always", "a.txt", environment=environment).out
            self.assertIn("\x1b[1;31merror\x1b[0m", colored)
        json = self.figcheck("check", "--color", "always", "--format", "jsonl", "a.txt").out
        self.assertNotIn("\x1b", json)

    def test_the_environment_does_not_change_the_answer(self):
        self.write("a.md", "---\ndate: 2023-09-20\n---\n\n" + SLIP)
        answers = {self.figcheck(command, "--format", "jsonl", "a.md", environment=environment).out
                   for command in ("check",)
                   for environment in ({}, {"LC_ALL": "de_DE.UTF-8", "LANG": "tr_TR"},
                                       {"TZ": "Asia/Baku"}, {"TZ": "America/New_York"})}
        self.assertEqual(len(answers), 1)

    def test_a_text_report_of_several_articles_sums_them_up(self):
        self.write("a.txt", SLIP)
        self.write("b.txt", SOUND)
        run = self.figcheck("check", "a.txt", "b.txt")
        self.expect(run, 1, err="")
        self.assertIn("\n2 articles: 1 error, no warnings. 4 figures: 2 checked, 2 contradicted.\n",
                      run.out)

    def test_the_table_of_figures_has_a_line_for_each(self):
        self.write("a.txt", SOUND)
        run = self.figcheck("figures", "a.txt")
        self.expect(run, 0, err="")
        lines = run.out.splitlines()
        self.assertEqual((lines[0], lines[3:]), ("a.txt", [""]))
        self.assertRegex(lines[1], r'^ +1:\d+ +".*2,261.*" +count +2,261\b.*\bchecked +figures/')
        self.assertRegex(lines[2], r'^ +1:\d+ +".*1,049.*" +count +1,049\b.*\bchecked +figures/')


if __name__ == "__main__":
    main()
