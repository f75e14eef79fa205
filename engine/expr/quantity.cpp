// SPDX-License-Identifier: Apache-2.0
#include "expr/quantity.h"

#include <cstdint>

#include "model/unit.h"

namespace figcheck::expr {
namespace {

bool is_zero(const Quantity& q) {
  return q.unit.empty() && q.interval.is_point() && q.interval.low()->value.sign() == 0;
}

Quantity in_unit(Quantity q, const std::string& unit) {
  q.unit = unit;
  return q;
}

// Factors and offsets come from binary floating point. Those with few digits (0.3048, 1.8) are
// exact; the others (5/9) are right to 11 digits at least, and an end that touches by rights must
// still touch.
constexpr int kSureDigits = 11;

bool is_exact(const Decimal& number) {
  std::int64_t digits = number.absolute().coefficient();
  while (digits != 0 && digits % 10 == 0) digits /= 10;
  return digits < 100'000'000'000;
}

Interval scaled(const Interval& interval, const Conversion& conversion) {
  Interval out = interval * Interval::exactly(conversion.factor);
  if (conversion.offset.sign() != 0) out = out + Interval::exactly(conversion.offset);
  if (is_exact(conversion.factor) && is_exact(conversion.offset)) return out;
  Decimal largest = conversion.offset.absolute();
  for (const auto& end : {out.low(), out.high()}) {
    if (end && largest < end->value.absolute()) largest = end->value.absolute();
  }
  return out.widened(largest.shifted(1 - kSureDigits));
}

/// Returns a factor as a plain number, or as a percentage beside one. Nothing else changes.
Quantity plain_factor(const Quantity& q, const std::string& beside = "") {
  if (!is_factor_unit(q.unit)) return q;
  if (beside != kPercentUnit) return in_unit(q, "");
  return in_unit(map(
                     q, [](const Interval& interval) { return interval * Interval::exactly(100); },
                     [](const Decimal& value) { return value * Decimal(100); }),
                 kPercentUnit);
}

template <typename OnInterval, typename OnNumber>
std::optional<Quantity> combine(const Quantity& a, const Quantity& b, const Units& units,
                                OnInterval on_interval, OnNumber on_number) {
  const std::optional<Pair> pair = in_one_unit(a, b, units);
  if (!pair) return std::nullopt;
  Quantity out{on_interval(pair->a.interval, pair->b.interval),
               on_interval(pair->a.strict, pair->b.strict), pair->a.unit, std::nullopt};
  if (pair->a.nominal && pair->b.nominal)
    out.nominal = on_number(*pair->a.nominal, *pair->b.nominal);
  return out;
}

}  // namespace

bool is_number_unit(const std::string& unit) {
  return unit.empty() || unit == kPercentUnit || unit == kPointsUnit;
}

bool is_factor_unit(const std::string& unit) { return unit == kTimesUnit || unit == kRatioUnit; }

std::optional<Quantity> convert(const Quantity& quantity, const std::string& unit,
                                const Units& units) {
  if (quantity.unit == unit) return quantity;
  const std::string from = units.specification(quantity.unit);
  const std::string to = units.specification(unit);
  if (from.empty() || to.empty()) return std::nullopt;
  const std::optional<Conversion> conversion = figcheck::conversion(from, to);
  if (!conversion) return std::nullopt;
  return in_unit(
      map(
          quantity, [&](const Interval& interval) { return scaled(interval, *conversion); },
          [&](const Decimal& value) { return value * conversion->factor + conversion->offset; }),
      unit);
}

std::optional<Pair> in_one_unit(const Quantity& a, const Quantity& b, const Units& units) {
  if (a.unit == b.unit) return Pair{a, b};
  if (is_factor_unit(a.unit)) return in_one_unit(plain_factor(a, b.unit), b, units);
  if (is_factor_unit(b.unit)) return in_one_unit(a, plain_factor(b, a.unit), units);
  if (is_number_unit(a.unit) && is_number_unit(b.unit)) {
    const bool percent = a.unit == kPercentUnit || b.unit == kPercentUnit;
    const std::string unit = percent ? kPercentUnit : kPointsUnit;
    return Pair{in_unit(a, unit), in_unit(b, unit)};
  }
  if (is_zero(a)) return Pair{in_unit(a, b.unit), b};
  if (is_zero(b)) return Pair{a, in_unit(b, a.unit)};
  std::optional<Quantity> converted = convert(b, a.unit, units);
  if (!converted) return std::nullopt;
  return Pair{a, *std::move(converted)};
}

std::optional<Quantity> add(const Quantity& a, const Quantity& b, const Units& units) {
  return combine(
      a, b, units, [](const Interval& x, const Interval& y) { return x + y; },
      [](const Decimal& x, const Decimal& y) { return x + y; });
}

std::optional<Quantity> subtract(const Quantity& a, const Quantity& b, const Units& units) {
  return combine(
      a, b, units, [](const Interval& x, const Interval& y) { return x - y; },
      [](const Decimal& x, const Decimal& y) { return x - y; });
}

std::optional<Quantity> multiply(const Quantity& left, const Quantity& right) {
  const Quantity a = plain_factor(left);
  const Quantity b = plain_factor(right);
  if (!is_number_unit(a.unit) && !is_number_unit(b.unit)) return std::nullopt;
  const bool a_has_unit = !is_number_unit(a.unit) || (is_number_unit(b.unit) && !a.unit.empty());
  Quantity out{a.interval * b.interval, a.strict * b.strict, a_has_unit ? a.unit : b.unit,
               std::nullopt};
  if (a.nominal && b.nominal) out.nominal = *a.nominal * *b.nominal;
  return out;
}

std::optional<Quantity> divide(const Quantity& dividend, const Quantity& by, const Units& units) {
  const Quantity a = plain_factor(dividend);
  const Quantity b = plain_factor(by);
  std::string unit = a.unit;
  Quantity divisor = b;
  if (!is_number_unit(b.unit)) {
    std::optional<Quantity> converted = convert(b, a.unit, units);
    if (!converted) return std::nullopt;
    divisor = *std::move(converted);
    unit.clear();
  } else if (is_number_unit(a.unit) && !b.unit.empty()) {
    unit.clear();
  }
  const std::optional<Interval> interval = Interval::divide(a.interval, divisor.interval);
  const std::optional<Interval> strict = Interval::divide(a.strict, divisor.strict);
  if (!interval || !strict) return std::nullopt;
  Quantity out{*interval, *strict, unit, std::nullopt};
  if (a.nominal && divisor.nominal) out.nominal = Decimal::divide(*a.nominal, *divisor.nominal);
  return out;
}

Quantity negate(const Quantity& quantity) {
  return map(
      quantity, [](const Interval& interval) { return interval.negated(); },
      [](const Decimal& value) { return value.negated(); });
}

Quantity absolute(const Quantity& quantity) {
  return map(
      quantity, [](const Interval& interval) { return interval.absolute(); },
      [](const Decimal& value) { return value.absolute(); });
}

}  // namespace figcheck::expr
