// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "pattern/pattern.h"
#include "pattern/words.h"

namespace figcheck::pattern {
namespace {

/// Every occurrence of a pattern as "begin-end", each searched for behind the one before.
std::string occurrences(const Pattern& pattern, const Words& words, std::string_view text) {
  const std::vector<Symbol> symbols = words.sentence(text);
  std::string out;
  Match match;
  for (std::size_t from = 0; pattern.find(symbols, from, words.table, match);) {
    if (!out.empty()) out += ' ';
    out += fmt::format("{}-{}", match.begin, match.end);
    from = std::max(match.end, match.begin + 1);
  }
  return out;
}

TEST_CASE("patterns find every occurrence and nothing else") {
  struct Row {
    const char* pattern;
    const char* text;
    const char* found;
  };
  const Row rows[] = {
      {"the day", "on the day before the day", "1-3 4-6"},
      {"the day", "the sunny day", ""},
      {"{n:number} @unit", "5 km and 7 m but 9", "0-2 3-5"},
      {"{n:number} @unit", "km 5", ""},
      {"{n:number} -? @unit", "5 - km", "0-3"},
      {"(up|down) to {n:number}", "up to 5 or down to 6", "0-3 4-7"},
      {"(up|down) to {n:number}", "over to 5", ""},
      {"from ... to", "from a long way off to here", "0-6"},
      {"from ...2 to", "from a long way off to here", ""},
      {"from ... to", "from 5 to here", ""},
      {"^ {n:number}", "5 of 6", "0-1"},
      {"^ {n:number}", "some 5", ""},
      {"{n:number} $", "5 of 6", "2-3"},
      {"{n:number} $", "5 of them", ""},
      {"(very)+ good", "very very very good", "0-4"},
      {"(very)+ good", "good", ""},
      {"{n:number} _ of", "5 or of", "0-3"},
      {"{n:number} _ of", "5 6 of", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.pattern);
    CAPTURE(row.text);
    Words words;
    Options options;
    options.barriers = {"number"};
    const auto pattern = words.parse(row.pattern, options);
    REQUIRE(pattern);
    words.finish("km m");
    CHECK(occurrences(*pattern, words, row.text) == row.found);
  }
}

TEST_CASE("the words of a noun phrase may follow a slot, as few as do") {
  Words words;
  Options options;
  options.barriers = {"number"};
  options.slot_tail = 2;
  options.slot_tail_barriers = {"number", "mark"};
  const auto pattern = words.parse("{n:number} of {m:number}", options);
  const auto comma = words.parse(", which");
  REQUIRE(pattern);
  words.finish();
  CHECK(occurrences(*pattern, words, "5 of 9") == "0-3");
  CHECK(occurrences(*pattern, words, "5 small children of 9") == "0-5");
  CHECK(occurrences(*pattern, words, "5 very small children of 9") == "");
  CHECK(occurrences(*pattern, words, "5 , children of 9") == "");
}

TEST_CASE("a pattern of more than sixty-four places is found all the same") {
  Words words;
  std::string text = "a (b";
  for (int i = 0; i < 80; ++i) text += fmt::format("|x{}", i);
  const auto pattern = words.parse(text + ")");
  REQUIRE(pattern);
  words.finish();
  CHECK(occurrences(*pattern, words, "so a x79 and a x80") == "1-3");
}

TEST_CASE("a row of words that no vocabulary joins is looked for word by word only") {
  Words words;
  const auto pattern = words.parse("the present day");
  REQUIRE(pattern);
  words.finish();
  const auto required = pattern->required(words.table);
  REQUIRE(required);
  CHECK(required->size() == 3);
}

TEST_CASE("a pattern that asks for a group without words can never match") {
  Words words;
  const auto pattern = words.parse("the @unit");
  REQUIRE(pattern);
  words.finish();
  CHECK_FALSE(pattern->required(words.table));
  CHECK(occurrences(*pattern, words, "the km") == "");
}

}  // namespace
}  // namespace figcheck::pattern
