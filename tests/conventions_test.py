#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Shows that conventions.py accepts a sound tree and names each way to break one."""

import pathlib
import tempfile
import unittest

import conventions

LICENCE = conventions.LICENCE + "\n"

SOUND = {
    "engine/base/CMakeLists.txt": "figcheck_module(base SOURCES text.cpp deep/scan.cpp)\n",
    "engine/base/text.cpp": LICENCE + "bool f(const RE2& re) { return RE2::FullMatch(text, re); }\n",
    "engine/base/deep/scan.cpp": LICENCE + '// Not RE2("x").\nstd::unique_ptr<RE2> kept;\n',
    "engine/pattern/set.cpp": LICENCE + 'RE2 re("x", quiet);\n',
    "tests/unit/base/text_test.cpp": LICENCE + 'TEST_CASE("a \\"dozen\\", or (12), is {12} \\xE2\\x82\\xAC") {}\n',
    "docs/a.md": "See https://example.org/work/ and the folder work/, and/tmp/or.\n",
    "build/dev/cache.txt": "/" + "work/x",
}


class Conventions(unittest.TestCase):
    def problems(self, changes):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name, text in {**SOUND, **changes}.items():
                path = root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return conventions.problems(root)

    def test_a_sound_tree_has_no_problems(self):
        self.assertEqual(self.problems({}), [])

    def test_a_source_without_its_licence_is_named(self):
        self.assertEqual(
            self.problems({"cli/main.cpp": "int main() {}\n"}),
            ["cli/main.cpp:1: the first line is not // SPDX-License-Identifier: Apache-2.0"],
        )

    def test_each_way_to_make_an_re2_is_refused_outside_of_pattern(self):
        for code in (
            'RE2("x");',
            're2::RE2 re("x");',
            'static const RE2 re = "x";',
            "RE2 re{text, options};",
            "RE2::Set set(options, RE2::UNANCHORED);",
            'auto re = std::make_unique<re2::RE2>("x");',
            'auto* re = new RE2("x");',
            "std::optional<RE2> re;",
            'RE2::FullMatch(text, "x");',
            'RE2::PartialMatch(text,\n R"(x)");',
        ):
            with self.subTest(code):
                self.assertEqual(
                    self.problems({"engine/base/text.cpp": LICENCE + "\n" + code}),
                    ["engine/base/text.cpp:3: makes an RE2; only engine/pattern does"],
                )

    def test_a_source_that_is_not_built_is_named(self):
        self.assertEqual(
            self.problems({"engine/base/deep/text.cpp": LICENCE}),
            ["engine/base/deep/text.cpp: not in engine/base/CMakeLists.txt"],
        )

    def test_a_test_name_that_ctest_would_mangle_is_refused(self):
        self.assertEqual(
            self.problems({"tests/unit/x_test.cpp": LICENCE + 'TEST_CASE(\n    "a "\n    "[half]") {}'}),
            [
                "tests/unit/x_test.cpp:2: "
                "a test name may not hold brackets, semicolons or backslashes: a [half]"
            ],
        )

    def test_two_tests_of_one_name_are_refused(self):
        self.assertEqual(
            self.problems({"tests/unit/x_test.cpp": LICENCE + 'TEST_CASE("a") {}\nTEST_CASE("A") {}'}),
            ["tests/unit/x_test.cpp:3: tests/unit/x_test.cpp:2 has a test of the same name: A"],
        )

    def test_a_folder_of_one_machine_is_refused_anywhere(self):
        for folder in ("work", "tmp", "home", "root"):
            with self.subTest(folder):
                path = f"/{folder}/"
                self.assertEqual(
                    self.problems({"docs/a.md": f"Look\nin {path}main.\n"}),
                    [f"docs/a.md:2: names a folder of one machine: {path}"],
                )


if __name__ == "__main__":
    unittest.main()
