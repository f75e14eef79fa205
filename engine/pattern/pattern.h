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
//              list separators, with more words between them for "++" | "<" class {"|" class} ">"
//              the same without a name | "_" any one word that is not a figure | "..." [digits] a
//              gap of words without figures, up to 8 or as many as said | "(" alt ")" | "^" | "$"
//              the beginning and the end of the sentence | "//"                        the break
//              between a sentence and the next one of its paragraph | "...."  anything in the
//              sentence, figures too | "///"   anything up to the end of a sentence and anything
//              behind it | "##"   the same for the end of the headline | "\" character   a mark
//              that has a meaning here, such as \( or \?
//
// What a slot's name means, and which classes it has when it names none, is up to the caller.
namespace figcheck::pattern {

struct Expression;  // The parsed tree.
class Outlines;
class Places;

/// The class of what stands between two sentences, for patterns that reach from one into the next.
inline constexpr const char* kSentenceBreak = "sentence-break";
/// The class of what stands between a headline and a sentence below it.
inline constexpr const char* kHeadlineBreak = "headline-break";

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
  /// What the words between the figures of a wide "{parts++}" slot cannot be, beside its own kinds.
  std::vector<std::string> list_barriers;
  /// Returns the most words of a vocabulary entry that begins with this word, and whether several
  /// words are one entry, which is one token of a sentence. Left out, no words are.
  std::function<std::size_t(std::string_view word)> longest_entry;
  std::function<bool(std::string_view words)> is_entry;
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
  std::string letters;  ///< What the search wrote the sentence in; kept for its memory.
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

  /// The most tokens that a match can have.
  std::size_t longest() const { return longest_; }
  /// Whether the end of the sentence is asked for, so that the pattern has to be searched for up to
  /// there.
  bool asks_for_end() const { return asks_for_end_; }

  /// Finds the next occurrence at or after the token `from`; false when there is none.
  bool find(std::span<const Symbol> symbols, std::size_t from, const SymbolTable& table,
            Match& match) const;

  /// Reads the occurrence that begins at the token `begin`; false when there is none.
  bool match_at(std::span<const Symbol> symbols, std::size_t begin, const SymbolTable& table,
                Match& match) const;

  /// Adds the pattern's outline to others and returns where it begins there.
  std::uint32_t add_outline(Outlines& outlines, const SymbolTable& table, Places& places) const;

  /// Whether a token of this class may be part of a match; for tests.
  bool names(ClassId id) const;

  /// The regular expression over the pattern's own letters (see letters.h), for tests.
  std::string regex(const SymbolTable& table) const;

 private:
  Pattern();
  friend struct Parser;
  struct Compiled;
  const Compiled& compiled(const SymbolTable& table) const;
  bool run(const Compiled& compiled, std::span<const Symbol> symbols, std::size_t from,
           bool anchored, const SymbolTable& table, Match& match) const;

  std::string text_;
  std::unique_ptr<Expression> tree_;
  std::vector<Capture> captures_;
  Options options_;
  std::size_t longest_ = 0;
  bool asks_for_begin_ = false;
  bool asks_for_end_ = false;
  mutable std::once_flag once_;
  mutable std::unique_ptr<Compiled> compiled_;
  mutable std::atomic<const Compiled*> ready_ = nullptr;
};

}  // namespace figcheck::pattern
