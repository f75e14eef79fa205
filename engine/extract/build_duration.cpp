// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "extract/build.h"

namespace figcheck::extract {

namespace {

/// How many of the smaller unit a larger one has, where that is the same always.
std::optional<int> exact_factor(std::string_view larger, std::string_view smaller) {
  static constexpr std::pair<std::string_view, int> kIn[] = {
      {"hour/minute", 60}, {"minute/second", 60}, {"year/month", 12},  {"day/hour", 24},
      {"week/day", 7},     {"hour/second", 3600}, {"decade/year", 10}, {"century/year", 100}};
  const std::string both = fmt::format("{}/{}", larger, smaller);
  for (const auto& [name, factor] : kIn) {
    if (name == both) return factor;
  }
  return std::nullopt;
}

/// What to append to an ISO duration for a smaller part: "P3Y" and "P2M" give "2M".
std::string time_after(std::string_view whole, std::string_view part) {
  if (part.size() < 2) return {};
  const bool has_time = whole.find('T') != std::string_view::npos;
  return std::string(part.substr(part[1] == 'T' && has_time ? 2 : 1));
}

}  // namespace

std::string iso_duration(const Decimal& value, std::string_view unit) {
  static constexpr std::pair<std::string_view, std::string_view> kCodes[] = {
      {"second", "PT{}S"},   {"minute", "PT{}M"}, {"hour", "PT{}H"},   {"day", "P{}D"},
      {"night", "P{}D"},     {"week", "P{}W"},    {"month", "P{}M"},   {"quarter", "P{}Q"},
      {"year", "P{}Y"},      {"decade", "P{}E"},  {"century", "P{}C"}, {"weekend", "P{}WE"},
      {"millennium", "P{}L"}};
  for (const auto& [name, form] : kCodes) {
    if (name == unit) {
      std::string out(form);
      out.replace(out.find("{}"), 2, value.to_string());
      return out;
    }
  }
  if (unit == "fortnight") return fmt::format("P{}W", (value * Decimal(2)).to_string());
  return {};
}

Grain grain_of(std::string_view unit) {
  if (unit == "minute" || unit == "second") return Grain::minute;
  if (unit == "hour") return Grain::hour;
  if (unit == "day" || unit == "night") return Grain::day;
  if (unit == "week" || unit == "fortnight" || unit == "weekend") return Grain::week;
  if (unit == "month") return Grain::month;
  if (unit == "quarter") return Grain::quarter;
  if (unit == "season") return Grain::season;
  if (unit == "decade") return Grain::decade;
  if (unit == "century") return Grain::century;
  return Grain::year;
}

bool build_duration(const Slots& slots, Figure& figure) {
  const Number* n = slots.number("n");
  if (n != nullptr) {
    set_number(*n, figure);
  } else if (const auto said = Decimal::parse(slots.value("value"))) {
    figure.value = *said;
    figure.place = said->exponent() < 0 ? said->exponent() : 0;
    figure.in_words = true;
  } else if (const Number* clock = slots.number("clock"); clock != nullptr) {
    // 2:25:39, the time of a race.
    const bool triple = clock->shape == Shape::colon_triple;
    figure.value = triple ? Decimal(clock->parts[0] * 3600 + clock->parts[1] * 60 + clock->parts[2])
                          : Decimal(clock->parts[0] * 60 + clock->parts[1]);
    figure.unit = "second";
  } else {
    figure.vague = true;
  }
  if (figure.unit.empty()) figure.unit = slots.value("unit");
  TimeValue time;
  time.grain = grain_of(figure.unit);
  if (figure.value) time.iso = iso_duration(*figure.value, figure.unit);
  // "three years, two months and 14 days": told in the smallest unit where that is exact.
  static constexpr std::pair<std::string_view, std::string_view> kMore[] = {
      {"m", "part"}, {"k", "part2"}, {"j", "part3"}};
  for (const auto& [amount, part] : kMore) {
    const Number* more = slots.number(amount);
    if (more == nullptr || !figure.value) break;
    const std::string unit = slots.value(part);
    const auto factor = exact_factor(figure.unit, unit);
    time.iso += time_after(time.iso, iso_duration(more->value, unit));
    if (!factor) continue;
    figure.value = *figure.value * Decimal(*factor) + more->value;
    figure.unit = unit;
    figure.place = 0;
  }
  if (slots.value("plus") == "half" && figure.value) {
    figure.value = *figure.value + Decimal::scaled(5, -1);
    figure.place = -1;
    time.iso = iso_duration(*figure.value, figure.unit);
  }
  if (!figure.value && !slots.value("vague").empty()) time.iso = "";
  figure.time = std::move(time);
  return true;
}

}  // namespace figcheck::extract
