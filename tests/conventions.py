#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks what is agreed about the sources and no compiler sees.

    conventions.py ROOT

* The first line of a C++ file names the licence.
* Every .cpp of a folder is listed in that folder's CMakeLists.txt.
* RE2 objects are made in engine/pattern alone, which keeps RE2 from printing about bad patterns.
* Names of unit tests are unique, and free of what CTest's lists and doctest's filters stumble over.
* No file names a folder of somebody's machine.
"""

import pathlib
import re
import sys

LICENCE = "// SPDX-License-Identifier: Apache-2.0"
SKIPPED = {".git", ".cache", "build", "__pycache__"}

MAKES_RE2 = re.compile(
    r"""\bRE2(::Set)?\s*[({]                        # RE2("x"), RE2::Set(...)
      | \bRE2(::Set)?\s+\w+\s*[({=]                 # RE2 name("x"), RE2 name = "x"
      | \bRE2(::Set)?\s*>\s*\(                      # make_unique<RE2>(...)
      | \bnew\s+(re2::)?RE2\b
      | \b(optional|deque|list)<\s*(re2::)?RE2\b    # emplace(...)
      | \bRE2::\w+\([^;]*?,\s*R?"                   # RE2::FullMatch(text, "x")
    """,
    re.VERBOSE,
)
COMMENT = re.compile(r"//.*")
TEST_NAME = re.compile(r'\bTEST_CASE(?:_FIXTURE\(\s*\w+\s*,|\()\s*((?:"(?:[^"\\]|\\.)*"\s*)+)')
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
MACHINE_FOLDER = re.compile(rb"(?<![\w.*~}-])/(?:work|tmp|home|root)/")


def files(root):
    """Yields every file of the tree but what Git and builds leave."""
    for path in sorted(root.iterdir()):
        if path.is_symlink() or path.name in SKIPPED:
            continue
        if path.is_file():
            yield path
        else:
            yield from files(path)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def licence_problems(name, text):
    if text.partition("\n")[0] != LICENCE:
        yield f"{name}:1: the first line is not {LICENCE}"


def pattern_problems(name, text):
    # The benchmark holds the engine against one plain pass.
    if name.startswith(("engine/pattern/", "bench/")):
        return
    code = "\n".join(COMMENT.sub("", line) for line in text.split("\n"))
    for match in MAKES_RE2.finditer(code):
        yield f"{name}:{line_of(code, match.start())}: makes an RE2; only engine/pattern does"


def test_name_problems(name, text, seen):
    for match in TEST_NAME.finditer(text):
        where = f"{name}:{line_of(text, match.start())}"
        title = "".join(LITERAL.findall(match.group(1)))
        if re.search(r"[\[\];]|\\[\\nrt]", title):
            yield f"{where}: a test name may not hold brackets, semicolons or backslashes: {title}"
        # doctest's filters ignore case.
        first = seen.setdefault(title.lower(), where)
        if first != where:
            yield f"{where}: {first} has a test of the same name: {title}"


def listing_problems(root):
    for lists in sorted(root.glob("engine/*/CMakeLists.txt")) + sorted(root.glob("cli/CMakeLists.txt")):
        folder = lists.parent
        listed = set()
        for part in [lists] + sorted(folder.glob("*/CMakeLists.txt")):
            prefix = part.parent.relative_to(folder).as_posix()
            for name in re.split(r"[\s()\"]+", part.read_text(encoding="utf-8")):
                listed.add(name if prefix == "." else f"{prefix}/{name}")
        for source in sorted(folder.rglob("*.cpp")):
            if source.relative_to(folder).as_posix() not in listed:
                yield f"{source.relative_to(root).as_posix()}: not in {lists.relative_to(root).as_posix()}"


def problems(root):
    """Returns the complaints about a tree as a list of lines "file:line: what is wrong"."""
    found = []
    tests = {}
    for path in files(root):
        name = path.relative_to(root).as_posix()
        raw = path.read_bytes()
        for match in MACHINE_FOLDER.finditer(raw):
            line = raw.count(b"\n", 0, match.start()) + 1
            found.append(f"{name}:{line}: names a folder of one machine: {match.group().decode()}")
        if path.suffix in (".h", ".cpp"):
            text = raw.decode("utf-8")
            found.extend(licence_problems(name, text))
            found.extend(pattern_problems(name, text))
            if name.startswith("tests/unit/"):
                found.extend(test_name_problems(name, text, tests))
    found.extend(listing_problems(root))
    return found


def main(arguments):
    found = problems(pathlib.Path(arguments[0]).resolve())
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
