// SPDX-License-Identifier: Apache-2.0
#include "pattern/outline.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "pattern/index.h"
#include "pattern/pattern.h"
#include "pattern/words.h"

namespace figcheck::pattern {
namespace {

/// The occurrences of the only pattern of an index, each as "begin-end", the next one searched for
/// from the token behind the beginning of the last.
std::string occurrences(const Index& index, const Pattern& pattern, const Words& words,
                        std::string_view text, std::size_t before = Match::npos) {
  Index::Finder finder;
  const std::vector<Symbol> symbols = words.sentence(text);
  std::string out;
  for (const Index::Candidate& candidate : finder.find(index, symbols, before)) {
    Match match;
    for (std::size_t from = 0; candidate.find(pattern, symbols, from, words.table, match);) {
      if (match.begin >= before) break;
      if (!out.empty()) out += ' ';
      out += fmt::format("{}-{}", match.begin, match.end);
      from = match.begin + 1;
    }
  }
  return out;
}

/// The same without an index, by RE2 alone.
std::string searched(const Pattern& pattern, const Words& words, std::string_view text) {
  const std::vector<Symbol> symbols = words.sentence(text);
  std::string out;
  Match match;
  for (std::size_t from = 0; pattern.find(symbols, from, words.table, match);) {
    if (!out.empty()) out += ' ';
    out += fmt::format("{}-{}", match.begin, match.end);
    from = match.begin + 1;
  }
  return out;
}

struct Case {
  Words words;
  std::shared_ptr<Pattern> pattern;
  Index index;

  explicit Case(const char* text) {
    Options options;
    options.barriers = {"number"};
    options.slot_tail = 2;
    options.slot_tail_barriers = {"number", "mark"};
    pattern = words.parse(text, options);
    REQUIRE(pattern);
    words.finish("km m");
    index.add(*pattern, 0, words.table);
    index.finish(words.table);
  }
};

const char* const kPatterns[] = {
    "the day",         "{n:number} @unit", "{n:number} of {m:number}",  "{n:number} ...2 @unit",
    "^ {n:number} of", "{n:number} of $",  "(^|the) {n:number} day",    "(very)+ {n:number}",
    "the (of)* day",   "of _ {n:number}",  "(the|of {n:number}) @unit", "of .... {n:number} day",
};

TEST_CASE("an outline knows where matches begin, as RE2 does") {
  const char* const texts[] = {
      "5 km",
      "the day of the 5 km day of 7 m",
      "5 of 7",
      "5 big of 7 of 8 very very 9 of",
      "5 very long of the 7",
      "5 a km 5 a b km 5 a b c km",
      "the of of of day the of of of of of of of of of day",
      "of a 5 of 6 7 the 5 day 6 day",
      "very very very very very very very very very 5",
      "",
  };
  for (const char* const pattern : kPatterns) {
    CAPTURE(pattern);
    const Case one(pattern);
    for (const std::string text : texts) {
      CAPTURE(text);
      CHECK(occurrences(one.index, *one.pattern, one.words, text) ==
            searched(*one.pattern, one.words, text));
    }
  }
}

TEST_CASE("an outline is right at the seams of machine words, and where it gives up") {
  for (const std::size_t before :
       {59U, 60U, 61U, 62U, 63U, 64U, 125U, 127U, 190U, 253U, 254U, 255U, 256U, 300U}) {
    std::string text = "of ";
    for (std::size_t i = 1; i < before; ++i) text += "on ";
    text += "5 of 7 day the 5 km";
    CAPTURE(before);
    for (const char* const pattern : kPatterns) {
      CAPTURE(pattern);
      const Case one(pattern);
      CHECK(occurrences(one.index, *one.pattern, one.words, text) ==
            searched(*one.pattern, one.words, text));
    }
  }
}

TEST_CASE("only matches count that begin before a token that is named") {
  const Case one("{n:number} @unit");
  CHECK(occurrences(one.index, *one.pattern, one.words, "5 km and 7 km") == "0-2 3-5");
  CHECK(occurrences(one.index, *one.pattern, one.words, "5 km and 7 km", 3) == "0-2");
  CHECK(occurrences(one.index, *one.pattern, one.words, "so 5 km", 1) == "");
}

}  // namespace
}  // namespace figcheck::pattern
