// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "figcheck/span.h"

namespace figcheck::document {

/// The words that end in a full stop without ending a sentence. They come from the vocabulary;
/// initials
/// ("J.") and letters with a stop after each ("U.S.", "p.m.") need not be among them.
struct Abbreviations {
  /// Lower case with their stop: "mr.", "sept.", "inc.".
  std::unordered_set<std::string> always;
  /// Only when a digit follows: "no.", "art.", "p.".
  std::unordered_set<std::string> before_figure;
  /// Words that begin a sentence when they stand with a capital after an abbreviation, initials or
  /// an ellipsis: lower case, such as "the", "he".
  std::unordered_set<std::string> openers;
};

/// Returns the spans, in `text`, of the sentences of one block, in order; white space between them
/// belongs to none. Closing quotation marks and brackets stay with the sentence before them.
///
///     He left at 9 p.m. The guns fell silent.        two: "the" is an opener
///     He left at 9 p.m. Tuesday.                     one
///     “It is over.” The ministry agreed.             two
///     “Why?” he asked.                               one: a small letter goes on
///     It cost 13.00 on Sept. 2, said J. R. Smith.    one
///     Order No. 10 ...                               one
std::vector<Span> split_sentences(std::string_view text, const Span& block,
                                  const Abbreviations& abbreviations);

}  // namespace figcheck::document
