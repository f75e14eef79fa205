// SPDX-License-Identifier: Apache-2.0
#include "pattern/index.h"

#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "pattern/pattern.h"
#include "pattern/words.h"

namespace figcheck::pattern {
namespace {

/// The candidates of a sentence, as "number[from-to)".
std::string candidates(const Index& index, const Words& words, std::string_view text) {
  Index::Finder finder;
  std::string out;
  for (const auto& candidate : finder.find(index, words.sentence(text))) {
    if (!out.empty()) out += ' ';
    out += fmt::format("{}[{}-{})", candidate.number, candidate.from, candidate.to);
  }
  return out;
}

/// An index of patterns, which are numbered from 0.
struct Filed {
  Words words;
  std::vector<std::shared_ptr<Pattern>> patterns;
  Index index;

  explicit Filed(std::initializer_list<const char*> texts) {
    for (const char* text : texts) patterns.push_back(words.parse(text));
    words.finish("mile");
    for (std::uint32_t i = 0; i < patterns.size(); ++i) {
      REQUIRE(patterns[i]);
      index.add(*patterns[i], i, words.table);
    }
    index.finish(words.table);
  }

  std::string candidates(std::string_view text) const {
    return pattern::candidates(index, words, text);
  }
};

TEST_CASE("the index sees the last word of a sentence of any length") {
  const Filed filed({"by {n:number}"});
  for (const std::size_t words :
       {10U, 63U, 64U, 65U, 127U, 128U, 129U, 130U, 255U, 256U, 257U, 259U}) {
    CAPTURE(words);
    std::string text;
    for (std::size_t i = 2; i < words; ++i) text += "on ";
    CHECK(filed.candidates(text + "by 5").starts_with("0["));
  }
}

TEST_CASE("the index names the patterns whose needs a sentence meets, in ascending order") {
  const Filed filed({
      "the present day",            // 0
      "{n:number} (of|among) the",  // 1
      "(rose|fell) by {n:number}",  // 2
      "the @unit",                  // 3
      "{n:number} (km)?",           // 4
  });
  struct Row {
    const char* text;
    const char* candidates;
  };
  const Row rows[] = {
      {"up to the present day", "0[2-5)"},
      {"the day", ""},
      {"5 of the boys", "1[0-3) 4[0-2)"},
      {"it rose by 5", "2[1-4) 4[2-4)"},
      {"by 5 it fell", "4[0-3)"},
      {"the last mile", ""},
      {"the mile", "3[0-2)"},
      {"nothing at all", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(filed.candidates(row.text) == row.candidates);
  }
}

TEST_CASE(
    "a pattern is searched for where its rarest words stand, and no further than it is long") {
  const Filed filed({"{n:number} ...2 mile"});
  CHECK(filed.candidates("a b c d e 5 f mile g h i j") == "0[4-9)");
  CHECK(filed.candidates("5 a b c mile") == "");
  CHECK(filed.candidates("5 a b mile") == "0[0-4)");
  CHECK(filed.candidates("mile a b c d e 5 mile") == "0[3-8)");
}

TEST_CASE("a pattern that asks for an end of the sentence is searched for up to there") {
  const Filed filed({"{n:number} $", "^ {n:number}", "5 (mile|$)"});
  CHECK(filed.candidates("5 a b c") == "1[0-1)");
  CHECK(filed.candidates("a b 5") == "0[2-3)");
}

}  // namespace
}  // namespace figcheck::pattern
