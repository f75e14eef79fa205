// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "figcheck/decimal.h"

namespace figcheck {

/// What a check comes to: true for every number that the wording allows, true for none, or neither.
enum class Verdict { holds, fails, cannot_tell };

const char* to_string(Verdict verdict);
Verdict operator!(Verdict verdict);
Verdict operator&&(Verdict a, Verdict b);
Verdict operator||(Verdict a, Verdict b);

/// One end of an interval. An end that is not closed is not itself allowed.
struct Bound {
  Decimal value;
  bool closed = true;

  friend bool operator==(const Bound&, const Bound&) = default;
};

/// All numbers that a writer's words allow.
///
///     under 6     (-inf, 6)       at most 6    (-inf, 6]
///     over 6      (6, +inf)       at least 6   [6, +inf)
///     exactly 6   [6, 6]          6.0          [5.95, 6.05]
///
/// An absent end is unbounded. Never empty. A plain value: copy it freely.
class Interval {
 public:
  /// All numbers.
  Interval() = default;
  /// Ends in the wrong order are swapped; two ends at one number are both closed.
  Interval(std::optional<Bound> low, std::optional<Bound> high);

  static Interval exactly(const Decimal& value);
  static Interval closed(const Decimal& low, const Decimal& high);
  static Interval at_least(const Decimal& value) { return {Bound{value, true}, std::nullopt}; }
  static Interval at_most(const Decimal& value) { return {std::nullopt, Bound{value, true}}; }
  static Interval above(const Decimal& value) { return {Bound{value, false}, std::nullopt}; }
  static Interval below(const Decimal& value) { return {std::nullopt, Bound{value, false}}; }

  /// Every number that rounds to `value` at 10^place. Both ends count, since half-up and half-even
  /// disagree about ties and an article does not say which was used.
  static Interval rounding_to(const Decimal& value, int place);

  const std::optional<Bound>& low() const { return low_; }
  const std::optional<Bound>& high() const { return high_; }
  bool bounded() const { return low_ && high_; }
  bool is_point() const;
  bool contains(const Decimal& value) const;
  bool contains(const Interval& other) const;
  bool meets(const Interval& other) const;

  /// Returns the numbers in both, or nullopt when there are none.
  std::optional<Interval> intersect(const Interval& other) const;
  /// Returns the smallest interval that holds both.
  Interval hull(const Interval& other) const;
  /// Returns the interval with each end moved outward by `by` (not negative).
  Interval widened(const Decimal& by) const;

  Interval negated() const;
  friend Interval operator+(const Interval& a, const Interval& b);
  friend Interval operator-(const Interval& a, const Interval& b) { return a + b.negated(); }
  friend Interval operator*(const Interval& a, const Interval& b);
  /// Returns a / b, or nullopt when b holds zero. By "over 0" the quotient has no upper end.
  static std::optional<Interval> divide(const Interval& a, const Interval& b);
  Interval absolute() const;

  /// Three-valued comparisons: *holds* when true for every pair of numbers.
  static Verdict less(const Interval& a, const Interval& b);
  static Verdict less_equal(const Interval& a, const Interval& b);
  static Verdict equal(const Interval& a, const Interval& b);

  /// Returns "[5.95, 6.05]", "(6, +inf)", as mathematics writes it.
  std::string to_string() const;

  friend bool operator==(const Interval&, const Interval&) = default;

 private:
  std::optional<Bound> low_;
  std::optional<Bound> high_;
};

}  // namespace figcheck
