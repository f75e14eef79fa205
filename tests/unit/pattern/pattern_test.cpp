// SPDX-License-Identifier: Apache-2.0
#include "pattern/pattern.h"

#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "pattern/index.h"

using namespace figcheck;
using namespace figcheck::pattern;

namespace {

/// Words become symbols of their own; digits are numbers.
struct Bench {
  SymbolTable table;
  Diagnostics diagnostics;
  std::shared_ptr<Pattern> pattern;
  std::vector<std::string> sentence_;

  explicit Bench(const std::string& text) {
    table.add_class("word");
    table.add_class("number");
    table.add_class("move");
    Options options;
    options.slot_names = {"whole", "part"};
    options.slot_classes = [](std::string_view slot) {
      return slot == "whole" || slot == "part" ? std::vector<std::string>{"number"}
                                               : std::vector<std::string>{};
    };
    options.barriers = {"number"};
    options.list_separators = {"=,", "=and"};
    const auto tree = yaml::Tree::parse("'" + text + "'", "bench.yaml");
    REQUIRE(tree.ok());
    pattern = Pattern::parse((*tree)->root(), options, table, diagnostics);
  }

  std::vector<Symbol> symbols(const std::string& sentence) {
    std::vector<Symbol> out;
    std::istringstream in(sentence);
    for (std::string word; in >> word;) {
      std::vector<ClassId> classes;
      if (std::isdigit(static_cast<unsigned char>(word[0])) != 0) {
        classes.push_back(*table.find_class("number"));
      } else {
        classes.push_back(*table.find_class("word"));
        if (word == "rose" || word == "fell") classes.push_back(*table.find_class("move"));
      }
      if (const auto literal = table.find_class("=" + word)) classes.push_back(*literal);
      out.push_back(table.add_symbol(classes));
    }
    return out;
  }

  /// "begin-end" of the first match, and of each capture; empty when there is none.
  std::string find(const std::string& sentence) {
    const std::vector<Symbol> line = symbols(sentence);
    Match match;
    if (!pattern->find(line, 0, table, match)) return {};
    std::string out = std::to_string(match.begin) + "-" + std::to_string(match.end);
    for (std::size_t i = 0; i < match.captures.size(); ++i) {
      if (match.captures[i].first == Match::npos) continue;
      out += " " + pattern->captures()[i].name + "=" + std::to_string(match.captures[i].first);
    }
    return out;
  }
};

}  // namespace

TEST_CASE("finds words, slots, groups and gaps") {
  struct Row {
    const char* pattern;
    const char* sentence;
    const char* found;
  };
  const Row rows[] = {
      {"{part} of (the|those)? {whole}", "so 3 of the 5 left", "1-5 part=1 whole=4"},
      {"{part} of (the|those)? {whole}", "so 3 of 5 left", "1-4 part=1 whole=3"},
      {"{part} of {whole}", "so 3 in 5 left", ""},
      {"@move:way by {part}", "it rose by 5", "1-4 way=1 part=3"},
      {"@move by {part}", "it sank by 5", ""},
      {"{whole} ... including {part}", "9 men went including 4", "0-5 whole=0 part=4"},
      {"{whole} ... including {part}", "9 men 7 went including 4", "2-6 whole=2 part=5"},
      {"{whole} ...1 including {part}", "9 men went including 4", ""},
      {"^ {part}", "a 5", ""},
      {"{part} $", "a 5", "1-2 part=1"},
      {"{part+}", "with 3 , 4 and 5", "1-6 part=1"},
      {"all _ {part}", "all of 5", "0-3 part=2"},
      {"9/11", "on 9/11 and", "1-2"},
      {"a \\( {part}", "a ( 5", "0-3 part=2"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.pattern);
    CAPTURE(row.sentence);
    Bench bench(row.pattern);
    // The words of the sentence that the pattern names have their classes by now.
    REQUIRE(bench.pattern != nullptr);
    bench.symbols(row.sentence);
    CHECK(bench.find(row.sentence) == row.found);
  }
}

TEST_CASE("tells what is wrong with a pattern, and where") {
  struct Row {
    const char* pattern;
    const char* code;
    const char* message;
    const char* hint;
  };
  const Row rows[] = {
      {"{part} of {hole}", "P002", "there is no role or slot \"hole\" here",
       "did you mean \"whole\"?"},
      {"@moves by {part}", "P003", "no class or group is called \"moves\"",
       "did you mean \"move\"?"},
      {"({part}", "P001", "this '(' has no ')'", ""},
      {"{part} )", "P001", "')' is not expected here", ""},
      {"of?", "P004", "this pattern can match without any word or figure of its own", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.pattern);
    const Bench bench(row.pattern);
    CHECK(bench.pattern == nullptr);
    REQUIRE(bench.diagnostics.size() == 1);
    CHECK(bench.diagnostics[0].code == row.code);
    CHECK(bench.diagnostics[0].message == row.message);
    CHECK(bench.diagnostics[0].hint == row.hint);
  }
}

TEST_CASE("an index names the patterns whose words a sentence has") {
  Bench bench("{part} of {whole}");
  bench.symbols("3 of 5 in men war");  // Every symbol there will be, before patterns are filed.
  Index index;
  index.add(*bench.pattern, 7, bench.table);
  index.finish(bench.table);
  const auto candidates = [&](const std::string& sentence) {
    std::vector<std::uint32_t> numbers;
    Index::Finder finder;
    for (const auto& candidate : finder.find(index, bench.symbols(sentence))) {
      numbers.push_back(candidate.number);
    }
    return numbers;
  };
  CHECK(candidates("3 of 5") == std::vector<std::uint32_t>{7});
  CHECK(candidates("3 in 5").empty());
  CHECK(candidates("men of war").empty());
}
