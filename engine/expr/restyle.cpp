// SPDX-License-Identifier: Apache-2.0
#include "expr/restyle.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "expr/number_text.h"
#include "expr/quantity.h"

namespace figcheck::expr {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A number as it stands in a figure's words: digits with commas between groups of three.
struct Written {
  std::size_t start = 0;
  std::size_t size = 0;
  Decimal value;
  int decimals = 0;
  bool commas = false;
  int whole_digits = 0;
};

std::optional<Written> find_number(std::string_view words) {
  Written out;
  const auto first = std::find_if(words.begin(), words.end(), is_digit);
  if (first == words.end()) return std::nullopt;
  out.start = static_cast<std::size_t>(first - words.begin());
  std::string plain;
  std::size_t i = out.start;
  const auto digit_at = [&](std::size_t place) {
    return place < words.size() && is_digit(words[place]);
  };
  bool point = false;
  for (; i < words.size(); ++i) {
    const char c = words[i];
    if (is_digit(c)) {
      plain += c;
      (point ? out.decimals : out.whole_digits) += 1;
    } else if (c == ',' && !point && digit_at(i + 1) && digit_at(i + 2) && digit_at(i + 3) &&
               !digit_at(i + 4)) {
      out.commas = true;
    } else if (c == '.' && !point && digit_at(i + 1)) {
      point = true;
      plain += c;
    } else {
      break;
    }
  }
  out.size = i - out.start;
  const std::optional<Decimal> value = Decimal::parse(plain);
  if (!value) return std::nullopt;
  out.value = *value;
  return out;
}

/// The digits for `number` (already divided by the scale word) in the manner of `written`. A figure
/// without room for commas ("800") says nothing about them, and takes them.
std::string digits_like(const Written& written, const Decimal& number) {
  const std::string plain = fixed(number, written.decimals);
  const bool commas = written.commas || written.whole_digits < 4;
  return commas ? with_commas(plain) : plain;
}

std::string replaced(std::string_view words, std::size_t start, std::size_t size,
                     std::string_view by) {
  return std::string(words.substr(0, start)).append(by).append(words.substr(start + size));
}

/// Whether another number can stand in the figure's words. "One in five", "19th" and "3-2" would
/// need more than their digits changed.
bool is_replaceable(FigureKind kind, bool has_digits) {
  switch (kind) {
    case FigureKind::ratio:
    case FigureKind::ordinal:
    case FigureKind::score:
    case FigureKind::list:
      return false;
    case FigureKind::multiple:
    case FigureKind::age:
    case FigureKind::year:
    case FigureKind::duration:
      return has_digits;
    default:
      return true;
  }
}

/// Brings the value to the figure's unit. A percentage takes a plain number, and the other way
/// round.
std::optional<Decimal> number_for(const Figure& figure, const Quantity& value,
                                  const Context& context) {
  std::optional<Decimal> number = value.nominal;
  if (!number && value.interval.bounded()) {
    number = Decimal::divide(value.interval.low()->value + value.interval.high()->value, 2);
  }
  if (!number) return std::nullopt;
  if (value.unit == figure.unit || value.unit.empty() || is_factor_unit(value.unit) ||
      (is_number_unit(value.unit) && is_number_unit(figure.unit))) {
    return number;
  }
  const std::optional<Quantity> converted =
      convert(Quantity::exactly(*number, value.unit), figure.unit, context.units());
  return converted ? converted->nominal : std::nullopt;
}

std::optional<std::string> restyle_quantity(const Figure& figure, const Quantity& value,
                                            const Context& context) {
  const std::optional<Decimal> number = number_for(figure, value, context);
  if (!number || figure.range) return std::nullopt;
  if (figure.kind == FigureKind::weekday) {
    std::string name = context.name_of("weekday", number->rounded(0).to_string());
    if (name.empty()) return std::nullopt;
    return name;
  }
  const std::optional<Written> written = find_number(figure.text);
  if (!is_replaceable(figure.kind, written.has_value())) return std::nullopt;
  if (!written) {
    if (!figure.value) return std::nullopt;
    const std::string digits = number->rounded(std::min(figure.place, 0)).to_display();
    return figure.unit.empty() ? digits
                               : context.units().with_unit(digits, figure.unit, digits == "1");
  }
  if (!figure.value || written->value.sign() == 0) {
    return replaced(figure.text, written->start, written->size, digits_like(*written, *number));
  }
  // The scale word, or whatever else stands between the digits and what they mean: a billion for
  // "$2.1 billion", twelve for "3 dozen".
  const std::optional<Decimal> scale = Decimal::divide(*figure.value, written->value);
  const std::optional<Decimal> scaled = scale ? Decimal::divide(*number, *scale) : std::nullopt;
  if (!scaled) return std::nullopt;
  // A sign that stands in the words as a verb or a dash is not ours to write.
  const bool sign_kept = scale->sign() > 0;
  const std::string digits = digits_like(*written, sign_kept ? *scaled : scaled->absolute());
  return replaced(figure.text, written->start, written->size, digits);
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string hour_like(int hour, std::size_t digits) {
  return digits == 2 ? two_digits(hour) : std::to_string(hour);
}

/// Clock times on the 24-hour clock, "13.00" and "1300"; a 12-hour clock would need words.
std::optional<std::string> restyle_moment(const Figure& figure, const Moment& moment) {
  if (!figure.time || !figure.time->start.hour || !moment.civil.hour) return std::nullopt;
  const std::string_view words = figure.text;
  const auto first = std::find_if(words.begin(), words.end(), is_digit);
  const auto start = static_cast<std::size_t>(first - words.begin());
  std::size_t i = start;
  while (i < words.size() && is_digit(words[i])) ++i;
  const std::size_t digits = i - start;
  const int hour = *moment.civil.hour;
  const std::string minute = two_digits(moment.civil.minute.value_or(0));
  const auto says = [&](std::size_t from, std::size_t size, int number) {
    return std::string(words.substr(from, size)) == two_digits(number) ||
           std::string(words.substr(from, size)) == std::to_string(number);
  };
  const int written_hour = *figure.time->start.hour;
  if (digits == 4 && says(start, 2, written_hour)) {
    return replaced(words, start, 4, two_digits(hour) + minute);
  }
  const bool separated = i + 2 < words.size() && (words[i] == '.' || words[i] == ':') &&
                         is_digit(words[i + 1]) && is_digit(words[i + 2]);
  if (digits > 2 || !separated || !says(start, digits, written_hour)) return std::nullopt;
  return replaced(words, start, digits + 3, hour_like(hour, digits) + words[i] + minute);
}

}  // namespace

std::optional<std::string> restyle(const Figure& figure, const Value& value,
                                   const Context& context) {
  if (const std::string* text = value.text()) return *text;
  if (const std::optional<Quantity> quantity = value.quantity()) {
    return restyle_quantity(figure, *quantity, context);
  }
  if (const std::optional<Moment> moment = value.moment()) return restyle_moment(figure, *moment);
  return std::nullopt;
}

}  // namespace figcheck::expr
