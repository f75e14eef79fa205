// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/extract.h"
#include "figcheck/document.h"
#include "figcheck/figure.h"

// What became of each figure when an article was edited: sentences are aligned first, then the
// figures inside those that belong together.
namespace figcheck::diff {

/// One version of an article: its sentences, and the figures that they count from 0.
struct Version {
  const Document& document;
  const std::vector<extract::TypedSentence>& sentences;
  std::span<const Figure> figures;
};

/// A figure of the old version and the one that stands in its place in the new one.
struct Counterpart {
  std::uint32_t before = 0;
  std::uint32_t after = 0;
};

/// Pairs the figures of two versions, in the order of the new one. What has no place in the other
/// version is left out. Figures of one pair have one kind and one unit.
std::vector<Counterpart> align(const Version& before, const Version& after);

}  // namespace figcheck::diff
