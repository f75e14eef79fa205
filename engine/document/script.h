// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace figcheck::document {

/// Raised or lowered text. Its digits become digits of that kind in the plain text:
/// "km<sup>2</sup>" is "km²", and a note's number behind a figure never becomes part of the figure.
enum class Script { none, raised, lowered };

/// Returns the raised or lowered form of a digit, and an empty view for any other character.
inline std::string_view in_script(char character, Script script) {
  constexpr std::string_view kRaised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  constexpr std::string_view kLowered[] = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
  if (script == Script::none || character < '0' || character > '9') return {};
  return script == Script::raised ? kRaised[character - '0'] : kLowered[character - '0'];
}

}  // namespace figcheck::document
