// SPDX-License-Identifier: Apache-2.0
#include "figcheck/interval.h"

#include <algorithm>
#include <array>
#include <utility>

// Ends that need rounding move outward: a low end down, a high end up.
namespace figcheck {
namespace {

using End = std::optional<Bound>;

/// Returns whether every number with the high end `high` is below every number with the low end
/// `low`.
bool separate(const End& high, const End& low) {
  if (!high || !low) return false;
  const int order = Decimal::compare(high->value, low->value);
  return order < 0 || (order == 0 && !(high->closed && low->closed));
}

/// A corner of a product or quotient: what two ends come to together.
struct Corner {
  int infinite = 0;  ///< -1 or 1 for minus or plus infinity.
  Decimal down;      ///< The value, rounded down and rounded up.
  Decimal up;
  bool closed = false;
};

/// An end on the extended number line.
struct Extended {
  int infinite = 0;
  Decimal value;
  bool closed = false;

  int sign() const { return infinite != 0 ? infinite : value.sign(); }
  bool is_zero() const { return infinite == 0 && value.sign() == 0; }
};

Extended extended(const End& end, int infinity) {
  if (!end) return {infinity, {}, false};
  return {0, end->value, end->closed};
}

/// Zero times anything is zero, infinity included, and is reached as soon as one zero is: the other
/// factor has some number for it.
Corner zero_corner(bool reached) { return {0, {}, {}, reached}; }

Corner product(const Extended& x, const Extended& y) {
  if (x.is_zero() || y.is_zero()) {
    return zero_corner((x.is_zero() && x.closed) || (y.is_zero() && y.closed));
  }
  if (x.infinite != 0 || y.infinite != 0) return {x.sign() * y.sign(), {}, {}, false};
  return {0, Decimal::multiply(x.value, y.value, Rounding::down),
          Decimal::multiply(x.value, y.value, Rounding::up), x.closed && y.closed};
}

/// Returns x / y, where y is an end of an interval without zero, all of whose numbers have the sign
/// `side`. y may itself be zero when it is open: then 1 / y grows without bound.
Corner quotient(const Extended& x, const Extended& y, int side) {
  if (x.is_zero()) return zero_corner(x.closed);
  if (y.infinite != 0) return zero_corner(false);
  if (y.is_zero() || x.infinite != 0) return {x.sign() * side, {}, {}, false};
  // y is not zero here, so both have a value.
  return {0, Decimal::divide(x.value, y.value, Rounding::down).value_or(Decimal()),
          Decimal::divide(x.value, y.value, Rounding::up).value_or(Decimal()),
          x.closed && y.closed};
}

Interval span_of(const std::array<Corner, 4>& corners) {
  const auto low_order = [](const Corner& a, const Corner& b) {
    if (a.infinite != b.infinite) return a.infinite < b.infinite;
    const int order = Decimal::compare(a.down, b.down);
    return order != 0 ? order < 0 : a.closed && !b.closed;
  };
  const auto high_order = [](const Corner& a, const Corner& b) {
    if (a.infinite != b.infinite) return a.infinite > b.infinite;
    const int order = Decimal::compare(a.up, b.up);
    return order != 0 ? order > 0 : a.closed && !b.closed;
  };
  const Corner& low = *std::min_element(corners.begin(), corners.end(), low_order);
  const Corner& high = *std::min_element(corners.begin(), corners.end(), high_order);
  return {low.infinite != 0 ? End() : Bound{low.down, low.closed},
          high.infinite != 0 ? End() : Bound{high.up, high.closed}};
}

}  // namespace

Interval::Interval(std::optional<Bound> low, std::optional<Bound> high)
    : low_(std::move(low)), high_(std::move(high)) {
  if (!low_ || !high_) return;
  const int order = Decimal::compare(low_->value, high_->value);
  if (order > 0) std::swap(low_, high_);
  if (order == 0) low_->closed = high_->closed = true;
}

Interval Interval::exactly(const Decimal& value) { return closed(value, value); }

Interval Interval::closed(const Decimal& low, const Decimal& high) {
  return {Bound{low, true}, Bound{high, true}};
}

Interval Interval::rounding_to(const Decimal& value, int place) {
  return exactly(value).widened(Decimal(5).shifted(place).shifted(-1));
}

bool Interval::is_point() const { return low_ && high_ && low_->value == high_->value; }

bool Interval::contains(const Decimal& value) const { return contains(exactly(value)); }

bool Interval::contains(const Interval& other) const {
  if (low_) {
    if (!other.low_) return false;
    const int order = Decimal::compare(other.low_->value, low_->value);
    if (order < 0 || (order == 0 && other.low_->closed && !low_->closed)) return false;
  }
  if (high_) {
    if (!other.high_) return false;
    const int order = Decimal::compare(other.high_->value, high_->value);
    if (order > 0 || (order == 0 && other.high_->closed && !high_->closed)) return false;
  }
  return true;
}

bool Interval::meets(const Interval& other) const {
  return !separate(high_, other.low_) && !separate(other.high_, low_);
}

std::optional<Interval> Interval::intersect(const Interval& other) const {
  if (!meets(other)) return std::nullopt;
  Interval result = *this;
  if (other.low_) {
    const int order = low_ ? Decimal::compare(other.low_->value, low_->value) : 1;
    if (order > 0 || (order == 0 && !other.low_->closed)) result.low_ = other.low_;
  }
  if (other.high_) {
    const int order = high_ ? Decimal::compare(other.high_->value, high_->value) : -1;
    if (order < 0 || (order == 0 && !other.high_->closed)) result.high_ = other.high_;
  }
  return result;
}

Interval Interval::hull(const Interval& other) const {
  Interval result = *this;
  if (low_ && other.low_) {
    const int order = Decimal::compare(other.low_->value, low_->value);
    if (order < 0 || (order == 0 && other.low_->closed)) result.low_ = other.low_;
  } else {
    result.low_.reset();
  }
  if (high_ && other.high_) {
    const int order = Decimal::compare(other.high_->value, high_->value);
    if (order > 0 || (order == 0 && other.high_->closed)) result.high_ = other.high_;
  } else {
    result.high_.reset();
  }
  return result;
}

Interval Interval::widened(const Decimal& by) const {
  if (by.sign() <= 0) return *this;
  Interval result = *this;
  if (low_) result.low_->value = Decimal::add(low_->value, by.negated(), Rounding::down);
  if (high_) result.high_->value = Decimal::add(high_->value, by, Rounding::up);
  return result;
}

Interval Interval::negated() const {
  const auto flip = [](const End& end) -> End {
    if (!end) return std::nullopt;
    return Bound{end->value.negated(), end->closed};
  };
  return {flip(high_), flip(low_)};
}

Interval operator+(const Interval& a, const Interval& b) {
  const auto sum = [](const End& x, const End& y, Rounding rounding) -> End {
    if (!x || !y) return std::nullopt;
    return Bound{Decimal::add(x->value, y->value, rounding), x->closed && y->closed};
  };
  return {sum(a.low(), b.low(), Rounding::down), sum(a.high(), b.high(), Rounding::up)};
}

Interval operator*(const Interval& a, const Interval& b) {
  const Extended a_low = extended(a.low(), -1);
  const Extended a_high = extended(a.high(), 1);
  const Extended b_low = extended(b.low(), -1);
  const Extended b_high = extended(b.high(), 1);
  return span_of({product(a_low, b_low), product(a_low, b_high), product(a_high, b_low),
                  product(a_high, b_high)});
}

std::optional<Interval> Interval::divide(const Interval& a, const Interval& b) {
  if (b.contains(Decimal(0))) return std::nullopt;
  const Extended a_low = extended(a.low(), -1);
  const Extended a_high = extended(a.high(), 1);
  const Extended b_low = extended(b.low(), -1);
  const Extended b_high = extended(b.high(), 1);
  const int side = b_low.sign() >= 0 ? 1 : -1;
  return span_of({quotient(a_low, b_low, side), quotient(a_low, b_high, side),
                  quotient(a_high, b_low, side), quotient(a_high, b_high, side)});
}

Interval Interval::absolute() const {
  if (low_ && low_->value.sign() >= 0) return *this;
  const Interval mirror = negated();
  if (high_ && high_->value.sign() <= 0) return mirror;
  // Zero lies inside; the farther end counts.
  const Bound zero{Decimal(0), true};
  if (!low_ || !high_) return {zero, std::nullopt};
  const Bound& other = *mirror.high_;
  const int order = Decimal::compare(high_->value, other.value);
  return {zero, order > 0 || (order == 0 && high_->closed) ? *high_ : other};
}

Verdict Interval::less(const Interval& a, const Interval& b) {
  if (separate(a.high_, b.low_)) return Verdict::holds;
  if (a.low_ && b.high_ && a.low_->value >= b.high_->value) return Verdict::fails;
  return Verdict::cannot_tell;
}

Verdict Interval::less_equal(const Interval& a, const Interval& b) { return !less(b, a); }

Verdict Interval::equal(const Interval& a, const Interval& b) {
  if (!a.meets(b)) return Verdict::fails;
  return a.is_point() && b.is_point() ? Verdict::holds : Verdict::cannot_tell;
}

std::string Interval::to_string() const {
  std::string out = low_ && low_->closed ? "[" : "(";
  out += low_ ? low_->value.to_string() : "-inf";
  out += ", ";
  out += high_ ? high_->value.to_string() : "+inf";
  out += high_ && high_->closed ? ']' : ')';
  return out;
}

}  // namespace figcheck
