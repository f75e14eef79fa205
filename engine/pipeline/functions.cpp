// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "expr/restyle.h"
#include "pipeline/article.h"

namespace figcheck::pipeline {

namespace {

using expr::CallContext;
using expr::Function;
using expr::Type;
using expr::Value;

const ArticleContext& context_of(const CallContext& call) {
  // The pipeline makes every context that rules are checked with.
  return static_cast<const ArticleContext&>(call.context);
}

const Figure& figure_of(const Value& value) { return *value.figure(); }

Value elsewhere(const CallContext& call, std::span<const Value> arguments) {
  const Figure& a = figure_of(arguments[0]);
  const Figure& b = figure_of(arguments[1]);
  const auto same = context_of(call).compare(a, b);
  if (same.first.elsewhere.empty() || !b.time) return {};
  const time::Elsewhere& there = same.first.elsewhere.front();
  const ArticleContext& context = context_of(call);
  expr::Moment clock;
  clock.civil.hour = there.hour;
  clock.civil.minute = there.minute;
  auto words = expr::restyle(b, clock, context);
  if (!words) return {};
  std::string out = std::move(*words);
  if (there.day_shift != 0) {
    const std::string_view key = there.day_shift > 0 ? "next-day" : "day-before";
    out += " " + context.name_of("show", key);
  }
  return out;
}

/// "Asia/Baku, UTC+4 on 20 September 2023"
Value zone_text(const CallContext& call, std::span<const Value> arguments) {
  const Figure& a = figure_of(arguments[0]);
  const Figure& b = figure_of(arguments[1]);
  const auto same = context_of(call).compare(a, b);
  if (same.first.zone.zone.empty()) return {};
  std::string out = same.first.zone.zone;
  if (!same.first.offsets.empty() && same.first.offsets.front() != out) {
    out += ", " + same.first.offsets.front();
  }
  if (same.date) {
    expr::Moment day;
    day.civil.year = same.date->year;
    day.civil.month = same.date->month;
    day.civil.day = same.date->day;
    out += " " + call.context.name_of("show", "on") + " " + call.context.show(day, "date");
  }
  return out;
}

Value zone_why(const CallContext& call, std::span<const Value> arguments) {
  const auto zones = context_of(call).zones_of(figure_of(arguments[0]));
  if (zones.empty() || zones.front().why.empty()) return {};
  return zones.front().why;
}

/// "Moscow (UTC+3)": where the printed pair would have been right.
Value right_in(const CallContext& call, std::span<const Value> arguments) {
  const Figure& a = figure_of(arguments[0]);
  const ArticleContext& context = context_of(call);
  const auto same = context.compare(a, figure_of(arguments[1]));
  const auto candidates = context.candidate_zones(a);
  std::string out;
  int named = 0;
  for (const time::RightIn& right : same.right_in) {
    const std::string& name = candidates[right.candidate].why;
    if (out.find(name) != std::string::npos || ++named > 2) continue;
    if (!out.empty()) out += " " + call.context.name_of("show", "or") + " ";
    out += fmt::format("{} ({})", name, right.offset);
  }
  if (out.empty()) return {};
  return out;
}

Function make(std::string name, std::vector<std::string> figures, Type result, std::string doc,
              std::function<Value(const CallContext&, std::span<const Value>)> call) {
  Function function;
  function.name = std::move(name);
  for (std::string& parameter : figures) function.parameters.push_back({std::move(parameter), Type::figure});
  function.result = result;
  function.doc = std::move(doc);
  function.call = std::move(call);
  return function;
}

}  // namespace

void add_functions(expr::FunctionTable& functions) {
  functions.add(make("same_moment", {"a", "b"}, Type::verdict,
                     "whether two clock times can be one moment, by the zones that the text supports",
                     [](const CallContext& call, std::span<const Value> arguments) -> Value {
                       return context_of(call)
                           .compare(figure_of(arguments[0]), figure_of(arguments[1]))
                           .verdict;
                     }));
  functions.add(make("only_day_wrong", {"a", "b"}, Type::verdict,
                     "whether two clock times agree, and only their days do not",
                     [](const CallContext& call, std::span<const Value> arguments) -> Value {
                       const auto same = context_of(call).compare(figure_of(arguments[0]),
                                                                  figure_of(arguments[1]));
                       return same.only_day_wrong ? Verdict::holds : Verdict::fails;
                     }));
  functions.add(make("zone_known", {"a"}, Type::verdict,
                     "whether the text says or supports a zone for a clock time",
                     [](const CallContext& call, std::span<const Value> arguments) -> Value {
                       return context_of(call).zones_of(figure_of(arguments[0])).empty()
                                  ? Verdict::fails
                                  : Verdict::holds;
                     }));
  functions.add(make("elsewhere", {"a", "b"}, Type::text,
                     "the clock time a by b's clock, in b's words: \"09.00 GMT\"", elsewhere));
  functions.add(make("zone", {"a", "b"}, Type::text,
                     "the zone of a and its offset when b: \"Asia/Baku, UTC+4\"", zone_text));
  functions.add(make("zone_why", {"a"}, Type::text, "the words that a's zone rests on", zone_why));
  functions.add(make("right_in", {"a", "b"}, Type::text,
                     "where the pair would have been right, if anywhere near: \"Moscow (UTC+3)\"",
                     right_in));
  functions.add(make("unlike", {"part", "whole"}, Type::verdict,
                     "whether the part cannot be of what the whole counts",
                     [](const CallContext& call, std::span<const Value> arguments) -> Value {
                       const Verdict kin = call.context.kin(figure_of(arguments[0]), figure_of(arguments[1]));
                       return kin == Verdict::fails ? Verdict::holds : Verdict::fails;
                     }));
}

}  // namespace figcheck::pipeline
