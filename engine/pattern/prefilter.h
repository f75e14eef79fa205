// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "pattern/expression.h"
#include "pattern/symbol.h"

namespace figcheck::pattern {

struct Options;

/// Tells that a pattern does not occur in a sentence, at some nanoseconds a token, so that RE2 runs
/// only where it is likely to find something.
///
/// Glushkov's automaton with one bit for each place of the pattern that takes a token. It is a
/// little too wide, never too narrow: a bounded gap or repetition counts as an endless one.
class Prefilter {
 public:
  Prefilter(const Expression& tree, const Options& options, const SymbolTable& table);

  /// False only where the pattern has no occurrence at or after the token `from`.
  bool may_match(std::string_view symbols, std::size_t from) const;

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

  bool passes_all_ = false;  ///< For patterns of too many places.
  bool from_start_ = false;  ///< It begins with "^",
  bool to_end_ = false;      ///< or ends with "$".
  Part whole_;
  std::array<Places, kMostPlaces> follow_{};
  /// Symbols that fit the same places share a row.
  std::vector<std::uint8_t> row_of_;
  std::vector<Places> rows_;
};

}  // namespace figcheck::pattern
