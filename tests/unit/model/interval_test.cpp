// SPDX-License-Identifier: Apache-2.0
#include "figcheck/interval.h"

#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using figcheck::Bound;
using figcheck::Decimal;
using figcheck::Interval;
using figcheck::Verdict;

namespace {

Decimal number(const std::string& text) { return Decimal::parse(text).value(); }

/// Reads "[5.95, 6.05)", "(-inf, 6]": what Interval::to_string() writes.
Interval interval(const std::string& text) {
  const std::size_t comma = text.find(", ");
  const std::string low = text.substr(1, comma - 1);
  const std::string high = text.substr(comma + 2, text.size() - comma - 3);
  std::optional<Bound> low_end;
  std::optional<Bound> high_end;
  if (low != "-inf") low_end = Bound{number(low), text.front() == '['};
  if (high != "+inf") high_end = Bound{number(high), text.back() == ']'};
  return {low_end, high_end};
}

}  // namespace

TEST_CASE("reads as mathematics does") {
  struct Row {
    Interval interval;
    std::string text;
  };
  const Row rows[] = {
      {Interval(), "(-inf, +inf)"},
      {Interval::below(6), "(-inf, 6)"},
      {Interval::at_most(6), "(-inf, 6]"},
      {Interval::above(6), "(6, +inf)"},
      {Interval::at_least(6), "[6, +inf)"},
      {Interval::exactly(6), "[6, 6]"},
      {Interval::closed(2, 3), "[2, 3]"},
      {Interval::closed(3, 2), "[2, 3]"},
      {Interval(Bound{1, true}, Bound{2, false}), "[1, 2)"},
      {Interval(Bound{2, false}, Bound{1, true}), "[1, 2)"},
      {Interval(Bound{1, false}, Bound{1, true}), "[1, 1]"},
      {Interval::rounding_to(number("6.0"), -1), "[5.95, 6.05]"},
      {Interval::rounding_to(6, 0), "[5.5, 6.5]"},
      {Interval::rounding_to(30000, 4), "[25000, 35000]"},
      {Interval::rounding_to(number("-2.3"), -1), "[-2.35, -2.25]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(row.interval.to_string() == row.text);
    CHECK(interval(row.text) == row.interval);
  }
}

TEST_CASE("both sides of a tie round to the written number") {
  const Interval written = Interval::rounding_to(number("4.5"), -1);
  CHECK(written.contains(number("4.45")));
  CHECK(written.contains(number("4.55")));
  CHECK_FALSE(written.contains(number("4.5501")));
}

TEST_CASE("an open bound excludes its own value") {
  CHECK_FALSE(Interval::above(6).contains(6));
  CHECK(Interval::at_least(6).contains(6));
  CHECK_FALSE(Interval::below(6).contains(6));
  CHECK(Interval::at_most(6).contains(6));
  CHECK(Interval::above(6).contains(number("6.000000000000001")));
  CHECK(Interval().contains(6));
}

TEST_CASE("an interval holds another only with its ends") {
  CHECK(interval("[1, 3]").contains(interval("(1, 3)")));
  CHECK_FALSE(interval("(1, 3)").contains(interval("[1, 3)")));
  CHECK_FALSE(interval("(1, 3)").contains(interval("(1, 3]")));
  CHECK_FALSE(interval("[1, 3]").contains(interval("[1, +inf)")));
  CHECK_FALSE(interval("[1, 3]").contains(interval("(-inf, 3]")));
  CHECK(Interval().contains(interval("(-inf, 3]")));
}

TEST_CASE("closed ends that touch meet and open ones do not") {
  struct Row {
    std::string a;
    std::string b;
    std::string common;  ///< Empty when they do not meet.
    std::string hull;
  };
  const Row rows[] = {
      {"[1, 2]", "[2, 3]", "[2, 2]", "[1, 3]"},
      {"[1, 2)", "[2, 3]", "", "[1, 3]"},
      {"[1, 2]", "(2, 3]", "", "[1, 3]"},
      {"[1, 2)", "(2, 3)", "", "[1, 3)"},
      {"(6, +inf)", "(-inf, 6]", "", "(-inf, +inf)"},
      {"[6, +inf)", "(-inf, 6]", "[6, 6]", "(-inf, +inf)"},
      {"[1, 5]", "(1, 5)", "(1, 5)", "[1, 5]"},
      {"[1, 4)", "(2, 5]", "(2, 4)", "[1, 5]"},
      {"[1, 2]", "[4, 5]", "", "[1, 5]"},
      {"(-inf, +inf)", "(2, 5]", "(2, 5]", "(-inf, +inf)"},
      {"(-inf, 3)", "(2, 5]", "(2, 3)", "(-inf, 5]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.a);
    CAPTURE(row.b);
    const Interval a = interval(row.a);
    const Interval b = interval(row.b);
    const bool meet = std::string(row.common) != "";
    CHECK(a.meets(b) == meet);
    CHECK(b.meets(a) == meet);
    CHECK((a.intersect(b) ? a.intersect(b)->to_string() : "") == row.common);
    CHECK((b.intersect(a) ? b.intersect(a)->to_string() : "") == row.common);
    CHECK(a.hull(b).to_string() == row.hull);
    CHECK(b.hull(a).to_string() == row.hull);
  }
}

TEST_CASE("negation swaps the ends and their flags") {
  CHECK(interval("[1, 2)").negated().to_string() == "(-2, -1]");
  CHECK(interval("(-inf, 2]").negated().to_string() == "[-2, +inf)");
  CHECK(Interval().negated() == Interval());
}

TEST_CASE("widening moves both ends outward") {
  CHECK(interval("[1, 2)").widened(number("0.5")).to_string() == "[0.5, 2.5)");
  CHECK(interval("[1, +inf)").widened(1).to_string() == "[0, +inf)");
  CHECK(interval("[1, 2]").widened(0) == interval("[1, 2]"));
  CHECK(interval("[1, 2]").widened(-1) == interval("[1, 2]"));
}

TEST_CASE("sums and differences carry open and absent ends") {
  CHECK((interval("[1, 2)") + interval("[10, 20]")).to_string() == "[11, 22)");
  CHECK((interval("[1, 2)") - interval("[10, 20]")).to_string() == "[-19, -8)");
  CHECK((interval("[1, 2]") - interval("(10, 20]")).to_string() == "[-19, -8)");
  CHECK((interval("[5, +inf)") - interval("[1, 2]")).to_string() == "[3, +inf)");
  CHECK((interval("[5, +inf)") - interval("[1, +inf)")).to_string() == "(-inf, +inf)");
}

TEST_CASE("products and quotients treat zero and absent ends as limits") {
  struct Row {
    std::string a;
    std::string b;
    std::string product;
    std::string quotient;  ///< Empty when b holds zero.
  };
  const Row rows[] = {
      {"[2, 3]", "[4, 5)", "[8, 15)", "(0.4, 0.75]"},
      {"[-2, 3]", "[-1, 5)", "(-10, 15)", ""},
      {"[-2, 3)", "[4, 5]", "[-10, 15)", "[-0.5, 0.75)"},
      {"[0, 2]", "(5, +inf)", "[0, +inf)", "[0, 0.4)"},
      {"(0, 2]", "(5, +inf)", "(0, +inf)", "(0, 0.4)"},
      {"[0, 0]", "(-inf, +inf)", "[0, 0]", ""},
      {"[0, 0]", "(0, +inf)", "[0, 0]", "[0, 0]"},
      {"[1, 2]", "(0, 4]", "(0, 8]", "[0.25, +inf)"},
      {"[1, 2]", "[0, 4]", "[0, 8]", ""},
      {"[1, 2]", "[-4, 0)", "[-8, 0)", "(-inf, -0.25]"},
      {"[-1, 2]", "(0, 4]", "[-4, 8]", "(-inf, +inf)"},
      {"(0, 1)", "(0, 1)", "(0, 1)", "(0, +inf)"},
      {"[3, +inf)", "[2, +inf)", "[6, +inf)", "(0, +inf)"},
      {"(-inf, -3]", "[2, 4]", "(-inf, -6]", "(-inf, -0.75]"},
      {"(-inf, 0]", "[3, 4]", "(-inf, 0]", "(-inf, 0]"},
      {"(-inf, +inf)", "[2, 3]", "(-inf, +inf)", "(-inf, +inf)"},
      {"(-1, 1)", "[0, 0]", "[0, 0]", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.a);
    CAPTURE(row.b);
    const Interval a = interval(row.a);
    const Interval b = interval(row.b);
    CHECK((a * b) == interval(row.product));
    CHECK((b * a) == interval(row.product));
    const std::optional<Interval> quotient = Interval::divide(a, b);
    CHECK(quotient.has_value() == (std::string(row.quotient) != ""));
    if (quotient) CHECK(*quotient == interval(row.quotient));
  }
}

TEST_CASE("results that do not fit are rounded outward") {
  const std::optional<Interval> third =
      Interval::divide(Interval::exactly(1), Interval::exactly(3));
  REQUIRE(third);
  CHECK(third->to_string() == "[0.333333333333333333, 0.333333333333333334]");
  CHECK((*third * Interval::exactly(3)).contains(1));
  const Interval negative = Interval::divide(Interval::exactly(-1), Interval::exactly(3)).value();
  CHECK(negative.to_string() == "[-0.333333333333333334, -0.333333333333333333]");
}

TEST_CASE("the size of what spans zero reaches from zero to the farther end") {
  struct Row {
    std::string interval;
    std::string size;
  };
  const Row rows[] = {
      {"[1, 2)", "[1, 2)"},       {"(-2, -1]", "[1, 2)"},        {"(-3, 2]", "[0, 3)"},
      {"(-2, 2]", "[0, 2]"},      {"[-2, 2)", "[0, 2]"},         {"(-2, 2)", "[0, 2)"},
      {"(0, 2]", "(0, 2]"},       {"(-inf, 2]", "[0, +inf)"},    {"(-inf, -2]", "[2, +inf)"},
      {"(-inf, 0)", "(0, +inf)"}, {"(-inf, +inf)", "[0, +inf)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.interval);
    CHECK(interval(row.interval).absolute() == interval(row.size));
  }
}

TEST_CASE("comparisons hold for all pairs, fail for all, or cannot tell") {
  constexpr Verdict kYes = Verdict::holds;
  constexpr Verdict kNo = Verdict::fails;
  constexpr Verdict kMaybe = Verdict::cannot_tell;
  struct Row {
    std::string a;
    std::string b;
    Verdict less;
    Verdict less_equal;
    Verdict equal;
  };
  const Row rows[] = {
      {"[1, 2]", "[3, 4]", kYes, kYes, kNo},
      {"[3, 4]", "[1, 2]", kNo, kNo, kNo},
      {"[1, 2]", "[2, 3]", kMaybe, kYes, kMaybe},
      {"[1, 2)", "[2, 3]", kYes, kYes, kNo},
      {"[2, 3]", "[1, 2]", kNo, kMaybe, kMaybe},
      {"(2, 3]", "[1, 2]", kNo, kNo, kNo},
      {"[2, 2]", "[2, 2]", kNo, kYes, kYes},
      {"[1, 3]", "[2, 4]", kMaybe, kMaybe, kMaybe},
      {"[500, +inf)", "[487, 487]", kNo, kNo, kNo},
      {"(-inf, +inf)", "[2, 2]", kMaybe, kMaybe, kMaybe},
      {"(6, +inf)", "(-inf, 6]", kNo, kNo, kNo},
      {"(-inf, 6]", "(6, +inf)", kYes, kYes, kNo},
  };
  for (const Row& row : rows) {
    CAPTURE(row.a);
    CAPTURE(row.b);
    const Interval a = interval(row.a);
    const Interval b = interval(row.b);
    CHECK(Interval::less(a, b) == row.less);
    CHECK(Interval::less_equal(a, b) == row.less_equal);
    CHECK(Interval::equal(a, b) == row.equal);
    CHECK(Interval::equal(b, a) == row.equal);
  }
}

namespace {

/// All intervals with ends at -1, 0 and 2, open, closed and absent.
std::vector<Interval> small_intervals() {
  std::vector<std::optional<Bound>> ends = {std::nullopt};
  for (const int value : {-1, 0, 2}) {
    ends.push_back(Bound{value, true});
    ends.push_back(Bound{value, false});
  }
  std::vector<Interval> intervals;
  for (const auto& low : ends) {
    for (const auto& high : ends) {
      const bool empty = low && high &&
                         (low->value > high->value ||
                          (low->value == high->value && !(low->closed && high->closed)));
      if (!empty) intervals.emplace_back(low, high);
    }
  }
  return intervals;
}

/// Numbers of an interval: its ends, others very near to them, and very far ones.
std::vector<Decimal> samples(const Interval& interval) {
  std::vector<Decimal> numbers;
  for (const std::string text : {"-1000000", "-1.000001", "-1", "-0.999999", "-0.5", "-0.000001",
                                 "0", "0.000001", "1", "1.999999", "2", "2.000001", "1000000"}) {
    if (interval.contains(number(text))) numbers.push_back(number(text));
  }
  return numbers;
}

/// Checks that `result` holds every number of `found`, has the closed ends that are among them and
/// no open ones that are, and reaches no farther than they do.
void check_tight(const Interval& result, const std::vector<Decimal>& found) {
  CAPTURE(result.to_string());
  bool low_reached = false;
  bool high_reached = false;
  bool near_low = false;
  bool near_high = false;
  bool all_inside = true;
  for (const Decimal& value : found) {
    all_inside = all_inside && result.contains(value);
    low_reached = low_reached || (result.low() && value == result.low()->value);
    high_reached = high_reached || (result.high() && value == result.high()->value);
    near_low = near_low ||
               (result.low() ? value - result.low()->value < number("0.0001") : value < -90000);
    near_high = near_high ||
                (result.high() ? result.high()->value - value < number("0.0001") : value > 90000);
  }
  CHECK(all_inside);
  CHECK(low_reached == (result.low() && result.low()->closed));
  CHECK(high_reached == (result.high() && result.high()->closed));
  CHECK(near_low);
  CHECK(near_high);
}

}  // namespace

TEST_CASE("arithmetic gives the smallest interval of all results") {
  const std::vector<Interval> intervals = small_intervals();
  for (const Interval& a : intervals) {
    CAPTURE(a.to_string());
    for (const Interval& b : intervals) {
      CAPTURE(b.to_string());
      std::vector<Decimal> sums;
      std::vector<Decimal> products;
      std::vector<Decimal> quotients;
      for (const Decimal& x : samples(a)) {
        for (const Decimal& y : samples(b)) {
          sums.push_back(x + y);
          products.push_back(x * y);
          if (y.sign() != 0) quotients.push_back(Decimal::divide(x, y).value());
        }
      }
      check_tight(a + b, sums);
      check_tight(a * b, products);
      const std::optional<Interval> quotient = Interval::divide(a, b);
      CHECK(quotient.has_value() == !b.contains(0));
      if (quotient) check_tight(*quotient, quotients);
    }
  }
}
