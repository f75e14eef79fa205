#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""golden.py notices what it should: other output, another status, complaints, a missing file."""

import pathlib
import tempfile
import unittest

from golden import problems, read_runs

PROGRAM = """\
#!/bin/sh
cat "$1"
test "$2" != loudly || echo "a complaint" >&2
exit "${3:-0}"
"""


class Golden(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.case = pathlib.Path(folder.name) / "case"
        self.case.mkdir()
        self.program = pathlib.Path(folder.name) / "program"
        self.program.write_text(PROGRAM)
        self.program.chmod(0o755)
        (self.case / "article").write_text("one\ntwo\n")
        (self.case / "same").write_text("one\ntwo\n")
        (self.case / "other").write_text("one\n2\n")

    def found(self, runs, update=False):
        (self.case / "runs").write_text(runs)
        return problems(str(self.program), self.case, update)

    def test_runs_are_read(self):
        self.assertEqual(read_runs('# why\n\n1 out.txt check --place "New York" a.md\n'),
                         [(1, "out.txt", ["check", "--place", "New York", "a.md"])])

    def test_the_same_output_passes(self):
        self.assertEqual(self.found("0 same article\n1 same article quietly 1\n"), [])

    def test_other_output_is_shown_as_a_difference(self):
        self.assertEqual(self.found("0 other article\n"),
                         ["--- case/other\n+++ now\n@@ -1,2 +1,2 @@\n one\n-2\n+two\n"])

    def test_another_status_a_complaint_and_a_missing_file_fail(self):
        self.assertEqual(self.found("0 same article quietly 1\n"),
                         ["case/same: exit status 1 instead of 0"])
        self.assertEqual(self.found("0 same article loudly\n"), ["case/same: a complaint\n"])
        self.assertEqual(self.found("0 none article\n"),
                         ["case/none: does not exist; FIGCHECK_UPDATE_GOLDEN=1 writes it"])
        self.assertEqual(self.found(""), ["case/runs: empty"])

    def test_an_update_writes_what_is_there_now(self):
        self.assertEqual(self.found("0 other article\n", update=True), [])
        self.assertEqual(self.found("0 other article\n"), [])


if __name__ == "__main__":
    unittest.main()
