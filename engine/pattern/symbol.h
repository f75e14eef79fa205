// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

// Symbols: what a sentence is made of when patterns run over it.
//
// A class is a property of a word or figure that a pattern can ask for: "is the word `of`", "is a
// month", "is a whole number up to 31", "is a percentage". A token has several classes at once
// ("second" is an ordinal and a unit of time), so it becomes one symbol that stands for exactly its
// set of classes. A sentence is then a row of symbols, and asking for a class is a character class
// of all symbols that have it. Each pattern writes that row in letters of its own (letters.h) for
// RE2.
namespace figcheck::pattern {

using ClassId = std::uint16_t;
using Symbol = std::uint16_t;

inline constexpr std::size_t kMaxSymbols = 0xC000;

/// How common classes are, to be compared: most sentences have no number, hardly any has no word of
/// grammar, and typed sentences are those with figures.
inline constexpr std::uint16_t kOfManyNumbers = 300;
inline constexpr std::uint16_t kOfGrammar = 500;
inline constexpr std::uint16_t kOfFigures = 600;
inline constexpr std::uint16_t kOfAll = 900;

/// Names classes and numbers symbols. Filled while vocabularies and patterns are loaded, and only
/// read from then on, by any number of threads.
class SymbolTable {
 public:
  SymbolTable();

  /// Returns the class of this name, making it when it is new.
  ClassId add_class(std::string_view name);
  std::optional<ClassId> find_class(std::string_view name) const;
  const std::string& class_name(ClassId id) const { return class_names_[id]; }
  std::size_t class_count() const { return class_names_.size(); }

  /// Says that many sentences have this class (a kind of figure, a shape of number), so that it
  /// tells little about which patterns can match.
  void mark_common(ClassId id, std::uint16_t weight = kOfManyNumbers);
  /// The weight that it was marked with, or 0.
  std::uint16_t common_weight(ClassId id) const {
    return id < common_.size() ? common_[id] : std::uint16_t{0};
  }

  /// Returns the symbol for a set of classes, making it when it is new. The order and repetition of
  /// `classes` do not matter.
  Symbol add_symbol(std::vector<ClassId> classes);
  /// Returns the symbol for a set of classes in ascending order, when there is one.
  std::optional<Symbol> find_symbol(const std::vector<ClassId>& classes) const;
  /// Returns the symbol for a set of the first 64 classes, each the bit of its id, when there is
  /// one. Quick once the table is complete.
  std::optional<Symbol> find_low_symbol(std::uint64_t classes) const;
  /// The classes of a symbol, in ascending order.
  const std::vector<ClassId>& classes(Symbol symbol) const { return classes_of_[symbol]; }
  std::size_t symbol_count() const { return classes_of_.size(); }
  /// The symbols that have a class, in ascending order.
  std::vector<Symbol> symbols_with(ClassId id) const;
  bool has_symbols(ClassId id) const;
  /// Makes symbols_with() quick; to be called when the last symbol has been
  /// made.
  void index_symbols();
  /// Whether that was done, and no symbol was made since.
  bool complete() const { return indexed_ == classes_of_.size(); }

  /// The class names of literal words are "=of".
  static std::string word_class(std::string_view word) { return "=" + std::string(word); }

 private:
  std::vector<std::string> class_names_;
  /// Lets names be looked up by a view.
  struct NameHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const {
      return std::hash<std::string_view>()(name);
    }
  };
  std::unordered_map<std::string, ClassId, NameHash, std::equal_to<>> class_ids_;
  std::vector<std::uint16_t> common_;
  std::vector<std::vector<ClassId>> classes_of_;
  struct ClassesHash {
    std::size_t operator()(const std::vector<ClassId>& classes) const {
      std::size_t hash = classes.size();
      for (const ClassId id : classes) hash = (hash ^ id) * 0x9E3779B97F4A7C15U;
      return hash ^ (hash >> 32U);
    }
  };
  std::unordered_map<std::vector<ClassId>, Symbol, ClassesHash> symbols_;
  std::vector<std::vector<Symbol>> with_class_;  ///< By class, of the first `indexed_` symbols.
  std::unordered_map<std::uint64_t, Symbol> low_symbols_;  ///< Those of the first 64 classes.
  std::size_t indexed_ = 0;
};

}  // namespace figcheck::pattern
