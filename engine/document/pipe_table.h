// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "document/builder.h"
#include "figcheck/span.h"

namespace figcheck::document {

/// A table drawn with bars in plain text, where nothing says which row is the header:
///
///     | Station | 2020 | 2021 |
///     | Harbour | 318  | 344  |
///
/// A line such as "|---|:-:|" marks the row above it as the header. Without one, the first row is a
/// header if the cells after its first have no digit, or are years above other figures. Three lines
/// or more whose cells are parted by tabs or bars, without bars at their ends, are a table too.
struct PipeTable {
  std::vector<std::vector<Span>> rows;  ///< Cells without white space at their ends; may be empty.
  bool header = false;                  ///< The first row is a header.
  std::size_t end = 0;  ///< The start of the first line behind the table; 0 when there is no table.

  /// Adds a block for each cell that is not empty.
  void add_to(Builder& builder, std::uint32_t number) const;
};

/// Reads the table that begins with the line at `start`, if one does.
PipeTable read_pipe_table(std::string_view source, std::size_t start);

}  // namespace figcheck::document
