# SPDX-License-Identifier: Apache-2.0
"""The formats for continuous integration: annotations of GitHub, and SARIF."""

import json

from harness import SLIP, SOUND, ProgramTest, main


class CiFormats(ProgramTest):
    def sarif(self, *arguments):
        run = self.figcheck("check", "--format", "sarif", *arguments)
        return run, json.loads(run.out)

    def test_an_annotation_stands_at_the_figure(self):
        self.write("camp, east.txt", SLIP)
        run = self.figcheck("check", "--format", "github", "camp, east.txt")
        self.assertEqual((run.status, run.err), (1, ""))
        line, = run.out.splitlines()
        self.assertRegex(line, r"^::error file=camp%2C east\.txt,line=1,endLine=1,col=\d+,endColumn=\d+,"
                               r"title=figures/part-exceeds-whole::.+")
        self.assertIn("%0A", line)

    def test_sound_articles_have_no_annotations(self):
        self.write("camp.txt", SOUND)
        self.expect(self.figcheck("check", "--format", "github", "camp.txt"), 0, out="", err="")

    def test_sarif_is_one_log_for_all_inputs(self):
        self.write("a b.txt", SLIP)
        self.write("sound.txt", SOUND)
        self.write("c.txt", "\u00e9\u00e9 " + SLIP)
        run, log = self.sarif("a b.txt", "sound.txt", "c.txt")
        self.assertEqual((run.status, run.err, log["version"]), (1, "", "2.1.0"))
        one, = log["runs"]
        rules = {rule["id"] for rule in one["tool"]["driver"]["rules"]}
        self.assertEqual([result["ruleId"] in rules for result in one["results"]], [True, True])
        places = [result["locations"][0]["physicalLocation"] for result in one["results"]]
        self.assertEqual([place["artifactLocation"]["uri"] for place in places], ["a%20b.txt", "c.txt"])
        # Columns count characters, offsets bytes.
        first, second = (place["region"] for place in places)
        self.assertEqual(second["startColumn"] - first["startColumn"], 3)
        self.assertEqual(second["byteOffset"] - first["byteOffset"], 5)
        self.assertEqual(one["columnKind"], "unicodeCodePoints")
        self.assertEqual(one["invocations"], [{"executionSuccessful": True}])

    def test_a_fix_makes_the_article_sound(self):
        self.write("camp.txt", SLIP)
        _, log = self.sarif("camp.txt")
        fixes = log["runs"][0]["results"][0]["fixes"]
        self.assertTrue(fixes)
        for fix in fixes:
            change = fix["artifactChanges"][0]["replacements"][0]
            start = change["deletedRegion"]["byteOffset"]
            end = start + change["deletedRegion"]["byteLength"]
            text = SLIP.encode()
            self.write("camp.txt", text[:start] + change["insertedContent"]["text"].encode() + text[end:])
            self.expect(self.figcheck("check", "--format", "github", "camp.txt"), 0, out="", err="")

    def test_an_input_that_cannot_be_read_shows_in_the_log(self):
        run, log = self.sarif("none.txt")
        self.assertEqual(run.status, 2)
        self.assertEqual(log["runs"][0]["results"], [])
        self.assertEqual(log["runs"][0]["invocations"], [{"executionSuccessful": False}])

    def test_other_commands_refuse_them(self):
        self.write("camp.txt", SLIP)
        for command in ("figures", "compare"):
            run = self.figcheck(command, "--format", "sarif", "camp.txt")
            self.assertEqual(run.status, 2)
            self.assertIn("only check and diff have it", run.err)


if __name__ == "__main__":
    main()
