// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "yaml/dump.h"
#include "yaml/node.h"

namespace figcheck::yaml {
namespace {

struct Row {
  const char* text;
  const char* tree;
};

TEST_CASE("a node has its type, its text, and whether it stood in quotes") {
  const Row rows[] = {
      {"none", "none@1:1"},
      {"'none'", "\"none\"@1:2"},
      {"\"none\"", "\"none\"@1:2"},
      {"''", "\"\"@1:2"},
      {"null", "~@1:1"},
      {"~", "~@1:1"},
      {"'null'", "\"null\"@1:2"},
      {"nullify", "nullify@1:1"},
      {"[]", "[]@1:1"},
      {"{}", "{}@1:1"},
      {"a: 4.50", "{a@1:1: 4.50@1:4}@1:1"},
      {"a:b", "a:b@1:1"},
      {"it's \"so\"", "it's \"so\"@1:1"},
      {"'it''s'", "\"it's\"@1:2"},
      {R"("\"\\é\u00e9\x41")", "\"\"\\ééA\"@1:2"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(read(row.text) == row.tree);
  }
}

TEST_CASE("a text without a document is a null at its beginning") {
  for (const char* text : {"", "\n\n", "# only a comment\n", "   "}) {
    CAPTURE(text);
    CHECK(read(text) == "~@1:1");
  }
  CHECK(read("---\n") == "~@2:1");
}

TEST_CASE("columns count bytes, and the byte order mark is none of them") {
  const Row rows[] = {
      {"é: x", "{é@1:1: x@1:5}@1:1"},
      {"€: x", "{€@1:1: x@1:6}@1:1"},
      {"😀: \"€ q\"\nb: [é, 'c']", "{😀@1:1: \"€ q\"@1:8, b@2:1: [é@2:5, \"c\"@2:10]@2:4}@1:1"},
      {"\xEF\xBB\xBF"
       "a: b",
       "{a@1:1: b@1:4}@1:1"},
      {"a: é€😀 x\r\nb:\r\n  - \"c\"\r\n  - d\r\n",
       "{a@1:1: é€😀 x@1:4, b@2:1: [\"c\"@3:6, d@4:5]@3:3}@1:1"},
      {"# é\r\n\r\na:\r\n    é: x # €\r\n    b: y\r\n",
       "{a@3:1: {é@4:5: x@4:9, b@5:5: y@5:8}@4:5}@3:1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(read(row.text) == row.tree);
  }
}

TEST_CASE("flow and block containers nest in each other") {
  const Row rows[] = {
      {"- - - a\n    - b\n- {x, y: , ? z}\n- [p: q, r]\n",
       "[[[a@1:7, b@2:7]@1:5]@1:3, {x@3:4: ~@3:4, y@3:7: ~@3:7, z@3:14: ~@3:14}@3:3, "
       "[{p@4:4: q@4:7}@4:4, r@4:10]@4:3]@1:1"},
      {"roles: {whole: count, part: [count, {a: []}]}",
       "{roles@1:1: {whole@1:9: count@1:16, part@1:23: [count@1:30, {a@1:38: []@1:41}@1:37]@1:29}"
       "@1:8}@1:1"},
      {"a: [\n  b, # c\n  'd' # e\n]\nf: 1\n", "{a@1:1: [b@2:3, \"d\"@3:4]@1:4, f@5:1: 1@5:4}@1:1"},
      {"a:\n- b\n- c: d\n  e: f\n", "{a@1:1: [b@2:3, {c@3:3: d@3:6, e@4:3: f@4:6}@3:3]@2:1}@1:1"},
      {"- ? b\n  : c\n", "[{b@1:5: c@2:5}@1:3]@1:1"},
      {"\"a b\": c", "{\"a b\"@1:2: c@1:8}@1:1"},
      {"<<: {a: b}", "{<<@1:1: {a@1:6: b@1:9}@1:5}@1:1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(read(row.text) == row.tree);
  }
}

TEST_CASE("what is not written stands where its key or dash does") {
  const Row rows[] = {
      {"a:\n\nb: 1\n", "{a@1:1: ~@1:1, b@3:1: 1@3:4}@1:1"},
      {"\"a\":\nb: 1\n", "{\"a\"@1:2: ~@1:2, b@2:1: 1@2:4}@1:1"},
      {"a:\nnull b: 1\n", "{a@1:1: ~@1:1, null b@2:1: 1@2:9}@1:1"},
      {"a: null\nb: ~\nc: Null # d\n", "{a@1:1: ~@1:4, b@2:1: ~@2:4, c@3:1: ~@3:4}@1:1"},
      {"- a\n-\n- b\n", "[a@1:3, ~@2:1, b@3:3]@1:1"},
      {"- a\n- # none\n\n  # here - \n- b\n", "[a@1:3, ~@2:1, b@5:3]@1:1"},
      {"- -\n- - a\n  -\n", "[[~@1:3]@1:3, [a@2:5, ~@3:3]@2:3]@1:1"},
      {"[a, , 'b', ~]", "[a@1:2, ~@1:5, \"b\"@1:8, ~@1:12]@1:1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(read(row.text) == row.tree);
  }
}

TEST_CASE("folded and literal texts are read as YAML says") {
  const Row rows[] = {
      {"a: |\n  x\n   y\n\nb: >-\n   f\n   g\n",
       "{a@1:1: \"x\n y\n\"@1:4, b@5:1: \"f g\"@5:4}@1:1"},
      {"a: >\r\n  x\r\n  y\r\nb: |\r\n  z\r\n  w\r\n",
       "{a@1:1: \"x y\n\"@1:4, b@4:1: \"z\nw\n\"@4:4}@1:1"},
      {"a: x\n  y\n\n  z\nb: 1\n", "{a@1:1: x y\nz@1:4, b@5:1: 1@5:4}@1:1"},
      {"a: \"x\\\n   y\n\n   z\"", "{a@1:1: \"xy\nz\"@1:5}@1:1"},
      {"a: 'x\r\n   y'", "{a@1:1: \"x y\"@1:5}@1:1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(read(row.text) == row.tree);
  }
}

TEST_CASE("a comment is no part of a text") {
  CHECK(read("a: b # c\n#d\n") == "{a@1:1: b@1:4}@1:1");
  CHECK(read("a: b#c\n") == "{a@1:1: b#c@1:4}@1:1");
  CHECK(read("a: 'b # c'\n") == "{a@1:1: \"b # c\"@1:5}@1:1");
}

TEST_CASE("a node that is not there gives nothing") {
  const auto tree = Tree::parse("a: [b]\nc: d\n", "a.yaml");
  REQUIRE(tree);
  const Node root = (*tree)->root();
  CHECK(root.file() == "a.yaml");
  CHECK(root.get("a").at(0).text() == "b");
  CHECK(root.get("c").text() == "d");
  for (const Node& none :
       {root.get("b"), root.at(2), root.key(2), root.get("a").at(1), root.get("a").key(0),
        root.get("a").get("b"), root.get("c").at(0), root.get("c").get("d"), Node()}) {
    CHECK_FALSE(none);
    CHECK_FALSE(none.is_null());
    CHECK(none.text().empty());
    CHECK_FALSE(none.quoted());
    CHECK(none.size() == 0);
    CHECK_FALSE(none.get("a"));
    CHECK(none.file().empty());
    CHECK(none.line() == 0);
    CHECK(none.column() == 0);
    CHECK(none.complain("R001", "no node").to_string() == "error: no node [R001]");
  }
  CHECK(root.text().empty());
}

TEST_CASE("every key of a map of any size is found") {
  const auto name = [](int i) { return fmt::format("k{}", i * 7919 % 10007); };
  for (const int entries : {1, 16, 17, 3000}) {
    CAPTURE(entries);
    std::string text;
    for (int i = 0; i < entries; ++i) {
      text += fmt::format("{}: {{v: {}}}\n", name(i), i);
    }
    const auto tree = Tree::parse(text, "a.yaml");
    REQUIRE(tree);
    const Node root = (*tree)->root();
    REQUIRE(root.size() == static_cast<std::size_t>(entries));
    bool all = true;
    for (int i = 0; i < entries; ++i) {
      const Node found = root.get(name(i));
      all = all && found.get("v").text() == std::to_string(i) &&
            found.line() == static_cast<std::size_t>(i + 1);
    }
    CHECK(all);
    CHECK_FALSE(root.get(""));
    CHECK_FALSE(root.get("k"));
    CHECK_FALSE(root.get("z"));
    CHECK_FALSE(root.get("k10008"));
  }
}

}  // namespace
}  // namespace figcheck::yaml
