// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "figcheck/span.h"

namespace figcheck::document {

/// A line of a source, without its end and without white space at its own ends.
struct Line {
  Span content;
  std::size_t next = 0;  ///< The start of the next line.
  std::size_t indent =
      0;  ///< Columns of white space before the content; a tab goes to the next fourth.

  bool blank() const { return content.empty(); }
};

/// Returns the line that begins at `start`. Lines end in LF, CR LF or CR.
Line line_from(std::string_view source, std::size_t start);

/// Returns where the end of line at `at` ends: 1 or 2 bytes further, or `at` where there is none.
std::size_t skip_line_end(std::string_view source, std::size_t at);

}  // namespace figcheck::document
