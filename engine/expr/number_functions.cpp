// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <utility>

#include "expr/compare.h"
#include "expr/functions.h"
#include "expr/quantity.h"
#include "model/unit.h"

namespace figcheck::expr {
namespace {

using Arguments = std::span<const Value>;

const Parameter kQ{"q", Type::quantity};
const Parameter kA{"a", Type::quantity};
const Parameter kB{"b", Type::quantity};
const Parameter kItems{"items", Type::quantity};
const Parameter kUnit{"unit", Type::text};

// Arguments have their parameters' types when a function is called.
const Quantity& quantity(const Value& value) { return std::get<Quantity>(value.body); }
const Units& units(const CallContext& call) { return call.context.units(); }

Value from(std::optional<Quantity> result) { return result ? Value(*std::move(result)) : Value(); }
Value verdict_of(bool condition) { return condition ? Verdict::holds : Verdict::fails; }

Quantity with_unit(Quantity q, std::string unit) {
  q.unit = std::move(unit);
  return q;
}

/// Returns the whole number that a quantity is, or nullopt when it is none between -18 and 18.
std::optional<int> small_integer(const Quantity& q) {
  if (!q.interval.is_point()) return std::nullopt;
  const Decimal value = q.interval.low()->value;
  if (value != value.rounded(0) || value.absolute() > Decimal(18)) return std::nullopt;
  return static_cast<int>(value.to_double());
}

Value fold(const CallContext& call, Arguments arguments,
           std::optional<Quantity> (*step)(const Quantity&, const Quantity&, const Units&)) {
  std::optional<Quantity> result;
  for (const Value& argument : arguments) {
    result = result ? step(*result, quantity(argument), units(call)) : quantity(argument);
    if (!result) return {};
  }
  return from(result);
}

bool lower_bound_less(const std::optional<Bound>& a, const std::optional<Bound>& b) {
  if (!a || !b) return !a && b;
  return a->value < b->value || (a->value == b->value && a->closed && !b->closed);
}

bool upper_bound_less(const std::optional<Bound>& a, const std::optional<Bound>& b) {
  if (!a || !b) return a && !b;
  return a->value < b->value || (a->value == b->value && !a->closed && b->closed);
}

/// The interval of the smaller of two numbers: the smaller of each end.
Interval smaller(const Interval& a, const Interval& b) {
  return {lower_bound_less(a.low(), b.low()) ? a.low() : b.low(),
          upper_bound_less(a.high(), b.high()) ? a.high() : b.high()};
}

std::optional<Quantity> smaller(const Quantity& a, const Quantity& b, const Units& known) {
  const std::optional<Pair> pair = in_one_unit(a, b, known);
  if (!pair) return std::nullopt;
  Quantity out{smaller(pair->a.interval, pair->b.interval), smaller(pair->a.strict, pair->b.strict),
               pair->a.unit, std::nullopt};
  if (pair->a.nominal && pair->b.nominal)
    out.nominal = std::min(*pair->a.nominal, *pair->b.nominal);
  return out;
}

std::optional<Quantity> larger(const Quantity& a, const Quantity& b, const Units& known) {
  const std::optional<Quantity> out = smaller(negate(a), negate(b), known);
  return out ? std::optional<Quantity>(negate(*out)) : std::nullopt;
}

Decimal largest_end(const Interval& interval) {
  Decimal largest;
  for (const auto& end : {interval.low(), interval.high()}) {
    if (end) largest = std::max(largest, end->value.absolute());
  }
  return largest;
}

Value rounded(Arguments a, Rounding rounding) {
  const std::optional<int> place = a.size() > 1 ? small_integer(quantity(a[1])) : 0;
  if (!place) return {};
  const auto rounded_end = [&](const std::optional<Bound>& end) {
    return end ? std::optional<Bound>(Bound{end->value.rounded(*place, rounding), true})
               : std::nullopt;
  };
  return map(
      quantity(a[0]),
      [&](const Interval& i) { return Interval(rounded_end(i.low()), rounded_end(i.high())); },
      [&](const Decimal& value) { return value.rounded(*place, rounding); });
}

// An end of an open interval that is not written stays as it is; each other end moves outward by
// the fraction of its own magnitude.
Value spread(const CallContext&, Arguments a) {
  const Quantity& by = quantity(a[1]);
  if (!by.nominal || by.nominal->sign() < 0) return {};
  const Decimal fraction = by.unit == kPercentUnit ? by.nominal->shifted(-2) : *by.nominal;
  return map(
      quantity(a[0]),
      [&](const Interval& i) {
        std::optional<Bound> low = i.low();
        std::optional<Bound> high = i.high();
        if (low)
          low->value = Decimal::add(low->value, (low->value.absolute() * fraction).negated(),
                                    Rounding::down);
        if (high)
          high->value = Decimal::add(high->value, high->value.absolute() * fraction, Rounding::up);
        return Interval(low, high);
      },
      [](const Decimal& value) { return value; });
}

Value widen(const CallContext& call, Arguments a) {
  const std::optional<Pair> pair = in_one_unit(quantity(a[0]), quantity(a[1]), units(call));
  if (!pair) return {};
  const Decimal by = largest_end(pair->b.interval);
  return with_unit(map(
                       pair->a, [&](const Interval& i) { return i.widened(by); },
                       [](const Decimal& value) { return value; }),
                   quantity(a[0]).unit);
}

// The second number is taken as rounded to its own last digit, whatever a hedge beside it says;
// where the hedge allows more than that, it counts too.
Value rounds_to(const CallContext& call, Arguments a) {
  const std::optional<Quantity> printed = a[1].quantity();
  if (!printed) return Verdict::cannot_tell;
  std::vector<Quantity> allowed = {*printed};
  const Figure* figure = a[1].figure();
  if (figure != nullptr && figure->value && !figure->range) {
    const Interval by_digits = Interval::rounding_to(*figure->value, figure->place);
    allowed.push_back({by_digits, by_digits, figure->unit, figure->value});
  }
  Verdict verdict = Verdict::fails;
  for (const Quantity& candidate : allowed) {
    verdict = verdict || compare(Operator::meets, quantity(a[0]), candidate, units(call));
  }
  return verdict;
}

Value same_dimension(const CallContext& call, Arguments a) {
  const std::string& first = quantity(a[0]).unit;
  const std::string& second = quantity(a[1]).unit;
  if (first == second) return Verdict::holds;
  const std::string from_unit = units(call).specification(first);
  const std::string to_unit = units(call).specification(second);
  if (from_unit.empty() || to_unit.empty()) return Verdict::fails;
  return verdict_of(figcheck::conversion(from_unit, to_unit).has_value());
}

Value share(const CallContext& call, Arguments a) {
  const std::optional<Quantity> ratio = divide(quantity(a[0]), quantity(a[1]), units(call));
  if (!ratio || !is_number_unit(ratio->unit)) return {};
  const std::optional<Quantity> result =
      multiply(with_unit(*ratio, ""), Quantity::exactly(100, kPercentUnit));
  return from(result);
}

// new / old - 1 rather than (new - old) / old: each figure stands once, so the interval is as
// narrow as the wording allows.
Value change(const CallContext& call, Arguments a) {
  const std::optional<Quantity> ratio = divide(quantity(a[1]), quantity(a[0]), units(call));
  if (!ratio || !is_number_unit(ratio->unit)) return {};
  const std::optional<Quantity> growth =
      subtract(with_unit(*ratio, ""), Quantity::exactly(1), units(call));
  return growth ? from(multiply(*growth, Quantity::exactly(100, kPercentUnit))) : Value();
}

Value number(const CallContext&, Arguments a) {
  const std::optional<Decimal> value = Decimal::parse(std::get<std::string>(a[0].body));
  return value ? Value(Quantity::exactly(*value)) : Value();
}

}  // namespace

void add_number_functions(FunctionTable& table) {
  table.add({"abs", {kQ}, Type::quantity, "the magnitude", [](const CallContext&, Arguments a) {
               return absolute(quantity(a[0]));
             }});
  table.add({"sign",
             {kQ},
             Type::quantity,
             "-1, 0 or 1; nothing where the wording allows several",
             [](const CallContext&, Arguments a) -> Value {
               const Interval& i = quantity(a[0]).interval;
               const Interval zero = Interval::exactly(0);
               if (Interval::less(zero, i) == Verdict::holds) return Quantity::exactly(1);
               if (Interval::less(i, zero) == Verdict::holds) return Quantity::exactly(-1);
               return i == zero ? Value(Quantity::exactly(0)) : Value();
             }});
  table.add({"min",
             {kItems},
             Type::quantity,
             "the smallest of the quantities or of a list's items",
             [](const CallContext& call, Arguments a) { return fold(call, a, smaller); },
             true});
  table.add({"max",
             {kItems},
             Type::quantity,
             "the largest of the quantities or of a list's items",
             [](const CallContext& call, Arguments a) { return fold(call, a, larger); },
             true});
  table.add({"sum",
             {kItems},
             Type::quantity,
             "the sum of the quantities or of a list's items",
             [](const CallContext& call, Arguments a) { return fold(call, a, add); },
             true});
  table.add({"count",
             {{"list", Type::list}},
             Type::quantity,
             "how many items a list has",
             [](const CallContext&, Arguments a) {
               return Quantity::exactly(static_cast<std::int64_t>(a[0].list()->size()));
             }});
  table.add({"round",
             {kQ, {"place", Type::quantity, false, true}},
             Type::quantity,
             "rounded to 10 to the power of place, which is 0 where it is left out",
             [](const CallContext&, Arguments a) { return rounded(a, Rounding::nearest); }});
  table.add({"ceil",
             {kQ, {"place", Type::quantity, false, true}},
             Type::quantity,
             "rounded up to 10 to the power of place",
             [](const CallContext&, Arguments a) { return rounded(a, Rounding::up); }});
  table.add({"floor",
             {kQ, {"place", Type::quantity, false, true}},
             Type::quantity,
             "rounded down to 10 to the power of place",
             [](const CallContext&, Arguments a) { return rounded(a, Rounding::down); }});
  table.add({"rounds_to",
             {kA, {"b", Type::quantity, true}},
             Type::verdict,
             "whether b may be a rounding, to its own last digit, of a number that a allows",
             rounds_to});
  table.add({"convert",
             {kQ, kUnit},
             Type::quantity,
             "in another unit of the vocabulary",
             [](const CallContext& call, Arguments a) {
               return from(convert(quantity(a[0]), std::get<std::string>(a[1].body), units(call)));
             }});
  table.add({"quantity",
             {kQ, kUnit},
             Type::quantity,
             "a plain number with a unit: quantity(5, 'km')",
             [](const CallContext&, Arguments a) {
               return with_unit(quantity(a[0]), std::get<std::string>(a[1].body));
             }});
  table.add(
      {"unit", {kQ}, Type::text, "its unit; empty for counts", [](const CallContext&, Arguments a) {
         return Value(quantity(a[0]).unit);
       }});
  table.add({"same_unit",
             {kA, kB},
             Type::verdict,
             "whether both have one unit",
             [](const CallContext&, Arguments a) {
               return verdict_of(quantity(a[0]).unit == quantity(a[1]).unit);
             }});
  table.add({"same_dimension",
             {kA, kB},
             Type::verdict,
             "whether the units are one or convert",
             same_dimension});
  table.add({"plain",
             {kQ},
             Type::quantity,
             "the number without its unit",
             [](const CallContext&, Arguments a) { return with_unit(quantity(a[0]), ""); }});
  table.add(
      {"percent",
       {kQ},
       Type::quantity,
       "the same number as a percentage: percent(12) is 12%",
       [](const CallContext&, Arguments a) { return with_unit(quantity(a[0]), kPercentUnit); }});
  table.add({"share",
             {{"part", Type::quantity}, {"whole", Type::quantity}},
             Type::quantity,
             "part / whole in per cent",
             share});
  table.add({"change",
             {{"old", Type::quantity}, {"new", Type::quantity}},
             Type::quantity,
             "the growth from old to new in per cent of old",
             change});
  table.add({"spread",
             {kQ, {"by", Type::quantity}},
             Type::quantity,
             "each end moved outward by a fraction of its magnitude: spread(q, 5%)",
             spread});
  table.add({"widen",
             {kQ, {"by", Type::quantity}},
             Type::quantity,
             "each end moved outward by a quantity",
             widen});
  table.add({"point",
             {kQ},
             Type::quantity,
             "the number as written, exactly; nothing for a range",
             [](const CallContext&, Arguments a) {
               const Quantity& q = quantity(a[0]);
               return q.nominal ? Value(Quantity::exactly(*q.nominal, q.unit)) : Value();
             }});
  table.add({"strict",
             {kQ},
             Type::quantity,
             "with trailing zeros taken at their word",
             [](const CallContext&, Arguments a) {
               const Quantity& q = quantity(a[0]);
               return Quantity{q.strict, q.strict, q.unit, q.nominal};
             }});
  table.add({"number",
             {{"text", Type::text}},
             Type::quantity,
             "the number that a frame word stands for",
             number});
  // The three below are forms of the language: their second argument is worked out for each item.
  const Parameter list{"list", Type::list};
  const Parameter form{"expression", Type::verdict, true};
  const auto none = [](const CallContext&, Arguments) { return Value(); };
  table.add({"all",
             {list, form},
             Type::verdict,
             "whether the expression holds for every item, `it`",
             none});
  table.add({"any",
             {list, form},
             Type::verdict,
             "whether the expression holds for some item, `it`",
             none});
  table.add(
      {"each", {list, form}, Type::list, "the expression's value for every item, `it`", none});
}

}  // namespace figcheck::expr
