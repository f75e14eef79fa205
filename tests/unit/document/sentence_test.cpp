// SPDX-License-Identifier: Apache-2.0
#include "document/sentence.h"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace figcheck::document {
namespace {

Abbreviations some_abbreviations() {
  Abbreviations abbreviations;
  abbreviations.always = {"mr.", "st.", "sept.", "inc.", "gen.", "lt.", "ph.d.", "vs."};
  abbreviations.before_figure = {"no.", "nos.", "art.", "p."};
  abbreviations.openers = {"the", "he", "it", "in"};
  return abbreviations;
}

// Returns the sentences, with " / " between them.
std::string split(std::string_view text) {
  std::string all;
  for (const Span& span : split_sentences(text, {0, text.size()}, some_abbreviations())) {
    if (!all.empty()) all += " / ";
    all += text.substr(span.start, span.size());
  }
  return all;
}

TEST_SUITE("sentences") {
  TEST_CASE("what stands between two sentences parts them") {
    const std::string rows[] = {
        "Ten died. / Two live.",
        "Ten died! / Two live? / Nobody knows.",
        "It cost 13.00. / The rest is lost.",
        "It began in 1994. / Ten died.",
        "It began in 1994. / 12 people died.",
        "He left at 9 p.m. / The guns fell silent.",
        "They left the U.S. / In May they came back.",
        "He chose plan A. / The rest fled.",
        "He sold it to Smith Inc. / It was cheap.",
        "“It is over.” / The ministry agreed.",
        "\"It is over.\" / \"Is it?\" / Nobody knew.",
        "(It was over.) / Ten died.",
        "Ten died.[3] / Two live.³ / Nobody knows.",
        "They waited.... / Nobody came.",
        "They waited... / The end was near.",
        "Ten died. / “Two live,” he said.",
        "Ten died. / (Two live.)",
        "Ten died. / — Two live.",
        "Ten died?! / Two live.",
        "He read www.example.com. / Ten died.",
        "It was said by No. / Ten knew.",
        "Élan was lost. / Être is to be.",
        "Он умер. / Она жива.",
        "That is no. / Ten died.",
    };
    for (const std::string& row : rows) {
      CAPTURE(row);
      std::string text = row;
      for (std::size_t at; (at = text.find(" / ")) != std::string::npos;) text.replace(at, 3, " ");
      CHECK(split(text) == row);
    }
  }

  TEST_CASE("what belongs to a word or a figure does not end a sentence") {
    const std::string rows[] = {
        "The U.S. Army left.",
        "On Sept. 2 ten died.",
        "On Sept. Tuesday came.",
        "At 9 p.m. Tuesday ten died.",
        "At 9 p.m. on Tuesday ten died.",
        "Mr. Smith and Lt.-Gen. Jones met in St. Louis.",
        "Order No. 10 and Nos. 3, 4 of art. 5, p. 12.",
        "It cost 3.5 or 13.00 at 9.15 p.m. (10.00 GMT) there.",
        "J. R. Smith and É. Zola met.",
        "They met, e.g. Smith and i.e. Jones.",
        "Smith has a Ph.D. Jones has none",
        "They waited... and left… and came back.",
        "They waited... Nobody came.",
        "Yahoo! said so.",
        "“Why?” he asked. ",
        "“Why?” – he asked.",
        "1. The first of all",
        "12. The last of all",
        "Italy vs. Spain ended",
        "(about 3 p.m.) Tuesday it was",
        "Smith Inc., a maker of toys, and Jones Inc.'s head",
        "The U.S.-born actor",
        "a . small one",
        "...",
        ".",
    };
    for (const std::string& row : rows) {
      CAPTURE(row);
      std::string expected = row;
      while (expected.ends_with(' ')) expected.pop_back();
      CHECK(split(row) == expected);
    }
  }

  TEST_CASE("any white space parts sentences and belongs to none") {
    CHECK(split("  Ten died.\n\u00A0 Two live. \n") == "Ten died. / Two live.");
    CHECK(split("It fell on Sept.\n2, 1991. It\nrose.") ==
          "It fell on Sept.\n2, 1991. / It\nrose.");
    CHECK(split("").empty());
    CHECK(split(" \n\t").empty());
  }

  TEST_CASE("nothing beyond the block is looked at") {
    const std::string text = "Ten died. Two\n\nlive. Nobody knows.";
    const std::vector<Span> spans = split_sentences(text, {4, 13}, some_abbreviations());
    REQUIRE(spans.size() == 2);
    CHECK(spans[0] == Span{4, 9});
    CHECK(spans[1] == Span{10, 13});
  }

  TEST_CASE("no text takes more than a moment") {
    for (const std::string piece :
         {". ", ".", "a. ", ".\" ", ".[1", ". (((", "U.S. ", "… ", "a", "“", ".— "}) {
      CAPTURE(piece);
      std::string text;
      while (text.size() < 1'000'000) text += piece;
      CHECK_FALSE(split_sentences(text, {0, text.size()}, some_abbreviations()).empty());
    }
  }
}

}  // namespace
}  // namespace figcheck::document
