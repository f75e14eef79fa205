// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "figcheck/figure.h"
#include "figcheck/interval.h"

namespace figcheck::expr {

/// What an expression gives. `figure` is a role whose kind is not fixed ("any"): it becomes a
/// quantity or a moment when it is used as one, and *nothing* when it cannot.
enum class Type { verdict, quantity, moment, text, figure, list, nothing };

/// Returns "verdict", "quantity" and so on: the word in messages and in the printed schema.
const char* to_string(Type type);

/// A number with its unit: all numbers that the wording allows, and those that it allows when
/// trailing zeros are taken at their word. Results of arithmetic carry both, and the number that
/// they come to when every figure is taken as written, which is what messages show.
struct Quantity {
  Interval interval;
  Interval strict;
  std::string unit;  ///< A unit of the vocabulary, "%", "points", an ISO 4217 code, or empty.
  std::optional<Decimal> nominal;  ///< Nullopt for ranges ("25 to 40").

  static Quantity exactly(const Decimal& value, std::string unit = "");
};

/// A date, a clock time, or both, as far as the text says, with the figure it came from where there
/// is one.
struct Moment {
  Civil civil;
  const Figure* figure = nullptr;
};

struct Value;
using List = std::vector<Value>;

/// `nothing` (std::monostate) is what cannot be known: a role that the frame left out, a division
/// by zero, a zone that nobody names. Arithmetic on it gives nothing, and a comparison gives
/// cannot-tell.
///
/// A role gives its Figure whatever its kind, so that functions and attributes can ask for more
/// than its number; the conversions below turn it into what an operator needs.
struct Value {
  std::variant<std::monostate, Verdict, Quantity, Moment, std::string, const Figure*,
               std::shared_ptr<const List>>
      body;

  Value() = default;
  Value(Verdict verdict) : body(verdict) {}
  Value(Quantity quantity) : body(std::move(quantity)) {}
  Value(Moment moment) : body(std::move(moment)) {}
  Value(std::string text) : body(std::move(text)) {}
  Value(const Figure* figure);  ///< A null pointer is nothing.
  Value(List list);

  Type type() const;
  bool is_nothing() const { return body.index() == 0; }

  /// Returns the value as a quantity; nothing for a figure without a number and for other types.
  std::optional<Quantity> quantity() const;
  /// Returns the value as a moment; nothing for a figure without a date or time and for other
  /// types.
  std::optional<Moment> moment() const;
  /// Returns the verdict; cannot-tell for anything else.
  Verdict verdict() const;
  /// Returns the text, or nullptr for anything else.
  const std::string* text() const { return std::get_if<std::string>(&body); }
  /// Returns the figure, also that of a moment which came from one; nullptr for anything else.
  const Figure* figure() const;
  /// Returns the list's items; nullptr for anything else.
  const List* list() const;

  /// Returns the value in one line for tests: "[1, 2] km", "holds", "'up'", "nothing".
  std::string to_string() const;
};

/// Returns what a figure's number is worth: its intervals, unit and value as written.
std::optional<Quantity> quantity_of(const Figure& figure);
/// Returns when a figure's date or time is; for a period its beginning.
std::optional<Moment> moment_of(const Figure& figure);

}  // namespace figcheck::expr
