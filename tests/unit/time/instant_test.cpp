// SPDX-License-Identifier: Apache-2.0
#include "time/instant.h"

#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "model/zone.h"

namespace figcheck::time {
namespace {

Civil clock(int hour, int minute, bool half_day_unknown = false) {
  Civil civil;
  civil.hour = hour;
  civil.minute = minute;
  civil.half_day_unknown = half_day_unknown;
  return civil;
}

std::string text_of(long instant) {
  const CivilMinute civil = civil_of(instant);
  return fmt::format("{} {:02}:{:02}", to_iso(civil.date), civil.hour, civil.minute);
}

std::vector<std::string> texts_of(const std::vector<long>& instants) {
  std::vector<std::string> texts;
  for (const long instant : instants) texts.push_back(text_of(instant));
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a local clock time is an instant by the law of its day") {
  struct Row {
    const char* zone;
    Date date;
    int hour;
    int minute;
    const char* utc;
  };
  const Row rows[] = {
      {"Asia/Baku", {2023, 9, 20}, 13, 0, "2023-09-20 09:00"},
      {"Asia/Kathmandu", {2015, 4, 25}, 11, 56, "2015-04-25 06:11"},
      {"Pacific/Tongatapu", {2022, 1, 15}, 17, 14, "2022-01-15 04:14"},
      {"Pacific/Apia", {2024, 8, 8}, 2, 30, "2024-08-07 13:30"},
      {"Asia/Kabul", {2022, 6, 22}, 1, 24, "2022-06-21 20:54"},
      {"America/New_York", {2023, 1, 8}, 24, 0, "2023-01-09 05:00"},
      {"UTC+5:30", {2023, 1, 8}, 5, 30, "2023-01-08 00:00"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.zone);
    const std::optional<long> instant =
        utc_minutes(clock(row.hour, row.minute), row.zone, row.date);
    REQUIRE(instant);
    CHECK(text_of(*instant) == row.utc);
  }
}

TEST_CASE("a clock time that is skipped, unwritten or in no known zone has no instant") {
  CHECK_FALSE(utc_minutes(clock(2, 30), "Europe/Berlin", {2024, 3, 31}));
  CHECK_FALSE(utc_minutes(clock(2, 30), "Europe/Atlantis", {2024, 4, 1}));
  CHECK_FALSE(utc_minutes(clock(2, 30), "Europe/Berlin", {2024, 4, 31}));
  CHECK_FALSE(utc_minutes(clock(24, 30), "Europe/Berlin", {2024, 4, 1}));
  CHECK_FALSE(utc_minutes(clock(12, 60), "Europe/Berlin", {2024, 4, 1}));
  CHECK_FALSE(utc_minutes(Civil(), "Europe/Berlin", {2024, 4, 1}));
}

TEST_CASE("all instants that a clock time may be are tried") {
  CHECK(texts_of(possible_instants(clock(2, 30), "Europe/Berlin", {2024, 10, 27})) ==
        Texts{"2024-10-27 00:30", "2024-10-27 01:30"});
  CHECK(texts_of(possible_instants(clock(4, 40, true), "UTC", {2019, 12, 2})) ==
        Texts{"2019-12-02 04:40", "2019-12-02 16:40"});
  CHECK(texts_of(possible_instants(clock(12, 30, true), "UTC", {2019, 12, 2})) ==
        Texts{"2019-12-02 12:30", "2019-12-02 00:30"});
  CHECK(texts_of(possible_instants(clock(13, 0, true), "UTC", {2019, 12, 2})) ==
        Texts{"2019-12-02 13:00"});
  const Texts both_ends = {"2019-12-02 00:00", "2019-12-03 00:00"};
  CHECK(texts_of(possible_instants(clock(0, 0), "UTC", {2019, 12, 2})) == both_ends);
  CHECK(texts_of(possible_instants(clock(24, 0), "UTC", {2019, 12, 2})) == both_ends);
}

TEST_CASE("a skipped clock time is told apart from none") {
  bool nonexistent = false;
  CHECK(possible_instants(clock(2, 30), "Europe/Berlin", {2024, 3, 31}, &nonexistent).empty());
  CHECK(nonexistent);
  nonexistent = false;
  CHECK(possible_instants(Civil(), "Europe/Berlin", {2024, 3, 31}, &nonexistent).empty());
  CHECK_FALSE(nonexistent);
}

TEST_CASE("offsets are written with minutes only where they have some") {
  CHECK(offset_text(0) == "UTC");
  CHECK(offset_text(240) == "UTC+4");
  CHECK(offset_text(-210) == "UTC-3:30");
  CHECK(offset_text(345) == "UTC+5:45");
}

}  // namespace figcheck::time
