// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "figcheck/diagnostic.h"
#include "figcheck/report.h"

// Text on a terminal: its width, its colours, and what must not reach it.
namespace figcheck::report {

/// What stands in the report for one code point of an article.
struct Glyph {
  char32_t code_point = 0;
  std::size_t columns = 1;  ///< 0 for combining marks and joiners; wide characters count as 1.
};

/// Returns the glyph for a code point. White space becomes a blank; controls, which could move the
/// cursor or turn the line around, become U+FFFD.
Glyph glyph_of(char32_t code_point);

/// Returns the text on one line, fit for a terminal.
std::string printable(std::string_view text);

/// Returns the number of columns of a text that is printable.
std::size_t columns_of(std::string_view text);

/// Returns the text with its end replaced by "…" when it is wider than `columns`.
std::string shortened(std::string_view text, std::size_t columns);

/// Returns the text with blanks after it up to `columns`.
std::string padded(std::string_view text, std::size_t columns);

enum class Style : std::uint8_t { place, error, warning, note, rule, related };

Style style_of(Level level);

/// Puts text in the colour of a style, or leaves it as it is.
class Painter {
 public:
  explicit Painter(TextColor color) : on_(color == TextColor::always) {}
  std::string operator()(Style style, std::string_view text) const;

 private:
  bool on_;
};

}  // namespace figcheck::report
