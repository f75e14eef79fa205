// SPDX-License-Identifier: Apache-2.0
#include "figcheck/document.h"

#include <string>

#include <doctest/doctest.h>

using figcheck::Document;
using figcheck::Position;
using figcheck::position_of;
using figcheck::Section;
using figcheck::Span;

namespace {

/// The headline "Aid" of a JSON Lines record and the text "# **AT&amp;T** cut\n\nTwo  lines".
Document example() {
  Document document;
  document.text = "Aid\n\nAT&T cut\n\nTwo lines";
  document.source_headline = "Aid";
  document.source_text = "# **AT&amp;T** cut\n\nTwo  lines";
  document.runs = {
      {{0, 3}, {0, 3}, Section::headline, true},
      {{5, 7}, {4, 6}, Section::text, true},      // AT
      {{7, 8}, {6, 11}, Section::text, false},    // &
      {{8, 9}, {11, 12}, Section::text, true},    // T
      {{9, 13}, {14, 18}, Section::text, true},   // " cut"
      {{15, 18}, {20, 23}, Section::text, true},  // Two
      {{18, 19}, {23, 25}, Section::text, false},
      {{19, 24}, {25, 30}, Section::text, true},  // lines
  };
  return document;
}

}  // namespace

TEST_CASE("a span of text leads back to the bytes it came from") {
  struct Row {
    Span in_text;
    std::string text;
    std::string source;
    Section section;
  };
  const Row rows[] = {
      {{0, 3}, "Aid", "Aid", Section::headline},
      {{1, 2}, "i", "i", Section::headline},
      {{5, 9}, "AT&T", "AT&amp;T", Section::text},
      {{5, 7}, "AT", "AT", Section::text},
      {{7, 8}, "&", "&amp;", Section::text},
      {{6, 8}, "T&", "T&amp;", Section::text},
      {{8, 9}, "T", "T", Section::text},         // no closing stars
      {{8, 11}, "T c", "T** c", Section::text},  // the stars between
      {{10, 13}, "cut", "cut", Section::text},
      {{15, 24}, "Two lines", "Two  lines", Section::text},
      {{17, 20}, "o l", "o  l", Section::text},
      {{20, 23}, "ine", "ine", Section::text},
      {{13, 18}, "\n\nTwo", "Two", Section::text},        // begins between two blocks
      {{10, 15}, "cut\n\n", "cut", Section::text},        // ends between two blocks
      {{0, 9}, "Aid\n\nAT&T", "Aid", Section::headline},  // two sections are never one span
  };
  const Document document = example();
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(document.slice(row.in_text) == row.text);
    Section section = Section::text;
    const Span span = document.to_source(row.in_text, &section);
    CHECK(section == row.section);
    CHECK(document.source(section).substr(span.start, span.size()) == row.source);
    CHECK(document.to_source(row.in_text) == span);
  }
}

TEST_CASE("an empty span leads to one place, or to the run that cannot be divided") {
  const Document document = example();
  CHECK(document.to_source({5, 5}) == Span{4, 4});
  CHECK(document.to_source({6, 6}) == Span{5, 5});
  CHECK(document.to_source({13, 13}) == Span{18, 18});
  CHECK(document.to_source({24, 24}) == Span{30, 30});

  Document entity;
  entity.text = "fi";
  entity.runs = {{{0, 2}, {0, 8}, Section::text, false}};
  CHECK(entity.to_source({1, 1}) == Span{0, 8});
  CHECK(entity.to_source({0, 1}) == Span{0, 8});
  CHECK(entity.to_source({1, 2}) == Span{0, 8});
}

TEST_CASE("spans outside the text do not leave the article") {
  const Document document = example();
  CHECK(document.to_source({20, 99}) == Span{26, 30});
  CHECK(document.to_source({98, 99}) == Span{30, 30});
  CHECK(Document().to_source({3, 5}) == Span{0, 0});
}

TEST_CASE("positions count lines and code points from 1") {
  struct Row {
    std::string source;
    std::size_t offset;
    std::size_t line;
    std::size_t column;
  };
  const Row rows[] = {
      {"", 0, 1, 1},        {"abc", 0, 1, 1},          {"abc", 2, 1, 3},
      {"a\nbc", 1, 1, 2},   {"a\nbc", 2, 2, 1},        {"a\r\nbc", 4, 2, 2},
      {"\u20AC5", 3, 1, 2}, {"\U0001F600 5", 5, 1, 3}, {"a\n\u2018x\u2019", 5, 2, 2},
      {"ab\n", 99, 2, 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.source);
    CAPTURE(row.offset);
    const Position position = position_of(row.source, row.offset);
    CHECK(position.line == row.line);
    CHECK(position.column == row.column);
  }
}
