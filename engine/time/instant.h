// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "figcheck/figure.h"
#include "model/calendar.h"

// From clock times to instants, in minutes since 1970-01-01T00:00 UTC.
namespace figcheck::time {

/// Returns the instant of a clock time in a zone on a local date. Of a doubled local time, the
/// earlier; nullopt for one that does not exist, for an unknown zone and for a moment without a
/// clock time. 24:00 is the end of the day. The half day is taken as written.
std::optional<long> utc_minutes(const Civil& time, const std::string& zone, const Date& date);

/// Returns every instant that the clock time may be on that date: both halves of the day when the
/// text does not say which, both ends of the day for midnight, and both instants of a doubled local
/// time. Sets `nonexistent` when one was left out because the clocks skip it.
std::vector<long> possible_instants(const Civil& time, const std::string& zone, const Date& date,
                                    bool* nonexistent = nullptr);

/// Returns the minutes since midnight that the clock time may show, 0 to 1439; midnight is 0.
std::vector<int> possible_clocks(const Civil& time);

/// Returns "UTC", "UTC+4" or "UTC-3:30".
std::string offset_text(int minutes);

}  // namespace figcheck::time
