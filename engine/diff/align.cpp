// SPDX-License-Identifier: Apache-2.0
#include "diff/align.h"

#include <algorithm>

#include "diff/figures.h"
#include "diff/likeness.h"

namespace figcheck::diff {

std::vector<Counterpart> align(const Version& before, const Version& after) {
  const std::vector<std::vector<Words>> words = words_of(before, after);
  std::vector<Counterpart> found;
  for (const SentencePair& pair : pair_sentences(words[0], words[1])) {
    pair_figures(before, after, words[0][pair.before], words[1][pair.after], pair.likeness, found);
  }
  std::sort(found.begin(), found.end(),
            [](const Counterpart& a, const Counterpart& b) { return a.after < b.after; });
  return found;
}

}  // namespace figcheck::diff
