// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "pattern/pattern.h"
#include "pattern/symbol.h"

namespace figcheck::pattern {

/// The patterns that are worth running over a sentence, and the tokens that each could match in.
///
/// A pattern is filed under the rarest class that it cannot do without, so that it costs nothing in
/// the sentences that lack it. Where the classes that it needs stand, together with its length,
/// bounds the tokens that it has to be searched for in: mostly a few out of a long sentence.
class Index {
 public:
  /// Files a pattern under a number of the caller's. The table must be complete.
  void add(const Pattern& pattern, std::uint32_t number, const SymbolTable& table);

  /// To be called once after the last add().
  void finish(const SymbolTable& table);

  /// A pattern that may match, and then within the tokens [from, to).
  struct Candidate {
    std::uint32_t number = 0;
    std::uint32_t from = 0;
    std::uint32_t to = 0;

    friend bool operator==(const Candidate&, const Candidate&) = default;
  };

  /// Finds the candidates of one sentence after the other, with buffers that are kept.
  class Finder {
   public:
    /// Returns the candidates in the ascending order of their numbers; valid until the next call.
    const std::vector<Candidate>& find(const Index& index, std::span<const Symbol> symbols);

   private:
    void note(const Index& index, std::span<const Symbol> symbols);
    void consider(const Index& index, std::uint32_t entry, std::size_t tokens);

    /// Of each need the tokens that meet it, one bit for each 2^shift_ tokens.
    std::vector<std::uint64_t> met_;
    unsigned shift_ = 0;
    std::vector<Candidate> candidates_;
  };

 private:
  /// What patterns need is numbered: a list of classes of which a sentence must have one.
  using Need = std::uint16_t;

  struct Entry {
    std::uint32_t number = 0;
    std::uint32_t longest = 0;
    std::uint32_t begin = 0;  ///< Its needs in entry_needs_, the rarest first.
    std::uint32_t end = 0;
    bool to_end = false;   ///< Asks for the end of the sentence.
    bool numbers = false;  ///< Needs a number.
  };

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
  /// An entry where it is filed, with its second rarest need: most entries end there.
  struct Filed {
    Need second = 0;
    std::uint32_t entry = 0;
  };
  std::vector<std::vector<Filed>> filed_;  ///< By need.
  std::vector<Need> with_entries_;         ///< The needs by which entries are filed.
  std::vector<std::uint32_t> always_;      ///< Entries that need nothing.
  std::vector<std::uint32_t> met_begin_;   ///< By symbol, in met_.
  std::vector<Need> met_;                  ///< The needs that each symbol meets.
  /// By symbol, what it means for the sentence that has it: bits of Trigger.
  std::vector<std::uint8_t> triggers_;
};

}  // namespace figcheck::pattern
