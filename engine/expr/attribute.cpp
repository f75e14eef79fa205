// SPDX-License-Identifier: Apache-2.0
#include "expr/attribute.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "expr/expression.h"

namespace figcheck::expr {
namespace {

Value verdict_of(bool condition) { return condition ? Verdict::holds : Verdict::fails; }

Value number_of(std::optional<int> number) {
  return number ? Value(Quantity::exactly(Decimal(*number))) : Value();
}

// The getters below are called with a base of their attribute's kind only: the checker sees to
// that, except that a figure may turn out to have no number or no time.
template <typename Get>
Value with_quantity(const Value& base, Get get) {
  const std::optional<Quantity> quantity = base.quantity();
  return quantity ? Value(get(*quantity)) : Value();
}

template <typename Get>
Value with_moment(const Value& base, Get get) {
  const std::optional<Moment> moment = base.moment();
  return moment ? Value(get(moment->civil)) : Value();
}

template <typename Get>
Value with_figure(const Value& base, Get get) {
  const Figure* figure = base.figure();
  return figure != nullptr ? Value(get(*figure)) : Value();
}

Value end_point(const std::optional<Bound>& bound, const Quantity& quantity) {
  return bound ? Value(Quantity::exactly(bound->value, quantity.unit)) : Value();
}

Value written(const Figure& figure, const std::optional<Decimal>& value) {
  return value ? Value(Quantity::exactly(*value, figure.unit)) : Value();
}

Value end_of(const Value& base) {
  const Figure* figure = base.figure();
  if (figure == nullptr || !figure->time || !figure->time->end) return {};
  return Moment{*figure->time->end, figure};
}

std::string grain_name(const Figure& figure) {
  static const char* const kNames[] = {"",        "minute", "hour", "day",    "week",   "month",
                                       "quarter", "season", "year", "decade", "century"};
  return figure.time ? kNames[static_cast<std::size_t>(figure.time->grain)] : "";
}

#define FIGURE(expression)                                                         \
  [](const Value& base) {                                                          \
    return with_figure(base, [](const Figure& f) -> Value { return expression; }); \
  }
#define QUANTITY(expression)                                                           \
  [](const Value& base) {                                                              \
    return with_quantity(base, [](const Quantity& q) -> Value { return expression; }); \
  }
#define MOMENT(expression)                                                        \
  [](const Value& base) {                                                         \
    return with_moment(base, [](const Civil& c) -> Value { return expression; }); \
  }

std::vector<Attribute> make_table() {
  std::vector<Attribute> table = {
      {"another", Type::figure, Type::verdict,
       "whether it comes on top of what was told: 'five more'",
       FIGURE(verdict_of(f.mention.another))},
      {"attribution", Type::figure, Type::text, "who says so; empty when the article itself does",
       FIGURE(f.attribution)},
      {"attributive", Type::figure, Type::verdict, "whether it is an adjective: 'nine-storey'",
       FIGURE(verdict_of(f.mention.attributive))},
      {"block", Type::figure, Type::text,
       "the kind of block it stands in: 'paragraph', 'table-cell'",
       FIGURE(std::string(to_string(f.block_kind)))},
      {"class", Type::figure, Type::text, "the class of what is counted: 'person', 'vehicle'",
       FIGURE(f.subject.noun_class)},
      {"day", Type::moment, Type::quantity, "day of the month", MOMENT(number_of(c.day))},
      {"definite", Type::figure, Type::verdict,
       "whether it counts what was told before: 'the 82 passengers'",
       FIGURE(verdict_of(f.mention.definite))},
      {"end", Type::figure, Type::moment, "the end of a period", end_of},
      {"event", Type::figure, Type::text, "the verb group it stands in: 'kill', 'arrest'",
       FIGURE(f.subject.event)},
      {"family", Type::figure, Type::text, "what is counted, one word for nouns of one meaning",
       FIGURE(f.mention.family)},
      {"grain", Type::figure, Type::text, "how exact a date is meant to be: 'day', 'month', 'year'",
       FIGURE(grain_name(f))},
      {"hedge", Type::figure, Type::text, "what the words around it do: 'none', 'about', 'over'",
       FIGURE(std::string(to_string(f.hedge)))},
      {"high", Type::quantity, Type::quantity, "the upper end; nothing when unbounded",
       QUANTITY(end_point(q.interval.high(), q))},
      {"hour", Type::moment, Type::quantity, "hour of the day", MOMENT(number_of(c.hour))},
      {"in_words", Type::figure, Type::verdict, "whether it is written in words",
       FIGURE(verdict_of(f.in_words))},
      {"interval", Type::quantity, Type::quantity,
       "all that the wording allows, trailing zeros as rounded",
       QUANTITY((Quantity{q.interval, q.interval, q.unit, q.nominal}))},
      {"kind", Type::figure, Type::text, "the kind of figure: 'count', 'percent'",
       FIGURE(std::string(to_string(f.kind)))},
      {"low", Type::quantity, Type::quantity, "the lower end; nothing when unbounded",
       QUANTITY(end_point(q.interval.low(), q))},
      {"minute", Type::moment, Type::quantity, "minute of the hour", MOMENT(number_of(c.minute))},
      {"month", Type::moment, Type::quantity, "month, 1 to 12", MOMENT(number_of(c.month))},
      {"name", Type::figure, Type::text, "whose age or number it is: 'Ann Lee'",
       FIGURE(f.mention.name)},
      {"negated", Type::figure, Type::verdict, "whether the text denies it: 'not 12'",
       FIGURE(verdict_of(f.negated))},
      {"of_whole", Type::figure, Type::verdict,
       "whether it is the whole of some part: 'a fifth of the 2,400 trees'",
       FIGURE(verdict_of(f.mention.of_whole))},
      {"place", Type::figure, Type::text, "the place that its sentence names",
       FIGURE(f.place_name)},
      {"place_value", Type::figure, Type::quantity, "one of its last digit: 1000 for 30,000",
       FIGURE(f.value ? Value(Quantity::exactly(Decimal::scaled(1, f.place), f.unit)) : Value())},
      {"qualified", Type::figure, Type::verdict,
       "whether its noun has other words before it: 'the 43 Asian countries'",
       FIGURE(verdict_of(f.mention.qualified))},
      {"quoted", Type::figure, Type::verdict, "whether it stands in quotation marks",
       FIGURE(verdict_of(f.quoted))},
      {"range", Type::figure, Type::verdict, "whether it is written as a range: '25 to 40'",
       FIGURE(verdict_of(f.range))},
      {"restricted", Type::figure, Type::verdict,
       "whether a relative clause picks it out: 'the 13 states that voted'",
       FIGURE(verdict_of(f.mention.restricted))},
      {"start", Type::moment, Type::moment, "the beginning of a period; a date or time itself",
       [](const Value& base) {
         const std::optional<Moment> moment = base.moment();
         return moment ? Value(*moment) : Value();
       }},
      {"strict", Type::quantity, Type::quantity,
       "all that the wording allows, trailing zeros at their word",
       QUANTITY((Quantity{q.strict, q.strict, q.unit, q.nominal}))},
      {"subject", Type::figure, Type::text, "the stem of what is counted", FIGURE(f.subject.head)},
      {"subset", Type::figure, Type::verdict,
       "whether it is of something told before: '12 of them'",
       FIGURE(verdict_of(f.mention.subset))},
      {"text", Type::figure, Type::text, "its words as written", FIGURE(f.text)},
      {"topic", Type::figure, Type::text, "what it is about: 'crowd', 'income/pay'",
       FIGURE(f.mention.topic)},
      {"unit", Type::quantity, Type::text, "its unit; empty for counts", QUANTITY(q.unit)},
      {"upper", Type::figure, Type::quantity, "the second number of a range or score",
       FIGURE(written(f, f.upper))},
      {"vague", Type::figure, Type::verdict, "whether it is a word such as 'dozens'",
       FIGURE(verdict_of(f.vague))},
      {"value", Type::quantity, Type::quantity, "the number as written, exactly",
       QUANTITY(q.nominal ? Value(Quantity::exactly(*q.nominal, q.unit)) : Value())},
      {"weekday", Type::moment, Type::quantity, "weekday as written, 1 for Monday to 7",
       MOMENT(number_of(c.weekday))},
      {"when", Type::figure, Type::text, "the date beside it, as written", FIGURE(f.mention.when)},
      {"words", Type::figure, Type::text, "the noun phrase of what is counted",
       FIGURE(f.subject.words)},
      {"year", Type::moment, Type::quantity, "year; negative before Christ",
       MOMENT(number_of(c.year))},
      {"zone", Type::moment, Type::text, "the zone as the text says it; empty when it does not",
       MOMENT(c.zone)},
  };
  return table;
}

#undef FIGURE
#undef QUANTITY
#undef MOMENT

}  // namespace

const std::vector<Attribute>& attribute_table() {
  static const std::vector<Attribute> kTable = make_table();
  return kTable;
}

const Attribute* find_attribute(std::string_view name) {
  const std::vector<Attribute>& table = attribute_table();
  const auto found = std::lower_bound(
      table.begin(), table.end(), name,
      [](const Attribute& attribute, std::string_view wanted) { return attribute.name < wanted; });
  return found != table.end() && found->name == name ? &*found : nullptr;
}

std::vector<AttributeDoc> attributes() {
  std::vector<AttributeDoc> docs;
  for (const Attribute& attribute : attribute_table()) {
    docs.push_back({attribute.name, attribute.type, attribute.doc});
  }
  return docs;
}

}  // namespace figcheck::expr
