// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/phrase.h"
#include "figcheck/figure.h"
#include "model/calendar.h"

// Building: from the slots of a phrase to a typed figure.
namespace figcheck::extract {

/// One occurrence of a phrase, with its slots by name.
class Slots {
 public:
  Slots(std::string_view text, const std::vector<Item>& items, const Phrase& phrase,
        const pattern::Pattern& pattern, const pattern::Match& match);

  /// The item that a slot took, or nullptr.
  const Item* item(std::string_view name) const;
  /// What the phrase itself says under `name`, else the value of the vocabulary group that a slot
  /// or named group asked for; empty when there is neither.
  std::string value(std::string_view name) const;
  /// The same as a whole number.
  std::optional<int> whole(std::string_view name) const;
  /// The number in a slot.
  const Number* number(std::string_view name) const;
  std::string_view words(std::string_view name) const;
  Span span(std::string_view name) const;

 private:
  std::string_view text_;
  const std::vector<Item>& items_;
  const Phrase& phrase_;
  const pattern::Pattern& pattern_;
  const pattern::Match& match_;
};

/// What the article says of the time it was written.
struct Clock {
  std::optional<Date> date;
};

/// Fills the figure from the slots of a phrase for numbers. False when the slots make no sense.
bool build_number(const Slots& slots, const Vocabulary& vocabulary, Figure& figure);

/// Fills the figure from the slots of a phrase for dates, times, durations and periods.
bool build_time(const Slots& slots, const Vocabulary& vocabulary, const Clock& clock,
                Figure& figure);

/// Fills a figure of duration: build_time() without the calendar.
bool build_duration(const Slots& slots, Figure& figure);

/// The day of a holiday in a year: "12-25", "11#4/4" (the fourth Thursday of November), "05#-1/1"
/// (the last Monday of May), "easter-2". Nullopt for other rules, and years outside the calendar.
std::optional<Date> holiday_date(std::string_view rule, int year);

/// The length of so many of a unit in ISO 8601: "P5Y"; empty for a unit that is no time.
std::string iso_duration(const Decimal& value, std::string_view unit);

/// How exact a date is that is told by a unit of the vocabulary, such as "week".
Grain grain_of(std::string_view unit);

/// Copies a number into a figure: value, place, range, words.
void set_number(const Number& number, Figure& figure);

/// Works out what the figure's wording allows, from its value, place and hedge.
///
///     2,261         [2261, 2261]           30,000    strict [30000, 30000], loose [25000, 35000]
///     2.3 million   [2250000, 2350000]     about 60  [57, 63]
///     nearly 300    [270, 300)             up to 5   (-inf, 5]
///
/// The widths are those that fact-checkers and statcheck's relatives use; docs/intervals.md has
/// them all.
void set_intervals(Figure& figure);

/// Returns a civil date as ISO 8601 with the parts that are known.
std::string iso_of(const Civil& civil, Grain grain);

}  // namespace figcheck::extract
