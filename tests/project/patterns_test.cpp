// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <re2/re2.h>

#include "project/pattern_words.h"
#include "project/shipped.h"

namespace figcheck::project {
namespace {

/// Every pattern of the shipped words and claims.
std::vector<const pattern::Pattern*> patterns() {
  std::vector<const pattern::Pattern*> all;
  for (const auto& entry : shipped().phrasebook.entries()) all.push_back(entry.pattern);
  for (const auto& hedge : shipped().phrasebook.hedges()) all.push_back(hedge.pattern.get());
  for (const auto& frame : shipped().claims.frames()) all.push_back(frame.pattern.get());
  return all;
}

TEST_CASE("the neighbours of a pattern are its literal words that may touch") {
  struct Row {
    const char* pattern;
    const char* neighbours;
    const char* groups;
  };
  const Row rows[] = {
      {"compared (to|with) {old}", "compared-to compared-with", ""},
      {"a b c", "a-b b-c", ""},
      {"a b? c", "a-b a-c b-c", ""},
      {"a {x} b", "", ""},
      {"a ...4 b", "a-b", ""},
      {"(a|b c) d e", "a-d b-c c-d d-e", ""},
      {"\\( {n:whole|decimal} \\)", "", "decimal whole"},
      {"@rise:direction by <mark|word>", "", "mark rise word"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.pattern);
    const PatternWords words = words_of_pattern(row.pattern);
    std::string neighbours;
    for (const auto& [left, right] : words.neighbours) {
      neighbours += (neighbours.empty() ? "" : " ") + left + "-" + right;
    }
    std::string groups;
    for (const auto& group : words.groups) groups += (groups.empty() ? "" : " ") + group;
    CHECK(neighbours == row.neighbours);
    CHECK(groups == row.groups);
  }
}

TEST_CASE("every pattern compiles") {
  // Only what engine/pattern hands to RE2 is looked at here, with complaints to the screen turned
  // off.
  using Regex = re2::RE2;
  Regex::Options quiet(Regex::Quiet);
  quiet.set_max_mem(16 << 20);
  CHECK(patterns().size() > 400);
  for (const pattern::Pattern* pattern : patterns()) {
    CAPTURE(pattern->text());
    const Regex compiled(pattern->regex(shipped().vocabulary.table()), quiet);
    CHECK_MESSAGE(compiled.ok(), compiled.error());
  }
}

TEST_CASE("no pattern can match without something of its own") {
  for (const pattern::Pattern* pattern : patterns()) {
    CAPTURE(pattern->text());
    const auto required = pattern->required(shipped().vocabulary.table());
    CHECK_MESSAGE(required.has_value(), "no sentence can have what it asks for");
    if (required) CHECK(!required->empty());
    pattern::Match match;
    CHECK(!pattern->find({}, 0, shipped().vocabulary.table(), match));
  }
}

TEST_CASE("words of a pattern that are one entry of the vocabulary are read both ways") {
  // "Of which" in a group is one token of a sentence, in which neither word stands by itself.
  const auto& vocabulary = shipped().vocabulary;
  std::vector<std::string> lost;
  const auto expect = [&](const pattern::Pattern& pattern, const std::string& words) {
    const extract::Word* entry = vocabulary.find(words);
    if (entry == nullptr || entry->senses.empty()) return;
    const auto id = vocabulary.table().find_class(pattern::SymbolTable::word_class(words));
    if (id && pattern.names(*id)) return;
    lost.push_back(fmt::format("\"{}\" in {}", words, pattern.text()));
  };
  for (const pattern::Pattern* pattern : patterns()) {
    const PatternWords words = words_of_pattern(pattern->text());
    for (const auto& [left, right] : words.neighbours) {
      const std::string two = left + " " + right;
      expect(*pattern, two);
      for (const auto& [middle, last] : words.neighbours) {
        if (middle == right) expect(*pattern, two + " " + last);
      }
    }
  }
  CHECK_MESSAGE(lost.empty(), lines(lost));
}

}  // namespace
}  // namespace figcheck::project
