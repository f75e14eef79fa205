// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <cctype>

#include <fmt/format.h>

#include "expr/restyle.h"
#include "model/unit.h"
#include "model/zone.h"
#include "pipeline/article.h"
#include "pipeline/clock_words.h"

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
  auto words = like_half_day_clock(b, there.hour, there.minute);
  if (!words) words = expr::restyle(b, clock, context);
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
  const bool any_first = std::any_of(same.right_in.begin(), same.right_in.end(),
                                     [](const time::RightIn& right) { return right.for_first; });
  for (const time::RightIn& right : same.right_in) {
    // A zone for the local time explains more than one for the other.
    if (any_first && !right.for_first) continue;
    const std::string& name = candidates[right.candidate].why;
    if (out.find(name) != std::string::npos || ++named > 2) continue;
    if (!out.empty()) out += " " + call.context.name_of("show", "or") + " ";
    out += fmt::format("{} ({})", name, right.offset);
  }
  if (out.empty()) return {};
  return out;
}

std::optional<Date> date_of(const Figure& figure) {
  if (!figure.time) return std::nullopt;
  const Civil& civil = figure.time->start;
  if (!civil.year || !civil.month || !civil.day) return std::nullopt;
  return Date{*civil.year, *civil.month, *civil.day};
}

Verdict verdict_of(bool value) { return value ? Verdict::holds : Verdict::fails; }

/// The date's words with the weekday that it falls on.
Value right_weekday(const CallContext& call, std::span<const Value> arguments) {
  const Figure& figure = figure_of(arguments[0]);
  const auto date = date_of(figure);
  const auto right = date ? weekday_of(*date) : std::nullopt;
  const auto written = figure.time->start.weekday;
  if (!right || !written) return {};
  const std::string right_name = call.context.name_of("weekday", std::to_string(*right));
  const std::string wrong_name = call.context.name_of("weekday", std::to_string(*written));
  std::string out = figure.text;
  if (const std::size_t at = out.find(wrong_name); at != std::string::npos) {
    return out.replace(at, wrong_name.size(), right_name);
  }
  // Abbreviated: the word that begins as the name does.
  const std::size_t at = out.find(wrong_name.substr(0, 3));
  if (at == std::string::npos) return {};
  std::size_t end = at;
  while (end < out.size() && std::isalpha(static_cast<unsigned char>(out[end]))) ++end;
  return out.replace(at, end - at, right_name.substr(0, std::max<std::size_t>(3, end - at)));
}

/// The date's words with the nearest day of the month that falls on the weekday that is written.
Value right_day(const CallContext&, std::span<const Value> arguments) {
  const Figure& figure = figure_of(arguments[0]);
  const auto date = date_of(figure);
  const auto written = date ? weekday_of(*date) : std::nullopt;
  if (!written || !figure.time->start.weekday) return {};
  int shift = *figure.time->start.weekday - *written;
  if (shift > 3) shift -= 7;
  if (shift < -3) shift += 7;
  const auto right = add_days(*date, shift);
  // In another month more than the day would have to change.
  if (!right || right->month != date->month) return {};
  const std::string day = std::to_string(date->day);
  std::string out = figure.text;
  for (std::size_t at = out.find(day); at != std::string::npos; at = out.find(day, at + 1)) {
    const bool alone = (at == 0 || !std::isdigit(static_cast<unsigned char>(out[at - 1]))) &&
                       (at + day.size() >= out.size() ||
                        !std::isdigit(static_cast<unsigned char>(out[at + day.size()])));
    if (alone) return out.replace(at, day.size(), std::to_string(right->day));
  }
  return {};
}

/// Whether a date stands within so many days of the article's own.
Value near_article(const CallContext& call, std::span<const Value> arguments) {
  const auto date = date_of(figure_of(arguments[0]));
  const auto article = context_of(call).article_of(figure_of(arguments[0])).clock.date;
  const auto most = arguments[1].quantity();
  if (!date || !article || !most || !most->interval.high()) return {};
  const auto days = days_between(*article, *date);
  if (!days) return {};
  return verdict_of(Decimal(*days < 0 ? -*days : *days) <= most->interval.high()->value);
}

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

/// Whether a clock time exists on its day, in any zone that the text supports.
Value local_time_exists(const CallContext& call, std::span<const Value> arguments) {
  const Figure& figure = figure_of(arguments[0]);
  const auto date = date_of(figure);
  if (!date || !figure.time->start.hour || figure.time->start.half_day_unknown) return {};
  const auto zones = context_of(call).zones_of(figure);
  if (zones.empty()) return {};
  for (const time::ZoneChoice& choice : zones) {
    const auto offset = offset_at_local(choice.zone, *date, *figure.time->start.hour,
                                        figure.time->start.minute.value_or(0));
    if (!offset || offset->local != LocalTime::nonexistent) return Verdict::holds;
  }
  return Verdict::fails;
}

/// The time from one clock time to the next, in hours. Without days the second is within a day of the first.
Value elapsed(const CallContext&, std::span<const Value> arguments) {
  const Figure& a = figure_of(arguments[0]);
  const Figure& b = figure_of(arguments[1]);
  if (!a.time || !b.time || !a.time->start.hour || !b.time->start.hour) return {};
  const Civil& start = a.time->start;
  const Civil& end = b.time->start;
  if (start.zone != end.zone || start.half_day_unknown != end.half_day_unknown) return {};
  int minutes = (*end.hour - *start.hour) * 60 + end.minute.value_or(0) - start.minute.value_or(0);
  if (start.weekday && end.weekday) {
    minutes += ((*end.weekday - *start.weekday + 7) % 7) * 24 * 60;
  } else if (minutes <= 0) {
    minutes += start.half_day_unknown ? 12 * 60 : 24 * 60;
  }
  if (minutes <= 0) return {};
  const auto hours = Decimal::divide(minutes, 60);
  if (!hours) return {};
  const Interval exact = Interval::exactly(*hours);
  return expr::Quantity{exact, exact, "hour", *hours};
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
                       const auto same = context_of(call).compare(figure_of(arguments[0]),
                                                                  figure_of(arguments[1]));
                       // One zone, day or loose usage that makes it right is enough for a reader.
                       const bool fits = same.doubt == time::Doubt::zones ||
                                         same.doubt == time::Doubt::days ||
                                         same.doubt == time::Doubt::loose;
                       if (same.verdict == Verdict::cannot_tell && fits) return Verdict::holds;
                       const ArticleContext& context = context_of(call);
                       if (same.verdict == Verdict::fails &&
                           !(context.zone_is_certain(figure_of(arguments[0])) &&
                             context.zone_is_certain(figure_of(arguments[1])))) {
                         return Verdict::cannot_tell;
                       }
                       return same.verdict;
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
  functions.add(make("zone_certain", {"a"}, Type::verdict,
                     "whether a word or place beside a clock time says its zone",
                     [](const CallContext& call, std::span<const Value> arguments) -> Value {
                       return verdict_of(context_of(call).zone_is_certain(figure_of(arguments[0])));
                     }));
  functions.add(make("zone_said", {"a"}, Type::verdict, "whether a clock time carries a zone or \"local time\"",
                     [](const CallContext&, std::span<const Value> arguments) -> Value {
                       const Figure& figure = figure_of(arguments[0]);
                       return verdict_of(figure.time && !figure.time->start.zone.empty());
                     }));
  functions.add(make("year_inferred", {"day"}, Type::verdict,
                     "whether the year of a date comes from the article's date, not from the text",
                     [](const CallContext&, std::span<const Value> arguments) -> Value {
                       const Figure& figure = figure_of(arguments[0]);
                       return verdict_of(figure.time && figure.time->start.year_inferred);
                     }));
  functions.add(make("day_inferred", {"day"}, Type::verdict,
                     "whether a date was worked out from the article's date, as \"three years ago\" is",
                     [](const CallContext&, std::span<const Value> arguments) -> Value {
                       const Figure& figure = figure_of(arguments[0]);
                       return verdict_of(figure.time && figure.time->start.day_inferred);
                     }));
  functions.add(make("transposed", {"a", "b"}, Type::verdict,
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
  functions.add(make("published_later", {"a", "b"}, Type::verdict,
                     "whether b's article is later than a's",
                     [](const CallContext& call, std::span<const Value> arguments) -> Value {
                       const auto stamp = [&](const Value& value) {
                         return parse_stamp(call.context.document_of(figure_of(value)).metadata.date);
                       };
                       const auto a = stamp(arguments[0]);
                       const auto b = stamp(arguments[1]);
                       if (!a || !b) return {};
                       return verdict_of(b->minutes > a->minutes);
                     }));
  functions.add(make("year_plausible", {"day"}, Type::verdict,
                     "whether the article's other weekdays and dates do not speak for another year",
                     [](const CallContext& call, std::span<const Value> arguments) -> Value {
                       const YearVotes& votes = context_of(call).year_votes(figure_of(arguments[0]));
                       return verdict_of(votes.fails <= 1 || votes.fits >= votes.fails);
                     }));
  functions.add(make("year_supported", {"day"}, Type::verdict,
                     "whether another weekday and date of the article fit the year that was inferred",
                     [](const CallContext& call, std::span<const Value> arguments) -> Value {
                       return verdict_of(context_of(call).year_votes(figure_of(arguments[0])).fits > 0);
                     }));
  functions.add(make("right_weekday", {"day"}, Type::text,
                     "the date's words with the weekday that it falls on", right_weekday));
  functions.add(make("right_day", {"day"}, Type::text,
                     "the date's words with the nearest day that falls on the weekday written", right_day));
  {
    Function near = make("near_article", {"day"}, Type::verdict,
                         "whether a date stands within so many days of the article's own", near_article);
    near.parameters.push_back({"days", Type::quantity});
    functions.add(std::move(near));
  }
  {
    Function step;
    step.name = "convert_step";
    step.parameters = {{"q", Type::quantity}, {"unit", Type::text}};
    step.result = Type::quantity;
    step.doc = "a difference in another unit, without the zero points of temperatures";
    step.call = convert_step;
    functions.add(std::move(step));
  }
  functions.add(make("local_time_exists", {"t"}, Type::verdict,
                     "whether a clock time exists on its day where it is said, or is skipped by the clocks",
                     local_time_exists));
  functions.add(make("elapsed", {"start", "end"}, Type::quantity,
                     "the hours from one clock time to another of the same zone", elapsed));
  functions.add(make("published_gap", {"a", "b"}, Type::quantity,
                     "the days between the two articles that the figures stand in", published_gap));
  functions.add(make("disputed", {"a", "b"}, Type::verdict,
                     "whether the figures are attributed to two different speakers",
                     [](const CallContext&, std::span<const Value> arguments) -> Value {
                       const Figure& a = figure_of(arguments[0]);
                       const Figure& b = figure_of(arguments[1]);
                       return verdict_of(!a.attribution.empty() && !b.attribution.empty() &&
                                         a.attribution != b.attribution);
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
