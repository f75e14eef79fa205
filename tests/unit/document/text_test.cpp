// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "document/outline.h"

namespace figcheck::document {
namespace {

struct Row {
  std::string why;
  std::string text;
  std::string expected;
};

TEST_SUITE("plain text") {
  TEST_CASE("paragraphs, lists and tables of plain text are blocks") {
    const Row rows[] = {
        {"nothing", "", ""},
        {"only white space", " \t\r\n\n  \u00A0\n", ""},
        {"one line", "Ten died.", "paragraph: Ten died.\n"},
        {"a line each where no line is empty", "Ten died.\nTwo live.\nNobody fled.\n",
         "paragraph: Ten died.\nparagraph: Two live.\nparagraph: Nobody fled.\n"},
        {"an empty line parts paragraphs", "It fell on May\n2, 1991.\n\nTen died.\n",
         "paragraph: It fell on May\\n2, 1991.\nparagraph: Ten died.\n"},
        {"a line of white space is empty", "Ten died.\n \t\nTwo live.",
         "paragraph: Ten died.\nparagraph: Two live.\n"},
        {"wrapped text without an empty line is one paragraph",
         "The ministry said on Tuesday that\nten people had died, as it did on\nthe day before.",
         "paragraph: The ministry said on Tuesday that\\nten people had died, as it did on\\n"
         "the day before.\n"},
        {"white space around a line end is dropped", "\n\n  Ten  \n  died.\n\nTwo live.",
         "paragraph: Ten\\ndied.\nparagraph: Two live.\n"},
        {"a rule is no prose", "Ten died.\n\n-----\n\nTwo live.\n* * *\nNobody fled.",
         "paragraph: Ten died.\nparagraph: Two live.\nparagraph: Nobody fled.\n"},
        {"list items", "Three were named:\n- Ann\n* Ben\n\u2022 Cem\n",
         "paragraph: Three were named:\nlist-item 1/1: Ann\nlist-item 1/1: Ben\nlist-item 1/1: "
         "Cem\n"},
        {"numbered items", "First.\n\n1. Ann\n2) Ben\n\nLast.\n\n1. Dan",
         "paragraph: First.\nlist-item 1/1: Ann\nlist-item 1/1: Ben\nparagraph: Last.\n"
         "list-item 2/1: Dan\n"},
        {"nested items", "- Ann\n    - Ben\n    - Cem\n- Dan",
         "list-item 1/1: Ann\nlist-item 2/2: Ben\nlist-item 2/2: Cem\nlist-item 1/1: Dan\n"},
        {"an item goes on in the next line", "- Ann\n  of Rome\n\nEnd.",
         "list-item 1/1: Ann\\nof Rome\nparagraph: End.\n"},
        {"a number at a line's start is no item in a paragraph",
         "It ended on May\n12. The rest\nfled.\n\nTwo live.",
         "paragraph: It ended on May\\n12. The rest\\nfled.\nparagraph: Two live.\n"},
        {"a year is no item", "1991. A bad year.", "paragraph: 1991. A bad year.\n"},
        {"a negative number is no item", "-5 was read.", "paragraph: -5 was read.\n"},
        {"invisible characters are left out", "2,2\u200B61 civi\u00ADlians",
         "paragraph: 2,261 civilians\n"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.why);
      CHECK(outline(read_whole(row.text, Format::text)) == row.expected);
    }
  }

  TEST_CASE("a short first line without a stop is a headline when longer text follows") {
    const Row rows[] = {
        {"with an empty line", "Ten dead in flood\n\nTen people died on Tuesday.\n",
         "headline: Ten dead in flood\nparagraph: Ten people died on Tuesday.\n"},
        {"without one", "Ten dead in flood\nTen people died on Tuesday.\nTwo live.",
         "headline: Ten dead in flood\nparagraph: Ten people died on Tuesday.\nparagraph: Two "
         "live.\n"},
        {"underlined", "Ten dead in flood\n=====\n\nTen people died.",
         "headline: Ten dead in flood\nparagraph: Ten people died.\n"},
        {"not a dateline", "LONDON, March 19 2023\n\nTen people died on Tuesday.",
         "paragraph: LONDON, March 19 2023\nparagraph: Ten people died on Tuesday.\n"},
        {"not alone", "Ten dead in flood", "paragraph: Ten dead in flood\n"},
        {"not with a stop", "Ten died.\n\nThey were found on Tuesday.",
         "paragraph: Ten died.\nparagraph: They were found on Tuesday.\n"},
        {"not with a quoted stop", "“Ten died.”\n\nThey were found on Tuesday.",
         "paragraph: “Ten died.”\nparagraph: They were found on Tuesday.\n"},
        {"not as the first line of a paragraph", "Ten dead\nin flood\n\nTen people died.",
         "paragraph: Ten dead\\nin flood\nparagraph: Ten people died.\n"},
        {"not with fifteen words",
         "a b c d e f g h i j k l m n o\n\nTen people died here on Tuesday.",
         "paragraph: a b c d e f g h i j k l m n o\nparagraph: Ten people died here on Tuesday.\n"},
        {"not above a table", "Fires by year\n| 2020 | 318 |\n| 2021 | 344 |",
         "paragraph: Fires by year\ntable-cell 0:0,0: 2020\ntable-cell 0:0,1: 318\n"
         "table-cell 0:1,0: 2021\ntable-cell 0:1,1: 344\n"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.why);
      CHECK(outline(read_whole(row.text, Format::text)) == row.expected);
    }
  }

  TEST_CASE("rows between bars are table cells") {
    const Row rows[] = {
        {"words above figures are a header", "| Box | Votes |\n| Chapel | 110 |\n",
         "table-cell 0:0,0h: Box\ntable-cell 0:0,1h: Votes\n"
         "table-cell 0:1,0: Chapel\ntable-cell 0:1,1: 110\n"},
        {"years above other figures are a header", "| Town | 2020 |\n| Bath | 318 |",
         "table-cell 0:0,0h: Town\ntable-cell 0:0,1h: 2020\n"
         "table-cell 0:1,0: Bath\ntable-cell 0:1,1: 318\n"},
        {"figures are none", "| April | 210 |\n| May | 260 |",
         "table-cell 0:0,0: April\ntable-cell 0:0,1: 210\ntable-cell 0:1,0: May\ntable-cell 0:1,1: "
         "260\n"},
        {"an empty cell keeps its column", "| a || c |\n| 1 | 2 | 3",
         "table-cell 0:0,0h: a\ntable-cell 0:0,2h: c\n"
         "table-cell 0:1,0: 1\ntable-cell 0:1,1: 2\ntable-cell 0:1,2: 3\n"},
        {"a row of dashes marks the header", "| 1 | 2 |\n|---|:-:|\n| 3 | 4 |",
         "table-cell 0:0,0h: 1\ntable-cell 0:0,1h: 2\ntable-cell 0:1,0: 3\ntable-cell 0:1,1: 4\n"},
        {"two tables", "| a | 1 |\n\n| b | 2 |",
         "table-cell 0:0,0: a\ntable-cell 0:0,1: 1\ntable-cell 1:0,0: b\ntable-cell 1:0,1: 2\n"},
        {"one bar is none", "| is a bar", "paragraph: | is a bar\n"},
        {"three lines with tabs", "Town\tFires\nBath\t\t318\nHull\t344\n",
         "table-cell 0:0,0h: Town\ntable-cell 0:0,1h: Fires\ntable-cell 0:1,0: Bath\n"
         "table-cell 0:1,1: 318\ntable-cell 0:2,0: Hull\ntable-cell 0:2,1: 344\n"},
        {"three lines with bars inside", "Bath | 318\nHull | 344\nYork | 12\n",
         "table-cell 0:0,0: Bath\ntable-cell 0:0,1: 318\ntable-cell 0:1,0: Hull\n"
         "table-cell 0:1,1: 344\ntable-cell 0:2,0: York\ntable-cell 0:2,1: 12\n"},
        {"two lines with tabs are none", "By Ann Lee\tBath\nBy Bo Ray\tHull 2.",
         "paragraph: By Ann Lee\tBath\nparagraph: By Bo Ray\tHull 2.\n"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.why);
      CHECK(outline(read_whole(row.text, Format::text)) == row.expected);
    }
  }

  TEST_CASE("line ends of every kind give the same text, and lead back to their own bytes") {
    for (const std::string line_end : {"\n", "\r\n", "\r"}) {
      CAPTURE(on_one_line(line_end));
      const Document document = read_whole(
          "It fell on May" + line_end + "2, 1991." + line_end + line_end + "“Ten” died 🍞.",
          Format::text);
      CHECK(outline(document) ==
            "paragraph: It fell on May\\n2, 1991.\nparagraph: “Ten” died 🍞.\n");
      CHECK(source_of(document, "May\n2, 1991") == "May" + line_end + "2, 1991");
      CHECK(source_of(document, "“Ten” died 🍞") == "“Ten” died 🍞");
    }
  }

  TEST_CASE("a byte order mark is passed over and counted") {
    const Document document = read_whole("\xEF\xBB\xBFTen died.", Format::text);
    CHECK(document.text == "Ten died.");
    CHECK(document.runs.front().source == Span{3, 12});
  }

  TEST_CASE("a long line is read without delay") {
    std::string line;
    while (line.size() < 5'000'000) line += "Ten of the 40 left at 9.15 p.m. on Sept. 2. ";
    CHECK(read_whole(line, Format::text).blocks.size() == 1);
  }
}

}  // namespace
}  // namespace figcheck::document
