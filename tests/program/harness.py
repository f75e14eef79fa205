# SPDX-License-Identifier: Apache-2.0
"""Runs the built program, which the environment names as FIGCHECK_PROGRAM, in a folder of its own."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

PROGRAM = os.path.abspath(os.environ["FIGCHECK_PROGRAM"])

# A slip that the shipped rules find, and the same without one.
SLIP = "Some 1,049 civilians, including 2,261 children, are in the camp.\n"
SOUND = "Some 2,261 civilians, including 1,049 children, are in the camp.\n"


class Run:
    """What a run of the program came to."""

    def __init__(self, done):
        self.status = done.returncode
        self.out = done.stdout.decode("utf-8")
        self.err = done.stderr.decode("utf-8")

    def answers(self):
        """The answers of a run with --format jsonl."""
        return [json.loads(line) for line in self.out.splitlines()]


class ProgramTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, content):
        """Writes a file into the folder and returns its name."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    def write_records(self, name, records):
        """Writes JSON Lines; a record that is a string is a line as it stands."""
        lines = [record if isinstance(record, str) else json.dumps(record) for record in records]
        return self.write(name, "".join(line + "\n" for line in lines))

    def figcheck(self, *arguments, stdin=b"", environment=None, timeout=120):
        done = subprocess.run(
            [PROGRAM, *map(str, arguments)],
            input=stdin if isinstance(stdin, bytes) else stdin.encode(),
            capture_output=True,
            cwd=self.folder,
            env={**os.environ, **(environment or {})},
            timeout=timeout,
        )
        return Run(done)

    def expect(self, run, status, out=None, err=None):
        """Compares the exit status, and where they are given, everything that was written."""
        self.assertEqual(run.status, status, run.out + run.err)
        if out is not None:
            self.assertEqual(run.out, out)
        if err is not None:
            self.assertEqual(run.err, err)


main = unittest.main
