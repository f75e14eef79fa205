// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "figcheck/document.h"

namespace figcheck::report {

/// The lines of an article's bytes. Refers to them, so they must outlive it.
///
/// Articles may be one line of many megabytes with thousands of findings; positions that are asked
/// for in the order of the text are therefore counted on from the last one.
class Lines {
 public:
  explicit Lines(std::string_view source);

  /// Returns the number of the line that holds a byte, from 1. A place past the end is in the last.
  std::size_t number_of(std::size_t offset) const;

  /// Returns where a line begins, and its text without the line's end. `number` counts from 1.
  std::size_t start_of(std::size_t number) const { return starts_[number - 1]; }
  std::string_view text_of(std::size_t number) const;

  /// Returns the same as position_of().
  Position position(std::size_t offset);

 private:
  std::string_view source_;
  std::vector<std::size_t> starts_;
  std::size_t last_offset_ = 0;
  Position last_;
};

}  // namespace figcheck::report
