# SPDX-License-Identifier: Apache-2.0
"""Inputs of a size that nobody writes, each with a time limit."""

import json
import os

from harness import ProgramTest, SLIP, SOUND, main

SECONDS = 300
# Less where the program is built for debugging and ten times slower.
MEGABYTES = int(os.environ.get("FIGCHECK_MEGABYTES", "50"))


class Large(ProgramTest):
    def test_an_article_of_one_line_of_many_megabytes_is_checked(self):
        words = "and so the day went by in the town without any news at all, " * 16
        words = words[:950] + ", 2,261 civilians, including 1,049 children, came. "
        self.write("a.txt", words * 1000 * MEGABYTES + SLIP)
        run = self.figcheck("check", "--format", "jsonl", "a.txt", timeout=SECONDS)
        self.expect(run, 1, err="")
        self.assertEqual(len(run.answers()[0]["findings"]), 1)

    def test_many_findings_in_one_line_are_all_shown(self):
        findings = 400 * MEGABYTES
        self.write("a.txt", (SLIP.strip() + " ") * findings)
        run = self.figcheck("check", "a.txt", timeout=SECONDS)
        self.expect(run, 1, err="")
        self.assertEqual(run.out.count(" figures/part-exceeds-whole\n"), findings)
        self.assertLess(max(map(len, run.out.splitlines())), 200)

    def test_a_line_that_no_memory_should_hold_is_refused_and_the_rest_goes_on(self):
        with open(self.folder / "in.jsonl", "wb") as out:
            out.write(json.dumps({"id": "a", "text": SOUND}).encode() + b"\n")
            for _ in range(257):
                out.write(b"x" * 1048576)
            out.write(b"\n" + json.dumps({"id": "b", "text": SOUND}).encode() + b"\n")
        run = self.figcheck("check", "--format", "jsonl", "in.jsonl", timeout=SECONDS)
        self.expect(run, 2, err="in.jsonl:2: error: longer than 256 MB [D012]\n")
        self.assertEqual(run.answers(), [{"id": "a", "findings": []},
                                         {"line": 2, "code": "D012", "error": "longer than 256 MB"},
                                         {"id": "b", "findings": []}])


if __name__ == "__main__":
    main()
