// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "pattern/outline.h"
#include "pattern/pattern.h"
#include "pattern/places.h"
#include "pattern/symbol.h"

namespace figcheck::pattern {

/// The patterns that are worth running over a sentence, and the tokens that each could match in.
///
/// A pattern is filed under the rarest class that it cannot do without, so that it costs nothing in
/// the sentences that lack it. Where the classes that it needs stand, together with its length,
/// bounds the tokens that it has to be searched for in: mostly a few out of a long sentence. Over
/// those runs its outline, which tells exactly whether it occurs, so that RE2 is only asked what a
/// match is made of.
class Index {
 public:
  /// Files a pattern under a number of the caller's. The table must be complete.
  void add(const Pattern& pattern, std::uint32_t number, const SymbolTable& table);

  /// To be called once after the last add().
  void finish(const SymbolTable& table);

  /// The classes that patterns are filed under, as lists of which a sentence must have one.
  std::vector<std::vector<ClassId>> triggers() const;

  /// A pattern that matches within the tokens [from, to); it may only match where more tokens than
  /// an outline has positions are to be searched.
  struct Candidate {
    std::uint32_t number = 0;
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    /// Bit i: a match begins at from + i. Zero where that is not known, for long searches.
    std::uint64_t starts = 0;

    /// Finds the next occurrence of the candidate's pattern that begins at or after the token
    /// `begin`. `symbols` is the whole sentence.
    bool find(const Pattern& pattern, std::span<const Symbol> symbols, std::size_t begin,
              const SymbolTable& table, Match& match) const;
  };

 private:
  /// What patterns need is numbered: a list of classes of which a sentence must have one.
  using Need = std::uint16_t;

  struct Entry {
    std::uint32_t number = 0;
    std::uint32_t longest = 0;
    std::uint32_t begin = 0;  ///< Its needs in entry_needs_, the rarest first.
    std::uint32_t end = 0;
    std::uint32_t outline = 0;
    bool to_end = false;   ///< Asks for the end of the sentence.
    bool numbers = false;  ///< Needs a number.
  };

 public:
  /// Finds the candidates of one sentence after the other, with buffers that are kept.
  class Finder {
   public:
    /// Returns the candidates in the ascending order of their numbers; valid until the next call.
    /// A match counts that begins before the token `before`.
    const std::vector<Candidate>& find(const Index& index, std::span<const Symbol> symbols,
                                       std::size_t before = Match::npos);

   private:
    template <class Bits>
    struct Window;

    void note(const Index& index);
    void consider(const Index& index, std::uint32_t entry);
    bool begins(const Index& index, const Entry& entry, Candidate& candidate);
    /// The tokens of the sentence that a place takes, one bit for each.
    const std::uint64_t* mask(const Index& index, Places::Id place);

    std::span<const Symbol> symbols_;
    std::size_t before_ = Match::npos;
    /// Of each need the tokens that meet it, one bit for each 2^shift_ tokens.
    std::vector<std::uint64_t> met_;
    std::vector<Need> met_list_;  ///< Those that any token meets.
    unsigned shift_ = 0;
    std::vector<Candidate> candidates_;
    /// Of each place that was asked for in this sentence its tokens: mask_words_ words for each.
    std::vector<std::uint64_t> masks_;
    std::size_t mask_words_ = 0;
    std::vector<std::uint32_t> mask_of_;  ///< The sentence that the masks of a place are of.
    std::uint32_t sentence_ = 0;
  };

 private:
  enum Trigger : std::uint8_t {
    kEntries = 1,           ///< Entries are filed there that need no number,
    kEntriesOfNumbers = 2,  ///< or such that need a number too.
    kNumber = 4,            ///< It is a number.
  };

  Need need_of(const std::vector<ClassId>& classes);
  bool triggered(std::span<const Symbol> symbols) const;

  std::vector<Entry> entries_;
  std::vector<Need> entry_needs_;
  std::map<std::vector<ClassId>, Need> needs_;
  /// An entry where it is filed, with its next rarest needs: most entries end there.
  struct Filed {
    Need second = 0;
    Need third = 0;
    std::uint32_t entry = 0;
  };
  std::vector<std::vector<Filed>> filed_;  ///< By need.
  Places places_;
  Outlines outlines_;
  std::vector<std::int32_t> need_of_place_;  ///< The need that asks for the same, or -1.
  std::vector<std::uint32_t> always_;        ///< Entries that need nothing.
  std::vector<std::uint32_t> met_begin_;     ///< By symbol, in met_.
  std::vector<Need> met_;                    ///< The needs that each symbol meets.
  /// By symbol, what it means for the sentence that has it: bits of Trigger.
  std::vector<std::uint8_t> triggers_;
};

}  // namespace figcheck::pattern
