// SPDX-License-Identifier: Apache-2.0
#include "extract/token.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace figcheck;
using namespace figcheck::extract;

namespace {

/// The tokens with their kinds: w(word) n(number) m(mark) i(identifier).
std::string cut(std::string_view text) {
  Tokens tokens;
  tokenize(text, {0, text.size()}, tokens);
  std::string out;
  for (const Token& token : tokens.list) {
    if (!out.empty()) out += token.glued ? "" : " ";
    const char* kinds = "wnmi";
    out += kinds[static_cast<int>(token.kind)];
    out += '(';
    out += text.substr(token.span.start, token.span.size());
    out += ')';
  }
  return out;
}

Number only(std::string_view text) {
  Tokens tokens;
  tokenize(text, {0, text.size()}, tokens);
  REQUIRE(tokens.list.size() == 1);
  REQUIRE(tokens.list[0].number != nullptr);
  return *tokens.list[0].number;
}

}  // namespace

TEST_CASE("cuts words, numbers, marks and names with digits") {
  struct Row {
    const char* text;
    const char* tokens;
  };
  const Row rows[] = {
      {"2,261 civilians", "n(2,261) w(civilians)"},
      {"at 9 a.m. on", "w(at) n(9) w(a.m.) w(on)"},
      {"the U.S. and", "w(the) w(U.S.) w(and)"},
      {"Tuesday's", "w(Tuesday)w('s)"},
      {"o'clock", "w(o'clock)"},
      {"F-16 and MH370", "i(F-16) w(and) i(MH370)"},
      {"CHF3.04, EUR2,000.", "i(CHF3.04)m(,) i(EUR2,000)m(.)"},
      {"version 13.00.1", "w(version) i(13.00.1)"},
      {"a 7e7 or 4x4", "w(a) i(7e7) w(or) i(4x4)"},
      {"see https://example.org/a%20b now", "w(see) i(https://example.org/a%20b) w(now)"},
      {"$.50", "m($)n(.50)"},
      {"fell to -36.", "w(fell) w(to) n(-36)m(.)"},
      {"3-2", "n(3)m(-)n(2)"},
      {"5 -3", "n(5) m(-)n(3)"},
      {"2\xC2\xBD miles", "n(2)n(\xC2\xBD) w(miles)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(cut(row.text) == row.tokens);
  }
}

TEST_CASE("tells numbers apart by how they are written") {
  struct Row {
    const char* text;
    Shape shape;
    const char* value;
  };
  const Row rows[] = {
      {"2261", Shape::integer, "2261"},
      {"2,261", Shape::grouped, "2261"},
      {"12,34,567", Shape::grouped, "1234567"},
      {"30\xC2\xA0"
       "000",
       Shape::grouped, "30000"},
      {"1,234.50", Shape::decimal, "1234.50"},
      {".77", Shape::decimal, "0.77"},
      {"13.00", Shape::decimal, "13.00"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Number number = only(row.text);
    CHECK(number.shape == row.shape);
    CHECK(number.value.to_string() == row.value);
  }
  CHECK(only("13:00").shape == Shape::colon_pair);
  CHECK(only("2:25:39").shape == Shape::colon_triple);
  CHECK(only("2023-09-20").shape == Shape::iso_date);
  CHECK(only("20/9/2023").shape == Shape::slash_date);
  CHECK(only("20.09.2023").shape == Shape::dotted_date);
  CHECK(only("1/2").shape == Shape::slash_pair);
  CHECK(only("-36").value.to_string() == "-36");
}

TEST_CASE("only plain decimals may be clock times") {
  CHECK(only("13.00").parts[1] == 0);
  CHECK(only("8,579.19").parts[1] == -1);
  CHECK(only("13.005").parts[1] == -1);
}

TEST_CASE("folds dashes and quotation marks") {
  CHECK(folded_mark("\xE2\x80\x93") == "-");
  CHECK(folded_mark("\xE2\x88\x92") == "-");
  CHECK(folded_mark("--") == "\xE2\x80\x94");
  CHECK(folded_mark("\xE2\x80\x9C") == "\"");
  CHECK(folded_mark("\xE2\x80\x99") == "'");
  CHECK(folded_mark(",") == ",");
}
