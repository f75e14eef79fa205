// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "yaml/node.h"

namespace figcheck::yaml {
namespace {

TEST_CASE("a complaint shows its line with a caret") {
  const auto tree = Tree::parse("rule: a\nholds: part <= hole\n", "rules/a.yaml");
  REQUIRE(tree);
  const Node holds = (*tree)->root().get("holds");
  CHECK(holds.complain("R014", "no role is called \"hole\"", "did you mean \"whole\"?", 8)
            .to_string() ==
        "rules/a.yaml:2:16: error: no role is called \"hole\" [R014]\n"
        "   2 | holds: part <= hole\n"
        "     |                ^\n"
        "     = did you mean \"whole\"?");
  CHECK(holds.complain("R001", "wrong").column == 8);
}

TEST_CASE("a place inside a text is found whatever it was written with") {
  // MARK stands once in each source and once in what it means.
  const char* const sources[] = {
      "a: some MARK here",
      "a: 'some MARK'",
      "a: 'it''s ''a'' MARK here'",
      R"(a: "say \"x\" MARK here")",
      R"(a: "\u00e9\u20ac\U0001F600\xe9\L\P\\\t MARK here")",
      "a: \"some\\\n    more \\\n    MARK here\"",
      "a: \"some\n\n\n   more\n   MARK here\"",
      "a: some text\n   that goes on\n\n   MARK here",
      "a: >\n  some text\n  that   goes on\n\n  MARK here\n",
      "a: |-\n    é some text\n      that goes on\n\n    MARK here\n",
      "a: >-  # comment\r\n  some text\r\n  that MARK here\r\n",
      "a: |\n  the MARK",
      "a: ' MARK'",
      "a: 'x\n  MARK'",
      "- a: |\n\n    x\n\n    MARK\n- b",
  };
  for (const char* const source : sources) {
    CAPTURE(source);
    const auto tree = Tree::parse(source, "a.yaml");
    REQUIRE(tree);
    const Node root = (*tree)->root();
    const Node text = root.is_map() ? root.get("a") : root.at(0).get("a");
    const std::size_t into = text.text().find("MARK");
    REQUIRE(into != std::string_view::npos);
    const std::string_view before =
        std::string_view(source).substr(0, std::string_view(source).find("MARK"));
    const Diagnostic found = text.complain("R001", "here", "", into);
    const std::size_t line_end = before.rfind('\n');
    std::size_t line = 1;
    for (const char byte : before) line += byte == '\n' ? 1U : 0U;
    CHECK(found.line == line);
    CHECK(found.column ==
          before.size() - (line_end == std::string_view::npos ? 0 : line_end + 1) + 1);
  }
}

TEST_CASE("a place past the end of a text is where its last word ends") {
  struct Row {
    const char* source;
    std::size_t line;
    std::size_t column;
  };
  const Row rows[] = {
      {"a: xyz\nb: c", 1, 7},       {"a: 'x''y'\nb: c", 1, 9}, {"a: 'xyz '\nb: c", 1, 9},
      {"a: |\n xyz\n\nb: c", 2, 5}, {"a: >\n\n xy\n z", 4, 3}, {"a: \" \"", 1, 6},
  };
  for (const Row& row : rows) {
    CAPTURE(row.source);
    const auto tree = Tree::parse(row.source, "a.yaml");
    REQUIRE(tree);
    const Diagnostic end = (*tree)->root().get("a").complain("R001", "here", "", 1000);
    CHECK(end.line == row.line);
    CHECK(end.column == row.column);
  }
}

}  // namespace
}  // namespace figcheck::yaml
