// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "pattern/pattern.h"
#include "pattern/words.h"

namespace figcheck::pattern {
namespace {

std::string candidates(const Index& index, const Words& words, std::string_view text) {
  Index::Present present;
  present.reset(words.table.class_count());
  for (const Symbol symbol : words.sentence(text)) present.add(words.table, symbol);
  std::vector<std::uint32_t> numbers;
  index.candidates(present, numbers);
  std::string out;
  for (const std::uint32_t number : numbers)
    out += (out.empty() ? "" : " ") + std::to_string(number);
  return out;
}

TEST_CASE("the index names the patterns whose needs a sentence meets, in ascending order") {
  Words words;
  const char* const patterns[] = {
      "the present day",            // 0
      "{n:number} (of|among) the",  // 1
      "(rose|fell) by {n:number}",  // 2
      "the @unit",                  // 3
      "{n:number} (km)?",           // 4
  };
  std::vector<std::shared_ptr<Pattern>> parsed;
  for (const char* text : patterns) parsed.push_back(words.parse(text));
  words.finish("mile");
  Index index;
  for (std::uint32_t i = 0; i < parsed.size(); ++i) {
    REQUIRE(parsed[i]);
    index.add(*parsed[i], i, words.table);
  }
  index.finish(words.table.class_count());

  struct Row {
    const char* text;
    const char* numbers;
  };
  const Row rows[] = {
      {"up to the present day", "0"}, {"the day", ""},         {"5 of the boys", "1 4"},
      {"it rose by 5", "2 4"},        {"by 5 it fell", "2 4"}, {"the last mile", "3"},
      {"nothing at all", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(candidates(index, words, row.text) == row.numbers);
  }
}

}  // namespace
}  // namespace figcheck::pattern
