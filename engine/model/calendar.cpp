// SPDX-License-Identifier: Apache-2.0
#include "model/calendar.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <fmt/format.h>

namespace figcheck {
namespace {

namespace gregorian = boost::gregorian;

constexpr int kFirstYear = 1400;
constexpr int kLastYear = 9999;
/// More days than lie between the first year and the last.
constexpr long kMostDays = 366L * (kLastYear - kFirstYear + 1);
/// The day on which the Gregorian calendar began. Weekdays before it are told by the Julian one.
constexpr Date kReform = {1582, 10, 15};
constexpr Date kEpoch = {1970, 1, 1};

bool known_year(int year) { return year >= kFirstYear && year <= kLastYear; }

/// Boost throws for a date that does not exist, so nothing reaches it unchecked.
std::optional<gregorian::date> known(const Date& date) {
  if (!known_year(date.year) || date.day < 1 || date.day > days_in_month(date.month, date.year)) {
    return std::nullopt;
  }
  return gregorian::date(static_cast<unsigned short>(date.year),
                         static_cast<unsigned short>(date.month),
                         static_cast<unsigned short>(date.day));
}

/// Reads exactly `count` digits and takes them from the front of `text`.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  const std::string_view digits = text.substr(0, count);
  if (!std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    return std::nullopt;
  }
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

/// Reads "2023-09-20" and leaves what follows.
std::optional<Date> take_date(std::string_view& text) {
  const std::optional<int> year = take_digits(text, 4);
  if (!year || !take(text, '-')) return std::nullopt;
  const std::optional<int> month = take_digits(text, 2);
  if (!month || !take(text, '-')) return std::nullopt;
  const std::optional<int> day = take_digits(text, 2);
  if (!day) return std::nullopt;
  const Date date{*year, *month, *day};
  if (!known(date)) return std::nullopt;
  if (text.empty() || take(text, 'T') || take(text, 't') || take(text, ' ')) return date;
  return std::nullopt;
}

/// Reads "08:29", "08:29:30" or "08:29:30.5" as minutes of the day and leaves what follows.
std::optional<int> take_clock(std::string_view& text) {
  const std::optional<int> hour = take_digits(text, 2);
  if (!hour || !take(text, ':')) return std::nullopt;
  const std::optional<int> minute = take_digits(text, 2);
  if (!minute || *minute > 59 || *hour > 24 || (*hour == 24 && *minute != 0)) return std::nullopt;
  if (take(text, ':')) {
    const std::optional<int> second = take_digits(text, 2);
    if (!second || *second > 60) return std::nullopt;
    if (take(text, '.')) {
      while (take_digits(text, 1)) {
      }
    }
  }
  return *hour * 60 + *minute;
}

/// Reads all of "Z", "+04", "+0400" or "+04:00" as minutes east of Greenwich.
std::optional<int> read_offset(std::string_view text) {
  take(text, ' ');
  if (text == "Z" || text == "z") return 0;
  const bool west = take(text, '-');
  if (!west && !take(text, '+')) return std::nullopt;
  const std::optional<int> hours = take_digits(text, 2);
  if (!hours || *hours > 23) return std::nullopt;
  int minutes = *hours * 60;
  if (!text.empty()) {
    take(text, ':');
    const std::optional<int> rest = take_digits(text, 2);
    if (!rest || *rest > 59 || !text.empty()) return std::nullopt;
    minutes += *rest;
  }
  return west ? -minutes : minutes;
}

}  // namespace

bool exists(const Date& date) {
  if (date.day < 1 || date.day > days_in_month(date.month, std::nullopt)) return false;
  if (date.month != 2 || date.day < 29 || !known_year(date.year)) return true;
  // The Julian calendar had a leap day every fourth year: 29 February 1500 was a day.
  if (date.year < kReform.year) return date.year % 4 == 0;
  return days_in_month(2, date.year) == 29;
}

int days_in_month(int month, std::optional<int> year) {
  if (month < 1 || month > 12) return 0;
  // Where the year is not known the month is as long as it can be, as in 2000.
  const int taken = year && known_year(*year) ? *year : 2000;
  return gregorian::gregorian_calendar::end_of_month_day(static_cast<unsigned short>(taken),
                                                         static_cast<unsigned short>(month));
}

std::optional<int> weekday_of(const Date& date) {
  const std::optional<gregorian::date> day = known(date);
  if (!day || date < kReform) return std::nullopt;
  const int from_sunday = day->day_of_week().as_number();
  return from_sunday == 0 ? 7 : from_sunday;
}

std::optional<long> days_between(const Date& from, const Date& to) {
  const std::optional<gregorian::date> first = known(from);
  const std::optional<gregorian::date> last = known(to);
  if (!first || !last) return std::nullopt;
  return (*last - *first).days();
}

std::optional<Date> add_days(const Date& date, long days) {
  const std::optional<gregorian::date> start = known(date);
  if (!start || days > kMostDays || days < -kMostDays) return std::nullopt;
  try {
    const gregorian::date moved = *start + gregorian::date_duration(days);
    return Date{moved.year(), moved.month(), moved.day()};
  } catch (const std::out_of_range&) {
    return std::nullopt;
  }
}

std::optional<Date> add_months(const Date& date, int months) {
  // Not Boost's gregorian::months: that moves the last day of a month to the last day of the other,
  // so 28 February + 1 month would be 31 March.
  if (!known(date)) return std::nullopt;
  const long count = date.year * 12L + (date.month - 1) + months;
  const long year = count / 12;
  if (count < 0 || year < kFirstYear || year > kLastYear) return std::nullopt;
  Date moved{static_cast<int>(year), static_cast<int>(count % 12) + 1, date.day};
  moved.day = std::min(moved.day, days_in_month(moved.month, moved.year));
  return moved;
}

std::optional<int> full_years(const Date& birth, const Date& on) {
  if (!known(birth) || !known(on) || on < birth) return std::nullopt;
  const Date birthday{on.year, birth.month, birth.day};
  return on.year - birth.year - (on < birthday ? 1 : 0);
}

std::string to_iso(const Date& date) {
  return fmt::format("{}{:04}-{:02}-{:02}", date.year < 0 ? "-" : "",
                     date.year < 0 ? -static_cast<long>(date.year) : date.year, date.month,
                     date.day);
}

std::optional<Date> parse_iso_date(std::string_view text) { return take_date(text); }

std::optional<Stamp> parse_stamp(std::string_view text) {
  const std::optional<Date> date = take_date(text);
  if (!date) return std::nullopt;
  constexpr long kMinutesADay = 24L * 60;
  Stamp stamp;
  stamp.date = *date;
  stamp.minutes = days_between(kEpoch, *date).value_or(0) * kMinutesADay;
  const std::optional<int> clock = take_clock(text);
  const std::optional<int> offset = clock ? read_offset(text) : std::nullopt;
  if (clock && offset) {
    stamp.has_time = true;
    stamp.minutes += *clock - *offset;
  }
  return stamp;
}

}  // namespace figcheck
