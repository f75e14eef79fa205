// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "pattern/symbol.h"

namespace figcheck::pattern {

struct Expression;
struct Options;

/// The tokens of a place of a pattern: those with any of the classes, or with none of them.
struct Place {
  std::vector<ClassId> classes;
  bool negated = false;
};

/// An alphabet of one pattern's own: symbols that the pattern cannot tell apart are one letter.
/// There are some ten letters where there are thousands of symbols, so that a sentence mostly
/// becomes a string of bytes, and the pattern a small automaton over bytes.
class Letters {
 public:
  using Letter = std::uint16_t;

  Letters(const Expression& tree, const Options& options, const SymbolTable& table);

  std::size_t count() const { return sizes_.size(); }
  /// A symbol that was made after the letters is a word that nobody asks for.
  Letter of(Symbol symbol) const {
    return symbol < letter_of_.size() ? letter_of_[symbol] : letter_of_[0];
  }
  /// The letters that stand at a place, in ascending order.
  std::vector<Letter> at(const Place& place, const SymbolTable& table) const;

  /// How many bytes a letter is written with: 1 for up to 256 letters, as Latin-1, else 2 or 3 of
  /// UTF-8.
  std::size_t width() const { return width_; }
  /// The code point of a letter.
  char32_t code_of(Letter letter) const { return base_ + letter; }
  /// Writes a sentence in these letters.
  void spell(std::span<const Symbol> symbols, std::string& out) const;

 private:
  /// Gives new letters to the symbols that have one of the classes, where others of their letter do
  /// not.
  void part(const std::vector<ClassId>& classes, const SymbolTable& table);
  void part_all(const Expression& tree, const SymbolTable& table);

  std::vector<Letter> letter_of_;
  std::vector<std::size_t> sizes_;  ///< How many symbols share each letter.
  std::vector<Symbol> symbols_;     ///< One of each letter.
  std::size_t width_ = 1;
  char32_t base_ = 0;
};

/// The words that may follow a slot: none of the classes of options.slot_tail_barriers.
Place tail_of(const Options& options, const SymbolTable& table);

}  // namespace figcheck::pattern
