// SPDX-License-Identifier: Apache-2.0
#include "report/excerpt.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using figcheck::Span;
using figcheck::report::Excerpt;
using figcheck::report::excerpt;
using figcheck::report::Painter;
using figcheck::report::Style;
using figcheck::report::TextColor;
using figcheck::report::Underline;

namespace {

Excerpt shown(const std::string& line, const std::vector<Underline>& underlines) {
  return excerpt(line, underlines, Style::error, Painter(TextColor::never));
}

std::string repeated(const std::string& words, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += words;
  return out;
}

}  // namespace

TEST_CASE("a line of a hundred columns is shown whole, however many bytes it has") {
  const std::string line = repeated("\u00E9", 99) + "6";
  const Excerpt one = shown(line, {{{198, 199}, true}});
  CHECK(one.text == line);
  CHECK(one.underlines == std::string(99, ' ') + "^");
}

TEST_CASE("a long line is cut to whole words around its marks") {
  const std::string before = repeated("many words go before it ", 20);
  const std::string after = repeated(" and many more come after", 20);
  const std::string line = before + "6 of 5" + after;
  const Excerpt one = shown(line, {{{before.size(), before.size() + 1}, true},
                                   {{before.size() + 5, before.size() + 6}, false}});
  CHECK(
      one.text ==
      "\u2026 words go before it many words go before it 6 of 5 and many more come after and many "
      "more come \u2026");
  CHECK(one.underlines == std::string(45, ' ') + "^    -");
}

TEST_CASE("marks that are far apart on one line get a window each") {
  const std::string gap = repeated("filling ", 60);
  const std::string line = "6 ships left, " + gap + "and 5 came back.";
  const std::size_t five = line.find("5 came");
  const Excerpt one = shown(line, {{{five, five + 1}, true}, {{0, 1}, false}});
  CHECK(
      one.text ==
      "6 ships left, filling filling filling filling \u2026 filling filling filling filling and 5 "
      "came back.");
  CHECK(one.underlines == "-" + std::string(83, ' ') + "^");
}

TEST_CASE("a mark that is longer than a line is cut") {
  const std::string line = "A list: " + repeated("item, ", 100) + "end.";
  const Excerpt one = shown(line, {{{8, line.size()}, true}});
  CHECK(one.text ==
        "A list: item, item, item, item, item, item, item, item, item, item, item, item, item, "
        "item, item, it \u2026");
  CHECK(one.underlines.find_first_not_of('^', 8) == std::string::npos);
}

TEST_CASE("a long line without blanks is cut anywhere but inside a code point") {
  const std::string line = repeated("\u20AC", 200) + "6" + repeated("\u20AC", 200);
  const Excerpt one = shown(line, {{{600, 601}, true}});
  CHECK(one.text == "\u2026 " + repeated("\u20AC", 50) + "6" + repeated("\u20AC", 49) + " \u2026");
  CHECK(one.underlines == std::string(52, ' ') + "^");
}

TEST_CASE("where two marks share a byte, the place to look first wins") {
  CHECK(shown("12-14", {{{0, 5}, false}, {{1, 3}, true}}).underlines == "-^^--");
}

TEST_CASE("an empty mark takes the column that it stands before") {
  CHECK(shown("ab", {{{1, 1}, true}}).underlines == " ^");
  CHECK(shown("ab", {{{2, 2}, true}}).underlines == "  ^");
}
