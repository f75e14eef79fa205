// SPDX-License-Identifier: Apache-2.0
#include "time/days.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "model/zone.h"

namespace figcheck::time {
namespace {

/// News is about the days around it: a weekday is this week's or next.
constexpr long kWeekdayReach = 7;
/// "The 20th" without a month.
constexpr long kDayReach = 31;
/// "20 September" without a year: half a year to either side, and some days for both to count.
constexpr long kMonthReach = 200;
/// Steps for samples of years: no zone changes its clocks for less than a week.
constexpr long kYearStep = 3;
constexpr long kYearsStep = 7;
constexpr int kFallbackYear = 2025;

bool has_day(const Civil& moment) { return moment.day && !moment.day_inferred; }
bool has_weekday(const Civil& moment) { return moment.weekday && !has_day(moment); }
bool has_month(const Civil& moment) { return moment.month && !moment.day_inferred; }
bool has_year(const Civil& moment) {
  return moment.year && !moment.year_inferred && !moment.day_inferred;
}

/// The year of the system's tzdata ("2024a"): the latest that the engine can know of.
int latest_year() {
  static const int year = [] {
    const std::string version = tzdata_version().substr(0, 4);
    const bool digits =
        version.size() == 4 &&
        std::all_of(version.begin(), version.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits ? std::stoi(version) : kFallbackYear;
  }();
  return year;
}

struct Range {
  std::optional<Date> first;
  std::optional<Date> last;
  long step = 1;
};

Range around(const Date& date, long reach) {
  return {add_days(date, -reach), add_days(date, reach), 1};
}

Range of_years(int first, int last, long step) {
  return {Date{first, 1, 1}, Date{last, 12, 31}, step};
}

Range range_of(const Civil& moment, const KnownTime& known) {
  const bool sampled = !states_day(moment);
  if (has_year(moment)) {
    if (has_month(moment)) {
      const int last = days_in_month(*moment.month, moment.year);
      return {Date{*moment.year, *moment.month, 1}, Date{*moment.year, *moment.month, last}, 1};
    }
    return of_years(*moment.year, *moment.year, sampled ? kYearStep : 1);
  }
  if (known.date) {
    if (has_month(moment)) return around(*known.date, kMonthReach);
    if (has_day(moment)) return around(*known.date, kDayReach);
    return around(*known.date, has_weekday(moment) ? kWeekdayReach : known.reach);
  }
  if (known.year) return of_years(*known.year, *known.year, sampled ? kYearStep : 1);
  const int last = latest_year();
  return of_years(last - std::max(known.undated_years, 1) + 1, last, sampled ? kYearsStep : 1);
}

}  // namespace

bool states_day(const Civil& moment) { return has_day(moment) || has_weekday(moment); }

bool agrees(const Civil& moment, const Date& date) {
  if (has_year(moment) && *moment.year != date.year) return false;
  if (has_month(moment) && *moment.month != date.month) return false;
  if (has_day(moment) && *moment.day != date.day) return false;
  return !has_weekday(moment) || weekday_of(date) == moment.weekday;
}

Days possible_days(const Civil& moment, const KnownTime& known) {
  Days days;
  days.stated = states_day(moment);
  days.known_year = has_year(moment) || known.date || known.year;
  if (has_year(moment) && has_month(moment) && has_day(moment)) {
    const Date date{*moment.year, *moment.month, *moment.day};
    if (exists(date)) days.dates.push_back(date);
    return days;
  }
  const Range range = range_of(moment, known);
  if (!range.first || !range.last) return days;
  for (std::optional<Date> date = range.first; date && *date <= *range.last;
       date = add_days(*date, range.step)) {
    if (agrees(moment, *date)) days.dates.push_back(*date);
  }
  if (known.date) {
    const auto distance = [&known](const Date& date) {
      return std::labs(days_between(*known.date, date).value_or(0));
    };
    std::stable_sort(
        days.dates.begin(), days.dates.end(),
        [&distance](const Date& a, const Date& b) { return distance(a) < distance(b); });
  }
  return days;
}

}  // namespace figcheck::time
