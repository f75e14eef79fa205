// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/build.h"

namespace figcheck::extract {

namespace {

/// Adds the smaller parts of 6ft 2in, 12st 6lb and 2 km 300 m. False when a unit has no such part.
bool add_parts(const Slots& slots, const Vocabulary& vocabulary, Figure& figure) {
  static constexpr std::pair<std::string_view, std::string_view> kMore[] = {{"m", "part"},
                                                                            {"k", "part2"}};
  for (const auto& [amount, part] : kMore) {
    const Number* more = slots.number(amount);
    if (more == nullptr) continue;
    std::string name = slots.value(part);
    if (name.empty() && amount == "m") name = slots.value("glued");
    const Unit* unit = vocabulary.unit(figure.unit);
    const auto ratio =
        unit != nullptr ? unit->parts.find(name) : std::map<std::string, Decimal>::const_iterator();
    if (unit == nullptr || ratio == unit->parts.end() || !figure.value) return false;
    const auto inverse = Decimal::divide(more->value, ratio->second);
    if (!inverse || !(*inverse < Decimal(1))) return false;
    figure.value = *figure.value + *inverse;
    figure.place = -1;
  }
  return true;
}

int significant_digits(const Decimal& value) {
  std::int64_t digits = value.absolute().coefficient();
  while (digits != 0 && digits % 10 == 0) digits /= 10;
  int count = 0;
  for (; digits != 0; digits /= 10) ++count;
  return count;
}

}  // namespace

void set_number(const Number& number, Figure& figure) {
  figure.value = number.value;
  figure.place = number.place;
  figure.in_words = number.in_words;
  figure.vague = number.vague;
  figure.range = number.range;
  if (number.range || number.vague) figure.upper = number.upper;
}

bool build_number(const Slots& slots, const Vocabulary& vocabulary, Figure& figure) {
  const Number* n = slots.number("n");
  if (n != nullptr) set_number(*n, figure);
  if (const std::string said = slots.value("value"); !said.empty() && n == nullptr) {
    figure.value = Decimal::parse(said);
    if (!figure.value) return false;
    figure.place = figure.value->exponent() < 0 ? figure.value->exponent() : 0;
    figure.in_words = true;
  }

  switch (figure.kind) {
    case FigureKind::percent:
      figure.unit = "%";
      // "between 20% and 25%"
      if (const Number* upper = slots.number("upper")) {
        if (!figure.value || !(*figure.value < upper->value)) return false;
        figure.range = true;
        figure.upper = upper->value;
        figure.place = std::min(figure.place, upper->place);
      }
      break;
    case FigureKind::points:
      figure.unit = "points";
      // "a quarter of a point", "50 basis points".
      if (const std::string factor = slots.value("factor"); !factor.empty() && figure.value) {
        if (const auto times = Decimal::parse(factor)) {
          figure.value = *figure.value * *times;
          figure.place += times->exponent();
        }
      }
      break;
    case FigureKind::money: {
      std::string code = slots.value("currency");
      if (code.empty()) return false;
      const Decimal factor = vocabulary.money_factor(code);
      code = code.substr(0, code.find('/'));
      figure.unit = code;
      if (!figure.value) return false;
      if (factor != Decimal(1)) {
        figure.value = *figure.value * factor;
        if (figure.upper) figure.upper = *figure.upper * factor;
        // Pence are counted one by one, as pounds are.
        figure.place = std::min(figure.place, 0) + factor.exponent();
      }
      if (const auto times = Decimal::parse(slots.value("times"))) {
        figure.value = *figure.value * *times;
        figure.place += times->last_nonzero_place();
      }
      if (const Number* upper = slots.number("upper")) {
        figure.range = true;
        figure.upper = upper->value;
        // "$26 to $31 million": the scale word holds for both.
        if (upper->scaled && figure.value && *figure.value * Decimal(100) < upper->value) {
          for (const int power : {3, 6, 9, 12}) {
            const Decimal scaled = figure.value->shifted(power);
            if (scaled < upper->value && scaled * Decimal(1000) >= upper->value) {
              figure.value = scaled;
              figure.place += power;
              break;
            }
          }
        }
        figure.place = std::min(figure.place, upper->place);
      }
      if (const Number* more = slots.number("m")) {
        // "20 dollars 50": the part is not named.
        const bool bare = slots.item("part") == nullptr;
        const Decimal part =
            bare ? Decimal::scaled(1, -2) : vocabulary.money_factor(slots.value("part"));
        if (part == Decimal(1)) return false;
        figure.value = *figure.value + more->value * part;
        figure.place = -2;
      }
      break;
    }
    case FigureKind::measure: {
      figure.unit = slots.value("unit");
      if (figure.unit.empty()) figure.unit = slots.value("glued");
      if (figure.unit.empty()) return false;
      if (!add_parts(slots, vocabulary, figure)) return false;
      // "between 26C and 31C"
      if (const Number* upper = slots.number("upper")) {
        if (slots.value("unit2") != figure.unit || !figure.value ||
            !(*figure.value < upper->value)) {
          return false;
        }
        figure.range = true;
        figure.upper = upper->value;
        figure.place = std::min(figure.place, upper->place);
      }
      // "12 litres per day"
      if (const std::string per = slots.value("per"); !per.empty()) figure.unit += "/" + per;
      break;
    }
    case FigureKind::ratio: {
      if (const auto part = Decimal::parse(slots.value("fraction"))) {
        figure.value = (n != nullptr ? n->value : Decimal(1)) * *part;
        figure.value = figure.value->rounded(-6);
        figure.place = -2;
        figure.in_words = true;
        break;
      }
      if (n != nullptr && n->fraction) break;
      const auto top = slots.number("n") != nullptr
                           ? std::optional<Decimal>(slots.number("n")->value)
                           : Decimal::parse(slots.value("top"));
      std::optional<Decimal> bottom;
      if (const Number* of = slots.number("of")) {
        bottom = of->value;
      } else if (!slots.value("of").empty()) {
        bottom = Decimal::parse(slots.value("of"));
      } else if (const Number* pair = slots.number("pair"); pair != nullptr && pair->parts[1] > 0) {
        bottom = pair->parts[1];
        figure.value = Decimal::divide(pair->parts[0], *bottom);
      }
      if (!figure.value || slots.number("pair") == nullptr) {
        if (!top || !bottom) return false;
        figure.value = Decimal::divide(*top, *bottom);
      }
      if (!figure.value) return false;
      if (figure.value->exponent() < -6) figure.value = figure.value->rounded(-6);
      figure.place = -2;
      figure.in_words = true;
      break;
    }
    case FigureKind::multiple:
      figure.unit = "times";
      break;
    case FigureKind::score: {
      const Number* second = slots.number("m");
      if (second == nullptr || !figure.value) return false;
      figure.upper = second->value;
      break;
    }
    case FigureKind::age:
      figure.unit = slots.value("unit").empty() ? "year" : slots.value("unit");
      break;
    default:
      break;
  }
  return figure.value.has_value();
}

void set_intervals(Figure& figure) {
  if (!figure.value) return;
  const Decimal& value = *figure.value;
  const bool exact_things = figure.kind == FigureKind::count || figure.kind == FigureKind::age ||
                            figure.kind == FigureKind::ordinal ||
                            figure.kind == FigureKind::score || figure.kind == FigureKind::list;
  int place = figure.place;
  if (figure.kind == FigureKind::ratio) {
    // Fractions of everyday speech are rounded by up to three points.
    const Decimal slack = Decimal::scaled(figure.hedge == Hedge::none ? 1 : 3, -2);
    figure.strict = Interval::exactly(value);
    figure.interval = Interval::closed(value - slack, value + slack);
  } else if (figure.range || figure.vague) {
    const Decimal low = figure.value.value();
    const Decimal high = figure.upper.value_or(low);
    // "26 to 31 million" is told to the million, "10 to 20 km" to the kilometre.
    const int unit_place = exact_things ? std::min(place, high.last_nonzero_place())
                           : place >= 2 ? place
                                        : std::min(place, 0);
    const Decimal half = (exact_things && unit_place < 2) || figure.vague
                             ? Decimal(0)
                             : Decimal::scaled(5, unit_place - 1);
    if (figure.vague) {
      figure.strict = Interval(Bound{low, true}, Bound{high, false});
    } else {
      figure.strict = Interval::closed(low, high);
    }
    figure.interval = figure.vague ? figure.strict : Interval::closed(low - half, high + half);
  } else {
    figure.strict = Interval::exactly(value);
    const bool whole = place >= 0;
    // "$26" is a price, "$26 million" has been rounded.
    const bool price = figure.kind == FigureKind::money && whole;
    if ((exact_things || price) && place < 2) {
      figure.interval = whole ? figure.strict : Interval::rounding_to(value, place);
    } else {
      // One trailing zero says little; two or more may be rounding, but not of 100 per cent.
      const bool parts = figure.kind == FigureKind::percent || figure.kind == FigureKind::points;
      if (whole && (place < 2 || (parts && value.absolute() <= Decimal(1000)))) place = 0;
      figure.interval = Interval::rounding_to(value, place);
      if (place < 2) figure.strict = figure.interval;
    }
  }
  if (value.sign() < 0 && figure.hedge != Hedge::none) return;
  const Decimal tenth = value * Decimal::scaled(1, -1);
  const Decimal top = figure.upper.value_or(value);
  switch (figure.hedge) {
    case Hedge::none:
    case Hedge::exactly:
    case Hedge::vague:
      return;
    case Hedge::about: {
      const bool one_digit = significant_digits(value) <= 1;
      const Decimal slack = value.absolute() * Decimal::scaled(one_digit ? 10 : 5, -2);
      const Interval wide = Interval::closed(value - slack, top + slack);
      figure.strict = figure.interval = figure.interval.hull(wide);
      return;
    }
    case Hedge::nearly:
      figure.strict = figure.interval = Interval(Bound{value - tenth, true}, Bound{top, false});
      return;
    case Hedge::just_over:
      figure.strict = figure.interval = Interval(Bound{value, false}, Bound{top + tenth, true});
      return;
    case Hedge::over:
      figure.strict = figure.interval = Interval::above(value);
      return;
    case Hedge::at_least:
      figure.strict = figure.interval = Interval::at_least(value);
      return;
    case Hedge::under:
      figure.strict = figure.interval = Interval::below(top);
      return;
    case Hedge::up_to:
      figure.strict = figure.interval = Interval::at_most(top);
      return;
  }
}

}  // namespace figcheck::extract
