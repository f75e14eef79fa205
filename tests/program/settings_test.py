# SPDX-License-Identifier: Apache-2.0
"""Settings: where they are found, what goes before what, and what is wrong with them."""

from harness import ProgramTest, SLIP, SOUND, main

RULE = "figures/part-exceeds-whole"


class Settings(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("a.txt", SLIP)

    def status(self, *arguments):
        return self.figcheck("check", *arguments).status

    def test_the_nearest_file_above_the_article_holds(self):
        self.write("news/desk/a.txt", SLIP)
        self.write("news/.figcheck.yaml", f"ignore: [{RULE}]\n")
        self.assertEqual(self.status("a.txt"), 1)
        self.assertEqual(self.status("news/desk/a.txt"), 0)
        self.assertEqual(self.status(self.folder / "news/desk/a.txt"), 0)
        self.assertEqual(self.status("--no-config", "news/desk/a.txt"), 1)
        self.write("news/desk/.figcheck.yaml", "")
        self.assertEqual(self.status("news/desk/a.txt"), 1)
        run = self.figcheck("check", "-", "--stdin-filename", "news/a.txt", stdin=SLIP)
        self.assertEqual(run.status, 0)

    def test_articles_of_one_run_have_the_same_settings(self):
        self.write("news/a.txt", SLIP)
        self.write("news/.figcheck.yaml", "")
        self.expect(self.figcheck("check", "a.txt", "news/a.txt"), 2, out="", err=(
            "news/a.txt: error: its settings are news/.figcheck.yaml, and those of a.txt are none [U007]\n"
            "     = check them one after the other, or say --config FILE or --no-config\n"))
        self.assertEqual(self.status("--config", "news/.figcheck.yaml", "a.txt", "news/a.txt"), 1)

    def test_rules_are_named_by_id_family_and_pattern(self):
        for name in (RULE, "figures", "figures/*", "figures/part-*", "*"):
            with self.subTest(name):
                self.write(".figcheck.yaml", f"ignore: ['{name}']\n")
                self.assertEqual(self.status("a.txt"), 0)
                self.write(".figcheck.yaml", f"select: '{name}'\n")
                self.assertEqual(self.status("a.txt"), 1)
        self.write(".figcheck.yaml", "select: [story, time]\n")
        self.assertEqual(self.status("a.txt"), 0)
        self.assertEqual(self.status("a.txt", "--select", "figures"), 1)
        self.assertEqual(self.status("a.txt", "--select", "figures", "--ignore", RULE), 0)

    def test_levels_and_what_fails(self):
        self.write(".figcheck.yaml", f"levels: {{{RULE}: warning}}\n")
        self.assertEqual(self.status("a.txt"), 0)
        self.assertIn(": warning: ", self.figcheck("check", "a.txt").out)
        self.write(".figcheck.yaml", f"levels: {{{RULE}: warning}}\nfail-on: warning\n")
        self.assertEqual(self.status("a.txt"), 1)
        self.assertEqual(self.status("a.txt", "--fail-on", "error"), 0)

    def test_rules_of_the_house_lie_beside_the_file(self):
        self.figcheck("rules", "new", "news/house/ballots/spoilt-exceed-cast")
        self.write("news/.figcheck.yaml", "rules: [house]\n")
        self.write("news/a.txt", "Of 40 crates, 44 were opened.\n")
        self.assertIn("ballots/spoilt-exceed-cast", self.figcheck("check", "news/a.txt").out)

    def test_articles_are_left_out_and_rules_by_article(self):
        for name in ("drafts/a.txt", "news/drafts/a.txt", "news/b.md"):
            self.write(name, SLIP)
        self.write(".figcheck.yaml", f"exclude: [drafts, '*.md']\nper-file: {{a.txt: [{RULE}]}}\n")
        for name in ("drafts/a.txt", "news/drafts/a.txt", "news/b.md"):
            self.expect(self.figcheck("check", name), 0, out="",
                        err=f"{name}: note: left out by the settings [S005]\n")
        self.assertEqual(self.status("a.txt"), 0)
        self.write("b.txt", SLIP)
        self.assertEqual(self.status("b.txt"), 1)
        self.assertEqual(self.status("b.txt", "--exclude", "*.txt"), 0)

    def test_all_that_is_wrong_is_said_with_its_place(self):
        self.write(".figcheck.yaml", "ignored: [story]\nfail-on: warnings\nas-of: 2023-02-30\nexclude: {a: b}\n"
                                     "help-uri: https://news.example\n")
        run = self.figcheck("check", "a.txt")
        self.expect(run, 2, out="")
        self.assertEqual([line for line in run.err.splitlines() if "error: " in line or "= " in line], [
            '.figcheck.yaml:1:1: error: there is no setting "ignored" [S001]',
            '     = did you mean "ignore"?',
            '.figcheck.yaml:2:10: error: unknown level "warnings": expected error, warning, note or never [S003]',
            '     = did you mean "warning"?',
            '.figcheck.yaml:3:8: error: "2023-02-30" is no day [S003]',
            "     = write it as 2023-09-20",
            ".figcheck.yaml:4:10: error: expected a list [S002]",
            ".figcheck.yaml:5:11: error: the address has no {rule} [S003]",
            "     = such as https://news.example/rules/{rule}.md",
        ])
        self.write(".figcheck.yaml", "ignore: [story, figures/part-exceeds-hole]\n")
        self.expect(self.figcheck("check", "a.txt"), 2, out="", err=(
            '.figcheck.yaml:1:17: error: no rule "figures/part-exceeds-hole" [S004]\n'
            "   1 | ignore: [story, figures/part-exceeds-hole]\n"
            "     |                 ^\n"
            '     = did you mean "figures/part-exceeds-whole"?\n'))
        self.expect(self.figcheck("check", "a.txt", "--config", "none.yaml"), 2, out="",
                    err="none.yaml: error: no such file [F001]\n")

    def test_show_says_what_holds_and_why(self):
        self.write(".figcheck.yaml", "# of the desk\nignore: [story/worth]\nplace: Harbour City\n")
        run = self.figcheck("config", "show", "a.txt", "--fail-on", "note", "--ignore", "time")
        self.expect(run, 0, err="")
        rows = [line.split("  # ") for line in run.out.splitlines()]
        self.assertIn(["ignore: [story/worth, time]", "command line"],
                      [[value.rstrip(), origin] for value, origin in rows])
        self.assertIn(["place: Harbour City", ".figcheck.yaml:3"],
                      [[value.rstrip(), origin] for value, origin in rows])
        self.assertIn(["fail-on: note", "command line"], [[value.rstrip(), origin] for value, origin in rows])
        self.assertIn(["exclude:", "default"], [[value.rstrip(), origin] for value, origin in rows])

    def test_sarif_links_to_the_pages_of_rules(self):
        self.write(".figcheck.yaml", "help-uri: https://news.example/{rule}.md\n")
        run = self.figcheck("check", "--format", "sarif", "a.txt")
        self.assertIn(f'"helpUri":"https://news.example/{RULE}.md"', run.out)


if __name__ == "__main__":
    main()
