// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include <re2/re2.h>

#include "pipeline/knowledge.h"

namespace figcheck::bench {

/// The yardstick: one RE2 that finds every place where there could be something to do, as a checker
/// made of regular expressions would have to, but for all its work behind that.
class Re2Pass {
 public:
  /// Where a figure can begin. The alternation is made of the shipped vocabulary: numbers in digits
  /// and words, months, weekdays, and the words and signs of percentages, money, units and time.
  static Re2Pass numbers();
  /// Those, and the triggers of frames: of each frame the rarest word, or group of words, that it
  /// cannot do without. Words of grammar are none.
  static Re2Pass numbers_and_triggers(const pipeline::Knowledge& knowledge);

  /// Returns how many places there are in `text`.
  std::size_t count(std::string_view text) const;

  std::size_t words() const { return words_; }  ///< How many alternatives it has.

 private:
  explicit Re2Pass(const std::set<std::string>& words);

  std::size_t words_ = 0;
  std::unique_ptr<const re2::RE2> regex_;
};

}  // namespace figcheck::bench
