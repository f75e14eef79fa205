// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "figcheck/document.h"
#include "figcheck/interval.h"
#include "figcheck/span.h"

namespace figcheck {

enum class FigureKind : std::uint8_t {
  count,     ///< "2,261 civilians", "a dozen": a number of things, or a bare number
  percent,   ///< "4.5 per cent"
  points,    ///< "three percentage points"
  money,     ///< "$26 million": unit is an ISO 4217 code
  measure,   ///< "14 miles", "40C": unit is a unit of the vocabulary
  ratio,     ///< "one in five", "two-thirds": value is the fraction
  multiple,  ///< "doubled", "three times", "fourfold"
  ordinal,   ///< "third", "19th"
  score,     ///< "3-2", "52-48"
  date,      ///< "Sept. 2, 1991", "next month", "yesterday"
  weekday,   ///< "Tuesday"
  time,      ///< "13.00", "noon"
  datetime,  ///< a date with a clock time in one phrase
  duration,  ///< "three years", "72-hour"
  period,    ///< "from 1992 to 1994", "the 1990s"
  age,       ///< "aged 41", "27-year-old"
  year,      ///< "1923"
  set,       ///< "every Tuesday", "annually"
  list,      ///< an enumeration; the value is its number of members
};

/// Returns "count", "percent" and so on: the word in JSON, YAML and reports.
const char* to_string(FigureKind kind);
std::optional<FigureKind> figure_kind_by_name(std::string_view name);

/// A moment or period as far as the text says it: each part may be unknown. Years before Christ are
/// negative, without a year zero.
struct Civil {
  std::optional<int> year;
  std::optional<int> month;    ///< 1-12
  std::optional<int> day;      ///< 1-31, not checked against the month
  std::optional<int> weekday;  ///< 1 Monday to 7 Sunday, as written
  std::optional<int> hour;     ///< 0-24
  std::optional<int> minute;
  std::optional<int> second;
  /// "12-hour" clock without a.m. or p.m.: the hour may be 12 more.
  bool half_day_unknown = false;
  /// The zone as the vocabulary knows it: "UTC", "BST", "local", "Europe/London"; empty when none
  /// is said.
  std::string zone;
  /// The words that name the zone or place ("Kabul time"): bytes of Document::text.
  Span zone_words;
  /// Parts that the text does not say and that were taken from the article's date.
  bool year_inferred = false;
  bool day_inferred = false;

  bool has_date() const { return month && day; }
  bool has_time() const { return hour.has_value(); }
};

/// How exact a date is meant to be.
enum class Grain : std::uint8_t {
  none,
  minute,
  hour,
  day,
  week,
  month,
  quarter,
  season,
  year,
  decade,
  century
};

/// A date, time, duration or period.
struct TimeValue {
  Civil start;
  std::optional<Civil> end;  ///< For periods; the last one that is meant, not one past it.
  Grain grain = Grain::none;
  /// ISO 8601 with the parts that are known: "2023-09-20", "T13:00", "P5Y", "1992/1994".
  std::string iso;
};

/// What a figure counts or measures.
struct Subject {
  std::string head;        ///< The head noun's stem: "civilian". Empty when none was found.
  std::string words;       ///< The noun phrase as written, without the figure.
  std::string noun_class;  ///< "person", "vehicle", ...: the class of the head; empty when unknown.
  std::string event;  ///< The verb group it stands in: "kill", "injure", "arrest"; empty when none.
  Span span;          ///< In Document::text.
};

/// How a figure is mentioned: what tells one fact that is told twice from two facts.
struct Mention {
  bool definite = false;     ///< "the 82 passengers", "all four": something that was told before.
  bool another = false;      ///< "five more", "the other three": something besides what was told.
  bool subset = false;       ///< "12 of them".
  bool attributive = false;  ///< "nine-storey", "12-strong".
  bool restricted = false;   ///< "the 13 states that voted": some of what was told.
  bool qualified = false;    ///< "the 43 Asian countries": more than the bare noun.
  bool of_whole = false;     ///< "a fifth of the 2,400 trees": the whole of some part.
  std::string family;        ///< What is counted: one word for nouns of one meaning, else the stem.
  std::string topic;         ///< What the figure is about: "profit", "crowd"; empty when unknown.
  std::string when;          ///< The date beside it, as written.
  std::string name;          ///< Whose age or number it is: "Ann Lee".
};

/// What the words around a number do to it.
enum class Hedge : std::uint8_t {
  none,
  about,
  nearly,
  just_over,
  over,
  at_least,
  under,
  up_to,
  exactly,
  vague
};

const char* to_string(Hedge hedge);

/// One way to understand a figure that can be understood in more than one.
struct Reading {
  std::string value;  ///< Plain decimal or ISO 8601.
  std::string unit;
  std::string why;
};

enum class FigureStatus : std::uint8_t { unchecked, checked, contradicted, undecided };

const char* to_string(FigureStatus status);

/// A span that states one number, date or time.
struct Figure {
  Span text_span;  ///< In Document::text, with hedge words and unit.
  Span span;       ///< In the article's bytes of `section`.
  Section section = Section::text;
  std::string text;  ///< The words as they stand in Document::text.
  FigureKind kind = FigureKind::count;

  // Numbers. Dates and clock times have none of these.
  std::optional<Decimal> value;  ///< As written, scale word multiplied out, in `unit`.
  Interval strict;               ///< With trailing zeros taken at their word.
  Interval interval;             ///< What the wording allows: rounding and hedge.
  int place = 0;                 ///< The power of ten of the last digit that the writing warrants.
  std::string unit;              ///< "USD", "km", "%"; empty for counts.
  Hedge hedge = Hedge::none;
  bool range = false;  ///< "25 to 40": `value` is the lower end, `upper` the other.
  std::optional<Decimal> upper;
  bool in_words = false;  ///< "twelve", not "12".
  bool vague = false;     ///< "dozens", "several".

  std::optional<TimeValue> time;  ///< For dates, times, durations and periods.

  Subject subject;
  Mention mention;
  std::string attribution;  ///< Who says so: "the ministry"; empty when the article itself does.
  std::string place_name;   ///< The place that the sentence names nearest to it; empty when none.
  bool quoted = false;      ///< Inside quotation marks or a block quotation.
  bool negated = false;     ///< "not 12", "never 12".

  BlockKind block_kind = BlockKind::paragraph;
  std::uint32_t block = 0;     ///< Index into Document::blocks.
  std::uint32_t sentence = 0;  ///< Counts from 0 through the document.

  std::vector<Reading> readings;  ///< More than one where the figure is ambiguous.

  // What the checks said.
  FigureStatus status = FigureStatus::unchecked;
  std::vector<std::string> rules;  ///< Ids of the rules that spoke, in the order they did.
  std::string reason;              ///< Why none did.
};

}  // namespace figcheck
