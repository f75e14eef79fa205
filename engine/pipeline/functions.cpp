// SPDX-License-Identifier: Apache-2.0
#include "pipeline/functions.h"

#include <algorithm>

#include "model/unit.h"

namespace figcheck::pipeline {

using expr::CallContext;
using expr::Function;
using expr::Type;
using expr::Value;

Function figure_function(std::string name, std::vector<std::string> parameters, Type result,
                         std::string doc, FunctionBody call) {
  Function function;
  function.name = std::move(name);
  for (std::string& parameter : parameters) {
    function.parameters.push_back({std::move(parameter), Type::figure});
  }
  function.result = result;
  function.doc = std::move(doc);
  function.call = std::move(call);
  return function;
}

namespace {

/// The days from the first figure's article to the second's, never negative.
Value published_gap(const CallContext& call, std::span<const Value> arguments) {
  const auto first = context_of(call).article_of(figure_of(arguments[0])).clock.date;
  const auto second = context_of(call).article_of(figure_of(arguments[1])).clock.date;
  if (!first || !second) return {};
  const auto days = days_between(*first, *second);
  if (!days) return {};
  const Interval gap = Interval::exactly(*days < 0 ? -*days : *days);
  return expr::Quantity{gap, gap, {}, {}};
}

/// A difference in another unit: 9F of warming are 5C, whatever the zero points.
Value convert_step(const CallContext& call, std::span<const Value> arguments) {
  const auto quantity = arguments[0].quantity();
  const std::string* unit = arguments[1].text();
  if (!quantity || unit == nullptr) return {};
  const auto found = conversion(call.context.units().specification(quantity->unit),
                                call.context.units().specification(*unit));
  if (!found) return {};
  expr::Quantity out = *quantity;
  const Interval factor = Interval::exactly(found->factor);
  out.interval = quantity->interval * factor;
  out.strict = quantity->strict * factor;
  if (quantity->nominal) out.nominal = *quantity->nominal * found->factor;
  out.unit = *unit;
  return out;
}

}  // namespace

void add_functions(expr::FunctionTable& functions) {
  add_clock_functions(functions);
  add_date_functions(functions);
  add_money_functions(functions);
  add_per_functions(functions);
  add_word_functions(functions);
  add_story_functions(functions);
  add_sum_functions(functions);
  functions.add(figure_function(
      "transposed", {"a", "b"}, Type::verdict,
      "whether two numbers differ by two neighbouring digits that changed places",
      [](const CallContext&, std::span<const Value> arguments) -> Value {
        const Figure& a = figure_of(arguments[0]);
        const Figure& b = figure_of(arguments[1]);
        if (!a.value || !b.value) return {};
        std::string one = a.value->to_string();
        const std::string other = b.value->to_string();
        if (one.size() != other.size()) return Verdict::fails;
        const auto at = static_cast<std::size_t>(
            std::mismatch(one.begin(), one.end(), other.begin()).first - one.begin());
        if (at + 1 >= one.size()) return Verdict::fails;
        std::swap(one[at], one[at + 1]);
        return verdict_of(one == other);
      }));
  functions.add(figure_function(
      "published_later", {"a", "b"}, Type::verdict, "whether b's article is later than a's",
      [](const CallContext& call, std::span<const Value> arguments) -> Value {
        const auto stamp = [&](const Value& value) {
          return parse_stamp(call.context.document_of(figure_of(value)).metadata.date);
        };
        const auto a = stamp(arguments[0]);
        const auto b = stamp(arguments[1]);
        if (!a || !b) return {};
        return verdict_of(b->minutes > a->minutes);
      }));
  {
    Function step;
    step.name = "convert_step";
    step.parameters = {{"q", Type::quantity}, {"unit", Type::text}};
    step.result = Type::quantity;
    step.doc = "a difference in another unit, without the zero points of temperatures";
    step.call = convert_step;
    functions.add(std::move(step));
  }
  functions.add(figure_function("published_gap", {"a", "b"}, Type::quantity,
                                "the days between the two articles that the figures stand in",
                                published_gap));
  functions.add(figure_function("disputed", {"a", "b"}, Type::verdict,
                                "whether the figures are attributed to two different speakers",
                                [](const CallContext&, std::span<const Value> arguments) -> Value {
                                  const Figure& a = figure_of(arguments[0]);
                                  const Figure& b = figure_of(arguments[1]);
                                  return verdict_of(!a.attribution.empty() &&
                                                    !b.attribution.empty() &&
                                                    a.attribution != b.attribution);
                                }));
  functions.add(figure_function(
      "unlike", {"part", "whole"}, Type::verdict,
      "whether the part cannot be of what the whole counts",
      [](const CallContext& call, std::span<const Value> arguments) -> Value {
        const Verdict kin = call.context.kin(figure_of(arguments[0]), figure_of(arguments[1]));
        return kin == Verdict::fails ? Verdict::holds : Verdict::fails;
      }));
}

}  // namespace figcheck::pipeline
