// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "extract/build.h"

namespace figcheck::extract {

namespace {

std::optional<int> number_at(std::string_view text) {
  int value = 0;
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Easter Sunday of the western churches, by the Gregorian computus.
Date easter(int year) {
  const int golden = year % 19;
  const int century = year / 100;
  const int epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
  const int moon = epact - epact / 28 * (1 - 29 / (epact + 1) * ((21 - golden) / 11));
  const int weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
  const int days = moon - weekday;
  const int month = 3 + (days + 40) / 44;
  return {year, month, days + 28 - month / 4 * 31};
}

}  // namespace

std::optional<Date> holiday_date(std::string_view rule, int year) {
  if (rule.substr(0, 6) == "easter") {
    const auto days = rule.size() == 6 ? std::optional(0) : number_at(rule.substr(6));
    return days ? add_days(easter(year), *days) : std::nullopt;
  }
  if (rule.size() < 5) return std::nullopt;
  const auto month = number_at(rule.substr(0, 2));
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  if (rule[2] == '-') {
    const auto day = number_at(rule.substr(3));
    return day ? std::optional(Date{year, *month, *day}) : std::nullopt;
  }
  // "11#4/4": the fourth Thursday of November; "05#-1/1": the last Monday of May.
  const std::size_t slash = rule.find('/');
  if (rule[2] != '#' || slash == std::string_view::npos) return std::nullopt;
  const auto nth = number_at(rule.substr(3, slash - 3));
  const auto weekday = number_at(rule.substr(slash + 1));
  if (!nth || !weekday || *nth == 0) return std::nullopt;
  if (*nth < 0) {
    const Date last{year, *month, days_in_month(*month, year)};
    const auto day = weekday_of(last);
    return day ? add_days(last, -((*day - *weekday + 7) % 7) + 7L * (*nth + 1)) : std::nullopt;
  }
  const Date first{year, *month, 1};
  const auto day = weekday_of(first);
  return day ? add_days(first, (*weekday - *day + 7) % 7 + 7L * (*nth - 1)) : std::nullopt;
}

}  // namespace figcheck::extract
