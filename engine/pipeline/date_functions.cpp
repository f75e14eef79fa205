// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>

#include "model/zone.h"
#include "pipeline/functions.h"
#include "time/instant.h"

namespace figcheck::pipeline {

std::optional<Date> date_of(const Figure& figure) {
  if (!figure.time) return std::nullopt;
  const Civil& civil = figure.time->start;
  if (!civil.year || !civil.month || !civil.day) return std::nullopt;
  return Date{*civil.year, *civil.month, *civil.day};
}

namespace {

using expr::CallContext;
using expr::Function;
using expr::Type;
using expr::Value;

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

/// How many hours after the article's own date something was, or is to be: to the minute where
/// both are known so well, else by whole days in favour of the article, which may come from any
/// zone.
Value hours_after_article(const CallContext& call, std::span<const Value> arguments) {
  const Figure& figure = figure_of(arguments[0]);
  const Article& article = context_of(call).article_of(figure);
  const auto stamp = parse_stamp(article.document.metadata.date);
  const auto date = date_of(figure);
  if (!stamp || !date) return {};
  long minutes = 0;
  const auto zones = context_of(call).zones_beside(figure);
  const Civil& civil = figure.time->start;
  if (stamp->has_time && civil.has_time() && !civil.half_day_unknown && zones.size() == 1) {
    const auto instant = time::utc_minutes(civil, zones.front().zone, *date);
    if (!instant) return {};
    minutes = *instant - stamp->minutes;
  } else {
    constexpr long kEast = 14 * 60;
    constexpr long kWest = -12 * 60;
    const auto days_from = [&](long shift) {
      const Date day = stamp->has_time ? civil_of(stamp->minutes + shift).date : stamp->date;
      return days_between(day, *date).value_or(0);
    };
    const long least = days_from(kEast);
    const long most = days_from(kWest);
    minutes = (least > 0 ? least : most < 0 ? most : 0) * 24 * 60;
  }
  const auto hours = Decimal::divide(minutes, 60);
  if (!hours) return {};
  return expr::Quantity::exactly(*hours, "hour");
}

}  // namespace

void add_date_functions(expr::FunctionTable& functions) {
  functions.add(
      figure_function("year_inferred", {"day"}, Type::verdict,
                      "whether the year of a date comes from the article's date, not from the text",
                      [](const CallContext&, std::span<const Value> arguments) -> Value {
                        const Figure& figure = figure_of(arguments[0]);
                        return verdict_of(figure.time && figure.time->start.year_inferred);
                      }));
  functions.add(figure_function(
      "day_inferred", {"day"}, Type::verdict,
      "whether a date was worked out from the article's date, as \"three years ago\" is",
      [](const CallContext&, std::span<const Value> arguments) -> Value {
        const Figure& figure = figure_of(arguments[0]);
        return verdict_of(figure.time && figure.time->start.day_inferred);
      }));
  functions.add(figure_function(
      "year_plausible", {"day"}, Type::verdict,
      "whether the article's other weekdays and dates do not speak for another year",
      [](const CallContext& call, std::span<const Value> arguments) -> Value {
        const YearVotes& votes = context_of(call).year_votes(figure_of(arguments[0]));
        return verdict_of(votes.fails <= 1 || votes.fits >= votes.fails);
      }));
  functions.add(figure_function(
      "year_supported", {"day"}, Type::verdict,
      "whether another weekday and date of the article fit the year that was inferred",
      [](const CallContext& call, std::span<const Value> arguments) -> Value {
        return verdict_of(context_of(call).year_votes(figure_of(arguments[0])).fits > 0);
      }));
  functions.add(figure_function(
      "in_caption", {"x"}, Type::verdict,
      "whether a figure stands in the words below a picture, which may be of another year",
      [](const CallContext& call, std::span<const Value> arguments) -> Value {
        return verdict_of(context_of(call).in_caption(figure_of(arguments[0])));
      }));
  functions.add(figure_function(
      "hours_after_article", {"when"}, Type::quantity,
      "the hours from the article's own date to a date or time, negative when it is past",
      hours_after_article));
  functions.add(figure_function("right_weekday", {"day"}, Type::text,
                                "the date's words with the weekday that it falls on",
                                right_weekday));
  functions.add(figure_function(
      "right_day", {"day"}, Type::text,
      "the date's words with the nearest day that falls on the weekday written", right_day));
  {
    Function near = figure_function(
        "near_article", {"day"}, Type::verdict,
        "whether a date stands within so many days of the article's own", near_article);
    near.parameters.push_back({"days", Type::quantity});
    functions.add(std::move(near));
  }
}

}  // namespace figcheck::pipeline
