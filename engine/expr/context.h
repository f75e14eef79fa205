// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "expr/value.h"
#include "figcheck/document.h"

namespace figcheck::expr {

/// The unit of the results of days() and years(), and of ages: units that a vocabulary must have.
inline constexpr const char* kDayUnit = "day";
inline constexpr const char* kYearUnit = "year";
inline constexpr const char* kPercentUnit = "%";
inline constexpr const char* kPointsUnit = "points";
/// Factors: "three times" is 3 times, and "one in five" is 0.2 in the unit that all ratios have
/// here.
inline constexpr const char* kTimesUnit = "times";
inline constexpr const char* kRatioUnit = "ratio";

/// What the vocabulary knows of units. Used from many threads.
class Units {
 public:
  virtual ~Units() = default;

  /// Returns the UDUNITS specification of a unit of the vocabulary; empty for currencies, percent
  /// and units that it does not know.
  virtual std::string specification(std::string_view unit) const = 0;

  /// Returns whether a rule may name the unit: those with a specification, currencies, "%",
  /// "points".
  virtual bool known(std::string_view unit) const = 0;

  /// Returns a number with the words or sign of its unit ("14 miles", "$14", "14%"). `one` is set
  /// for a number that takes the singular. Number and unit are as to_display() and the vocabulary
  /// write them.
  virtual std::string with_unit(std::string_view number, std::string_view unit, bool one) const = 0;
};

/// What the pipeline knows beyond a claim's figures, asked for by expressions and templates. Const
/// and used from many threads.
class Context {
 public:
  virtual ~Context() = default;

  virtual const Units& units() const = 0;

  /// Returns the document that a figure stands in; claims across documents have several.
  virtual const Document& document_of(const Figure& figure) const = 0;

  /// Returns the article's own date, and its time of day where it has one; nullopt when nobody says
  /// it.
  virtual std::optional<Civil> article_date() const = 0;

  /// Returns whether what `part` counts is among what `whole` counts: children among people.
  virtual Verdict kin(const Figure& part, const Figure& whole) const = 0;
  virtual Verdict same_subject(const Figure& a, const Figure& b) const = 0;
  virtual Verdict same_event(const Figure& a, const Figure& b) const = 0;

  /// Returns the word of the article's language for a key of a table: ("weekday", "3"), ("month",
  /// "9"), and ("show", "about" | "range" | "unknown") for the words that messages need around
  /// numbers. Empty when there is none. The range's word stands between its two ends: " to ".
  virtual std::string name_of(std::string_view table, std::string_view key) const = 0;

  /// Returns a moment in words. `format` is "time", "date", "weekday", "iso" or empty, which shows
  /// what is known. The default writes "Wednesday", "20 September 2023", "13:00".
  virtual std::string show(const Moment& moment, std::string_view format) const;
};

}  // namespace figcheck::expr
