// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "extract/build.h"
#include "extract/phrase.h"
#include "extract/vocabulary.h"
#include "figcheck/document.h"
#include "figcheck/figure.h"

// Extraction: from a document to its figures and its typed sentences. The entry point is
// Extractor::run().
namespace figcheck::extract {

/// A sentence rewritten with one symbol for each of its figures and words.
struct TypedSentence {
  Span span;  ///< In Document::text.
  std::uint32_t block = 0;
  std::uint32_t number = 0;  ///< Among all sentences of the document.
  BlockKind kind = BlockKind::paragraph;
  std::vector<Item> items;               ///< A figure is one item, whose `figure` is its index.
  std::vector<pattern::Symbol> symbols;  ///< One symbol for each item.
};

/// What extraction finds in one article. Sentences without a figure are left out, but for their
/// count; a headline stays, and so does a sentence with a word of the group "anchor".
struct Extraction {
  std::vector<Figure> figures;  ///< In the order of the text.
  std::vector<TypedSentence> sentences;
  std::uint32_t sentence_count = 0;
};

/// Reads figures with one vocabulary. Immutable once made, and safe to share between threads.
class Extractor {
 public:
  /// `vocabulary` and `phrasebook` must be frozen and finished, and outlive the extractor.
  Extractor(const Vocabulary& vocabulary, const Phrasebook& phrasebook);

  Extraction run(const Document& document, const Clock& clock) const;

 private:
  class Sentence;
  const Vocabulary& vocabulary_;
  const Phrasebook& phrasebook_;
  pattern::Symbol kind_symbols_[32] = {};
  std::optional<pattern::ClassId> anchor_;  ///< The group of words that keep a sentence.
};

/// Returns the symbol of a figure of a kind.
std::vector<pattern::ClassId> figure_classes(FigureKind kind, const pattern::SymbolTable& table);

/// Finds what the figures of a sentence count and who says so. Works on typed sentences, by the
/// vocabulary's groups of function words, verbs and nouns.
void find_subjects(std::string_view text, const Vocabulary& vocabulary,
                   const TypedSentence& sentence, std::vector<Figure>& figures);
void find_mentions(std::string_view text, const Vocabulary& vocabulary,
                   const TypedSentence& sentence, std::vector<Figure>& figures);
void find_attribution(std::string_view text, const Vocabulary& vocabulary,
                      const TypedSentence& sentence, std::vector<Figure>& figures);

}  // namespace figcheck::extract
