// SPDX-License-Identifier: Apache-2.0
#include "model/zone.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <string_view>
#include <system_error>

#include <absl/time/civil_time.h>
#include <absl/time/time.h>

namespace figcheck {
namespace {

constexpr absl::CivilMinute kEpoch(1970, 1, 1, 0, 0);
/// The years that the calendar knows, as minutes since the epoch, with a day to spare for offsets.
constexpr long kFirstMinute = -299'800'000;
constexpr long kLastMinute = 4'223'400'000;
/// The farthest from Greenwich that any clock has been set.
constexpr int kMostHours = 15;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Reads "UTC+5:30" or "UTC-3" as minutes east of Greenwich.
std::optional<int> fixed_offset(std::string_view zone) {
  if (zone.size() < 5 || zone.substr(0, 3) != "UTC") return std::nullopt;
  const char sign = zone[3];
  if (sign != '+' && sign != '-') return std::nullopt;
  zone.remove_prefix(4);
  const std::size_t colon = zone.find(':');
  const std::string_view hours = zone.substr(0, colon);
  const std::string_view minutes = colon == std::string_view::npos ? "00" : zone.substr(colon + 1);
  if (hours.empty() || hours.size() > 2 || minutes.size() != 2) return std::nullopt;
  const auto number = [](std::string_view digits) {
    int value = 0;
    for (const char digit : digits) value = is_digit(digit) ? value * 10 + (digit - '0') : 100;
    return value;
  };
  if (number(hours) > kMostHours || number(minutes) > 59) return std::nullopt;
  const int east = number(hours) * 60 + number(minutes);
  return sign == '-' ? -east : east;
}

/// Returns whether the name can be one of the tz database. absl would also open any path, and takes
/// "localtime" from the machine that it runs on.
bool is_zone_name(std::string_view zone) {
  if (zone.empty() || zone.size() > 64 || zone.front() == '/' || zone == "localtime") return false;
  return std::all_of(zone.begin(), zone.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' ||
           c == '-' || c == '+' || c == '/';
  });
}

/// The zones that were asked for so far.
class Zones {
 public:
  std::optional<absl::TimeZone> find(const std::string& name) {
    {
      const std::shared_lock lock(mutex_);
      const auto found = loaded_.find(name);
      if (found != loaded_.end()) return found->second;
    }
    absl::TimeZone zone;
    if (const std::optional<int> east = fixed_offset(name)) {
      zone = absl::FixedTimeZone(*east * 60);
    } else if (!is_zone_name(name) || !absl::LoadTimeZone(name, &zone)) {
      return std::nullopt;
    }
    const std::unique_lock lock(mutex_);
    loaded_.emplace(name, zone);
    return zone;
  }

 private:
  std::shared_mutex mutex_;
  std::map<std::string, absl::TimeZone, std::less<>> loaded_;
};

std::optional<absl::TimeZone> find_zone(const std::string& name) {
  static Zones zones;
  // Two zones are compared over the days of a year: those of a moment ago are asked for again.
  struct Recent {
    std::string name;
    absl::TimeZone zone;
  };
  thread_local std::array<Recent, 4> recent;
  thread_local std::size_t oldest = 0;
  for (const Recent& one : recent) {
    if (!one.name.empty() && one.name == name) return one.zone;
  }
  const auto found = zones.find(name);
  if (found) {
    recent[oldest] = {name, *found};
    oldest = (oldest + 1) % recent.size();
  }
  return found;
}

/// Offsets before standard time have seconds ("+04:51:16"); the nearest minute is enough for print.
int whole_minutes(int seconds) { return (seconds + (seconds < 0 ? -30 : 30)) / 60; }

std::optional<absl::CivilMinute> civil(const Date& date, int hour, int minute) {
  const bool known_date = days_between(date, date).has_value();
  const bool known_time =
      hour >= 0 && minute >= 0 && minute < 60 && (hour < 24 || (hour == 24 && minute == 0));
  if (!known_date || !known_time) return std::nullopt;
  return absl::CivilMinute(date.year, date.month, date.day, hour, minute);
}

/// Returns the first line of a file; empty when there is none.
std::string first_line(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string line;
  std::getline(file, line);
  return line;
}

}  // namespace

std::optional<UtcOffset> offset_at_local(const std::string& zone, const Date& date, int hour,
                                         int minute) {
  const std::optional<absl::CivilMinute> local = civil(date, hour, minute);
  const std::optional<absl::TimeZone> found = local ? find_zone(zone) : std::nullopt;
  if (!found) return std::nullopt;

  const absl::TimeZone::TimeInfo at = found->At(absl::CivilSecond(*local));
  UtcOffset result;
  if (at.kind == absl::TimeZone::TimeInfo::UNIQUE) {
    const absl::TimeZone::CivilInfo there = found->At(at.pre);
    result.minutes = whole_minutes(there.offset);
    result.abbreviation = there.zone_abbr;
    return result;
  }
  const absl::TimeZone::CivilInfo before = found->At(at.trans - absl::Seconds(1));
  const absl::TimeZone::CivilInfo after = found->At(at.trans);
  result.local =
      at.kind == absl::TimeZone::TimeInfo::REPEATED ? LocalTime::doubled : LocalTime::nonexistent;
  result.minutes = whole_minutes(before.offset);
  result.other_minutes = whole_minutes(after.offset);
  result.abbreviation = before.zone_abbr;
  return result;
}

std::optional<UtcOffset> offset_at_utc(const std::string& zone, long minutes) {
  if (minutes < kFirstMinute || minutes > kLastMinute) return std::nullopt;
  const std::optional<absl::TimeZone> found = find_zone(zone);
  if (!found) return std::nullopt;
  const absl::TimeZone::CivilInfo there = found->At(absl::UnixEpoch() + absl::Minutes(minutes));
  UtcOffset result;
  result.minutes = whole_minutes(there.offset);
  result.abbreviation = there.zone_abbr;
  return result;
}

bool zone_exists(const std::string& zone) { return find_zone(zone).has_value(); }

std::string tzdata_version() {
  const char* const set = std::getenv("TZDIR");
  const std::string folder = set != nullptr && *set != '\0' ? set : "/usr/share/zoneinfo";
  const std::string mark = "# version ";
  std::string version = first_line(folder + "/tzdata.zi");
  if (version.compare(0, mark.size(), mark) == 0) {
    version.erase(0, mark.size());
  } else {
    version = first_line(folder + "/+VERSION");
  }
  version.erase(
      std::find_if(version.begin(), version.end(), [](char c) { return c <= ' ' || c > '~'; }),
      version.end());
  return version.empty() ? "unknown" : version;
}

std::optional<long> civil_minutes(const Date& date, int hour, int minute) {
  const std::optional<absl::CivilMinute> time = civil(date, hour, minute);
  if (!time) return std::nullopt;
  return static_cast<long>(*time - kEpoch);
}

CivilMinute civil_of(long minutes) {
  const absl::CivilMinute time = kEpoch + std::clamp(minutes, kFirstMinute, kLastMinute);
  return {{static_cast<int>(time.year()), time.month(), time.day()}, time.hour(), time.minute()};
}

}  // namespace figcheck
