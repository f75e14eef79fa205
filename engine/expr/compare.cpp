// SPDX-License-Identifier: Apache-2.0
#include "expr/compare.h"

#include <array>
#include <optional>

#include "expr/quantity.h"

namespace figcheck::expr {
namespace {

using Parts = std::array<std::optional<int>, 5>;

Parts parts_of(const Civil& civil) {
  return {civil.year, civil.month, civil.day, civil.hour, civil.minute};
}

bool has_no_date(const Civil& civil) { return !civil.year && !civil.month && !civil.day; }

Verdict verdict_of(bool condition) { return condition ? Verdict::holds : Verdict::fails; }

Verdict compare_quantities(Operator op, const Quantity& a, const Quantity& b, const Units& units) {
  const std::optional<Pair> pair = in_one_unit(a, b, units);
  if (!pair) return Verdict::cannot_tell;
  const Interval& left = pair->a.interval;
  const Interval& right = pair->b.interval;
  switch (op) {
    case Operator::less:
      return Interval::less(left, right);
    case Operator::less_equal:
      return Interval::less_equal(left, right);
    case Operator::greater:
      return Interval::less(right, left);
    case Operator::greater_equal:
      return Interval::less_equal(right, left);
    case Operator::equal:
      return Interval::equal(left, right);
    case Operator::unequal:
      return !Interval::equal(left, right);
    case Operator::meets:
      return verdict_of(left.meets(right));
    case Operator::misses:
      return verdict_of(!left.meets(right));
    default:
      return Verdict::cannot_tell;
  }
}

Verdict compare_moments(Operator op, const Civil& a, const Civil& b) {
  switch (op) {
    case Operator::less:
      return earlier(a, b);
    case Operator::less_equal:
      return !earlier(b, a);
    case Operator::greater:
      return earlier(b, a);
    case Operator::greater_equal:
      return !earlier(a, b);
    case Operator::equal:
      return same_parts(a, b);
    case Operator::unequal:
      return !same_parts(a, b);
    // Moments that differ in no part that both state may be one.
    case Operator::meets:
      return verdict_of(same_parts(a, b) != Verdict::fails);
    case Operator::misses:
      return verdict_of(same_parts(a, b) == Verdict::fails);
    default:
      return Verdict::cannot_tell;
  }
}

bool is_equality(Operator op) { return op == Operator::equal || op == Operator::unequal; }

}  // namespace

Verdict same_parts(const Civil& a, const Civil& b) {
  if (!a.zone.empty() && !b.zone.empty() && a.zone != b.zone) return Verdict::cannot_tell;
  const Parts left = parts_of(a);
  const Parts right = parts_of(b);
  bool same = a.zone == b.zone && a.half_day_unknown == b.half_day_unknown;
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left[i].has_value() != right[i].has_value()) same = false;
    if (!left[i] || !right[i] || *left[i] == *right[i]) continue;
    const bool hour = i == 3;
    if (hour && (a.half_day_unknown || b.half_day_unknown) && (*left[i] - *right[i]) % 12 == 0) {
      same = false;
      continue;
    }
    return Verdict::fails;
  }
  if (a.weekday && b.weekday && *a.weekday != *b.weekday) return Verdict::fails;
  if (a.half_day_unknown || b.half_day_unknown) same = false;
  return same ? Verdict::holds : Verdict::cannot_tell;
}

Verdict earlier(const Civil& a, const Civil& b) {
  const Parts left = parts_of(a);
  const Parts right = parts_of(b);
  const bool times_only = has_no_date(a) && has_no_date(b);
  for (std::size_t i = times_only ? 3 : 0; i < left.size(); ++i) {
    if (!left[i] || !right[i]) return Verdict::cannot_tell;
    const bool clock = i >= 3;
    if (clock && (a.zone != b.zone || a.half_day_unknown || b.half_day_unknown)) {
      return Verdict::cannot_tell;
    }
    if (*left[i] != *right[i]) return verdict_of(*left[i] < *right[i]);
    // Dates to the day are the same day: neither is earlier, unless clock times go on.
    if (i == 2 && !a.hour && !b.hour) return Verdict::fails;
  }
  return Verdict::fails;
}

Verdict compare(Operator op, const Value& a, const Value& b, const Units& units) {
  const std::optional<Quantity> left = a.quantity();
  const std::optional<Quantity> right = b.quantity();
  // A year is a quantity and a moment; two of them are compared as moments only with a date.
  if (left && right) return compare_quantities(op, *left, *right, units);
  const std::optional<Moment> from = a.moment();
  const std::optional<Moment> to = b.moment();
  if (from && to) return compare_moments(op, from->civil, to->civil);
  if (a.text() != nullptr && b.text() != nullptr && is_equality(op)) {
    return verdict_of((*a.text() == *b.text()) == (op == Operator::equal));
  }
  if (a.type() == Type::verdict && b.type() == Type::verdict && is_equality(op)) {
    if (a.verdict() == Verdict::cannot_tell || b.verdict() == Verdict::cannot_tell) {
      return Verdict::cannot_tell;
    }
    return verdict_of((a.verdict() == b.verdict()) == (op == Operator::equal));
  }
  return Verdict::cannot_tell;
}

}  // namespace figcheck::expr
