// SPDX-License-Identifier: Apache-2.0
#include "model/calendar.h"

#include <limits>
#include <optional>
#include <string>

#include <doctest/doctest.h>

using figcheck::add_days;
using figcheck::add_months;
using figcheck::Date;
using figcheck::days_between;
using figcheck::days_in_month;
using figcheck::exists;
using figcheck::full_years;
using figcheck::parse_iso_date;
using figcheck::parse_stamp;
using figcheck::Stamp;
using figcheck::to_iso;
using figcheck::weekday_of;

namespace {

/// "2023-09-20", or "none".
std::string text(const std::optional<Date>& date) { return date ? to_iso(*date) : "none"; }

}  // namespace

TEST_CASE("a date exists only within its month") {
  struct Row {
    Date date;
    bool exists;
  };
  const Row rows[] = {
      {{2023, 9, 30}, true},  {{2023, 9, 31}, false}, {{2023, 11, 31}, false},
      {{2023, 12, 31}, true}, {{2023, 2, 29}, false}, {{2024, 2, 29}, true},
      {{1900, 2, 29}, false}, {{2000, 2, 29}, true},  {{2023, 0, 1}, false},
      {{2023, 13, 1}, false}, {{2023, 1, 0}, false},  {{2023, 1, 32}, false},
      {{2023, -1, 1}, false}, {{1500, 2, 29}, true},  {{1501, 2, 29}, false},
      {{1066, 10, 14}, true}, {{1066, 4, 31}, false}, {{-44, 3, 15}, true},
      {{12000, 1, 1}, true},  {{0, 2, 30}, false},
  };
  for (const Row& row : rows) {
    CAPTURE(to_iso(row.date));
    CHECK(exists(row.date) == row.exists);
  }
}

TEST_CASE("a February of an unknown year may have 29 days") {
  CHECK(days_in_month(2, std::nullopt) == 29);
  CHECK(days_in_month(2, 2023) == 28);
  CHECK(days_in_month(2, 2024) == 29);
  CHECK(days_in_month(2, 1900) == 28);
  CHECK(days_in_month(4, std::nullopt) == 30);
  CHECK(days_in_month(0, 2023) == 0);
  CHECK(days_in_month(13, std::nullopt) == 0);
}

TEST_CASE("weekdays count from Monday and are not known before the Gregorian calendar") {
  struct Row {
    Date date;
    std::optional<int> weekday;
  };
  const Row rows[] = {
      {{2023, 9, 20}, 3},  // Wednesday
      {{2005, 10, 8}, 6},  // Saturday, printed as a Friday once
      {{2000, 1, 1}, 6},
      {{2024, 12, 29}, 7},
      {{1970, 1, 1}, 4},
      {{1582, 10, 15}, 5},  // the first day
      {{1582, 10, 14}, std::nullopt},
      {{1492, 10, 12}, std::nullopt},
      {{9999, 12, 31}, 5},
      {{10000, 1, 1}, std::nullopt},
      {{2023, 2, 29}, std::nullopt},
      {{0, 0, 0}, std::nullopt},
  };
  for (const Row& row : rows) {
    CAPTURE(to_iso(row.date));
    CHECK(weekday_of(row.date) == row.weekday);
  }
}

TEST_CASE("days between dates are signed") {
  CHECK(days_between({2023, 9, 20}, {2023, 9, 20}) == 0);
  CHECK(days_between({2023, 12, 31}, {2024, 1, 1}) == 1);
  CHECK(days_between({2024, 3, 1}, {2024, 2, 28}) == -2);
  CHECK(days_between({1900, 2, 28}, {1900, 3, 1}) == 1);
  CHECK(days_between({1400, 1, 1}, {9999, 12, 31}) == 3'141'084);
  CHECK(days_between({2023, 2, 29}, {2023, 3, 1}) == std::nullopt);
  CHECK(days_between({1399, 12, 31}, {2023, 3, 1}) == std::nullopt);
}

TEST_CASE("adding days leaves the calendar without a crash") {
  CHECK(text(add_days({2024, 2, 28}, 2)) == "2024-03-01");
  CHECK(text(add_days({2024, 1, 1}, -1)) == "2023-12-31");
  CHECK(text(add_days({1400, 1, 1}, 3'141'084)) == "9999-12-31");
  CHECK(text(add_days({1400, 1, 1}, -1)) == "none");
  CHECK(text(add_days({9999, 12, 31}, 1)) == "none");
  CHECK(text(add_days({2024, 1, 1}, 4'000'000)) == "none");
  CHECK(text(add_days({2024, 1, 1}, std::numeric_limits<long>::max())) == "none");
  CHECK(text(add_days({2024, 1, 1}, std::numeric_limits<long>::min())) == "none");
  CHECK(text(add_days({2023, 2, 30}, 1)) == "none");
}

TEST_CASE("adding months cuts the day and does not snap to the end of the month") {
  struct Row {
    Date date;
    int months;
    std::string moved;
  };
  const Row rows[] = {
      {{2023, 1, 31}, 1, "2023-02-28"},
      {{2024, 1, 31}, 1, "2024-02-29"},
      {{2023, 2, 28}, 1, "2023-03-28"},  // Boost would say the 31st
      {{2024, 2, 29}, 12, "2025-02-28"},
      {{2024, 2, 29}, 48, "2028-02-29"},
      {{2023, 4, 30}, 1, "2023-05-30"},
      {{2023, 12, 5}, 1, "2024-01-05"},
      {{2023, 1, 5}, -1, "2022-12-05"},
      {{2023, 1, 5}, -13, "2021-12-05"},
      {{2023, 1, 5}, 0, "2023-01-05"},
      {{1400, 1, 1}, -1, "none"},
      {{9999, 12, 1}, 1, "none"},
      {{2023, 1, 5}, std::numeric_limits<int>::max(), "none"},
      {{2023, 1, 5}, std::numeric_limits<int>::min(), "none"},
      {{2023, 2, 29}, 1, "none"},
  };
  for (const Row& row : rows) {
    CAPTURE(to_iso(row.date));
    CAPTURE(row.months);
    CHECK(text(add_months(row.date, row.months)) == row.moved);
  }
}

TEST_CASE("a year of age is full on the birthday") {
  CHECK(full_years({1923, 10, 4}, {2008, 4, 5}) == 84);
  CHECK(full_years({1923, 10, 4}, {2008, 10, 3}) == 84);
  CHECK(full_years({1923, 10, 4}, {2008, 10, 4}) == 85);
  CHECK(full_years({1923, 10, 4}, {1923, 10, 4}) == 0);
  CHECK(full_years({2000, 2, 29}, {2001, 2, 28}) == 0);
  CHECK(full_years({2000, 2, 29}, {2001, 3, 1}) == 1);
  CHECK(full_years({2000, 2, 29}, {2004, 2, 28}) == 3);
  CHECK(full_years({2000, 2, 29}, {2004, 2, 29}) == 4);
  CHECK(full_years({2000, 2, 28}, {2001, 2, 28}) == 1);
  CHECK(full_years({2008, 4, 5}, {1923, 10, 4}) == std::nullopt);
  CHECK(full_years({2008, 4, 31}, {2023, 10, 4}) == std::nullopt);
  CHECK(full_years({1066, 4, 1}, {2023, 10, 4}) == std::nullopt);
}

TEST_CASE("dates are written as ISO 8601 has them") {
  CHECK(to_iso({2023, 9, 20}) == "2023-09-20");
  CHECK(to_iso({476, 9, 4}) == "0476-09-04");
  CHECK(to_iso({-44, 3, 15}) == "-0044-03-15");
}

TEST_CASE("only a whole ISO date is read") {
  struct Row {
    std::string text;
    std::string date;
  };
  const Row rows[] = {
      {"2023-09-20", "2023-09-20"},
      {"2023-09-20T13:00Z", "2023-09-20"},
      {"2023-09-20 13:00", "2023-09-20"},
      {"2023-09-20Tnonsense", "2023-09-20"},
      {"", "none"},
      {"2023", "none"},
      {"2023-09", "none"},
      {"2023-9-20", "none"},
      {"2023-09-2", "none"},
      {"2023-09-200", "none"},
      {"2023/09/20", "none"},
      {"20230920", "none"},
      {" 2023-09-20", "none"},
      {"2023-02-29", "none"},
      {"1066-10-14", "none"},  // outside the years that are known
      {"-023-09-20", "none"},
      {"2023-+9-20", "none"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(text(parse_iso_date(row.text)) == row.date);
  }
}

TEST_CASE("a stamp is an instant only with its offset") {
  struct Row {
    std::string text;
    std::string date;
    bool has_time;
    long minutes;
  };
  constexpr long kDay = 24 * 60;
  constexpr long kMidnight = 13367 * kDay;  // 2006-08-07
  const Row rows[] = {
      {"1970-01-01T00:00Z", "1970-01-01", true, 0},
      {"2006-08-07", "2006-08-07", false, kMidnight},
      {"2006-08-07T08:29Z", "2006-08-07", true, kMidnight + 509},
      {"2006-08-07t08:29z", "2006-08-07", true, kMidnight + 509},
      {"2006-08-07T08:29:59Z", "2006-08-07", true, kMidnight + 509},
      {"2006-08-07T08:29:59.999Z", "2006-08-07", true, kMidnight + 509},
      {"2006-08-07 08:29:00 +0100", "2006-08-07", true, kMidnight + 449},
      {"2006-08-07T01:29+05:45", "2006-08-07", true,
       kMidnight + 89 - 345},  // the day before in UTC
      {"2006-08-07T08:29-03", "2006-08-07", true, kMidnight + 689},
      {"2006-08-07T24:00Z", "2006-08-07", true, kMidnight + kDay},
      {"2006-08-07T08:29", "2006-08-07", false, kMidnight},
      {"2006-08-07T08:29:00", "2006-08-07", false, kMidnight},
      {"2006-08-07T24:01Z", "2006-08-07", false, kMidnight},
      {"2006-08-07T25:00Z", "2006-08-07", false, kMidnight},
      {"2006-08-07T08:60Z", "2006-08-07", false, kMidnight},
      {"2006-08-07T08:29Q", "2006-08-07", false, kMidnight},
      {"2006-08-07T08:29+1", "2006-08-07", false, kMidnight},
      {"2006-08-07T08:29+01:0", "2006-08-07", false, kMidnight},
      {"2006-08-07T08:29+01:00 and more", "2006-08-07", false, kMidnight},
      {"2006-08-07Tnoon", "2006-08-07", false, kMidnight},
      {"1969-12-31T23:59Z", "1969-12-31", true, -1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const std::optional<Stamp> stamp = parse_stamp(row.text);
    REQUIRE(stamp);
    CHECK(to_iso(stamp->date) == row.date);
    CHECK(stamp->has_time == row.has_time);
    CHECK(stamp->minutes == row.minutes);
  }
  CHECK_FALSE(parse_stamp(""));
  CHECK_FALSE(parse_stamp("2006-02-30T08:29Z"));
  CHECK_FALSE(parse_stamp("yesterday"));
}
