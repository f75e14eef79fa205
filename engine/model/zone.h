// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/calendar.h"

// Time zones with their history, from the system's tzdata through absl::TimeZone. Loaded when first
// asked for and kept; safe to use from many threads.
namespace figcheck {

/// What a local clock time is in a zone.
enum class LocalTime { unique, doubled, nonexistent };

struct UtcOffset {
  int minutes = 0;  ///< East of Greenwich.
  LocalTime local = LocalTime::unique;
  int other_minutes = 0;     ///< The offset after the change, where `local` is not unique.
  std::string abbreviation;  ///< "CEST", "+04"
};

/// Returns the offset of `zone` (an IANA name such as "Asia/Baku", "UTC", or a fixed offset
/// "UTC+5:30") at a local date and clock time; 24:00 is the next midnight. Nullopt when the zone is
/// not known, or the date or time does not exist.
std::optional<UtcOffset> offset_at_local(const std::string& zone, const Date& date, int hour,
                                         int minute);

/// Returns the offset of `zone` at an instant given in minutes since 1970-01-01 UTC.
std::optional<UtcOffset> offset_at_utc(const std::string& zone, long minutes);

bool zone_exists(const std::string& zone);

/// Returns the version of the system's tzdata, such as "2024a"; "unknown" when it does not say. As
/// for the zones, the environment variable TZDIR names another folder than the system's.
std::string tzdata_version();

/// Minutes since 1970-01-01T00:00 of a civil date and time, as if it were UTC.
std::optional<long> civil_minutes(const Date& date, int hour, int minute);

struct CivilMinute {
  Date date;
  int hour = 0;
  int minute = 0;
};
CivilMinute civil_of(long minutes);

}  // namespace figcheck
