// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

#include <re2/re2.h>

namespace figcheck::bench {

/// The yardstick: one RE2 that finds every place where a figure can begin, as a checker made of
/// regular expressions would have to, but for all its work behind that.
class Re2Pass {
 public:
  /// Builds the alternation out of the shipped vocabulary: numbers in digits and words, months,
  /// weekdays, and the words and signs of percentages, money, units and time.
  Re2Pass();

  /// Returns how many places there are in `text`.
  std::size_t count(std::string_view text) const;

  std::size_t words() const { return words_; }  ///< How many alternatives it has.

 private:
  explicit Re2Pass(const std::set<std::string>& words);

  std::size_t words_ = 0;
  re2::RE2 regex_;
};

}  // namespace figcheck::bench
