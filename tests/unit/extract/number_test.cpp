// SPDX-License-Identifier: Apache-2.0
#include "extract/number.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "extract/tiny.h"

using namespace figcheck;
using namespace figcheck::extract;

namespace {

/// The numbers of a sentence: value, or the two ends of a range or vague number; "th" behind
/// ordinals.
std::string numbers(std::string_view text) {
  const Tiny tiny;
  Tokens tokens;
  tokenize(text, {0, text.size()}, tokens);
  std::vector<Item> items;
  make_items(text, tokens, tiny.vocabulary, items);
  std::string out;
  for (const Item& item : items) {
    if (!item.is_number()) continue;
    if (!out.empty()) out += "; ";
    out += item.number->value.to_string();
    if (item.number->range || item.number->vague) out += ".." + item.number->upper.to_string();
    if (item.number->nth) out += "th";
  }
  return out;
}

}  // namespace

TEST_CASE("puts the words of a number together") {
  struct Row {
    const char* text;
    const char* numbers;
  };
  const Row rows[] = {
      {"two thousand two hundred and sixty-one", "2261"},
      {"twenty eleven", "20; 11"},
      {"one hundred twelve", "112"},
      {"three thousand million", "3000000000"},
      {"three billions", "3000000000"},
      {"2.3 million", "2300000"},
      {"40-million", "40000000"},
      {"a dozen", "12"},
      {"two dozen", "24"},
      {"2 dozens", "24"},
      {"half a million", "500000"},
      {"a half-million", "500000"},
      {"a quarter of a million", "250000"},
      {"half a dozen", "6"},
      {"two and a half", "2.5"},
      {"2 and a half million", "2500000"},
      {"one and three quarters", "1.75"},
      {"two point two million", "2200000"},
      {"minus three", "-3"},
      {"five minus two", "5; 2"},
      {"2 1/2", "2.5"},
      {"3-1/2", "3.5"},
      {"3/4", "0.75"},
      {"five-two", "5; 2"},
      {"In 1998 thousands fled", "1998; 2000..20000"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(numbers(row.text) == row.numbers);
  }
}

TEST_CASE("reads ordinals in words and digits") {
  struct Row {
    const char* text;
    const char* numbers;
  };
  const Row rows[] = {
      {"third", "3th"},
      {"the forty-second time", "42th"},
      {"forty\xE2\x80\x94second", "42th"},
      {"two hundredth", "200th"},
      {"the 21st", "21th"},
      {"the 11th", "11th"},
      {"he weighs 12st", "12"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(numbers(row.text) == row.numbers);
  }
}

TEST_CASE("vague words are ranges") {
  CHECK(numbers("dozens") == "24..120");
  CHECK(numbers("tens of thousands") == "20000..100000");
  CHECK(numbers("several hundred") == "300..1000");
}

TEST_CASE("joins two numbers into a range only where something is counted or measured") {
  struct Row {
    const char* text;
    const char* numbers;
  };
  const Row rows[] = {
      {"25-40 km", "25..40"},
      {"25 to 40 km", "25..40"},
      {"25 to 40 panes", "25..40"},
      {"between 25 and 40 km", "25..40"},
      {"15-20%", "15..20"},
      {"26 to 31 million km", "26000000..31000000"},
      {"rose from 25 to 40 km", "25; 40"},
      {"lost 3-2", "3; 2"},
      {"40 to 25 km", "40; 25"},
      {"1939-1945 was", "1939; 1945"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(numbers(row.text) == row.numbers);
  }
}

TEST_CASE("letters behind digits are millions or metres") {
  CHECK(numbers("5m panes") == "5000000");
  CHECK(numbers("5m deep") == "5");
  CHECK(numbers("1.2M") == "1200000");
}
