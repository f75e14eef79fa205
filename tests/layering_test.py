#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Shows that layering.py accepts a sound tree and names each way to break one."""

import pathlib
import tempfile
import unittest

import layering

LAYERS = layering.read_layers("base:\nmodel:base\nextract:base,model\n")

SOUND = {
    "engine/include/figcheck/span.h": "#include <cstddef>\n",
    "engine/include/figcheck/figure.h": '#include <string>\n#include "figcheck/span.h"\n',
    "engine/base/text.h": "#include <fmt/format.h>\n",
    "engine/model/unit.cpp": '#include "model/unit.h"\n#include "base/text.h"\n#include "figcheck/span.h"\n',
    "engine/extract/count.cpp": '#include <re2/re2.h>\n  #  include "model/unit.h"\n',
    "cli/main.cpp": '#include <CLI/CLI.hpp>\n#include "cli/check.h"\n#include <figcheck/figure.h>\n',
}


class Layering(unittest.TestCase):
    def problems(self, changes, layers=LAYERS):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name, text in {**SOUND, **changes}.items():
                path = root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return layering.problems(root, layers)

    def test_a_sound_tree_has_no_problems(self):
        self.assertEqual(self.problems({}), [])

    def test_a_module_includes_only_what_it_names(self):
        self.assertEqual(
            self.problems({"engine/base/text.h": '// a comment\n#include "model/unit.h"\n'}),
            ["engine/base/text.h:2: model/unit.h: base does not name model in its USES"],
        )

    def test_what_a_used_module_uses_must_be_named_as_well(self):
        layers = layering.read_layers("base:\nmodel:base\nextract:model\n")
        self.assertEqual(
            self.problems({"engine/extract/count.cpp": '#include "base/text.h"\n'}, layers),
            ["engine/extract/count.cpp:1: base/text.h: extract does not name base in its USES"],
        )

    def test_a_header_is_named_with_its_folder_and_in_quotes(self):
        self.assertEqual(
            self.problems({"engine/model/unit.cpp": '#include "unit.h"\n#include <figcheck/span.h>\n'}),
            [
                'engine/model/unit.cpp:1: unit.h: write "model/unit.h", with the folder',
                "engine/model/unit.cpp:2: figcheck/span.h: write our own headers in quotes",
            ],
        )

    def test_a_module_uses_only_modules_before_it(self):
        self.assertEqual(
            list(layering.order_problems(layering.read_layers("base:model\nmodel:base,bsae\n"))),
            [
                "engine/base/CMakeLists.txt: USES model, which is not a module before it",
                "engine/model/CMakeLists.txt: USES bsae, which is not a module before it",
            ],
        )

    def test_a_folder_that_is_not_built_is_noticed(self):
        self.assertEqual(
            self.problems({"engine/report/json.cpp": ""}),
            ["engine/report: holds sources, but is not a module of the build"],
        )

    def test_public_headers_need_nothing_but_the_standard_library(self):
        self.assertEqual(
            self.problems(
                {"engine/include/figcheck/span.h": '#include <re2/re2.h>\n#include "base/text.h"\n'}
            ),
            [
                "engine/include/figcheck/span.h:1: re2/re2.h: "
                "a public header may include only the standard library",
                "engine/include/figcheck/span.h:2: base/text.h: "
                "a public header may include only public headers",
            ],
        )

    def test_the_program_does_not_reach_into_the_engine(self):
        why = 'the program may include only public headers, <figcheck/...> or "figcheck/..."'
        self.assertEqual(
            self.problems({"cli/check.cpp": '#include "model/unit.h"\n#include "../engine/base/text.h"\n'}),
            [
                f"cli/check.cpp:1: model/unit.h: {why}",
                f"cli/check.cpp:2: ../engine/base/text.h: {why}",
            ],
        )


if __name__ == "__main__":
    unittest.main()
