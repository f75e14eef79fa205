#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the examples of README.md and docs/ and compares what they print.

    console_test.py ROOT PROGRAM

With FIGCHECK_UPDATE_GOLDEN set, writes them anew. An example is a fenced block `console`: lines "$ script/figcheck ARGS" with the output below each. Commands of
other programs are passed over.
"""

import difflib
import os
import pathlib
import shlex
import subprocess
import sys

COMMAND = "$ script/figcheck "
UPDATE = bool(os.environ.get("FIGCHECK_UPDATE_GOLDEN"))


def examples(text):
    """Yields (line, arguments, expected output) of every example of a document."""
    command = None
    inside = False
    output = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("```"):
            if command:
                yield (*command, "".join(output))
            command, output = None, []
            inside = line == "```console"
        elif inside and line.startswith("$ "):
            if command:
                yield (*command, "".join(output))
            command = (number, line[len(COMMAND):]) if line.startswith(COMMAND) else None
            output = []
        elif inside:
            output.append(line + "\n")


def run(root, program, arguments):
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "100"}
    done = subprocess.run(
        [program, *shlex.split(arguments)], cwd=root, env=environment, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, check=False)
    return done.stdout.decode("utf-8")


def main(arguments):
    root = pathlib.Path(arguments[0])
    program = str(pathlib.Path(arguments[1]).resolve())
    count = 0
    wrong = 0
    for path in [root / "README.md", *sorted((root / "docs").glob("*.md"))]:
        for line, command, expected in examples(path.read_text(encoding="utf-8")):
            count += 1
            found = run(root, program, command)
            if found.rstrip("\n") == expected.rstrip("\n"):
                continue
            if UPDATE:
                path.write_text(path.read_text(encoding="utf-8").replace(
                    f"{COMMAND}{command}\n{expected}", f"{COMMAND}{command}\n{found}"), encoding="utf-8")
                continue
            wrong += 1
            print(f"{path.relative_to(root)}:{line}: script/figcheck {command}")
            sys.stdout.writelines(difflib.unified_diff(
                expected.splitlines(keepends=True), found.splitlines(keepends=True), "document", "program"))
    if count == 0:
        print("no example was found")
    return 1 if wrong or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
