#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares what the program writes about an article with what it is known to write.

    golden.py PROGRAM CASE

CASE is a folder with a file "runs", each line of which is an exit status, the file with the expected
output, and the arguments of the program, which runs in that folder:

    1 expected.txt check truce.md

With FIGCHECK_UPDATE_GOLDEN=1 in the environment the files are written anew instead; read the changes
before you keep them.
"""

import difflib
import os
import pathlib
import shlex
import subprocess
import sys


def read_runs(text):
    """Returns [(status, file, [argument])] from the lines of a file "runs"."""
    runs = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            status, name, *arguments = shlex.split(line)
            runs.append((int(status), name, arguments))
    return runs


def problems(program, case, update):
    """Returns the complaints about a case as a list of texts."""
    runs = read_runs((case / "runs").read_text(encoding="utf-8"))
    found = [] if runs else [f"{case.name}/runs: empty"]
    for status, name, arguments in runs:
        done = subprocess.run([program, *arguments], cwd=case, capture_output=True)
        if done.stderr:
            found.append(f"{case.name}/{name}: {done.stderr.decode(errors='replace')}")
        if done.returncode != status:
            found.append(f"{case.name}/{name}: exit status {done.returncode} instead of {status}")
        expected = case / name
        if update:
            expected.write_bytes(done.stdout)
        elif not expected.exists():
            found.append(f"{case.name}/{name}: does not exist; FIGCHECK_UPDATE_GOLDEN=1 writes it")
        elif expected.read_bytes() != done.stdout:
            before, after = (text.decode(errors="replace").splitlines(keepends=True)
                             for text in (expected.read_bytes(), done.stdout))
            found.append("".join(difflib.unified_diff(before, after, f"{case.name}/{name}", "now")))
    return found


def main(arguments):
    program, case = arguments
    update = os.environ.get("FIGCHECK_UPDATE_GOLDEN") == "1"
    found = problems(os.path.abspath(program), pathlib.Path(case).resolve(), update)
    for text in found:
        print(text)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
