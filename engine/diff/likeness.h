// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "diff/align.h"

namespace figcheck::diff {

/// A sentence as it is compared: a number for each word and mark. All figures of one kind and unit
/// have the same number, so that an edited figure leaves its sentence as it was.
struct Words {
  std::vector<std::uint32_t> items;   ///< In the order of the text.
  std::vector<std::uint32_t> sorted;  ///< The same without marks, sorted.
  std::vector<std::int32_t> figures;  ///< For each item its figure, or -1.
  bool headline = false;
};

/// Numbers the words of both versions alike.
std::vector<std::vector<Words>> words_of(const Version& before, const Version& after);

/// How much of two sentences is common to both, in per cent: Dice's coefficient of their words.
int likeness(const Words& a, const Words& b);

/// A sentence of the old version and one of the new.
struct SentencePair {
  std::uint32_t before = 0;
  std::uint32_t after = 0;
  int likeness = 0;
};

/// Pairs sentences: those in the same order first, so that as much as possible is common to both,
/// then those that moved and are much alike. Each sentence is in one pair at most; headlines go
/// with headlines. In the order of the new version.
std::vector<SentencePair> pair_sentences(const std::vector<Words>& before,
                                         const std::vector<Words>& after);

}  // namespace figcheck::diff
