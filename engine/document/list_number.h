// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace figcheck::document {

/// Numbers the lists of a document from 1. A list inside another has a number of its own.
class ListNumbers {
 public:
  struct Place {
    std::uint32_t list = 0;
    std::uint32_t depth = 0;
  };

  /// Begins a list inside the open one, or outside of any.
  void enter() { open_.push_back({++last_, 0}); }
  /// Ends the innermost list.
  void leave() {
    if (!open_.empty()) open_.pop_back();
  }
  /// Ends all lists.
  void clear() { open_.clear(); }

  /// Returns the innermost list, or zeros outside of any.
  Place place() const {
    return open_.empty() ? Place{}
                         : Place{open_.back().number, static_cast<std::uint32_t>(open_.size())};
  }

  /// Returns the list of an item that stands at a column: deeper than the last one begins a list
  /// inside, and less deep ends lists.
  Place item_at(std::size_t column) {
    while (!open_.empty() && open_.back().column > column) leave();
    // One column is a slip of the hand.
    if (open_.empty() || column > open_.back().column + 1) {
      enter();
      open_.back().column = column;
    }
    return place();
  }

 private:
  struct Open {
    std::uint32_t number = 0;
    std::size_t column = 0;
  };
  std::vector<Open> open_;
  std::uint32_t last_ = 0;
};

}  // namespace figcheck::document
