// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "expr/context.h"

// Arithmetic on quantities. Units that differ are converted where they convert. Percent, percentage
// points and plain numbers compare and add up as their numbers: 12% is 12. In products and
// quotients:
//
//     km * plain, km * %, km / plain, km / %   km        plain * %   %
//     km / km, % / %                           plain     plain / %   plain
//     km * km, plain / km                      nothing
//
// Factors ("three times", "one in five") are plain numbers, except that beside a percentage they
// count in hundredths: one in five is 20%. Zero is zero in every unit.
namespace figcheck::expr {

std::optional<Quantity> add(const Quantity& a, const Quantity& b, const Units& units);
std::optional<Quantity> subtract(const Quantity& a, const Quantity& b, const Units& units);
std::optional<Quantity> multiply(const Quantity& left, const Quantity& right);
/// Nothing where `by` may be zero.
std::optional<Quantity> divide(const Quantity& dividend, const Quantity& by, const Units& units);
Quantity negate(const Quantity& quantity);
Quantity absolute(const Quantity& quantity);

/// Returns the quantity in another unit, or nullopt when it does not convert.
std::optional<Quantity> convert(const Quantity& quantity, const std::string& unit,
                                const Units& units);

/// Both in one unit, or nullopt when there is none.
struct Pair {
  Quantity a;
  Quantity b;
};
std::optional<Pair> in_one_unit(const Quantity& a, const Quantity& b, const Units& units);

/// Returns whether the unit is none, "%" or "points".
bool is_number_unit(const std::string& unit);

/// Returns whether the unit is that of a factor: "times" or "ratio".
bool is_factor_unit(const std::string& unit);

/// Applies the same change to both intervals and to the number as written.
template <typename OnInterval, typename OnNumber>
Quantity map(const Quantity& q, OnInterval on_interval, OnNumber on_number) {
  Quantity out{on_interval(q.interval), on_interval(q.strict), q.unit, std::nullopt};
  if (q.nominal) out.nominal = on_number(*q.nominal);
  return out;
}

}  // namespace figcheck::expr
