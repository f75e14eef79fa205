// SPDX-License-Identifier: Apache-2.0
#include "frame/scene.h"

namespace figcheck::frame {

namespace {

const char* const kSums = R"(claim: sum
roles: {whole: [count, money, percent], parts: [[count, money, percent]]}
words: [line]
table:
  en: {total: [total, sub-total], inside: [of which], aside: [mean], derived: [balance]}
)";

}  // namespace

TEST_CASE("a total adds up the rows above it, and a column called the total those beside it") {
  CHECK(claims(kSums,
               "| | May | June | Total |\n| Tea | 3 | 4 | 7 |\n| Rye | 5 | 6 | 12 |\n"
               "| Total | 8 | 10 | 19 |\n") ==
        "sum whole=8; parts=3;5; line:column\n"
        "sum whole=10; parts=4;6; line:column\n"
        "sum whole=19; parts=7;12; line:column\n"
        "sum whole=7; parts=3;4; line:row\n"
        "sum whole=12; parts=5;6; line:row\n"
        "sum whole=19; parts=8;10; line:row\n");
}

TEST_CASE("rows that repeat others, and those that are no amounts, are no parts") {
  CHECK(claims(kSums,
               "| Tea | 3 |\n| Rye | 5 |\n| of which black | 2 |\n| Total | 8 |\n"
               "| Mean | 4 |\n") == "sum whole=8; parts=3;5; line:column\n");
}

TEST_CASE("a total behind another adds up what fits: rows since, all rows or totals") {
  CHECK(
      claims(kSums, "| Tea | 3 |\n| Rye | 5 |\n| Sub-total | 8 |\n| Oil | 1 |\n| Total | 9 |\n") ==
      "sum whole=8; parts=3;5; line:column\nsum whole=9; parts=3;5;1; line:column\n");
  CHECK(
      claims(kSums, "| Tea | 3 |\n| Rye | 5 |\n| Sub-total | 8 |\n| Oil | 1 |\n| Total | 7 |\n") ==
      "sum whole=8; parts=3;5; line:column\n");
}

TEST_CASE("brackets are negative and four digits are no year") {
  CHECK(
      claims(kSums, "| Part | Value |\n| Sales | 2019 |\n| Returns | (19) |\n| Total | 2000 |\n") ==
      "sum whole=2000; parts=2019;19; line:column\n");
}

TEST_CASE("a line whose totals miss more often than they fit is no sum") {
  CHECK(claims(kSums, "| | A | B |\n| Tea | 3 | 4 |\n| Rye | 5 | 6 |\n| Total | 11 | 13 |\n") ==
        "");
}

TEST_CASE("cells of other kinds, and unreadable ones, make no sum") {
  CHECK(claims(kSums, "| Tea | 3 |\n| Rye | n/a |\n| Total | 8 |\n") == "");
  CHECK(claims(kSums, "| Tea | $3 |\n| Rye | 5 |\n| Total | 8 |\n") == "");
  CHECK(claims(kSums, "| Tea | 30% |\n| Rye | 25% |\n| Total | 28% |\n") == "");
}

}  // namespace figcheck::frame
