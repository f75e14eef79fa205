// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "extract/number.h"
#include "extract/vocabulary.h"
#include "figcheck/figure.h"
#include "pattern/index.h"
#include "pattern/pattern.h"

// Phrases: how a language writes a figure of each kind. A phrase is data: a kind, patterns over the
// items of a sentence, and what the pattern itself says ("noon" is hour 12).
namespace figcheck::extract {

struct Phrase {
  FigureKind kind = FigureKind::count;
  bool identifier = false;  ///< Only looks like a figure: kept out.
  std::vector<std::shared_ptr<pattern::Pattern>> patterns;
  std::map<std::string, std::string> with;  ///< What the phrase says beside its slots.
};

/// A change that words around a figure make to what it allows.
struct HedgePhrase {
  Hedge hedge = Hedge::none;
  bool negates = false;
  std::shared_ptr<pattern::Pattern> pattern;  ///< Has one slot, {figure}.
};

/// All phrases of a language, with the index that finds those worth trying.
class Phrasebook {
 public:
  /// Reads the sections "phrases", "identifiers" and "hedges" of the vocabulary files. To be called
  /// after Vocabulary::load() and before Vocabulary::freeze().
  void load(const yaml::Trees& trees, Vocabulary& vocabulary, Diagnostics& diagnostics);
  /// Builds the indexes; after Vocabulary::freeze().
  void finish(const Vocabulary& vocabulary);

  struct Entry {
    const Phrase* phrase;
    const pattern::Pattern* pattern;
  };

  const std::vector<Entry>& entries() const { return entries_; }
  const pattern::Index& index() const { return index_; }
  const std::vector<HedgePhrase>& hedges() const { return hedges_; }
  const pattern::Index& hedge_index() const { return hedge_index_; }

 private:
  void load_phrases(const yaml::Node& list, bool identifiers, Vocabulary& vocabulary,
                    Diagnostics& diagnostics);

  std::vector<std::unique_ptr<Phrase>> phrases_;
  std::vector<Entry> entries_;
  std::vector<HedgePhrase> hedges_;
  pattern::Index index_;
  pattern::Index hedge_index_;
};

}  // namespace figcheck::extract
