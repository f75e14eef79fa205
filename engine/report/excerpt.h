// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "figcheck/span.h"
#include "report/screen.h"

namespace figcheck::report {

/// A part of a line that is marked, in bytes of that line.
struct Underline {
  Span span;
  bool first = false;  ///< Where to look first: "^" in the style of the level, else "-".
};

/// A line of an article as a report shows it, and what stands under it.
struct Excerpt {
  std::string text;
  std::string underlines;
};

/// Returns the line with its parts marked. A line of more than about 100 columns is cut to windows
/// around the marks, at blanks where there are any near, with "…" for what is left out. A mark that
/// is itself longer is cut too.
///
///     … to fall silent at 13.00 local time (10.00 GMT) on Wednesday, the …
///                         ^^^^^^^^^^^^^^^^  ---------
Excerpt excerpt(std::string_view line, const std::vector<Underline>& underlines, Style first,
                const Painter& paint);

}  // namespace figcheck::report
