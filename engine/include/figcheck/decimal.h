// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace figcheck {

/// How a result that does not fit is rounded. Interval ends are rounded outward, so that rounding
/// can hide a slip and never invent one.
enum class Rounding { down, up, nearest };

/// A decimal number that remembers how many digits were written: 4.50 is not 4.5 in print, although
/// the two are equal as numbers.
///
/// Holds up to 18 significant digits; addition, subtraction, multiplication and comparison are
/// exact as long as the result has no more. A plain value: copy it freely.
class Decimal {
 public:
  Decimal() = default;
  Decimal(std::int64_t integer) : coefficient_(integer) {}

  /// Returns coefficient * 10^exponent. Exponents stay within +-400: a larger number becomes the
  /// largest there is.
  static Decimal scaled(std::int64_t coefficient, int exponent);

  /// Reads digits with an optional sign and decimal point ("-12.50", ".5"); no separators, no
  /// exponent. Returns nullopt for anything else, and for more than 18 significant digits. Zeros at
  /// the end of a whole number are not significant.
  static std::optional<Decimal> parse(std::string_view text);

  /// Returns the decimal nearest to `value` with `significant` digits (at most 17). Zero for a
  /// value that is not finite.
  static Decimal from_double(double value, int significant = 15);

  std::int64_t coefficient() const { return coefficient_; }
  int exponent() const { return exponent_; }
  int sign() const { return coefficient_ < 0 ? -1 : coefficient_ > 0 ? 1 : 0; }

  /// Returns the number of digits after the point as written: 2 for 4.50, 0 for 30000.
  int decimals() const { return exponent_ < 0 ? -exponent_ : 0; }

  /// Returns the power of ten of the last digit that is not zero: 4 for 30,000 and -1 for 4.50.
  /// Zero gives 0.
  int last_nonzero_place() const;

  Decimal negated() const;
  Decimal absolute() const { return sign() < 0 ? negated() : *this; }

  /// Returns the same number times 10^places.
  Decimal shifted(int places) const;

  /// Returns the number rounded to a multiple of 10^place, `down` and `up` along the number line.
  /// `nearest` takes ties away from zero.
  Decimal rounded(int place, Rounding rounding = Rounding::nearest) const;

  static Decimal add(const Decimal& a, const Decimal& b, Rounding rounding = Rounding::nearest);
  static Decimal multiply(const Decimal& a, const Decimal& b,
                          Rounding rounding = Rounding::nearest);
  /// Returns a / b to 18 digits, or nullopt when b is zero.
  static std::optional<Decimal> divide(const Decimal& a, const Decimal& b,
                                       Rounding rounding = Rounding::nearest);

  friend Decimal operator+(const Decimal& a, const Decimal& b) { return add(a, b); }
  friend Decimal operator-(const Decimal& a, const Decimal& b) { return add(a, b.negated()); }
  friend Decimal operator*(const Decimal& a, const Decimal& b) { return multiply(a, b); }

  /// Compares as numbers: 4.50 equals 4.5.
  static int compare(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) { return compare(a, b) == 0; }
  friend bool operator<(const Decimal& a, const Decimal& b) { return compare(a, b) < 0; }
  friend bool operator>(const Decimal& a, const Decimal& b) { return compare(a, b) > 0; }
  friend bool operator<=(const Decimal& a, const Decimal& b) { return compare(a, b) <= 0; }
  friend bool operator>=(const Decimal& a, const Decimal& b) { return compare(a, b) >= 0; }

  double to_double() const;

  /// Returns the plain decimal with the digits as written and no separators: "4.50", "30000".
  std::string to_string() const;

  /// Returns the number without needless zeros and with commas: "4.5", "30,000".
  std::string to_display() const;

 private:
  std::int64_t coefficient_ = 0;
  int exponent_ = 0;
};

}  // namespace figcheck
