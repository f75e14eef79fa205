# SPDX-License-Identifier: Apache-2.0
"""Rules from outside, and the commands about rules."""

from harness import ProgramTest, SLIP, SOUND, main

BROKEN = """\
rule: house/broken
summary: A rule that names a role wrongly
on: part-of-whole
holds: prt <= whole
level: error
message: "{part} is more than {whole}"
why: For a test.
tests:
  - text: "Some [1,049 civilians]{whole}, including [2,261 children]{part}."
    finds: {part: fails}
  - text: "2,261 civilians, including 1,049 children."
    finds: nothing
"""
# A rule that any shipped rule of this kind agrees with, under a name of its own.
HOUSE = BROKEN.replace("house/broken", "house/part").replace("prt", "part").replace(
    "A rule that names a role wrongly", "A part is more than its whole")


class Rules(ProgramTest):
    def test_a_broken_rule_exits_with_2_and_says_where_it_breaks(self):
        self.write("house/broken.yaml", BROKEN)
        self.write("a.txt", SLIP)
        for command in (["check", "a.txt"], ["figures", "a.txt"], ["rules", "list"]):
            for path in ("house", "house/broken.yaml"):
                with self.subTest((command, path)):
                    run = self.figcheck(*command, "--rules", path)
                    self.expect(run, 2, out="")
                    self.assertRegex(run.err, r"(?m)^house/broken\.yaml:4:8: error: .*prt.* \[[A-Z]\d{3}\]$")
                    self.assertIn("   4 | holds: prt <= whole\n     |        ^\n", run.err)
                    self.assertIn('did you mean "part"?', run.err)

    def test_a_rule_of_the_house_is_added(self):
        self.write("house/part.yaml", HOUSE)
        run = self.figcheck("rules", "list", "--rules", "house")
        self.expect(run, 0, err="")
        self.assertRegex(run.out, r"(?m)^house/part +error +part-of-whole +A part is more than its whole$")
        self.assertRegex(run.out, r"(?m)^figures/part-exceeds-whole ")

    def test_list_is_in_the_order_of_the_ids_and_has_no_id_twice(self):
        run = self.figcheck("rules", "list")
        self.expect(run, 0, err="")
        ids = [line.split()[0] for line in run.out.splitlines()]
        self.assertEqual(ids, sorted(set(ids)))

    def test_show_tells_a_rule_and_refuses_an_unknown_one(self):
        run = self.figcheck("rules", "show", "figures/part-exceeds-whole")
        self.expect(run, 0, err="")
        self.assertTrue(run.out.startswith("# figures/part-exceeds-whole\n"))
        for part in ("\n| level | error |\n", "\n## Why\n", "\n## An example that holds\n", "\n## Limits\n",
                     "\n## An example that fails\n", "  = 2,261 > 1,049\n"):
            self.assertIn(part, run.out)
        self.expect(self.figcheck("rules", "show", "figures/part-exceeds-hole"), 2, out="",
                    err='error: no rule "figures/part-exceeds-hole" [U005]\n'
                        "     = did you mean figures/part-exceeds-whole?\n")

    def test_docs_writes_the_page_of_each_rule_and_an_index(self):
        self.write("house/part.yaml", HOUSE)
        self.expect(self.figcheck("rules", "docs", "-o", "pages", "--rules", "house"), 0, out="", err="")
        shown = self.figcheck("rules", "show", "house/part", "--rules", "house").out
        self.assertEqual((self.folder / "pages/house/part.md").read_text(), shown)
        self.assertIn("\n## house\n\n| rule | level | finds |\n| --- | --- | --- |\n"
                      "| [house/part](house/part.md) | error | A part is more than its whole |\n",
                      (self.folder / "pages/README.md").read_text())
        self.expect(self.figcheck("rules", "docs"), 2, out="",
                    err="error: no --output [U004]\n     = figcheck rules docs --help says what there is\n")

    def test_test_runs_the_tests_of_a_rule_or_a_file(self):
        self.write("house/part.yaml", HOUSE)
        run = self.figcheck("rules", "test", "house/part.yaml")
        self.expect(run, 0, out="2 tests of 1 rule: all passed.\n", err="")
        self.expect(self.figcheck("rules", "test", "house"), 0, out=run.out, err="")
        self.expect(self.figcheck("rules", "test", "figures/part-exceeds-whole"), 0, err="")

    def test_test_exits_with_1_when_a_test_fails(self):
        self.write("house/part.yaml", HOUSE.replace(
            'including 1,049 children."\n    finds: nothing',
            'including [1,049 children]{part}."\n    finds: {part: fails}'))
        run = self.figcheck("rules", "test", "house/part.yaml")
        self.assertEqual(run.status, 1)
        self.assertRegex(run.out, r"^house/part\.yaml:\d+: house/part: ")
        self.assertTrue(run.out.endswith("2 tests of 1 rule: 1 failed.\n"))

    def test_lint_says_what_is_wrong_on_standard_output(self):
        self.write("broken.yaml", BROKEN)
        run = self.figcheck("rules", "lint", "broken.yaml")
        self.expect(run, 1, err="")
        self.assertRegex(run.out, r"(?m)^broken\.yaml:4:8: error: .* \[[A-Z]\d{3}\]$")

    def test_lint_of_a_missing_file_exits_with_2(self):
        self.expect(self.figcheck("rules", "lint", "none.yaml"), 2,
                    out="none.yaml: error: no such file [F001]\n", err="")

    def test_the_shipped_rules_have_nothing_wrong(self):
        self.expect(self.figcheck("rules", "lint"), 0, out="nothing wrong\n", err="")

    def test_a_new_rule_is_sound_and_passes_its_tests(self):
        self.expect(self.figcheck("rules", "new", "house/ballots/spoilt-exceed-cast"), 0, out="", err="")
        path = "house/ballots/spoilt-exceed-cast.yaml"
        self.expect(self.figcheck("rules", "lint", path), 0, out="nothing wrong\n", err="")
        self.expect(self.figcheck("rules", "test", path), 0,
                    out="2 tests of 1 rule: all passed.\n", err="")
        run = self.figcheck("rules", "new", "house/ballots/spoilt-exceed-cast")
        self.expect(run, 2, out="", err=path + ": error: cannot be written: File exists [F004]\n")

    def test_a_rule_needs_a_family_and_a_name(self):
        for name in ("ballots", "ballots/Spoilt", "a/b_c"):
            run = self.figcheck("rules", "new", name)
            self.assertEqual(run.status, 2)
            self.assertIn("is no name for a rule [U003]", run.err)


if __name__ == "__main__":
    main()
