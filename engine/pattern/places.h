// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <unordered_map>
#include <vector>

#include "pattern/letters.h"
#include "pattern/symbol.h"

namespace figcheck::pattern {

/// The places of many patterns, each a set of the symbols that may stand there. Places that take
/// the same symbols are one.
class Places {
 public:
  using Id = std::uint32_t;

  /// Returns the number of a place. The table must be complete.
  Id add(const Place& place, const SymbolTable& table);

  std::size_t count() const { return words_ == 0 ? 0 : bits_.size() / words_; }

  /// The symbols of one place.
  struct View {
    const std::uint64_t* bits = nullptr;
    std::size_t symbols = 0;

    /// Whether a symbol may stand there. One that was made after the places is a word that nobody
    /// asks for.
    bool takes(Symbol symbol) const {
      const std::size_t at = symbol < symbols ? symbol : 0;
      return ((bits[at / 64] >> (at % 64)) & 1U) != 0;
    }
  };
  View view(Id id) const { return {&bits_[id * words_], symbols_}; }

 private:
  std::size_t symbols_ = 0;
  std::size_t words_ = 0;            ///< Of 64 symbols, for each place.
  std::vector<std::uint64_t> bits_;  ///< By place and symbol.
  std::map<std::pair<bool, std::vector<ClassId>>, Id> known_;
  std::unordered_multimap<std::uint64_t, Id> by_hash_;
};

}  // namespace figcheck::pattern
