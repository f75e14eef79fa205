// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "diff/align.h"
#include "diff/likeness.h"

namespace figcheck::diff {

/// Pairs the figures of two sentences by their places among the words, and adds the pairs to
/// `found`. Where the sentences have less than half in common, a figure needs an equal one, or to
/// be alone with its kind and unit on both sides.
void pair_figures(const Version& before, const Version& after, const Words& old_words,
                  const Words& new_words, int likeness, std::vector<Counterpart>& found);

}  // namespace figcheck::diff
