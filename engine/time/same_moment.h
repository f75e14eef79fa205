// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "figcheck/figure.h"
#include "figcheck/interval.h"
#include "model/calendar.h"
#include "time/days.h"
#include "time/zone_choice.h"

// Whether two clock times are one moment: "13.00 local time (10.00 GMT)".
namespace figcheck::time {

/// A clock time as the text has it, with the zones that the text supports, the likeliest first.
struct ZonedClock {
  Civil time;
  ZoneChoices zones;
};

/// Why nothing can be told, or not for certain.
enum class Doubt : std::uint8_t {
  none,
  no_time,      ///< A side has no clock time.
  no_zone,      ///< A side has no zone that tzdata knows.
  no_day,       ///< A side states a day that does not exist or is outside the calendar.
  nonexistent,  ///< A side's clock time is skipped by the zone on that day.
  zones,        ///< It depends on which of the zones is meant.
  days,         ///< It depends on the day, because of summer time or a change of law.
  loose,        ///< It is right only by loose usage of the zone's name.
};

/// Returns a few words for messages, such as "it depends on the day"; empty for none.
const char* to_string(Doubt doubt);

/// What a clock time is elsewhere.
struct Elsewhere {
  int hour = 0;
  int minute = 0;
  int day_shift = 0;  ///< Days from the date of the side that was converted: 1 is the next day.
  std::optional<Date> date;  ///< When the dates are known.

  friend bool operator==(const Elsewhere&, const Elsewhere&) = default;
};

/// One side's part of the arithmetic, by the first of its zones.
struct SideArithmetic {
  ZoneChoice zone;
  std::vector<std::string> offsets;  ///< "UTC+4"; several when the day is not known.
  /// What it is by the other side's clock, the nearest to what is printed there first.
  std::vector<Elsewhere> elsewhere;
};

/// A zone that would make the pair right if one side were in it.
struct RightIn {
  std::size_t candidate = 0;  ///< Index into the candidates.
  bool for_first = true;      ///< Whether it would be the zone of the first side, or of the second.
  std::string offset;         ///< "UTC+3"
};

struct SameMoment {
  /// *fails* when no zone, half of the day or day that the text allows makes the two equal; *holds*
  /// when for every zone that is not loose and every day one of them does.
  Verdict verdict = Verdict::cannot_tell;
  Doubt doubt = Doubt::none;
  /// The clocks agree, and only the days that are stated do not.
  bool only_day_wrong = false;
  /// The local date of the first side for which the arithmetic is done; nullopt when the year is
  /// not known.
  std::optional<Date> date;
  SideArithmetic first;
  SideArithmetic second;
  std::vector<RightIn> right_in;  ///< For *fails* only.
};

/// Compares two clock times to the minute. Days that are not stated may be neighbours; days and
/// weekdays that are stated must fit. See possible_days() for dates and possible_instants() for
/// half days, midnight and doubled times. `candidates` are zones that may explain a slip: of other
/// places in the text, of Moscow, of London.
SameMoment compare_moments(const ZonedClock& first, const ZonedClock& second,
                           const KnownTime& known, const ZoneChoices& candidates = {});

}  // namespace figcheck::time
