// SPDX-License-Identifier: Apache-2.0
#include "model/zone.h"

#include <filesystem>
#include <fstream>
#include <limits>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>
#include <stdlib.h>

using figcheck::civil_minutes;
using figcheck::civil_of;
using figcheck::CivilMinute;
using figcheck::Date;
using figcheck::LocalTime;
using figcheck::offset_at_local;
using figcheck::offset_at_utc;
using figcheck::to_iso;
using figcheck::tzdata_version;
using figcheck::UtcOffset;
using figcheck::zone_exists;

TEST_CASE("an offset follows the law of the day") {
  struct Row {
    std::string zone;
    Date date;
    int hour;
    int minutes;  ///< East of Greenwich.
  };
  const Row rows[] = {
      {"Asia/Baku", {2023, 9, 20}, 13, 240},
      {"Asia/Baku", {2015, 7, 1}, 12, 300},
      {"Asia/Baku", {2016, 7, 1}, 12, 240},  // summer time was abolished that March
      {"Europe/Istanbul", {2016, 1, 15}, 12, 120},
      {"Europe/Istanbul", {2016, 12, 15}, 12, 180},  // summer time became standard that September
      {"Asia/Amman", {2021, 12, 15}, 12, 120},
      {"Asia/Amman", {2022, 12, 15}, 12, 180},  // and so it did there, in October 2022
      {"Asia/Damascus", {2022, 12, 15}, 12, 180},
      {"America/Mexico_City", {2022, 7, 1}, 12, -300},
      {"America/Mexico_City", {2023, 7, 1}, 12, -360},
      {"Asia/Almaty", {2024, 2, 15}, 12, 360},
      {"Asia/Almaty", {2024, 3, 15}, 12, 300},
      {"Asia/Kathmandu", {2023, 9, 20}, 12, 345},
      {"Asia/Kathmandu", {1985, 6, 1}, 12, 330},
      {"Asia/Kabul", {2023, 9, 20}, 12, 270},
      {"America/St_Johns", {2023, 1, 20}, 12, -210},
      {"Australia/Lord_Howe", {2023, 1, 20}, 12, 660},
      {"Australia/Lord_Howe", {2023, 7, 20}, 12, 630},
      {"Europe/London", {2023, 7, 1}, 12, 60},
      {"Europe/London", {2023, 12, 1}, 12, 0},
      {"Europe/London", {1943, 7, 1}, 12, 120},      // double summer time
      {"Europe/London", {1800, 7, 1}, 12, -1},       // -0:01:15, the nearest minute
      {"America/New_York", {2500, 7, 1}, 12, -240},  // rules go on
      {"UTC", {2023, 7, 1}, 12, 0},
      {"UTC+5:30", {2023, 7, 1}, 12, 330},
      {"UTC+05:30", {2023, 7, 1}, 12, 330},
      {"UTC-3", {2023, 7, 1}, 12, -180},
      {"UTC-3:30", {2023, 7, 1}, 12, -210},
      {"UTC+14", {2023, 7, 1}, 12, 840},
      {"UTC+0", {2023, 7, 1}, 12, 0},
      {"Etc/GMT+5", {2023, 7, 1}, 12, -300},  // the sign of POSIX
  };
  for (const Row& row : rows) {
    CAPTURE(row.zone);
    CAPTURE(to_iso(row.date));
    const std::optional<UtcOffset> offset = offset_at_local(row.zone, row.date, row.hour, 0);
    REQUIRE(offset);
    CHECK(offset->minutes == row.minutes);
    CHECK(offset->local == LocalTime::unique);

    const std::optional<long> local = civil_minutes(row.date, row.hour, 0);
    REQUIRE(local);
    const std::optional<UtcOffset> at_utc = offset_at_utc(row.zone, *local - row.minutes);
    REQUIRE(at_utc);
    CHECK(at_utc->minutes == row.minutes);
  }
}

TEST_CASE("a clock change makes times that are doubled or do not exist") {
  struct Row {
    std::string zone;
    Date date;
    int hour;
    int minute;
    LocalTime local;
    int minutes;
    int other_minutes;
    std::string abbreviation;
  };
  const Row rows[] = {
      {"Europe/Berlin", {2024, 3, 31}, 1, 59, LocalTime::unique, 60, 0, "CET"},
      {"Europe/Berlin", {2024, 3, 31}, 2, 0, LocalTime::nonexistent, 60, 120, "CET"},
      {"Europe/Berlin", {2024, 3, 31}, 2, 30, LocalTime::nonexistent, 60, 120, "CET"},
      {"Europe/Berlin", {2024, 3, 31}, 3, 0, LocalTime::unique, 120, 0, "CEST"},
      {"Europe/Berlin", {2024, 10, 27}, 1, 59, LocalTime::unique, 120, 0, "CEST"},
      {"Europe/Berlin", {2024, 10, 27}, 2, 0, LocalTime::doubled, 120, 60, "CEST"},
      {"Europe/Berlin", {2024, 10, 27}, 2, 59, LocalTime::doubled, 120, 60, "CEST"},
      {"Europe/Berlin", {2024, 10, 27}, 3, 0, LocalTime::unique, 60, 0, "CET"},
      {"Australia/Lord_Howe", {2023, 10, 1}, 2, 15, LocalTime::nonexistent, 630, 660, "+1030"},
      {"Australia/Lord_Howe", {2023, 10, 1}, 2, 30, LocalTime::unique, 660, 0, "+11"},
      {"Pacific/Apia", {2011, 12, 30}, 12, 0, LocalTime::nonexistent, -600, 840, "-10"},
      {"Europe/London", {2023, 3, 26}, 1, 30, LocalTime::nonexistent, 0, 60, "GMT"},
      {"Asia/Baku", {2016, 3, 27}, 4, 30, LocalTime::unique, 240, 0, "+04"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.zone);
    CAPTURE(to_iso(row.date));
    CAPTURE(row.hour);
    CAPTURE(row.minute);
    const std::optional<UtcOffset> offset =
        offset_at_local(row.zone, row.date, row.hour, row.minute);
    REQUIRE(offset);
    CHECK(offset->local == row.local);
    CHECK(offset->minutes == row.minutes);
    CHECK(offset->other_minutes == row.other_minutes);
    CHECK(offset->abbreviation == row.abbreviation);
  }
}

TEST_CASE("24.00 is the midnight after") {
  const std::optional<UtcOffset> end = offset_at_local("Europe/Berlin", {2024, 3, 31}, 24, 0);
  REQUIRE(end);
  CHECK(end->minutes == 120);
  CHECK(civil_minutes({2024, 3, 31}, 24, 0) == civil_minutes({2024, 4, 1}, 0, 0));
}

TEST_CASE("times that are no times have no offset") {
  CHECK_FALSE(offset_at_local("UTC", {2023, 2, 29}, 12, 0));
  CHECK_FALSE(offset_at_local("UTC", {1066, 10, 14}, 12, 0));
  CHECK_FALSE(offset_at_local("UTC", {2023, 1, 1}, 24, 1));
  CHECK_FALSE(offset_at_local("UTC", {2023, 1, 1}, 25, 0));
  CHECK_FALSE(offset_at_local("UTC", {2023, 1, 1}, -1, 0));
  CHECK_FALSE(offset_at_local("UTC", {2023, 1, 1}, 12, 60));
  CHECK_FALSE(offset_at_utc("UTC", std::numeric_limits<long>::max()));
  CHECK_FALSE(offset_at_utc("UTC", std::numeric_limits<long>::min()));
}

TEST_CASE("a zone is a name of the tz database and nothing else") {
  for (const std::string zone :
       {"Asia/Baku", "UTC", "GMT", "Etc/GMT-14", "America/Argentina/Buenos_Aires",
        "America/Port-au-Prince", "EST5EDT", "UTC+9", "UTC-9:30"}) {
    CAPTURE(zone);
    CHECK(zone_exists(zone));
  }
  for (const std::string zone : {"",
                                 "Baku",
                                 "Asia",
                                 "asia/baku?",
                                 "Asia/Nowhere",
                                 "localtime",
                                 "/etc/localtime",
                                 "../zoneinfo/UTC",
                                 "file:/usr/share/zoneinfo/UTC",
                                 "libc:localtime",
                                 "Fixed/UTC+05:00:00",
                                 "tzdata.zi",
                                 "zone1970.tab",
                                 "UTC+",
                                 "UTC+16",
                                 "UTC+5:3",
                                 "UTC+5:60",
                                 "UTC+5:300",
                                 "UTC+-5",
                                 "UTC+ 5",
                                 "UTC5",
                                 "UTC+5h",
                                 "GMT+5",
                                 "utc+5"}) {
    CAPTURE(zone);
    CHECK_FALSE(zone_exists(zone));
    CHECK_FALSE(offset_at_local(zone, {2023, 1, 1}, 12, 0));
    CHECK_FALSE(offset_at_utc(zone, 0));
  }
  CHECK_FALSE(zone_exists(std::string("UTC\0x", 5)));
  CHECK_FALSE(zone_exists(std::string(1'000'000, 'A')));
}

TEST_CASE("minutes of the epoch go there and back") {
  struct Row {
    Date date;
    int hour;
    int minute;
    long minutes;
  };
  const Row rows[] = {
      {{1970, 1, 1}, 0, 0, 0},
      {{1969, 12, 31}, 23, 59, -1},
      {{2023, 9, 20}, 9, 0, 28'253'340},
      {{2024, 2, 29}, 23, 59, 28'487'519},
      {{1400, 1, 1}, 0, 0, -299'790'720},
      {{9999, 12, 31}, 23, 59, 4'223'371'679},
  };
  for (const Row& row : rows) {
    CAPTURE(to_iso(row.date));
    CHECK(civil_minutes(row.date, row.hour, row.minute) == row.minutes);
    const CivilMinute civil = civil_of(row.minutes);
    CHECK(to_iso(civil.date) == to_iso(row.date));
    CHECK(civil.hour == row.hour);
    CHECK(civil.minute == row.minute);
  }
  CHECK(civil_minutes({2023, 2, 29}, 0, 0) == std::nullopt);
  CHECK(civil_minutes({2023, 2, 28}, 0, 60) == std::nullopt);
  CHECK(civil_of(std::numeric_limits<long>::max()).date.year > 9999);
  CHECK(civil_of(std::numeric_limits<long>::min()).date.year < 1400);
}

namespace {

/// Sets TZDIR for as long as it lives.
class ZoneFolder {
 public:
  explicit ZoneFolder(const std::string& path) {
    if (const char* before = getenv("TZDIR")) before_ = before;
    setenv("TZDIR", path.c_str(), 1);
  }
  ~ZoneFolder() {
    if (before_) {
      setenv("TZDIR", before_->c_str(), 1);
    } else {
      unsetenv("TZDIR");
    }
  }
  ZoneFolder(const ZoneFolder&) = delete;
  ZoneFolder& operator=(const ZoneFolder&) = delete;

 private:
  std::optional<std::string> before_;
};

}  // namespace

TEST_CASE("the version of tzdata is read from the folder that the zones come from") {
  namespace fs = std::filesystem;
  CHECK(tzdata_version() != "");

  std::string name = (fs::temp_directory_path() / "figcheck-zone-test-XXXXXX").string();
  REQUIRE(mkdtemp(name.data()) != nullptr);
  const fs::path folder = name;
  const ZoneFolder set(folder.string());
  CHECK(tzdata_version() == "unknown");
  std::ofstream(folder / "+VERSION") << "2023c\n";
  CHECK(tzdata_version() == "2023c");
  std::ofstream(folder / "tzdata.zi") << "# version 2024a\n# redo posix_only\n";
  CHECK(tzdata_version() == "2024a");
  std::ofstream(folder / "tzdata.zi") << "# something else\n";
  CHECK(tzdata_version() == "2023c");
  fs::remove_all(folder);
}

TEST_SUITE("threads") {
  TEST_CASE("many threads may ask for zones at once") {
    const std::vector<std::string> zones = {"Asia/Tokyo", "Asia/Seoul", "Asia/Manila", "UTC+8",
                                            "No/Such",    "Asia/Dili",  "Asia/Macau",  "UTC-8"};
    std::vector<long> sums(8);
    std::vector<std::thread> threads;
    for (long& sum : sums) {
      threads.emplace_back([&sum, &zones] {
        for (int round = 0; round < 50; ++round) {
          for (const std::string& zone : zones) {
            const std::optional<UtcOffset> offset = offset_at_local(zone, {2023, 1, 1}, 12, 0);
            sum += offset ? offset->minutes : 0;
          }
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    for (const long sum : sums) CHECK(sum == 50 * (540 + 540 + 480 + 480 + 540 + 480 - 480));
  }
}
