// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string>

#include "extract/number.h"
#include "extract/vocabulary.h"
#include "figcheck/figure.h"
#include "pattern/pattern.h"

namespace figcheck::extract {

namespace {

/// What a number may be, by its shape and value. The order is the order of the class ids, from 0.
enum NumberClass : pattern::ClassId {
  number,  // anything with one numeric value
  plain,   // in digits or words, without a scale word, not an ordinal
  digits,
  words,
  whole,
  decimal,
  grouped,
  scaled,
  vague,
  range,
  int12,         // 1-12
  int24,         // 0-24
  int31,         // 1-31
  int59,         // 0-59
  two_digits,    // two digits as written
  year2,         // 00-99 in two digits
  year4,         // 1000-2199 in four digits
  recent_year,   // 1900-2039 in four digits, but for the round 1900, 1950 and 2000
  upto999,       // 0-999 as written
  year3,         // 100-999 in three digits, for "AD 476"
  hhmm,          // four digits that may be a clock time
  dot_time,      // 13.00
  colon_time,    // 13:00
  colon_triple,  // 2:25:39
  colon_pair,    // any 3:1
  iso_date,
  slash_pair,
  slash_date,
  dotted_date,
  slash_fraction,  // 3/4
  nth,             // ordinals
  nth31,
  count_of_classes,
};

constexpr std::array<const char*, count_of_classes> kNames = {
    "number",     "plain",    "digits",     "words",      "whole",       "decimal",
    "grouped",    "scaled",   "vague",      "range",      "int12",       "int24",
    "int31",      "int59",    "two-digits", "year2",      "year4",       "recent-year",
    "upto999",    "year3",    "hhmm",       "dot-time",   "colon-time",  "colon-triple",
    "colon-pair", "iso-date", "slash-pair", "slash-date", "dotted-date", "slash-fraction",
    "nth",        "nth31"};

constexpr FigureKind kLastKind = FigureKind::list;

/// The classes of a number, each as the bit of its id.
std::uint64_t class_bits(const Number& n) {
  std::uint64_t bits = 0;
  const auto add = [&](bool condition, NumberClass id) { bits |= std::uint64_t{condition} << id; };
  const bool integral = n.value.exponent() >= 0 && n.shape != Shape::decimal;
  const bool pair = n.shape == Shape::colon_pair || n.shape == Shape::colon_triple ||
                    n.shape == Shape::slash_pair || n.shape == Shape::slash_date ||
                    n.shape == Shape::iso_date || n.shape == Shape::dotted_date;
  const bool is_plain = !pair && !n.scaled && !n.nth && !n.range && !n.vague;
  const bool small = is_plain && integral && n.shape != Shape::grouped;
  const bool written = small && !n.in_words && n.value.sign() >= 0;
  const auto between = [&](std::int64_t low, std::int64_t high) {
    return n.value >= Decimal(low) && n.value <= Decimal(high);
  };
  const bool four = written && n.digits == 4;
  const bool clock = n.parts[0] >= 0 && n.parts[0] <= 24 && n.parts[1] >= 0 && n.parts[1] <= 59;
  add(!pair && !n.nth, NumberClass::number);
  add(is_plain, plain);
  add(!pair && !n.in_words, digits);
  add(!pair && n.in_words, words);
  add(!pair && integral, whole);
  add(n.shape == Shape::decimal && is_plain, decimal);
  add(n.shape == Shape::grouped, grouped);
  add(n.scaled, scaled);
  add(n.vague, vague);
  add(n.range, range);
  add(small && between(1, 12), int12);
  add(small && between(0, 24) && (n.in_words || n.digits <= 2), int24);
  add(small && between(1, 31) && (n.in_words || n.digits <= 2), int31);
  add(small && between(0, 59) && (n.in_words || n.digits <= 2), int59);
  add(written && n.digits == 2, two_digits);
  add(written && n.digits == 2, year2);
  add(four && between(1000, 2199), year4);
  add(four && between(1900, 2039) && n.value.coefficient() % 50 != 0, recent_year);
  add(small && between(0, 999) && n.digits <= 3, upto999);
  add(written && n.digits == 3 && between(100, 999), year3);
  const std::int64_t coefficient = four ? n.value.coefficient() : 0;
  add(four && coefficient / 100 <= 24 && coefficient % 100 < 60, hhmm);
  add(n.shape == Shape::decimal && is_plain && clock, dot_time);
  add(n.shape == Shape::colon_pair && clock, colon_time);
  add(n.shape == Shape::colon_triple, colon_triple);
  add(n.shape == Shape::colon_pair, colon_pair);
  add(n.shape == Shape::iso_date, iso_date);
  add(n.shape == Shape::slash_pair, slash_pair);
  add(n.shape == Shape::slash_date, slash_date);
  add(n.shape == Shape::dotted_date, dotted_date);
  add(n.fraction, slash_fraction);
  add(n.nth, NumberClass::nth);
  add(n.nth && integral && between(1, 31), nth31);
  return bits;
}

std::vector<pattern::ClassId> classes_of(const Number& n) {
  std::vector<pattern::ClassId> ids;
  const std::uint64_t bits = class_bits(n);
  for (std::size_t id = 0; id < count_of_classes; ++id) {
    if (((bits >> id) & 1U) != 0) ids.push_back(static_cast<pattern::ClassId>(id));
  }
  return ids;
}

/// Makes the symbols of all numbers, so that none has to be made while articles are read.
void make_symbols(pattern::SymbolTable& table) {
  const auto add = [&](const Number& n) { table.add_symbol(classes_of(n)); };
  const auto variants = [&](Number n) {
    for (const bool scaled_up : {false, true}) {
      for (const bool spread : {false, true}) {
        for (const bool loose : {false, true}) {
          for (const bool ordinal : {false, true}) {
            n.scaled = scaled_up;
            n.range = spread;
            n.vague = loose;
            n.nth = ordinal;
            add(n);
          }
        }
      }
    }
  };
  const auto integers = [&](int value, int width) {
    Number n;
    n.value = value;
    n.shape = Shape::integer;
    n.digits = static_cast<std::uint8_t>(width);
    variants(n);
    n.in_words = true;
    n.shape = Shape::words;
    variants(n);
  };
  integers(-5, 1);
  integers(-5000, 9);
  for (int value = 0; value <= 62; ++value) {
    integers(value, 1);
    integers(value, 2);
    integers(value, 3);
    integers(value, 4);
  }
  for (const int value : {99, 100, 500, 999}) {
    for (const int width : {2, 3, 4, 9}) integers(value, width);
  }
  for (const int value : {1000, 1065, 1900, 1930, 1965, 2000, 2020, 2035, 2065, 2160, 2199, 2200,
                          2260, 2459, 2460, 2500, 9999, 12345}) {
    for (const int width : {4, 5}) integers(value, width);
  }
  for (const Shape shape : {Shape::grouped, Shape::decimal, Shape::colon_pair, Shape::colon_triple,
                            Shape::iso_date, Shape::slash_pair, Shape::slash_date,
                            Shape::dotted_date, Shape::words, Shape::scaled, Shape::none}) {
    for (const bool clock : {false, true}) {
      for (const bool fraction : {false, true}) {
        for (const bool in_words : {false, true}) {
          Number n;
          n.shape = shape;
          n.fraction = shape == Shape::decimal && !clock && in_words;
          n.value = fraction ? Decimal::scaled(15, -1) : Decimal(1500);
          n.parts[0] = clock ? 12 : 99;
          n.parts[1] = 30;
          n.in_words = in_words && !n.fraction;
          variants(n);
        }
      }
    }
  }
}

}  // namespace

std::vector<pattern::ClassId> number_classes(const Number& number) { return classes_of(number); }

void declare_number_classes(pattern::SymbolTable& table) {
  for (const char* name : kNames) table.add_class(name);
  for (std::size_t id = 0; id < count_of_classes; ++id) {
    table.mark_common(static_cast<pattern::ClassId>(id));
  }
  for (const char* name : {"word", "capital", "mark", "identifier"}) {
    table.mark_common(table.add_class(name), pattern::kOfAll);
  }
  for (const char* name : {pattern::kSentenceBreak, pattern::kHeadlineBreak}) {
    const pattern::ClassId id = table.add_class(name);
    table.mark_common(id);
    table.add_symbol({id});
  }
  const pattern::ClassId figure = table.add_class("figure");
  table.mark_common(figure, pattern::kOfFigures);
  for (int kind = 0; kind <= static_cast<int>(kLastKind); ++kind) {
    const pattern::ClassId id = table.add_class(to_string(static_cast<FigureKind>(kind)));
    table.mark_common(id, pattern::kOfFigures);
    table.add_symbol({figure, id});
  }
  make_symbols(table);
}

std::vector<pattern::ClassId> word_number_classes(const Word& word, pattern::SymbolTable&) {
  Number n;
  n.shape = Shape::words;
  n.in_words = true;
  n.value = word.number;
  switch (word.number_role) {
    case NumberRole::nth:
      n.nth = true;
      break;
    case NumberRole::vague:
      n.vague = true;
      break;
    case NumberRole::small:
    case NumberRole::ten:
      break;
    case NumberRole::collective:
      n.scaled = true;
      break;
    default:
      return {};  // A scale word alone is no number.
  }
  return classes_of(n);
}

pattern::Symbol number_symbol(const Number& number, const pattern::SymbolTable& table) {
  if (const auto symbol = table.find_low_symbol(class_bits(number))) return *symbol;
  // A shape that was not foreseen still is a number.
  return table.find_symbol({NumberClass::number}).value_or(0);
}

}  // namespace figcheck::extract
