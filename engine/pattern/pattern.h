// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "figcheck/result.h"
#include "pattern/symbol.h"
#include "yaml/node.h"

// Patterns: short expressions over words and slots, compiled to one RE2 each.
//
//     pattern  = alt
//     alt      = seq {"|" seq}
//     seq      = {item}
//     item     = atom ["?" | "*" | "+"]      * and + match at most 8 times
//     atom     = word                        the word itself, whatever its capitals
//              | "@" group [":" name]        any word of a vocabulary group; its value is handed on
//              as name | "{" name [":" class {"|" class}] "}"   a slot: a token or figure of one of
//              the classes | "{" name "!" "}"            a slot that no words of its noun phrase
//              may follow | "{" name "+" "}"            a slot for two figures or more, parted by
//              list separators | "<" class {"|" class} ">"   the same without a name | "_" any one
//              word that is not a figure | "..." [digits]              a gap of words without
//              figures, up to 8 or as many as said | "(" alt ")" | "^" | "$"                   the
//              beginning and the end of the sentence | "//"                        the break
//              between a sentence and the next one of its paragraph | "\" character               a
//              mark that has a meaning here, such as \( or \?
//
// What a slot's name means, and which classes it has when it names none, is up to the caller.
namespace figcheck::pattern {

struct Expression;  // The parsed tree.

/// The class of what stands between two sentences, for patterns that reach from one into the next.
inline constexpr const char* kSentenceBreak = "sentence-break";

/// What the engine around a pattern decides.
struct Options {
  /// Returns the classes of a slot that names none ("whole" of a claim), or an empty list when
  /// there is no such slot.
  std::function<std::vector<std::string>(std::string_view slot)> slot_classes;
  /// Returns the names of all slots, for suggestions.
  std::vector<std::string> slot_names;
  /// Returns the classes that a gap and "_" never cross.
  std::vector<std::string> barriers;
  /// Words that may follow a slot's figure and belong to it, at most `slot_tail` of them, lazily.
  int slot_tail = 0;
  std::vector<std::string> slot_tail_barriers;
  /// The classes of what stands between the figures of a "{parts+}" slot: commas, "and".
  std::vector<std::string> list_separators;
};

/// A named part of a match.
struct Capture {
  std::string name;
  bool is_group = false;  ///< "@rise:direction", not a slot.
  std::vector<ClassId>
      classes;  ///< What it asks for: a word's value under this name is its value there.
};

/// One occurrence: the tokens [begin, end), and for each capture the tokens it took; a capture that
/// took part in nothing has begin == end == npos.
struct Match {
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<std::pair<std::size_t, std::size_t>> captures;
};

/// A pattern ready to run. Compiled to RE2 when first needed; safe to share between threads.
class Pattern {
 public:
  /// Reads a pattern, and adds the words and groups that it names to `table` as classes. `node` is
  /// the scalar that holds it. Every fault that can be told apart is added to `diagnostics`: P001
  /// (not a pattern), P002 (no such slot), P003 (no such class or group), P004 (can match nothing
  /// at all). Returns nullptr when there was one.
  static std::shared_ptr<Pattern> parse(const yaml::Node& node, const Options& options,
                                        SymbolTable& table, Diagnostics& diagnostics);

  /// Reads the pattern in `text`, which stands `into` bytes inside the scalar `node`.
  static std::shared_ptr<Pattern> parse(std::string_view text, const yaml::Node& node,
                                        std::size_t into, const Options& options,
                                        SymbolTable& table, Diagnostics& diagnostics);

  ~Pattern();

  const std::string& text() const { return text_; }
  const std::vector<Capture>& captures() const { return captures_; }

  /// Each of these lists must have a class that the sentence has, or the pattern cannot match;
  /// nullopt when it never can, since the table is complete and has no symbol that it asks for.
  std::optional<std::vector<std::vector<ClassId>>> required(const SymbolTable& table) const;

  /// Finds the next occurrence at or after the token `from`; false when there is none.
  bool find(std::span<const Symbol> symbols, std::size_t from, const SymbolTable& table,
            Match& match) const;

  /// The regular expression over the pattern's own letters (see letters.h), for tests.
  std::string regex(const SymbolTable& table) const;

 private:
  Pattern();
  friend struct Parser;
  struct Compiled;
  const Compiled& compiled(const SymbolTable& table) const;

  std::string text_;
  std::unique_ptr<Expression> tree_;
  std::vector<Capture> captures_;
  Options options_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<Compiled> compiled_;
  mutable std::atomic<const Compiled*> ready_ = nullptr;
};

/// The patterns that are worth running over a sentence: each is filed under the rarest thing that
/// it cannot do without, so that a pattern costs nothing in the sentences that lack it.
class Index {
 public:
  /// Files a pattern under a number of the caller's.
  void add(const Pattern& pattern, std::uint32_t number, const SymbolTable& table);

  /// Sorts; to be called once after the last add().
  void finish(std::size_t class_count);

  /// Which classes a sentence has, as a reusable scratch set.
  class Present {
   public:
    void reset(std::size_t class_count) {
      bits_.assign((class_count + 63) / 64, 0);
      seen_.clear();
    }
    void add(const SymbolTable& table, Symbol symbol) {
      if (seen_.size() <= symbol >> 6U) seen_.resize((table.symbol_count() + 63) / 64);
      const std::uint64_t bit = std::uint64_t{1} << (symbol & 63U);
      if ((seen_[symbol >> 6U] & bit) != 0) return;
      seen_[symbol >> 6U] |= bit;
      if (!table.complete()) {
        for (const ClassId id : table.classes(symbol))
          bits_[id >> 6U] |= std::uint64_t{1} << (id & 63U);
        return;
      }
      const std::uint64_t* classes = table.class_bits(symbol);
      for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] |= classes[i];
    }
    bool has(ClassId id) const { return (bits_[id >> 6U] >> (id & 63U)) & 1U; }
    const std::vector<std::uint64_t>& bits() const { return bits_; }

   private:
    std::vector<std::uint64_t> bits_;
    std::vector<std::uint64_t> seen_;  ///< Of the symbols.
  };

  /// Appends the numbers of the patterns that can match, in ascending order.
  void candidates(const Present& present, std::vector<std::uint32_t>& numbers) const;

 private:
  struct Entry {
    std::uint32_t number = 0;
    std::uint32_t begin = 0;  ///< Its needs in needs_: for each list its size and then its classes.
    std::uint32_t end = 0;
  };
  bool meets(const Entry& entry, const Present& present) const;

  std::vector<Entry> entries_;
  std::vector<ClassId> needs_;
  std::vector<std::vector<std::uint32_t>> by_class_;
  std::vector<std::uint64_t> filed_;  ///< The classes that have entries, as bits.
  std::vector<std::uint32_t> always_;
};

}  // namespace figcheck::pattern
