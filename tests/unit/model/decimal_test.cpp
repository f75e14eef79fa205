// SPDX-License-Identifier: Apache-2.0
#include "figcheck/decimal.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>

#include <doctest/doctest.h>

using figcheck::Decimal;
using figcheck::Rounding;

namespace {

constexpr std::int64_t kMost = 999'999'999'999'999'999;

Decimal read(const std::string& text) {
  const std::optional<Decimal> value = Decimal::parse(text);
  REQUIRE_MESSAGE(value, text);
  return *value;
}

}  // namespace

TEST_CASE("a decimal remembers its written digits") {
  struct Row {
    std::string text;
    std::int64_t coefficient;
    int exponent;
    std::string plain;
    std::string display;
    int last_nonzero_place;
  };
  const Row rows[] = {
      {"0", 0, 0, "0", "0", 0},
      {"0.00", 0, -2, "0.00", "0", 0},
      {"-0", 0, 0, "0", "0", 0},
      {"007", 7, 0, "7", "7", 0},
      {"4.50", 450, -2, "4.50", "4.5", -1},
      {"-12.50", -1250, -2, "-12.50", "-12.5", -1},
      {"+3", 3, 0, "3", "3", 0},
      {".5", 5, -1, "0.5", "0.5", -1},
      {"-.05", -5, -2, "-0.05", "-0.05", -2},
      {"30000", 30000, 0, "30000", "30,000", 4},
      {"30000.0", 300000, -1, "30000.0", "30,000", 4},
      {"2261", 2261, 0, "2261", "2,261", 0},
      {"-1234567.125", -1234567125, -3, "-1234567.125", "-1,234,567.125", -3},
      {"999", 999, 0, "999", "999", 0},
      {"-100", -100, 0, "-100", "-100", 2},
      {"-1000", -1000, 0, "-1000", "-1,000", 3},
      {"999999999999999999", kMost, 0, "999999999999999999", "999,999,999,999,999,999", 0},
      {"0.000000000000000000001", 1, -21, "0.000000000000000000001", "0.000000000000000000001",
       -21},
      {"1000000000000000000000", 100'000'000'000'000'000, 4, "1000000000000000000000",
       "1,000,000,000,000,000,000,000", 21},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Decimal value = read(row.text);
    CHECK(value.coefficient() == row.coefficient);
    CHECK(value.exponent() == row.exponent);
    CHECK(value.to_string() == row.plain);
    CHECK(value.to_display() == row.display);
    CHECK(value.last_nonzero_place() == row.last_nonzero_place);
  }
}

TEST_CASE("what is not a plain decimal is refused") {
  for (const std::string text : {"", "-", "+", ".", "-.", "5.", "1,000", "1e5", "1.2.3", " 1", "1 ",
                                 "--1", "0x1", "1000000000000000001", "0.1234567890123456789",
                                 "1.000000000000000000", "\xD9\xA1", "inf", "nan"}) {
    CAPTURE(text);
    CHECK_FALSE(Decimal::parse(text));
  }
}

TEST_CASE("digits by the megabyte are refused or read at once") {
  CHECK_FALSE(Decimal::parse(std::string(1'000'000, '9')));
  CHECK_FALSE(Decimal::parse("1" + std::string(1'000'000, '0')));
  CHECK_FALSE(Decimal::parse("0." + std::string(1'000'000, '0') + "1"));
  CHECK(read("1" + std::string(399, '0')).exponent() == 382);
}

TEST_CASE("decimals count the places after the point") {
  CHECK(read("4.50").decimals() == 2);
  CHECK(read("30000").decimals() == 0);
  CHECK(Decimal::scaled(3, 4).decimals() == 0);
}

TEST_CASE("a scale word moves the point and keeps the digits") {
  CHECK(read("2.30").shifted(6).to_string() == "2300000");
  CHECK(read("2.30").shifted(6).last_nonzero_place() == 5);
  CHECK(read("450").shifted(-2).to_string() == "4.50");
  CHECK(Decimal(1).shifted(1'000'000'000).exponent() == 400);
  CHECK(Decimal(1).shifted(-1'000'000'000) == 0);
}

TEST_CASE("comparison is by value, exact for the largest and the smallest") {
  struct Row {
    Decimal a;
    Decimal b;
    int order;
  };
  const std::int64_t least = std::numeric_limits<std::int64_t>::min();
  const Row rows[] = {
      {read("4.50"), read("4.5"), 0},
      {read("0.00"), Decimal(0), 0},
      {Decimal::scaled(0, 400), Decimal::scaled(0, -400), 0},
      {read("-0.1"), Decimal(0), -1},
      {read("-2"), read("-1"), -1},
      {read("-1"), read("1"), -1},
      {read("0.1"), read("0.10000000000000001"), -1},
      {Decimal::scaled(kMost, 400), Decimal::scaled(kMost, -400), 1},
      {Decimal::scaled(-kMost, 400), Decimal::scaled(1, -400), -1},
      {Decimal::scaled(1, 17), Decimal(kMost), -1},
      {Decimal::scaled(1, 18), Decimal(kMost), 1},
      {Decimal::scaled(1, 380), Decimal::scaled(100'000'000'000'000'000, 363), 0},
      {Decimal::scaled(1, 380), Decimal::scaled(100'000'000'000'000'001, 363), -1},
      {Decimal(least), Decimal(std::numeric_limits<std::int64_t>::max()), -1},
      {Decimal(least), Decimal(least + 1), -1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.a.to_string());
    CAPTURE(row.b.to_string());
    CHECK(Decimal::compare(row.a, row.b) == row.order);
    CHECK(Decimal::compare(row.b, row.a) == -row.order);
    CHECK((row.a == row.b) == (row.order == 0));
    CHECK((row.a < row.b) == (row.order < 0));
    CHECK((row.a >= row.b) == (row.order >= 0));
  }
}

TEST_CASE("sums and products are exact") {
  Decimal sum;
  for (int i = 0; i < 10; ++i) sum = sum + read("0.1");
  CHECK(sum == 1);
  CHECK((read("4.50") + read("1")).to_string() == "5.50");
  CHECK((read("4963") - read("5069")).to_string() == "-106");
  CHECK((read("0.3048") * read("5280")).to_string() == "1609.3440");
  CHECK((read("-1.5") * read("-1.5")).to_string() == "2.25");
  CHECK((Decimal::scaled(1, 17) + Decimal(1)).to_string() == "100000000000000001");
  CHECK((Decimal::scaled(7, 30) + Decimal(0)).to_string() == "7" + std::string(30, '0'));
  CHECK((Decimal::scaled(0, 30) + read("0.5")).to_string() == "0.5");
}

TEST_CASE("a result with too many digits is rounded the way that was asked for") {
  struct Row {
    std::string what;
    Decimal (*result)(Rounding);
    std::string down;
    std::string nearest;
    std::string up;
  };
  const Row rows[] = {
      {"2/3", [](Rounding r) { return *Decimal::divide(2, 3, r); }, "0.666666666666666666",
       "0.666666666666666667", "0.666666666666666667"},
      {"-2/3", [](Rounding r) { return *Decimal::divide(-2, 3, r); }, "-0.666666666666666667",
       "-0.666666666666666667", "-0.666666666666666666"},
      {"2/-3", [](Rounding r) { return *Decimal::divide(2, -3, r); }, "-0.666666666666666667",
       "-0.666666666666666667", "-0.666666666666666666"},
      {"1e18 + 1/2",
       [](Rounding r) { return Decimal::add(Decimal::scaled(1, 18), read("0.5"), r); },
       "1000000000000000000", "1000000000000000000", "1000000000000000010"},
      {"1e18 + 5", [](Rounding r) { return Decimal::add(Decimal::scaled(1, 18), 5, r); },
       "1000000000000000000", "1000000000000000010", "1000000000000000010"},
      {"1e18 - 1e-300",
       [](Rounding r) {
         return Decimal::add(Decimal::scaled(1, 18), Decimal::scaled(-1, -300), r);
       },
       "999999999999999999", "1000000000000000000", "1000000000000000000"},
      {"-1e22 + 1e-5",
       [](Rounding r) { return Decimal::add(Decimal::scaled(-1, 22), Decimal::scaled(1, -5), r); },
       "-10000000000000000000000", "-10000000000000000000000", "-9999999999999999990000"},
      {"-1e18 - 5", [](Rounding r) { return Decimal::add(Decimal::scaled(-1, 18), -5, r); },
       "-1000000000000000010", "-1000000000000000010", "-1000000000000000000"},
      {"(10^18-1)^2", [](Rounding r) { return Decimal::multiply(kMost, kMost, r); },
       "999999999999999998000000000000000000", "999999999999999998000000000000000000",
       "999999999999999999000000000000000000"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(row.result(Rounding::down).to_string() == row.down);
    CHECK(row.result(Rounding::nearest).to_string() == row.nearest);
    CHECK(row.result(Rounding::up).to_string() == row.up);
  }
}

TEST_CASE("an exact quotient has no needless digits") {
  struct Row {
    std::string a;
    std::string b;
    std::string quotient;
  };
  const Row rows[] = {{"6", "2", "3"},
                      {"10", "4", "2.5"},
                      {"100", "10", "10"},
                      {"4.50", "1", "4.50"},
                      {"1", "8", "0.125"},
                      {"0", "7", "0"},
                      {"212", "850", "0.249411764705882353"},
                      {"-9", "0.3", "-30"}};
  for (const Row& row : rows) {
    CAPTURE(row.a);
    CAPTURE(row.b);
    const std::optional<Decimal> quotient = Decimal::divide(read(row.a), read(row.b));
    REQUIRE(quotient);
    CHECK(quotient->to_string() == row.quotient);
  }
  CHECK_FALSE(Decimal::divide(1, 0));
  CHECK_FALSE(Decimal::divide(0, read("0.00")));
}

TEST_CASE("rounding goes along the number line, ties away from zero") {
  struct Row {
    std::string value;
    int place;
    std::string down;
    std::string nearest;
    std::string up;
  };
  const Row rows[] = {
      {"2.45", -1, "2.4", "2.5", "2.5"},
      {"-2.45", -1, "-2.5", "-2.5", "-2.4"},
      {"2.449", -1, "2.4", "2.4", "2.5"},
      {"12345", 3, "12000", "12000", "13000"},
      {"12500", 3, "12000", "13000", "13000"},
      {"0.4", 0, "0", "0", "1"},
      {"-0.4", 0, "-1", "0", "0"},
      {"4.5", -2, "4.5", "4.5", "4.5"},
      {"30000", 4, "30000", "30000", "30000"},
      {"999.5", 0, "999", "1000", "1000"},
      {"7", 3, "0", "0", "1000"},
      {"7", 40, "0", "0", "1" /* and forty zeros */},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value);
    CAPTURE(row.place);
    const Decimal value = read(row.value);
    CHECK(value.rounded(row.place, Rounding::down) == read(row.down));
    CHECK(value.rounded(row.place) == read(row.nearest));
    const Decimal up = row.place == 40 ? Decimal::scaled(1, 40) : read(row.up);
    CHECK(value.rounded(row.place, Rounding::up) == up);
  }
  CHECK(read("12345").rounded(3).to_string() == "12000");
  CHECK(read("7").rounded(1'000'000'000) == 0);
  CHECK(read("7").rounded(-1'000'000'000) == 7);
}

TEST_CASE("the largest and the smallest exponents neither overflow nor loop") {
  const Decimal huge = Decimal::scaled(kMost, 400);
  const Decimal tiny = Decimal::scaled(1, -400);
  CHECK(huge * huge == huge);
  CHECK(huge * huge.negated() == huge.negated());
  CHECK(huge + huge == huge);
  CHECK(Decimal::scaled(1, 410).exponent() == 400);
  CHECK(Decimal::scaled(1, 410) == Decimal::scaled(10'000'000'000, 400));
  CHECK(Decimal::scaled(1, std::numeric_limits<int>::max()) == huge);
  CHECK(Decimal::scaled(1, std::numeric_limits<int>::min()) == 0);
  CHECK(Decimal::multiply(tiny, tiny, Rounding::down) == 0);
  CHECK(Decimal::multiply(tiny, tiny, Rounding::up) == tiny);
  CHECK(Decimal::multiply(tiny, tiny.negated(), Rounding::down) == tiny.negated());
  CHECK(Decimal::multiply(tiny, tiny.negated(), Rounding::up) == 0);
  CHECK(*Decimal::divide(huge, tiny) == huge);
  CHECK(Decimal::add(huge, tiny, Rounding::down) == huge);
  CHECK(Decimal::add(Decimal::scaled(1, 300), tiny, Rounding::up) > Decimal::scaled(1, 300));
  CHECK(huge.to_string() == std::string(18, '9') + std::string(400, '0'));
  CHECK(huge.to_double() == std::numeric_limits<double>::infinity());
  CHECK(huge.negated().to_double() == -std::numeric_limits<double>::infinity());
  CHECK(tiny.to_double() == 0.0);
}

TEST_CASE("integers of 19 digits are calculated with, too") {
  const Decimal least = std::numeric_limits<std::int64_t>::min();
  CHECK(least.to_string() == "-9223372036854775808");
  CHECK(least.negated().to_string() == "9223372036854775810");
  CHECK(least.absolute().sign() == 1);
  CHECK((least * least).to_string() == "85070591730234615900000000000000000000");
  CHECK((least + least).to_string() == "-18446744073709551600");
  CHECK(*Decimal::divide(least, least) == 1);
}

TEST_CASE("a binary number gives the decimal that was meant") {
  CHECK(Decimal::from_double(0.3048).to_string() == "0.3048");
  CHECK(Decimal::from_double(0.1 + 0.2).to_string() == "0.3");
  CHECK(Decimal::from_double(-1609.344).to_string() == "-1609.344");
  CHECK(Decimal::from_double(1000).to_string() == "1000");
  CHECK(Decimal::from_double(2.0 / 3, 3).to_string() == "0.667");
  CHECK(Decimal::from_double(0.1, 99).to_string() == "0.10000000000000001");
  CHECK(Decimal::from_double(1e300).to_double() == 1e300);
  CHECK(Decimal::from_double(5e-324).to_double() == 5e-324);
  CHECK(Decimal::from_double(0) == 0);
  CHECK(Decimal::from_double(std::numeric_limits<double>::infinity()) == 0);
  CHECK(Decimal::from_double(std::numeric_limits<double>::quiet_NaN()) == 0);
  CHECK(read("0.45359237").to_double() == 0.45359237);
}
