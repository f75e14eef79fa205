// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <doctest/doctest.h>

#include "yaml/dump.h"
#include "yaml/node.h"

namespace figcheck::yaml {
namespace {

struct Row {
  const char* text;
  const char* refusal;
};

void check(const Row& row) {
  CAPTURE(row.text);
  CHECK(read(row.text) == row.refusal);
}

std::string times(std::size_t count, std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

TEST_CASE("a key that stands twice in one map is refused, the first of several") {
  const Row rows[] = {
      {"rule: a\nwhy: b\nrule: c\n",
       "a.yaml:3:1: error: the key \"rule\" stands twice in one map [Y002]\n"
       "   3 | rule: c\n"
       "     | ^\n"
       "     = it stands first in line 1"},
      {"é: {b: 1, 'b': 2}",
       "a.yaml:1:13: error: the key \"b\" stands twice in one map [Y002]\n"
       "   1 | é: {b: 1, 'b': 2}\n"
       "     |            ^\n"
       "     = it stands first in line 1"},
      {"b: {x: 1, x: 2}\na: 1\nb: 2\na: 3\n",
       "a.yaml:1:11: error: the key \"x\" stands twice in one map [Y002]\n"
       "   1 | b: {x: 1, x: 2}\n"
       "     |           ^\n"
       "     = it stands first in line 1"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("anchors, aliases and tags are refused") {
  const Row rows[] = {
      {"a: &x b\nc: *x\n",
       "a.yaml:1:4: error: anchors and aliases are not taken [Y003]\n"
       "   1 | a: &x b\n"
       "     |    ^\n"
       "     = put text that begins with & in quotes"},
      {"- &x\n",
       "a.yaml:1:3: error: anchors and aliases are not taken [Y003]\n"
       "   1 | - &x\n"
       "     |   ^\n"
       "     = put text that begins with & in quotes"},
      {"&x a: b\n",
       "a.yaml:1:1: error: anchors and aliases are not taken [Y003]\n"
       "   1 | &x a: b\n"
       "     | ^\n"
       "     = put text that begins with & in quotes"},
      {"a: *nope\n",
       "a.yaml:1:4: error: anchors and aliases are not taken [Y003]\n"
       "   1 | a: *nope\n"
       "     |    ^\n"
       "     = put text that begins with * in quotes"},
      {"- & b\n",
       "a.yaml:1:4: error: anchors and aliases are not taken [Y003]\n"
       "   1 | - & b\n"
       "     |    ^\n"
       "     = put text that begins with & in quotes"},
      {"a: !!str b\n",
       "a.yaml:1:4: error: tags are not taken [Y003]\n"
       "   1 | a: !!str b\n"
       "     |    ^\n"
       "     = put text that begins with ! in quotes"},
      {"a: !x [b]\n",
       "a.yaml:1:4: error: tags are not taken [Y003]\n"
       "   1 | a: !x [b]\n"
       "     |    ^\n"
       "     = put text that begins with ! in quotes"},
      {"- ! b\n",
       "a.yaml:1:3: error: tags are not taken [Y003]\n"
       "   1 | - ! b\n"
       "     |   ^\n"
       "     = put text that begins with ! in quotes"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("a second document is refused") {
  const Row rows[] = {
      {"a\n---\nb\n",
       "a.yaml:2:1: error: a file holds one document, and here begins another [Y003]\n"
       "   2 | ---\n"
       "     | ^"},
      {"a\n...\nb\n",
       "a.yaml:3:1: error: a file holds one document, and here begins another [Y003]\n"
       "   3 | b\n"
       "     | ^"},
      {"---\n---\n",
       "a.yaml:2:1: error: a file holds one document, and here begins another [Y003]\n"
       "   2 | ---\n"
       "     | ^"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("a key that is not text is refused") {
  const Row rows[] = {
      {"? [a, b]\n: c\n",
       "a.yaml:1:3: error: a key must be text, in quotes where it would be something else [Y003]\n"
       "   1 | ? [a, b]\n"
       "     |   ^"},
      {"{a: b}: c\n",
       "a.yaml:1:1: error: a key must be text, in quotes where it would be something else [Y003]\n"
       "   1 | {a: b}: c\n"
       "     | ^"},
      {": x\n",
       "a.yaml:1:1: error: a key must be text, in quotes where it would be something else [Y003]\n"
       "   1 | : x\n"
       "     | ^"},
      {"~: x\n",
       "a.yaml:1:1: error: a key must be text, in quotes where it would be something else [Y003]\n"
       "   1 | ~: x\n"
       "     | ^"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("text that needs quotes and has none is refused with that hint") {
  const Row rows[] = {
      {"a: b: c\n",
       "a.yaml:1:5: error: not valid YAML: illegal map value [Y001]\n"
       "   1 | a: b: c\n"
       "     |     ^\n"
       "     = put text with ': ' in it in quotes"},
      {"- {whole} ,? including {part}\n",
       "a.yaml:1:11: error: not valid YAML: end of sequence not found [Y001]\n"
       "   1 | - {whole} ,? including {part}\n"
       "     |           ^\n"
       "     = put text that begins with { in quotes, all of it"},
      {"x: [a] b\n",
       "a.yaml:1:8: error: not valid YAML: end of map not found [Y001]\n"
       "   1 | x: [a] b\n"
       "     |        ^\n"
       "     = put text that begins with [ in quotes, all of it"},
      {"x: 'a' b\n",
       "a.yaml:1:8: error: not valid YAML: end of map not found [Y001]\n"
       "   1 | x: 'a' b\n"
       "     |        ^\n"
       "     = put text that begins with ' in quotes, all of it"},
      {"'a' b\n",
       "a.yaml:1:5: error: not valid YAML: this does not go with what stands above it [Y001]\n"
       "   1 | 'a' b\n"
       "     |     ^\n"
       "     = put text that begins with ' in quotes, all of it"},
      {"- @rise by {x}\n",
       "a.yaml:1:3: error: not valid YAML: unknown token [Y001]\n"
       "   1 | - @rise by {x}\n"
       "     |   ^\n"
       "     = put text that begins with @ in quotes"},
      {"a: %x\n",
       "a.yaml:1:4: error: not valid YAML: unknown token [Y001]\n"
       "   1 | a: %x\n"
       "     |    ^\n"
       "     = put text that begins with % in quotes"},
      {"a: - b\n",
       "a.yaml:1:4: error: not valid YAML: illegal block entry [Y001]\n"
       "   1 | a: - b\n"
       "     |    ^\n"
       "     = put text that begins with - in quotes"},
      {"a: > 5\n",
       "a.yaml:1:6: error: not valid YAML: unexpected character in block scalar [Y001]\n"
       "   1 | a: > 5\n"
       "     |      ^\n"
       "     = put text that begins with > in quotes"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("what is not closed is refused and pointed at") {
  const Row rows[] = {
      {"x: 'a\ny: z\n",
       "a.yaml:1:4: error: not valid YAML: a quotation mark that is never closed [Y001]\n"
       "   1 | x: 'a\n"
       "     |    ^"},
      {"x: [a, b\ny: z\n",
       "a.yaml:2:2: error: not valid YAML: end of sequence flow not found [Y001]\n"
       "   2 | y: z\n"
       "     |  ^\n"
       "     = the [ in line 1, column 4 may not be closed"},
      {"x: [a, {b: [c",
       "a.yaml:1:8: error: a key must be text, in quotes where it would be something else [Y003]\n"
       "   1 | x: [a, {b: [c\n"
       "     |        ^\n"
       "     = the { may not be closed"},
      {"x: [\n  a: [b], c: d\n",
       "a.yaml:3:1: error: not valid YAML: end of sequence flow not found [Y001]\n"
       "     = the [ in line 1, column 4 may not be closed"},
      {"x: {a: b\ny: z\n",
       "a.yaml:2:2: error: not valid YAML: end of map flow not found [Y001]\n"
       "   2 | y: z\n"
       "     |  ^\n"
       "     = the { in line 1, column 4 may not be closed"},
      {"x: \"a\ny: \"z\"\n",
       "a.yaml:2:5: error: not valid YAML: end of map not found [Y001]\n"
       "   2 | y: \"z\"\n"
       "     |     ^\n"
       "     = the \" in line 1, column 4 may not be closed"},
      {"b: [c]]\n",
       "a.yaml:1:7: error: not valid YAML: illegal flow end [Y001]\n"
       "   1 | b: [c]]\n"
       "     |       ^"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("wrong indentation and missing colons are refused") {
  const Row rows[] = {
      {"a:\n\t- b\n",
       "a.yaml:2:2: error: not valid YAML: illegal block entry [Y001]\n"
       "   2 | \t- b\n"
       "     | \t^\n"
       "     = indent with spaces, not with tabs"},
      {"a: 1\nb\n",
       "a.yaml:2:1: error: not valid YAML: a key without ':' after it [Y001]\n"
       "   2 | b\n"
       "     | ^"},
      {"a: 1\nb\nc: 2\n",
       "a.yaml:3:2: error: not valid YAML: illegal map value [Y001]\n"
       "   3 | c: 2\n"
       "     |  ^\n"
       "     = the line above may lack its ':'"},
      {"a:\n  b: 1\n c: 2\n",
       "a.yaml:3:2: error: not valid YAML: end of map not found [Y001]\n"
       "   3 |  c: 2\n"
       "     |  ^"},
      {"- a\nb: c\n",
       "a.yaml:2:1: error: not valid YAML: this does not go with what stands above it [Y001]\n"
       "   2 | b: c\n"
       "     | ^"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("escapes that would be read wrongly are refused") {
  const Row rows[] = {
      {"a: \"\\q\"\n",
       "a.yaml:1:7: error: not valid YAML: unknown escape character: q [Y001]\n"
       "   1 | a: \"\\q\"\n"
       "     |       ^"},
      {"a: \"\\_\"\n",
       "a.yaml:1:5: error: the escapes \\N and \\_ are not taken [Y003]\n"
       "   1 | a: \"\\_\"\n"
       "     |     ^\n"
       "     = write \\u0085 or \\u00A0"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("bytes that are no text are refused") {
  const Row rows[] = {
      {"é: \x80\n",
       "a.yaml:1:5: error: not valid UTF-8 [D001]\n"
       "   1 | é: �\n"
       "     |    ^"},
      {"a: b\x04"
       "c",
       "a.yaml:1:5: error: not valid YAML: control character U+0004 [Y001]\n"
       "   1 | a: b?c\n"
       "     |     ^"},
      {"a: b\rc: d\n",
       "a.yaml:1:5: error: not valid YAML: control character U+000D [Y001]\n"
       "   1 | a: b?c: d\n"
       "     |     ^"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("64 levels are read and one more is refused") {
  struct Brackets {
    const char* open;
    const char* close;
    const char* refusal;
  };
  const Brackets rows[] = {
      {"[", "]", "a.yaml:1:65: error: nested deeper than 64 levels [Y004]"},
      {"{a: ", "}", "a.yaml:1:257: error: nested deeper than 64 levels [Y004]"},
      {"- ", "", "a.yaml:1:129: error: nested deeper than 64 levels [Y004]"},
  };
  for (const Brackets& row : rows) {
    CAPTURE(row.open);
    CHECK(Tree::parse(times(64, row.open) + 'x' + times(64, row.close), "a.yaml").ok());
    for (const std::size_t levels : {std::size_t{65}, std::size_t{100'000}}) {
      const std::string text = times(levels, row.open);
      const auto closed = Tree::parse(text + 'x' + times(levels, row.close), "a.yaml");
      REQUIRE_FALSE(closed);
      Diagnostic why = closed.error();
      why.source_line.clear();
      CHECK(why.to_string() == row.refusal);
    }
    CHECK_FALSE(Tree::parse(times(100'000, row.open), "a.yaml"));
  }
}

TEST_CASE("a file of more than 64 MB is refused") {
  const auto tree = Tree::parse(std::string((std::size_t{64} << 20) + 1, '\n'), "a.yaml");
  REQUIRE_FALSE(tree);
  CHECK(tree.error().to_string() == "a.yaml: error: the file is larger than 64 MB [Y005]");
}

}  // namespace
}  // namespace figcheck::yaml
