// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "pattern/expression.h"
#include "pattern/letters.h"

namespace figcheck::pattern {

/// Tells that a pattern does not occur in a sentence, at some nanoseconds a token, so that RE2 runs
/// only where it is likely to find something.
///
/// Glushkov's automaton with one bit for each place of the pattern that takes a token. It is a
/// little too wide, never too narrow: a bounded gap or repetition counts as an endless one.
class Prefilter {
 public:
  /// `letters` must outlive the filter.
  Prefilter(const Expression& tree, const Options& options, const SymbolTable& table,
            const Letters& letters);

  /// False only where the pattern has no occurrence at or after the token `from`.
  bool may_match(std::span<const Symbol> symbols, std::size_t from) const;

 private:
  static constexpr std::size_t kMostPlaces = 64;
  using Places = std::uint64_t;

  /// A part of the pattern: where it can begin and end, and whether it can be left out.
  struct Part {
    Places first = 0;
    Places last = 0;
    bool optional = false;
  };

  struct Builder;

  const Letters& letters_;
  bool passes_all_ = false;  ///< For patterns of too many places.
  bool from_start_ = false;  ///< It begins with "^",
  bool to_end_ = false;      ///< or ends with "$".
  Part whole_;
  std::array<Places, kMostPlaces> follow_{};
  std::vector<Places> fits_;  ///< The places of each letter.
};

}  // namespace figcheck::pattern
