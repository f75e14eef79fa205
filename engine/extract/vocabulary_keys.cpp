// SPDX-License-Identifier: Apache-2.0
#include "extract/vocabulary.h"

namespace figcheck::extract {

const yaml::KeyDocs& vocabulary_keys() {
  static const yaml::KeyDocs kKeys = {
      {"vocabulary", "text", true, "the language: en"},
      {"capital", "map", false, "words of a group that need a capital letter"},
      {"groups", "map", false, "words that patterns name as @group, as a list or by value"},
      {"numbers", "map", false, "words for numbers"},
      {"units", "list", false, "units of measure"},
      {"currencies", "list", false, "currencies by their ISO 4217 code"},
      {"nouns", "map", false, "classes of what is counted"},
      {"sentences", "map", false, "abbreviations that end no sentence"},
      {"phrases", "list", false, "patterns that make figures"},
      {"hedges", "map", false, "patterns around a figure, by what they do to it"},
      {"identifiers", "list", false, "patterns of numbers that are names"},
      {"places", "list", false, "places and demonyms with their zones"},
      {"zones", "list", false, "names of time zones"}};
  return kKeys;
}

}  // namespace figcheck::extract
