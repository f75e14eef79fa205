# SPDX-License-Identifier: Apache-2.0
"""The command line: what is refused, and with which words."""

from harness import ProgramTest, SLIP, SOUND, main


class Options(ProgramTest):
    def test_wrong_usage_exits_with_2_and_says_what_was_meant(self):
        self.write("a.txt", SOUND)
        check = "figcheck check --help says what there is"
        rows = [
            ([], "no command [U001]", "figcheck --help says what there is"),
            (["rules"], "no command [U001]", "figcheck rules --help says what there is"),
            (["chek", "a.txt"], 'unknown command "chek" [U001]', "did you mean check?"),
            (["rules", "lst"], 'unknown command "lst" [U001]', "did you mean list?"),
            (["rules", "list", "a"], 'one argument too many: "a" [U001]',
             "figcheck rules list --help says what there is"),
            (["check", "--formt", "json", "a.txt"], "unknown option --formt [U002]",
             "did you mean --format?"),
            (["check", "--formt=json", "a.txt"], "unknown option --formt [U002]",
             "did you mean --format?"),
            (["check", "--nothing-like-it", "a.txt"], "unknown option --nothing-like-it [U002]", check),
            (["figures", "--fail-on", "error", "a.txt"], "unknown option --fail-on [U002]",
             "figcheck figures --help says what there is"),
            (["check", "--format", "jsno", "a.txt"],
             '--format "jsno": expected text, json, jsonl, github or sarif [U003]', "did you mean json?"),
            (["check", "--input", "docx", "a.txt"],
             '--input "docx": expected auto, text, markdown, html or jsonl [U003]', None),
            (["check", "--fail-on", "warnings", "a.txt"],
             '--fail-on "warnings": expected error, warning, note or never [U003]',
             "did you mean warning?"),
            (["check", "--color", "sometimes", "a.txt"],
             '--color "sometimes": expected auto, always or never [U003]', None),
            (["check", "--jobs", "0", "a.txt"], '--jobs "0": expected a number from 1 to 256 [U003]',
             None),
            (["check", "--jobs", "2x", "a.txt"],
             '--jobs "2x": expected a number from 1 to 256 [U003]', None),
            (["rules", "show"], "no ID [U004]", "figcheck rules show --help says what there is"),
            (["check", "a.txt", "--format"], "--format: 1 required TEXT missing [U004]", check),
        ]
        for arguments, message, hint in rows:
            with self.subTest(arguments):
                self.expect(self.figcheck(*arguments), 2, out="",
                            err=f"error: {message}\n" + (f"     = {hint}\n" if hint else ""))

    def test_all_that_is_wrong_is_said_at_once(self):
        self.expect(self.figcheck("check", "--format", "xml", "--jobs", "x"), 2, out="",
                    err='error: --format "xml": expected text, json, jsonl, github or sarif [U003]\n'
                        'error: --jobs "x": expected a number from 1 to 256 [U003]\n')

    def test_as_of_must_be_a_day_of_the_calendar(self):
        self.write("a.txt", SOUND)
        for day in ("2023-02-29", "2023-13-01", "2023-9-20", "20 September", "2023-09-20T25:00",
                    "2023-09-20 13:00", "2023-09-20T13:00+4"):
            with self.subTest(day):
                self.expect(self.figcheck("check", "--as-of", day, "a.txt"), 2, out="",
                            err=f'error: --as-of "{day}": no such day [U003]\n'
                                "     = write it as 2023-09-20, or 2023-09-20T13:00Z\n")
        for day in ("2024-02-29", "2023-09-20T13:00", "2023-09-20T13:00:30Z",
                    "2023-09-20T13:00+04:00"):
            with self.subTest(day):
                self.expect(self.figcheck("check", "--as-of", day, "a.txt"), 0, err="")

    def test_fail_on_decides_what_exits_with_1(self):
        self.write("a.txt", SLIP)
        for level, status in (("error", 1), ("warning", 1), ("note", 1), ("never", 0)):
            with self.subTest(level):
                self.expect(self.figcheck("check", "--fail-on", level, "a.txt"), status, err="")

    def test_the_last_of_two_equal_options_counts(self):
        self.write("a.txt", SOUND)
        run = self.figcheck("check", "--format", "json", "--format", "jsonl", "a.txt")
        self.expect(run, 0, out='{"id":"a.txt","findings":[]}\n', err="")

    def test_the_version_names_the_program_its_rules_and_tzdata(self):
        run = self.figcheck("--version")
        self.expect(run, 0, err="")
        self.assertRegex(run.out, r"^figcheck \d+\.\d+\.\d+")
        self.assertIn("rules", run.out)
        self.assertIn("tzdata", run.out)

    def test_help_names_the_commands_and_the_exit_statuses(self):
        run = self.figcheck("--help")
        self.expect(run, 0, err="")
        for word in ("check", "figures", "compare", "rules", "Exit status: 0"):
            self.assertIn(word, run.out)
        for command in (["check"], ["figures"], ["compare"], ["rules"], ["rules", "test"]):
            with self.subTest(command):
                self.expect(self.figcheck(*command, "--help"), 0, err="")

    def test_rules_takes_one_path_and_leaves_the_articles_alone(self):
        self.write("a.txt", SOUND)
        self.expect(self.figcheck("check", "--rules", "missing.yaml", "a.txt"), 2, out="",
                    err="missing.yaml: error: no such file [F001]\n")


if __name__ == "__main__":
    main()
