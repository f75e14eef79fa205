# SPDX-License-Identifier: Apache-2.0
"""The schema for editors: every file of ours holds to it, and files with slips do not."""

import json
import pathlib
import sys

try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(f"skipped: {missing}; Debian's packages are python3-jsonschema and python3-yaml")
    sys.exit(77)

from harness import ProgramTest, main

ROOT = pathlib.Path(__file__).resolve().parents[2]

RULE = """\
rule: house/part
summary: A part is more than its whole
on: part-of-whole
where: kin(part, whole)
let: {gap: part - whole}
holds: gap <= 0
level: error
message: "{part} is more than {whole}"
repairs:
  - {at: part, to: "{like(part, whole)}"}
why: For a test.
tests:
  - text: "Some [40 crates]{whole}, including [44]{part} of tea."
    finds: {part: fails}
  - text: "Some 44 crates, including 40 of tea."
    finds: nothing
"""
CLAIM = """\
claim: opened-crates
roles: {whole: count, parts: [count], worth: [[money, measure]]}
frames:
  en:
    - "of {whole!} crates , {parts} were opened"
    - {pattern: "{whole!} crates , {parts}", words: {direction: down}}
join:
  within: article
  on: [kind, subject]
"""
WORDS = """\
vocabulary: en
groups:
  opened: [opened, broken up]
  move: {up: [rise], down: [fall]}
units:
  - {unit: hank, words: [hank, hanks]}
"""

# What is changed in which of them.
SLIPS = [
    (RULE, "why:", "wy:"),
    (RULE, "level: error", "level: fatal"),
    (RULE, "level: error\n", ""),
    (RULE, "house/part", "House part"),
    (RULE, "on: part-of-whole\n", ""),
    (RULE, "at: part, to:", "at: part, with:"),
    (RULE, "finds: {part: fails}", "finds: {part: breaks}"),
    (RULE, "    finds: nothing", "    finds: none"),
    (RULE, "let: {gap: part - whole}", "let: [gap]"),
    (RULE, "text: \"Some 44", "txt: \"Some 44"),
    (CLAIM, "whole: count", "whole: counts"),
    (CLAIM, "frames:", "frame:"),
    (CLAIM, "pattern:", "patern:"),
    (CLAIM, "within: article", "within: page"),
    (CLAIM, "on: [kind, subject]", "on: [kinds]"),
    (WORDS, "groups:", "group:"),
    (WORDS, "[opened, broken up]", "opened"),
    (WORDS, "unit: hank", "name: hank"),
]


class Schema(ProgramTest):
    def setUp(self):
        super().setUp()
        run = self.figcheck("rules", "schema")
        self.expect(run, 0, err="")
        schema = json.loads(run.out)
        jsonschema.Draft202012Validator.check_schema(schema)
        self.validator = jsonschema.Draft202012Validator(schema)

    def problems(self, text):
        """What is wrong with a YAML text, in which every scalar is the text that it was written with."""
        value = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
        return [error.message for error in self.validator.iter_errors(value)]

    def test_every_shipped_file_holds_to_it(self):
        files = sorted((ROOT / "rules").rglob("*.yaml"))
        self.assertGreater(len(files), 150)
        for path in files:
            with self.subTest(path.relative_to(ROOT)):
                self.assertEqual(self.problems(path.read_text(encoding="utf-8")), [])

    def test_what_it_is_tried_on_is_sound(self):
        for number, text in enumerate((RULE, CLAIM, WORDS)):
            self.assertEqual(self.problems(text), [])
            self.write(f"part{number}/house/part.yaml", text)
            self.expect(self.figcheck("rules", "lint", f"part{number}", "--fail-on", "error"), 0)

    def test_slips_do_not_hold_to_it_and_the_loader_sees_them_too(self):
        for number, (text, old, new) in enumerate(SLIPS):
            with self.subTest(new or "without " + old):
                self.assertIn(old, text)
                wrong = text.replace(old, new, 1)
                self.assertNotEqual(self.problems(wrong), [])
                self.write(f"slip{number}/house/part.yaml", wrong)
                self.assertEqual(self.figcheck("rules", "lint", f"slip{number}").status, 1)

    def test_kinds_of_claim_of_the_house_are_offered(self):
        self.write("house/house/part.yaml", RULE.replace("on: part-of-whole", "on: opened-crates")
                   .replace("parts", "part"))
        self.write("house/claims.yaml", CLAIM.replace("parts: [count]", "part: count")
                   .replace("{parts}", "{part}"))
        run = self.figcheck("rules", "schema", "--rules", "house")
        self.expect(run, 0, err="")
        self.assertIn('"opened-crates"', run.out)


if __name__ == "__main__":
    main()
