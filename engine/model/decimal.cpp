// SPDX-License-Identifier: Apache-2.0
#include "figcheck/decimal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>

// Every result is made in two steps: the exact value, or its floor and whether a fraction was cut
// off, as a 128-bit integer times a power of ten; then settle() brings that to 18 digits.
namespace figcheck {
namespace {

__extension__ typedef __int128 Wide;

constexpr int kDigits = 18;
/// Exponents stay within +-400, far past every figure in print, so that sums of them cannot
/// overflow and no loop over places can run long.
constexpr int kExponentLimit = 400;

constexpr std::array<Wide, 39> kPowers = [] {
  std::array<Wide, 39> powers{};
  powers[0] = 1;
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

Wide power_of_ten(int exponent) { return kPowers[static_cast<std::size_t>(exponent)]; }

/// Returns the number of digits of a value that is not negative; 0 has none.
int digits_of(Wide value) {
  const auto above = std::upper_bound(kPowers.begin(), kPowers.end(), value);
  return static_cast<int>(above - kPowers.begin());
}

Wide magnitude(Wide value) { return value < 0 ? -value : value; }

/// A quotient rounded towards minus infinity, and what is left, which is never negative.
struct Floored {
  Wide quotient;
  Wide rest;
};

Floored floor_divide(Wide value, Wide divisor) {
  Floored result{value / divisor, value % divisor};
  if (result.rest != 0 && (result.rest < 0) != (divisor < 0)) {
    --result.quotient;
    result.rest += divisor;
  }
  return result;
}

/// A number without its sign: `value` and, where `cut`, some fraction of one more.
struct Magnitude {
  Wide value = 0;
  bool cut = false;
};

/// Returns size * 10^-drop as an integer, rounded by the sign that the number has.
Wide drop_digits(const Magnitude& size, int drop, bool negative, Rounding rounding) {
  const bool outward = rounding == (negative ? Rounding::down : Rounding::up);
  if (drop >= static_cast<int>(kPowers.size())) {
    // Less than half of the new last place is left.
    return outward && (size.value != 0 || size.cut) ? 1 : 0;
  }
  const Wide divisor = power_of_ten(drop);
  const Wide rest = size.value % divisor;
  const bool away = rounding == Rounding::nearest ? rest != 0 && rest >= divisor - rest
                                                  : outward && (rest != 0 || size.cut);
  return size.value / divisor + (away ? 1 : 0);
}

/// Returns value * 10^exponent (plus a fraction of its last place where `cut`) with at most 18
/// digits and an exponent within the limits. What is too large gives the largest value there is.
Decimal settle(Wide value, long exponent, Rounding rounding, bool cut = false) {
  const bool negative = value < 0;
  // Above -5 by a fraction is 4 and a fraction without the sign.
  const Magnitude size{magnitude(value) - (negative && cut ? 1 : 0), cut};
  Wide digits = size.value;
  const long drop =
      std::max({0L, static_cast<long>(digits_of(digits)) - kDigits, -kExponentLimit - exponent});
  if (drop > 0) {
    const long limited = std::min(drop, static_cast<long>(kPowers.size()));
    digits = drop_digits(size, static_cast<int>(limited), negative, rounding);
    exponent += drop;
    if (digits == power_of_ten(kDigits)) {
      digits /= 10;
      ++exponent;
    }
  }
  if (digits == 0) exponent = std::min<long>(exponent, kExponentLimit);
  while (exponent > kExponentLimit && digits < power_of_ten(kDigits - 1)) {
    digits *= 10;
    --exponent;
  }
  if (exponent > kExponentLimit) {
    digits = power_of_ten(kDigits) - 1;
    exponent = kExponentLimit;
  }
  const auto coefficient = static_cast<std::int64_t>(digits);
  return Decimal::scaled(negative ? -coefficient : coefficient, static_cast<int>(exponent));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Returns the digits of a coefficient without its sign.
std::string digits_text(std::int64_t coefficient) {
  std::string text = std::to_string(coefficient);
  if (text.front() == '-') text.erase(0, 1);
  return text;
}

}  // namespace

Decimal Decimal::scaled(std::int64_t coefficient, int exponent) {
  const bool fits = digits_of(magnitude(coefficient)) <= kDigits && exponent >= -kExponentLimit &&
                    exponent <= kExponentLimit;
  if (!fits) return settle(coefficient, exponent, Rounding::nearest);
  Decimal result;
  result.coefficient_ = coefficient;
  result.exponent_ = exponent;
  return result;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative || (!text.empty() && text.front() == '+')) text.remove_prefix(1);

  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view fraction =
      point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  if (point == std::string_view::npos ? whole.empty() : fraction.empty()) return std::nullopt;
  if (!std::all_of(whole.begin(), whole.end(), is_digit)) return std::nullopt;
  if (!std::all_of(fraction.begin(), fraction.end(), is_digit)) return std::nullopt;
  if (whole.size() > kExponentLimit || fraction.size() > kExponentLimit) return std::nullopt;

  std::string digits(whole);
  digits += fraction;
  digits.erase(0, digits.find_first_not_of('0'));
  auto exponent = -static_cast<int>(fraction.size());
  // Zeros at the end of a large whole number are places, not digits that somebody measured.
  if (fraction.empty()) {
    while (digits.size() > kDigits && digits.back() == '0') {
      digits.pop_back();
      ++exponent;
    }
  }
  if (digits.size() > kDigits) return std::nullopt;
  std::int64_t coefficient = 0;
  for (const char digit : digits) coefficient = coefficient * 10 + (digit - '0');
  return scaled(negative ? -coefficient : coefficient, exponent);
}

Decimal Decimal::from_double(double value, int significant) {
  if (!std::isfinite(value)) return {};
  std::array<char, 64> buffer{};
  const std::to_chars_result end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                    std::chars_format::scientific, std::clamp(significant, 1, 17) - 1);
  // Digits with their point, then 'e' and a signed exponent: "3.0480e-01".
  const std::string_view text(buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data()));
  const std::size_t mark = text.find('e');
  const std::optional<Decimal> digits = parse(text.substr(0, mark));
  std::string_view power = text.substr(mark + 1);
  if (power.front() == '+') power.remove_prefix(1);
  int exponent = 0;
  std::from_chars(power.data(), power.data() + power.size(), exponent);
  if (!digits || digits->coefficient_ == 0) return {};

  std::int64_t coefficient = digits->coefficient_;
  exponent += digits->exponent_;
  while (coefficient % 10 == 0) {
    coefficient /= 10;
    ++exponent;
  }
  return scaled(coefficient, exponent);
}

int Decimal::last_nonzero_place() const {
  if (coefficient_ == 0) return 0;
  int place = exponent_;
  for (std::int64_t rest = coefficient_; rest % 10 == 0; rest /= 10) ++place;
  return place;
}

Decimal Decimal::negated() const {
  return settle(-static_cast<Wide>(coefficient_), exponent_, Rounding::nearest);
}

Decimal Decimal::shifted(int places) const {
  return settle(coefficient_, static_cast<long>(exponent_) + places, Rounding::nearest);
}

Decimal Decimal::rounded(int place, Rounding rounding) const {
  if (place <= exponent_) return *this;
  const long drop = static_cast<long>(place) - exponent_;
  const int limited = static_cast<int>(std::min(drop, static_cast<long>(kPowers.size())));
  const Magnitude size{magnitude(coefficient_), false};
  const Wide digits = drop_digits(size, limited, coefficient_ < 0, rounding);
  return settle(coefficient_ < 0 ? -digits : digits, place, rounding);
}

Decimal Decimal::add(const Decimal& a, const Decimal& b, Rounding rounding) {
  const Decimal& high = a.exponent_ >= b.exponent_ ? a : b;
  const Decimal& low = a.exponent_ >= b.exponent_ ? b : a;
  if (high.coefficient_ == 0) return low;
  // 19 more places leave at least one digit to drop after any cancellation, so the fraction of
  // `low` below them matters only as "something is left".
  const int distance = high.exponent_ - low.exponent_;
  const int raised = std::min(distance, 19);
  const Wide raised_high = static_cast<Wide>(high.coefficient_) * power_of_ten(raised);
  const int below = std::min(distance - raised, static_cast<int>(kPowers.size()) - 1);
  const Floored floored = floor_divide(low.coefficient_, power_of_ten(below));
  return settle(raised_high + floored.quotient, static_cast<long>(high.exponent_) - raised,
                rounding, floored.rest != 0);
}

Decimal Decimal::multiply(const Decimal& a, const Decimal& b, Rounding rounding) {
  return settle(static_cast<Wide>(a.coefficient_) * b.coefficient_,
                static_cast<long>(a.exponent_) + b.exponent_, rounding);
}

std::optional<Decimal> Decimal::divide(const Decimal& a, const Decimal& b, Rounding rounding) {
  if (b.coefficient_ == 0) return std::nullopt;
  const long natural = static_cast<long>(a.exponent_) - b.exponent_;
  if (a.coefficient_ == 0) return settle(0, natural, rounding);
  // 38 digits over at most 19 leave at least 18.
  const int raised = 38 - digits_of(magnitude(a.coefficient_));
  const Wide numerator = static_cast<Wide>(a.coefficient_) * power_of_ten(raised);
  Floored floored = floor_divide(numerator, b.coefficient_);
  long exponent = natural - raised;
  if (floored.rest == 0) {
    // An exact quotient has no more digits after the point than it needs: 10 / 4 is 2.5.
    while (exponent < natural && floored.quotient % 10 == 0) {
      floored.quotient /= 10;
      ++exponent;
    }
  }
  return settle(floored.quotient, exponent, rounding, floored.rest != 0);
}

int Decimal::compare(const Decimal& a, const Decimal& b) {
  if (a.sign() != b.sign()) return a.sign() < b.sign() ? -1 : 1;
  if (a.sign() == 0) return 0;
  const Wide left = magnitude(a.coefficient_);
  const Wide right = magnitude(b.coefficient_);
  const int left_top = digits_of(left) + a.exponent_;
  const int right_top = digits_of(right) + b.exponent_;
  int order = 0;
  if (left_top != right_top) {
    order = left_top < right_top ? -1 : 1;
  } else {
    // Equal leading places: the exponents differ by no more than the digits do.
    const int common = std::min(a.exponent_, b.exponent_);
    const Wide left_raised = left * power_of_ten(a.exponent_ - common);
    const Wide right_raised = right * power_of_ten(b.exponent_ - common);
    order = left_raised < right_raised ? -1 : left_raised > right_raised ? 1 : 0;
  }
  return a.sign() * order;
}

double Decimal::to_double() const {
  const std::string text = std::to_string(coefficient_) + "e" + std::to_string(exponent_);
  double value = 0;
  const std::from_chars_result read =
      std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec == std::errc::result_out_of_range) {
    const double size = exponent_ > 0 ? std::numeric_limits<double>::infinity() : 0.0;
    return std::copysign(size, static_cast<double>(sign()));
  }
  return value;
}

std::string Decimal::to_string() const {
  std::string digits = digits_text(coefficient_);
  if (exponent_ > 0 && coefficient_ != 0) {
    digits.append(static_cast<std::size_t>(exponent_), '0');
  } else if (exponent_ < 0) {
    const auto places = static_cast<std::size_t>(-exponent_);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    digits.insert(digits.size() - places, 1, '.');
  }
  return coefficient_ < 0 ? "-" + digits : digits;
}

std::string Decimal::to_display() const {
  std::string text = to_string();
  const std::size_t first = coefficient_ < 0 ? 1 : 0;
  std::size_t point = text.find('.');
  if (point == std::string::npos) {
    point = text.size();
  } else {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  for (std::size_t at = point; at > first + 3;) {
    at -= 3;
    text.insert(at, 1, ',');
  }
  return text;
}

}  // namespace figcheck
