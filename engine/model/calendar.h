// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "figcheck/figure.h"

// The Gregorian calendar, by Boost.Date_Time. Boost knows the years 1400 to 9999; outside them
// every function here answers "not known" instead of throwing.
namespace figcheck {

struct Date {
  int year = 0;
  int month = 0;
  int day = 0;

  friend bool operator==(const Date&, const Date&) = default;
  friend auto operator<=>(const Date&, const Date&) = default;
};

/// Returns whether the date exists: April has no 31st, 1900 no 29 February. Lenient about 29
/// February where it may have been one: in Julian leap years before 1583 and outside Boost's years.
bool exists(const Date& date);
/// Returns the days of a month; 29 for a February when the year is not known, 0 for no month.
int days_in_month(int month, std::optional<int> year);
/// Returns 1 for Monday to 7 for Sunday; nullopt when the date does not exist, is out of
/// range, or lies before 15 October 1582, when weekdays went by the Julian calendar.
std::optional<int> weekday_of(const Date& date);
/// Returns the number of days from `from` to `to`; negative when `to` is earlier.
std::optional<long> days_between(const Date& from, const Date& to);
std::optional<Date> add_days(const Date& date, long days);
/// Moves by months; the day is cut to the month's length (31 January + 1 month = 28 or 29
/// February), and never snapped to a month's end otherwise.
std::optional<Date> add_months(const Date& date, int months);
/// Returns the full years from birth to `on`; someone born on 29 February turns a year older on 1
/// March when there is no such day. Nullopt when `on` is earlier.
std::optional<int> full_years(const Date& birth, const Date& on);
/// Returns "2023-09-20".
std::string to_iso(const Date& date);
/// Reads "2023-09-20" and "2023-09-20T..." (the rest is not looked at).
std::optional<Date> parse_iso_date(std::string_view text);
/// Reads the article's own date with its time of day, when it has one: "2006-08-07T08:29Z" gives
/// minutes since 1970-01-01 UTC. A date alone gives its midnight and has_time false, and so does a
/// clock time without "Z" or an offset, which is no known instant.
struct Stamp {
  Date date;
  bool has_time = false;
  long minutes = 0;  ///< Since 1970-01-01T00:00 UTC.
};
std::optional<Stamp> parse_stamp(std::string_view text);

}  // namespace figcheck
