// SPDX-License-Identifier: Apache-2.0
#include "time/instant.h"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "model/zone.h"

namespace figcheck::time {
namespace {

constexpr int kHalfDay = 12 * 60;
constexpr int kDay = 24 * 60;

/// Minutes since the midnight that begins the day, up to 24:00.
int written_minutes(const Civil& time) { return *time.hour * 60 + time.minute.value_or(0); }

bool is_clock(const Civil& time) {
  return time.hour && *time.hour >= 0 && time.minute.value_or(0) >= 0 &&
         time.minute.value_or(0) < 60 && written_minutes(time) >= 0 &&
         written_minutes(time) <= kDay;
}

void add(std::vector<long>& instants, long instant) {
  if (std::find(instants.begin(), instants.end(), instant) == instants.end())
    instants.push_back(instant);
}

/// Appends the instants of a number of minutes after a date's midnight, by the clock.
bool add_instants(std::vector<long>& instants, int minutes, const std::string& zone,
                  const Date& date) {
  const std::optional<Date> day = minutes == kDay ? add_days(date, 1) : date;
  if (!day) return true;
  const int clock = minutes % kDay;
  const std::optional<UtcOffset> offset = offset_at_local(zone, *day, clock / 60, clock % 60);
  const std::optional<long> local = civil_minutes(*day, clock / 60, clock % 60);
  if (!offset || !local) return true;
  if (offset->local == LocalTime::nonexistent) return false;
  add(instants, *local - offset->minutes);
  if (offset->local == LocalTime::doubled) add(instants, *local - offset->other_minutes);
  return true;
}

}  // namespace

std::optional<long> utc_minutes(const Civil& time, const std::string& zone, const Date& date) {
  if (!is_clock(time)) return std::nullopt;
  std::vector<long> instants;
  add_instants(instants, written_minutes(time), zone, date);
  if (instants.empty()) return std::nullopt;
  return *std::min_element(instants.begin(), instants.end());
}

std::vector<int> possible_clocks(const Civil& time) {
  if (!is_clock(time)) return {};
  const int written = written_minutes(time);
  std::vector<int> clocks = {written % kDay};
  if (time.half_day_unknown && written < kHalfDay + 60) {
    // "12.30" without a half is after noon or after midnight; others are as written or 12 hours
    // later.
    clocks.push_back(written >= kHalfDay ? written - kHalfDay : written + kHalfDay);
  }
  return clocks;
}

std::vector<long> possible_instants(const Civil& time, const std::string& zone, const Date& date,
                                    bool* nonexistent) {
  std::vector<long> instants;
  for (const int clock : possible_clocks(time)) {
    bool real = add_instants(instants, clock, zone, date);
    // "Midnight on Monday" is either end of Monday.
    if (clock == 0) real = add_instants(instants, kDay, zone, date) && real;
    if (!real && nonexistent != nullptr) *nonexistent = true;
  }
  return instants;
}

std::string offset_text(int minutes) {
  if (minutes == 0) return "UTC";
  const int size = std::abs(minutes);
  const char sign = minutes < 0 ? '-' : '+';
  return size % 60 == 0 ? fmt::format("UTC{}{}", sign, size / 60)
                        : fmt::format("UTC{}{}:{:02}", sign, size / 60, size % 60);
}

}  // namespace figcheck::time
