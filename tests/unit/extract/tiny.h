// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <doctest/doctest.h>

#include "extract/phrase.h"
#include "extract/vocabulary.h"
#include "yaml/node.h"

namespace figcheck::extract {

/// A vocabulary of a few words, enough to put numbers together and to read some phrases.
struct Tiny {
  Vocabulary vocabulary;
  Phrasebook phrasebook;
  Diagnostics diagnostics;

  explicit Tiny(const char* phrases = "") {
    const std::string text = std::string(kWords) + phrases;
    const auto tree = yaml::Tree::parse(text, "tiny.yaml");
    REQUIRE(tree.ok());
    const yaml::Trees trees = {*tree};
    vocabulary.load(trees, diagnostics);
    phrasebook.load(trees, vocabulary, diagnostics);
    vocabulary.freeze();
    phrasebook.finish(vocabulary);
  }

  static constexpr const char* kWords = R"(
vocabulary: en
capital:
  month-name: [may]
numbers:
  small: {one: 1, two: 2, three: 3, five: 5, eleven: 11, twelve: 12}
  tens: {twenty: 20, forty: 40, sixty: 60}
  hundred: {hundred: 100}
  scales: {thousand: 3, million: 6, billion: 9}
  abbreviations: {m: 6}
  collectives: {dozen: 12}
  vague: {dozens: [24, 120], thousands: [2000, 20000], billions: [2000000000, 20000000000], tens: [20, 100],
    several: [3, 10]}
  ordinals: {second: 2, third: 3, hundredth: 100}
groups:
  article: [a, an]
  number-joiner: [and]
  half-word: {"0.5": [half]}
  mixed-part: {"0.5": [half], "0.25": [quarter, quarters]}
  decimal-point: [point]
  number-of: [of]
  minus: [minus]
  ordinal-suffix: {any: [th], "1 21 31": [st]}
  range-word: [to, or]
  range-blocker: [from]
  range-opener: [between]
  percent-word: ["%"]
  dimension-word: [deep]
  month-name: {"5": [May], "6": [June]}
units:
  - {unit: km, udunits: km, words: [km], written: km}
  - {unit: m, udunits: m, words: [metre, metres], signs: [m], written: metres}
)";
};

}  // namespace figcheck::extract
