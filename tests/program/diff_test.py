# SPDX-License-Identifier: Apache-2.0
"""What an edit did to the figures of an article."""

import json

from harness import ProgramTest, main

OLD = "The slide buried 31 cabins. Owners of the 31 cabins were flown out."
NEW = "The slide buried 38 cabins. Owners of the 31 cabins were flown out."
GOOD = "The slide buried 38 cabins. Owners of the 38 cabins were flown out."


class Diff(ProgramTest):
    def diff(self, *records):
        self.write_records("in.jsonl", records)
        return self.figcheck("diff", "--input", "jsonl", "--format", "jsonl", "in.jsonl")

    def test_records_are_answered_in_order(self):
        run = self.diff({"id": "a", "old": {"text": OLD}, "new": {"text": NEW}},
                        {"id": 7, "old": {"text": OLD}, "new": {"text": GOOD}})
        self.expect(run, 1, err="")
        stale, good = run.answers()
        self.assertEqual(list(stale), ["id", "changed", "stale", "findings"])
        self.assertEqual((stale["id"], good["id"]), ("a", "7"))
        self.assertEqual([(one["old"]["text"], one["new"]["text"]) for one in stale["changed"]],
                         [("31", "38")])
        self.assertEqual(good["findings"], [])
        self.assertEqual(len(good["changed"]), 2)

    def test_a_stale_figure_says_what_it_goes_against(self):
        run = self.diff({"id": "a", "old": {"text": OLD}, "new": {"text": NEW}})
        answer = run.answers()[0]
        stale, = answer["stale"]
        self.assertEqual(NEW.encode()[stale["start"]:stale["end"]], b"31")
        self.assertEqual((stale["rule"], stale["against"]), ("versions/stale-after-edit", [0]))
        finding = answer["findings"][0]
        self.assertEqual((finding["start"], finding["end"]), (stale["start"], stale["end"]))
        self.assertEqual([(mark["role"], mark.get("version")) for mark in finding["related"]],
                         [("was", "old"), ("now", None)])
        self.assertEqual(finding["repairs"][0]["replacement"], "38")

    def test_two_files_are_two_versions(self):
        self.write("old.txt", OLD)
        self.write("new.txt", NEW)
        run = self.figcheck("diff", "old.txt", "new.txt")
        self.assertEqual((run.status, run.err), (1, ""))
        self.assertTrue(run.out.startswith("new.txt: 1 figure changed, 1 left stale\n"))
        answer = json.loads(self.figcheck("diff", "--format", "json", "old.txt", "new.txt").out)
        self.assertEqual(answer["id"], "new.txt")
        self.expect(self.figcheck("diff", "new.txt", "new.txt"), 0,
                    out="new.txt: no figure changed\n", err="")

    def test_what_check_finds_is_told_unless_the_old_version_had_it(self):
        slip = "Forty people, including 52 children, were on the ferry."
        run = self.diff({"id": "a", "old": {"text": slip}, "new": {"text": slip}},
                        {"id": "b", "old": {"text": "Rain."}, "new": {"text": slip}})
        same, new = run.answers()
        self.assertEqual(same["findings"], [])
        self.assertTrue(new["findings"])

    def test_fail_on_says_from_which_level_an_edit_fails(self):
        self.write("old.txt", OLD)
        self.write("new.txt", NEW)
        run = self.figcheck("diff", "--fail-on", "never", "old.txt", "new.txt")
        self.assertEqual(run.status, 0)

    def test_a_bad_record_is_answered_with_an_error_and_the_rest_goes_on(self):
        run = self.diff({"id": "a", "old": {"text": OLD}},
                        {"id": "b", "old": {"text": OLD}, "new": "x"},
                        {"id": "c", "old": {}, "new": {"text": NEW}},
                        {"id": "d", "old": {"text": OLD}, "new": {"text": NEW}})
        self.assertEqual(run.status, 2)
        self.assertEqual([answer.get("error") for answer in run.answers()],
                         ['"new" is missing', '"new" must be an object, not a string',
                          '"old.text" is missing', None])

    def test_one_file_and_three_are_refused(self):
        for name in ("a.txt", "b.txt", "c.txt"):
            self.write(name, OLD)
        for names in (["a.txt"], ["a.txt", "b.txt", "c.txt"]):
            run = self.figcheck("diff", *names)
            self.assertEqual(run.status, 2)
            self.assertIn("expected two versions of one article", run.err)

    def test_a_file_that_is_not_there_is_complained_about(self):
        self.write("new.txt", NEW)
        run = self.figcheck("diff", "old.txt", "new.txt")
        self.assertEqual((run.status, run.out), (2, ""))
        self.assertEqual(run.err, "old.txt: error: no such file [F001]\n")


if __name__ == "__main__":
    main()
