// SPDX-License-Identifier: Apache-2.0
// The nouns of a vocabulary: their stems and their classes.
#include <memory>

#include <libstemmer.h>

#include "base/text.h"
#include "extract/vocabulary.h"

namespace figcheck::extract {

std::string Vocabulary::stem(std::string_view word) const {
  // A stemmer is not safe to share between threads, and costly to make.
  thread_local std::unordered_map<std::string,
                                  std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)>>
      stemmers;
  auto found = stemmers.find(language_);
  if (found == stemmers.end()) {
    found =
        stemmers
            .emplace(language_, std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)>(
                                    sb_stemmer_new(language_.c_str(), "UTF_8"), sb_stemmer_delete))
            .first;
  }
  const std::string lower = lower_case(word);
  if (!found->second) return lower;
  const sb_symbol* stemmed =
      sb_stemmer_stem(found->second.get(), reinterpret_cast<const sb_symbol*>(lower.data()),
                      static_cast<int>(lower.size()));
  if (stemmed == nullptr) return lower;
  return std::string(reinterpret_cast<const char*>(stemmed),
                     static_cast<std::size_t>(sb_stemmer_length(found->second.get())));
}

const Vocabulary::Noun& Vocabulary::noun(std::string_view word) const {
  // Articles use the same words again and again, and stemming costs more than all else that is done
  // with most of them. The table is as large at the last article as at the first.
  struct Known {
    std::uint64_t vocabulary = 0;
    WordKey key;
    Noun noun;
  };
  constexpr std::size_t kKnown = 1024;
  thread_local std::vector<Known> known(kKnown + 1);
  const WordKey key = key_of(word);
  // The last place is for words that are too long for a key.
  Known& place = known[key.empty() ? kKnown : key.hash() % kKnown];
  if (!key.empty() && place.vocabulary == id_ && place.key == key) return place.noun;
  place.vocabulary = id_;
  place.key = key;
  place.noun.stem = stem(word);
  place.noun.noun_class = &noun_class(place.noun.stem);
  return place.noun;
}

const std::string& Vocabulary::noun_class(const std::string& stem) const {
  const auto found = noun_classes_.find(stem);
  return found == noun_classes_.end() ? empty_ : found->second;
}

bool Vocabulary::class_within(const std::string& part, const std::string& whole) const {
  std::string at = part;
  // The bound keeps a circle of classes from being walked for ever.
  for (int i = 0; i < 16; ++i) {
    if (at == whole) return true;
    const auto up = class_parents_.find(at);
    if (up == class_parents_.end()) return false;
    at = up->second;
  }
  return false;
}

}  // namespace figcheck::extract
