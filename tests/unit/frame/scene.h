// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "document/read.h"
#include "extract/extract.h"
#include "frame/claim_file.h"
#include "frame/match.h"

// Claims of a test's own over the shipped words.
namespace figcheck::frame {

inline yaml::Trees trees_of(const std::string& claim) {
  Diagnostics diagnostics;
  yaml::Trees trees = yaml::load("rules/vocabulary/en", diagnostics);
  // Several claims are parted as documents are.
  const std::string mark = "---\n";
  for (std::size_t at = 0; at < claim.size();) {
    const std::size_t end = std::min(claim.find(mark, at), claim.size());
    const auto tree = yaml::Tree::parse(claim.substr(at, end - at), "claim.yaml");
    REQUIRE(tree.ok());
    trees.push_back(tree.value());
    at = end + mark.size();
  }
  return trees;
}

/// The shipped words, without places and zones.
inline void load_words(const yaml::Trees& trees, extract::Vocabulary& vocabulary,
                       Diagnostics& diagnostics) {
  vocabulary.load(trees, diagnostics);
  vocabulary.add("Baku", "place", "Baku", true);
  vocabulary.add("Nice", "ambiguous-place", "Nice", true);
}

/// What is wrong with a claim file: code, line and message of each complaint, and its hint.
inline std::string complaints(const std::string& claim) {
  Diagnostics ignored;
  Diagnostics diagnostics;
  const yaml::Trees trees = trees_of(claim);
  extract::Vocabulary vocabulary;
  load_words(trees, vocabulary, ignored);
  ClaimBook book;
  book.load(trees, vocabulary, diagnostics);
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) {
    out += diagnostic.code + " " + std::to_string(diagnostic.line) + " " + diagnostic.message;
    if (!diagnostic.hint.empty()) out += " = " + diagnostic.hint;
    out += "\n";
  }
  return out;
}

/// The claims of a text, a line each: "change old=5;new=7; direction:up".
inline std::string claims(const std::string& claim, const std::string& text) {
  Diagnostics diagnostics;
  const yaml::Trees trees = trees_of(claim);
  extract::Vocabulary vocabulary;
  load_words(trees, vocabulary, diagnostics);
  extract::Phrasebook phrasebook;
  phrasebook.load(trees, vocabulary, diagnostics);
  ClaimBook book;
  book.load(trees, vocabulary, diagnostics);
  vocabulary.freeze();
  phrasebook.finish(vocabulary);
  book.finish(vocabulary);
  for (const Diagnostic& diagnostic : diagnostics) FAIL_CHECK(diagnostic.to_string());
  const extract::Extractor extractor(vocabulary, phrasebook);
  auto document = document::read_text(text, "article");
  REQUIRE(document.ok());
  extract::Extraction extraction = extractor.run(*document, {});
  find_lists(*document, vocabulary, extraction);
  auto found = match(book, vocabulary, extraction);
  read_tables(book, *document, extraction, found);
  join_article(book, extraction.figures, found);
  assemble(book, extraction.figures, found);
  std::string out;
  for (const Claim& one : found) {
    out += one.kind;
    for (const RoleFigures& role : one.roles) {
      out += " " + role.role + "=";
      for (const auto figure : role.figures) out += extraction.figures[figure].text + ";";
    }
    for (const auto& [name, value] : one.words) out += " " + name + ":" + value;
    out += "\n";
  }
  return out;
}

}  // namespace figcheck::frame
