// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "figcheck/figure.h"
#include "model/calendar.h"

namespace figcheck::time {

/// What an article says of when it was written.
struct KnownTime {
  std::optional<Date> date;  ///< Its own date.
  std::optional<int> year;   ///< Its year, when it has no date.
  /// How far back the clocks of an article without date and year may be looked up: the years up to
  /// that of the system's tzdata. More years let old articles pass, and some slips in zones with a
  /// new law.
  int undated_years = 3;
  /// How many days from `date` a clock time without a day may be: fewer where the sentence names
  /// `date` than where only the article does.
  int reach = 7;
};

/// The days that a clock time may belong to.
struct Days {
  std::vector<Date> dates;  ///< The likeliest first. Never more than a few hundred.
  bool stated = false;      ///< The text says the day or weekday, so that it must fit.
  bool known_year =
      false;  ///< The dates are real ones, not samples of all the years that it may be.
};

/// Returns the days that a moment may be on:
///
///     "20 September 2023"          that day
///     "20 September", "the 20th"   the nearest ones to the article's date
///     "Wednesday"                  those within a week of the article's date
///     nothing                      every day within `reach` of the article's date
///
/// With a year and no date these are days of that year; with neither, of the last years. Empty when
/// the text states a day that does not exist. Parts that were inferred do not count as stated.
Days possible_days(const Civil& moment, const KnownTime& known);

/// Returns whether the date agrees with what the text states of the day; true when it states
/// nothing.
bool agrees(const Civil& moment, const Date& date);

/// Returns whether the text states the day or weekday of a moment.
bool states_day(const Civil& moment);

}  // namespace figcheck::time
