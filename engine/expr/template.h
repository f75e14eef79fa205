// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "expr/expression.h"

// Templates of messages: text with expressions in braces.
//
//     {part}            a role: the figure's words as they stand in the text
//     {part.value}      a quantity: its number with commas, and its unit
//     {change:1}        with that many decimals; {change:0}, {change:2}
//     {change:percent}  the number as a percentage, whatever its unit
//     {change:plain}    the number alone, without its unit
//     {change:range}    "13.8 to 14.2", where the wording allows more than one number
//     {start:date}      a moment: time, date, weekday or iso
//     {like(part, whole)}   the words of part with another number in place of its own
//     {{ }}             braces
//
// A quantity without a format shows the number that its figures come to as written, rounded to what
// their precision warrants.
namespace figcheck::expr {

/// A compiled template; immutable.
class Template {
 public:
  Template() = default;

  /// Compiles `source`. Adds all mistakes, those of its expressions too, with offsets into
  /// `source`.
  static Template compile(std::string_view source, const Scope& scope,
                          std::vector<Mistake>& mistakes);

  const std::string& source() const { return source_; }
  bool empty() const { return source_.empty(); }

  /// Returns the text, or nullopt when one of its expressions gives nothing.
  std::optional<std::string> render(Environment& environment) const;
  /// Returns the text with the vocabulary's mark for the unknown where an expression gives nothing.
  std::string render_all(Environment& environment) const;

  /// Roles in the order in which the template mentions them, and all let-names that it mentions.
  const std::vector<std::size_t>& roles() const { return roles_; }
  const std::set<std::size_t>& lets() const { return lets_; }

 private:
  struct Hole {
    Expression expression;
    std::string format;
  };
  std::string render_with(Environment& environment, bool& complete) const;

  std::string source_;
  std::vector<std::variant<std::string, Hole>> parts_;
  std::vector<std::size_t> roles_;
  std::set<std::size_t> lets_;
};

}  // namespace figcheck::expr
