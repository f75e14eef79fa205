#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds every #include to the layers of the engine.

    layering.py ROOT LAYERS

LAYERS has one line for each module, "name:used,used", in the order of the build. A module may include
its own headers, those of the modules it names, and the public ones; it may name only modules before it.
The program sees the public headers alone, and these see the standard library alone.
"""

import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
STANDARD = re.compile(r"[a-z_]+$")
SOURCES = {".h", ".cpp", ".def", ".inc"}


def read_layers(text):
    """Returns {module: [used module]} in the order of the lines."""
    layers = {}
    for line in text.splitlines():
        if line:
            name, _, used = line.partition(":")
            layers[name] = [module for module in used.split(",") if module]
    return layers


def sources(folder):
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.rglob("*") if path.suffix in SOURCES)


def includes(path):
    """Yields (line number, is it in angle brackets, header) for each #include of a file."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if match:
            yield number, match.group(1) == "<", match.group(2)


def order_problems(layers):
    seen = set()
    for module, used in layers.items():
        for name in used:
            if name not in seen:
                yield f"engine/{module}/CMakeLists.txt: USES {name}, which is not a module before it"
        seen.add(module)


def module_problem(module, layers, angled, header):
    """Returns what is wrong with an #include in a module, or None."""
    folder = header.partition("/")[0]
    if angled:
        return "write our own headers in quotes" if folder in ("figcheck", *layers) else None
    if "/" not in header:
        return f'write "{module}/{header}", with the folder'
    if folder in ("figcheck", module, *layers[module]):
        return None
    return f"{module} does not name {folder} in its USES"


def public_problem(angled, header):
    if angled:
        return None if STANDARD.match(header) else "a public header may include only the standard library"
    return None if header.startswith("figcheck/") else "a public header may include only public headers"


def program_problem(modules, angled, header):
    folder = header.partition("/")[0]
    if folder in modules or folder == "engine" or header.startswith("../"):
        return "the program may include only public headers, <figcheck/...> or \"figcheck/...\""
    return None


def problems(root, layers):
    """Returns the complaints about a tree as a list of lines "file:line: what is wrong"."""
    found = list(order_problems(layers))

    def check(path, problem):
        for number, angled, header in includes(path):
            wrong = problem(angled, header)
            if wrong:
                found.append(f"{path.relative_to(root)}:{number}: {header}: {wrong}")

    engine = root / "engine"
    for folder in sorted(path for path in engine.iterdir() if path.is_dir()):
        module = folder.name
        if module == "include":
            continue
        files = sources(folder)
        if files and module not in layers:
            found.append(f"engine/{module}: holds sources, but is not a module of the build")
            continue
        for path in files:
            check(path, lambda angled, header: module_problem(module, layers, angled, header))
    for path in sources(engine / "include"):
        check(path, public_problem)
    for path in sources(root / "cli"):
        check(path, lambda angled, header: program_problem(layers, angled, header))
    return found


def main(arguments):
    root, layers = (pathlib.Path(argument) for argument in arguments)
    found = problems(root.resolve(), read_layers(layers.read_text(encoding="utf-8")))
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
