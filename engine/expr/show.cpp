// SPDX-License-Identifier: Apache-2.0
#include "expr/show.h"

#include <algorithm>

#include "base/text.h"
#include "expr/number_text.h"
#include "expr/quantity.h"

namespace figcheck::expr {
namespace {

/// The digits of a number that has no precision of its own: results of divisions are cut to these.
constexpr int kSignificantDigits = 4;

std::string with_unit(const std::string& number, const std::string& unit, const Context& context) {
  return unit.empty() || is_factor_unit(unit)
             ? number
             : context.units().with_unit(number, unit, number == "1" || number == "-1");
}

/// The power of ten down to which the number says something.
int warranted_place(const Decimal& value, const Interval& interval) {
  if (interval.bounded()) {
    const Decimal width = interval.high()->value - interval.low()->value;
    // Divisions of exact numbers are off by a last digit or two, which is no width.
    const bool wide = width.sign() > 0 && leading_place(width) > leading_place(value) - 12;
    if (wide) return leading_place(width);
  }
  constexpr int kExactDecimals = -4;
  if (value.sign() == 0 || value.last_nonzero_place() >= kExactDecimals) return kExactDecimals;
  return std::min(0, leading_place(value) - kSignificantDigits + 1);
}

std::string bare(const Decimal& value) {
  return value.rounded(warranted_place(value, Interval())).to_display();
}

/// An end as a range shows it. Ends that a division gave have many digits of no meaning.
std::string range_text(const Quantity& q, const Context& context) {
  const Interval& interval = q.interval;
  const std::string between = context.name_of("show", "range");
  std::string out;
  if (interval.bounded()) {
    out = bare(interval.low()->value);
    const std::string high = bare(interval.high()->value);
    if (out != high) out += (between.empty() ? "-" : between) + high;
  } else if (interval.low()) {
    out = (interval.low()->closed ? "≥ " : "> ") + bare(interval.low()->value);
  } else if (interval.high()) {
    out = (interval.high()->closed ? "≤ " : "< ") + bare(interval.high()->value);
  }
  return out;
}

std::optional<std::string> number_text(const Quantity& q, std::string_view format,
                                       const Context& context) {
  if (format == "range") {
    std::string range = range_text(q, context);
    if (range.empty()) return std::nullopt;
    return range;
  }
  std::optional<Decimal> value = q.nominal;
  if (!value && q.interval.bounded()) {
    if (format.empty() || format == "percent" || format == "plain") return range_text(q, context);
    const Decimal sum = q.interval.low()->value + q.interval.high()->value;
    value = Decimal::divide(sum, 2);
  }
  if (!value) return number_text(q, "range", context);
  if (format.size() == 1 && format[0] >= '0' && format[0] <= '9') {
    return with_commas(fixed(*value, format[0] - '0'));
  }
  return value->rounded(warranted_place(*value, q.interval)).to_display();
}

std::optional<std::string> show_quantity(const Quantity& q, std::string_view format,
                                         const Context& context) {
  std::optional<std::string> number = number_text(q, format, context);
  if (!number || format == "plain") return number;
  std::string shown = with_unit(*number, format == "percent" ? kPercentUnit : q.unit, context);
  // "about" goes before a result whose digits are not all there; a figure's own number needs none.
  const bool short_form = format.empty() || format == "percent";
  const bool cut =
      q.nominal && *q.nominal != q.nominal->rounded(warranted_place(*q.nominal, q.interval));
  if (short_form && (cut || (q.nominal && !q.interval.is_point()))) {
    const std::string about = context.name_of("show", "about");
    if (!about.empty()) shown = about + " " + shown;
  }
  return shown;
}

std::optional<std::string> show_list(const List& list, std::string_view format,
                                     const Context& context) {
  std::string out;
  for (const Value& item : list) {
    const std::optional<std::string> shown = show(item, format, context);
    if (!shown) return std::nullopt;
    if (!out.empty()) out += ", ";
    out += *shown;
  }
  return out;
}

}  // namespace

const std::vector<std::string>& formats() {
  static const std::vector<std::string> kFormats = {"percent", "plain",   "range", "time",
                                                    "date",    "weekday", "iso"};
  return kFormats;
}

bool is_format(std::string_view format) {
  if (format.empty()) return true;
  if (format.size() == 1 && format[0] >= '0' && format[0] <= '9') return true;
  return std::find(formats().begin(), formats().end(), format) != formats().end();
}

Type format_type(std::string_view format) {
  if (format.empty()) return Type::nothing;
  const bool moment =
      format == "time" || format == "date" || format == "weekday" || format == "iso";
  return moment ? Type::moment : Type::quantity;
}

std::optional<std::string> show(const Value& value, std::string_view format,
                                const Context& context) {
  if (const std::string* text = value.text()) return *text;
  if (const List* list = value.list()) return show_list(*list, format, context);
  if (value.type() == Type::verdict) return std::string(figcheck::to_string(value.verdict()));
  const bool as_written = value.type() == Type::figure && format.empty();
  if (const Figure* figure = value.figure(); figure != nullptr && as_written) {
    return fold_space(figure->text);
  }
  if (format_type(format) != Type::moment) {
    if (const std::optional<Quantity> q = value.quantity())
      return show_quantity(*q, format, context);
  }
  if (const std::optional<Moment> moment = value.moment()) {
    std::string out = context.show(*moment, format);
    if (out.empty()) return std::nullopt;
    return out;
  }
  return std::nullopt;
}

}  // namespace figcheck::expr
