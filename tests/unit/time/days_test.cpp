// SPDX-License-Identifier: Apache-2.0
#include "time/days.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace figcheck::time {
namespace {

using Texts = std::vector<std::string>;

Texts dates_of(const Days& days) {
  Texts texts;
  for (const Date& date : days.dates) texts.push_back(to_iso(date));
  return texts;
}

Civil civil(std::optional<int> year, std::optional<int> month, std::optional<int> day,
            std::optional<int> weekday = std::nullopt) {
  Civil moment;
  moment.year = year;
  moment.month = month;
  moment.day = day;
  moment.weekday = weekday;
  return moment;
}

const KnownTime kWednesday{Date{2023, 9, 20}, std::nullopt, 3};

}  // namespace

TEST_CASE("a whole date is that day alone") {
  const Days days = possible_days(civil(2015, 4, 25), kWednesday);
  CHECK(dates_of(days) == Texts{"2015-04-25"});
  CHECK(days.stated);
  CHECK(days.known_year);
  CHECK(possible_days(civil(2015, 4, 31), kWednesday).dates.empty());
}

TEST_CASE("a weekday is looked for within a week of the article, the nearest first") {
  CHECK(dates_of(possible_days(civil({}, {}, {}, 2), kWednesday)) ==
        Texts{"2023-09-19", "2023-09-26"});
  CHECK(dates_of(possible_days(civil({}, {}, {}, 3), kWednesday)) ==
        Texts{"2023-09-20", "2023-09-13", "2023-09-27"});
}

TEST_CASE("a date without its year or month is the nearest ones") {
  CHECK(dates_of(possible_days(civil({}, 8, 18), kWednesday)) == Texts{"2023-08-18"});
  CHECK(dates_of(possible_days(civil({}, 1, 2), {Date{2023, 12, 30}, {}, 3})) ==
        Texts{"2024-01-02"});
  CHECK(dates_of(possible_days(civil({}, {}, 15), kWednesday)) ==
        Texts{"2023-09-15", "2023-10-15"});
}

TEST_CASE("a date goes before a weekday that may be wrong") {
  CHECK(dates_of(possible_days(civil({}, 9, 21, 1), kWednesday)) == Texts{"2023-09-21"});
}

TEST_CASE("what was inferred does not count as stated") {
  Civil moment = civil(2023, 9, 20);
  moment.day_inferred = true;
  const Days days = possible_days(moment, kWednesday);
  CHECK_FALSE(days.stated);
  CHECK(days.dates.size() == 15);
  CHECK(to_iso(days.dates.front()) == "2023-09-20");
  moment = civil(2022, 1, 2);
  moment.year_inferred = true;
  CHECK(dates_of(possible_days(moment, {Date{2021, 12, 30}, {}, 3})) == Texts{"2022-01-02"});
}

TEST_CASE("with a year and no date, days of all that year are tried") {
  const Days days = possible_days(Civil(), {std::nullopt, 2016, 3});
  REQUIRE(days.dates.size() > 100);
  CHECK(to_iso(days.dates.front()) == "2016-01-01");
  CHECK(days.dates.back().year == 2016);
  CHECK(days.dates.back().month == 12);
  CHECK(days.known_year);
}

TEST_CASE("without a year the days are samples of the last years of tzdata") {
  const Days days = possible_days(Civil(), {});
  REQUIRE(days.dates.size() > 150);
  CHECK(days.dates.back().year - days.dates.front().year == 2);
  CHECK_FALSE(days.known_year);
  const Days tuesdays = possible_days(civil({}, {}, {}, 2), {});
  CHECK(std::all_of(tuesdays.dates.begin(), tuesdays.dates.end(),
                    [](const Date& date) { return weekday_of(date) == 2; }));
}

TEST_CASE("a date agrees with all that is stated of it") {
  CHECK(agrees(Civil(), {2023, 9, 20}));
  CHECK(agrees(civil({}, {}, 20), {2023, 9, 20}));
  CHECK_FALSE(agrees(civil({}, {}, 21), {2023, 9, 20}));
  CHECK_FALSE(agrees(civil({}, 8, 20), {2023, 9, 20}));
  CHECK(agrees(civil({}, {}, {}, 3), {2023, 9, 20}));
  CHECK_FALSE(agrees(civil({}, {}, {}, 4), {2023, 9, 20}));
  CHECK(agrees(civil({}, 9, 20, 4), {2023, 9, 20}));
}

}  // namespace figcheck::time
