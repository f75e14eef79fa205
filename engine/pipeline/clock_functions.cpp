// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "expr/restyle.h"
#include "model/zone.h"
#include "pipeline/clock_words.h"
#include "pipeline/functions.h"
#include "time/instant.h"

namespace figcheck::pipeline {

namespace {

using expr::CallContext;
using expr::Type;
using expr::Value;

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
  const auto& candidates = context.candidate_zones(a);
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

/// Whether the zones of two clock times that disagree leave no doubt: words and places beside them
/// do. Where only one side has such, as in "Polls in Ghana close at 5pm (1600 GMT)", the place
/// that the sentence names does, unless another one of the article would make the pair right.
bool zones_prove(const ArticleContext& context, const Figure& a, const Figure& b,
                 const time::SameMoment& same) {
  const bool sure_a = context.zone_is_certain(a);
  const bool sure_b = context.zone_is_certain(b);
  if (sure_a && sure_b) return true;
  if (!sure_a && !sure_b) return false;
  if (!context.sentence_names_zone(sure_a ? b : a)) return false;
  const auto& candidates = context.candidate_zones(a);
  const auto named = context.zones_named(a);
  return std::none_of(same.right_in.begin(), same.right_in.end(), [&](const time::RightIn& right) {
    return right.for_first == sure_b && named.contains(candidates[right.candidate].zone);
  });
}

/// Every offset that some place's clocks had since 1970: whole hours, and some between.
const time::ZoneChoices& offsets_in_use() {
  static const time::ZoneChoices zones = [] {
    std::vector<int> minutes = {-570, -210, -150, 210, 270, 330, 345,
                                390,  450,  525,  570, 630, 765, 825};
    for (int hour = -12; hour <= 14; ++hour) minutes.push_back(hour * 60);
    time::ZoneChoices all;
    for (const int offset : minutes) all.push_back({time::offset_text(offset), {}, false});
    return all;
  }();
  return zones;
}

/// Whether a clock time exists on its day, in any zone that the text supports.
Value local_time_exists(const CallContext& call, std::span<const Value> arguments) {
  const Figure& figure = figure_of(arguments[0]);
  const auto date = date_of(figure);
  if (!date || !figure.time->start.hour || figure.time->start.half_day_unknown) return {};
  const auto zones = context_of(call).zones_of(figure);
  if (zones.empty()) return {};
  for (const time::ZoneChoice& choice : zones) {
    // The Canaries make no hour of Madrid's exist.
    if (choice.loose) continue;
    const auto offset = offset_at_local(choice.zone, *date, *figure.time->start.hour,
                                        figure.time->start.minute.value_or(0));
    if (!offset || offset->local != LocalTime::nonexistent) return Verdict::holds;
  }
  return Verdict::fails;
}

/// The days from one clock time to another, where both name their days.
std::optional<long> days_stated(const Civil& start, const Civil& end) {
  if (start.year && start.month && start.day && end.year && end.month && end.day) {
    return days_between({*start.year, *start.month, *start.day}, {*end.year, *end.month, *end.day});
  }
  if (start.weekday && end.weekday) return (*end.weekday - *start.weekday + 7) % 7;
  return std::nullopt;
}

constexpr long kDayMinutes = 24 * 60;

/// By how many minutes the clocks at `end` are behind those at `start`; nullopt where one place is
/// known and the other is not.
std::optional<long> clocks_apart(const ArticleContext& context, const Figure& start,
                                 const Figure& end) {
  const auto from = context.zones_beside(start);
  const auto to = context.zones_beside(end);
  const auto known = context.known_time(start);
  const auto date = date_of(start) ? date_of(start) : known.date;
  const auto offset = [&](const std::string& zone) {
    const Date day = date.value_or(Date{2024, 1, 15});
    return offset_at_local(zone, day, 12, 0);
  };
  // "It left Hull at nine and was back at noon" is of one place, unless others are near that have
  // other clocks.
  if (from.empty() || to.empty()) {
    std::set<int> offsets;
    for (const Figure* figure : {&start, &end}) {
      for (const time::ZoneChoice& choice : context.zones_of(*figure)) {
        if (const auto found = offset(choice.zone)) offsets.insert(found->minutes);
      }
    }
    if (offsets.size() > 1) return std::nullopt;
    return 0;
  }
  const auto first = offset(from.front().zone);
  const auto second = offset(to.front().zone);
  if (!first || !second) return std::nullopt;
  if (!date && first->minutes != second->minutes) return std::nullopt;
  return first->minutes - second->minutes;
}

/// The times from one clock time to the next, in hours: two where a half of the day is not said.
/// Without days the second is within a day of the first.
Value elapsed_times(const CallContext& call, std::span<const Value> arguments) {
  const Figure& a = figure_of(arguments[0]);
  const Figure& b = figure_of(arguments[1]);
  if (!a.time || !b.time || !a.time->start.hour || !b.time->start.hour) return {};
  const Civil& start = a.time->start;
  const Civil& end = b.time->start;
  const auto apart = clocks_apart(context_of(call), a, b);
  if (!apart) return {};
  const auto days = days_stated(start, end);
  std::set<long> lengths;
  for (const int from : time::possible_clocks(start)) {
    for (const int to : time::possible_clocks(end)) {
      long minutes = to - from + *apart;
      if (days) {
        // Midnight is either end of its day.
        if (to == 0) lengths.insert(minutes + (*days + 1) * kDayMinutes);
        minutes += *days * kDayMinutes;
      } else {
        minutes = (minutes % kDayMinutes + kDayMinutes) % kDayMinutes;
      }
      if (minutes > 0) lengths.insert(minutes);
    }
  }
  expr::List list;
  for (const long minutes : lengths) {
    const auto hours = Decimal::divide(minutes, 60);
    if (!hours) return {};
    const Interval exact = Interval::exactly(*hours);
    list.push_back(expr::Quantity{exact, exact, "hour", *hours});
  }
  if (list.empty()) return {};
  return list;
}

/// The hours of "from 9am to 5pm".
Value hours_of(const CallContext&, std::span<const Value> arguments) {
  const Figure& figure = figure_of(arguments[0]);
  if (!figure.time || !figure.time->end) return {};
  const Civil& start = figure.time->start;
  const Civil& end = *figure.time->end;
  if (!start.hour || !end.hour || start.half_day_unknown || end.half_day_unknown) return {};
  int minutes = (*end.hour - *start.hour) * 60 + end.minute.value_or(0) - start.minute.value_or(0);
  if (minutes <= 0) minutes += static_cast<int>(kDayMinutes);
  const auto hours = Decimal::divide(minutes, 60);
  if (!hours) return {};
  const Interval exact = Interval::exactly(*hours);
  return expr::Quantity{exact, exact, "hour", *hours};
}

/// The shortest of those times.
Value elapsed(const CallContext& call, std::span<const Value> arguments) {
  Value times = elapsed_times(call, arguments);
  return times.list() != nullptr ? times.list()->front() : Value();
}

}  // namespace

void add_clock_functions(expr::FunctionTable& functions) {
  functions.add(figure_function(
      "same_moment", {"a", "b"}, Type::verdict,
      "whether two clock times can be one moment, by the zones that the text supports",
      [](const CallContext& call, std::span<const Value> arguments) -> Value {
        const auto same =
            context_of(call).compare(figure_of(arguments[0]), figure_of(arguments[1]));
        // One zone, day or loose usage that makes it right is enough for a reader.
        const bool fits = same.doubt == time::Doubt::zones || same.doubt == time::Doubt::days ||
                          same.doubt == time::Doubt::loose;
        if (same.verdict == Verdict::cannot_tell && fits) return Verdict::holds;
        if (same.verdict == Verdict::fails &&
            !zones_prove(context_of(call), figure_of(arguments[0]), figure_of(arguments[1]),
                         same)) {
          return Verdict::cannot_tell;
        }
        return same.verdict;
      }));
  functions.add(figure_function(
      "some_zone_fits", {"a", "b"}, Type::verdict,
      "whether there is any place by whose clocks two times, of which one says its zone, can be "
      "one "
      "moment",
      [](const CallContext& call, std::span<const Value> arguments) -> Value {
        const Figure& a = figure_of(arguments[0]);
        const Figure& b = figure_of(arguments[1]);
        const ArticleContext& context = context_of(call);
        auto zones_a = context.zones_beside(a);
        auto zones_b = context.zones_beside(b);
        if (!a.time || !b.time || zones_a.empty() == zones_b.empty()) return {};
        (zones_a.empty() ? zones_a : zones_b) = offsets_in_use();
        const auto same =
            time::compare_moments({a.time->start, std::move(zones_a)},
                                  {b.time->start, std::move(zones_b)}, context.known_time(a));
        if (same.verdict == Verdict::fails) return Verdict::fails;
        const bool unknown =
            same.doubt == time::Doubt::no_time || same.doubt == time::Doubt::no_day;
        return unknown ? Verdict::cannot_tell : Verdict::holds;
      }));
  functions.add(figure_function(
      "only_day_wrong", {"a", "b"}, Type::verdict,
      "whether two clock times agree, and only their days do not",
      [](const CallContext& call, std::span<const Value> arguments) -> Value {
        const auto same =
            context_of(call).compare(figure_of(arguments[0]), figure_of(arguments[1]));
        return same.only_day_wrong ? Verdict::holds : Verdict::fails;
      }));
  functions.add(figure_function(
      "zone_known", {"a"}, Type::verdict,
      "whether the text says or supports a zone for a clock time",
      [](const CallContext& call, std::span<const Value> arguments) -> Value {
        return context_of(call).zones_of(figure_of(arguments[0])).empty() ? Verdict::fails
                                                                          : Verdict::holds;
      }));
  functions.add(figure_function(
      "zone_certain", {"a"}, Type::verdict,
      "whether a word or place beside a clock time says its zone",
      [](const CallContext& call, std::span<const Value> arguments) -> Value {
        return verdict_of(context_of(call).zone_is_certain(figure_of(arguments[0])));
      }));
  functions.add(figure_function(
      "zone_said", {"a"}, Type::verdict, "whether a clock time carries a zone or \"local time\"",
      [](const CallContext&, std::span<const Value> arguments) -> Value {
        const Figure& figure = figure_of(arguments[0]);
        return verdict_of(figure.time && !figure.time->start.zone.empty());
      }));
  functions.add(figure_function(
      "local_time_exists", {"t"}, Type::verdict,
      "whether a clock time exists on its day where it is said, or is skipped by the clocks",
      local_time_exists));
  functions.add(figure_function(
      "elapsed", {"start", "end"}, Type::quantity,
      "the hours from one clock time to another, by their zones, the fewest there can be",
      elapsed));
  {
    expr::Function times = figure_function("elapsed_times", {"start", "end"}, Type::list,
                                           "the hours there may be from one clock time to another: "
                                           "several where a.m. or p.m. is left out",
                                           elapsed_times);
    times.element = Type::quantity;
    functions.add(std::move(times));
  }
  functions.add(figure_function("hours_of", {"period"}, Type::quantity,
                                "the hours of a period of clock times: \"9am to 5pm\"", hours_of));
  functions.add(figure_function("elsewhere", {"a", "b"}, Type::text,
                                "the clock time a by b's clock, in b's words: \"09.00 GMT\"",
                                elsewhere));
  functions.add(figure_function("zone", {"a", "b"}, Type::text,
                                "the zone of a and its offset when b: \"Asia/Baku, UTC+4\"",
                                zone_text));
  functions.add(
      figure_function("zone_why", {"a"}, Type::text, "the words that a's zone rests on", zone_why));
  functions.add(figure_function(
      "right_in", {"a", "b"}, Type::text,
      "where the pair would have been right, if anywhere near: \"Moscow (UTC+3)\"", right_in));
}

}  // namespace figcheck::pipeline
