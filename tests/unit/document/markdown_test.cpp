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

TEST_SUITE("Markdown") {
  TEST_CASE("each kind of Markdown block is read") {
    const Row rows[] = {
        {"nothing", "", ""},
        {"only white space", " \n\t\n", ""},
        {"headings", "# Ten dead\n\nTen died.\n\n## The flood\n\n# Again\n",
         "headline: Ten dead\nparagraph: Ten died.\nheading: The flood\nheading: Again\n"},
        {"an underlined heading", "Ten dead\n===\n\nTen died.",
         "headline: Ten dead\nparagraph: Ten died.\n"},
        {"a paragraph keeps its line ends", "It fell on May\n2, 1991.\n",
         "paragraph: It fell on May\\n2, 1991.\n"},
        {"a quotation", "> Ten died.\n> Two live.\n>\n> - Ann\n",
         "quotation: Ten died.\\nTwo live.\nquotation: Ann\n"},
        {"nested lists", "- Ann\n- Ben\n  1. Cem\n  2. Dan\n- Eve\n\nTen died.\n\n* Fay\n",
         "list-item 1/1: Ann\nlist-item 1/1: Ben\nlist-item 2/2: Cem\nlist-item 2/2: Dan\n"
         "list-item 1/1: Eve\nparagraph: Ten died.\nlist-item 3/1: Fay\n"},
        {"a loose list", "1. Ann\n\n   She died.\n\n2. Ben\n",
         "list-item 1/1: Ann\nlist-item 1/1: She died.\nlist-item 1/1: Ben\n"},
        {"a table", "| Box | Votes |\n|-----|------:|\n| Chapel | 1,110 |\n| | **96** |\n",
         "table-cell 0:0,0h: Box\ntable-cell 0:0,1h: Votes\ntable-cell 0:1,0: Chapel\n"
         "table-cell 0:1,1: 1,110\ntable-cell 0:2,1: 96\n"},
        {"code is no prose", "Run `sum 12` now.\n\n```\n13\n```\n\nTen died.",
         "paragraph: Run  now.\nparagraph: Ten died.\n"},
        {"code between two figures parts them", "12`x`13", "paragraph: 12 13\n"},
        {"indented text is prose", "Ten died.\n\n    Two live.",
         "paragraph: Ten died.\nparagraph: Two live.\n"},
        {"raw HTML is no prose", "<div>\n12\n</div>\n\nTen <b class=\"x13\">died</b>.<!-- 14 -->",
         "paragraph: Ten died.\n"},
        {"br ends a line", "Ten died.<br>Two live.", "paragraph: Ten died.\\nTwo live.\n"},
        {"a hard break ends a line", "Ten died.  \nTwo live.\\\nNobody fled.",
         "paragraph: Ten died.\\nTwo live.\\nNobody fled.\n"},
        {"a link's destination is no prose",
         "See [the 12 cases](http://x.org/13 \"14\") and <http://x.org/15>.",
         "paragraph: See the 12 cases and .\n"},
        {"struck text is no prose", "~~30~~ 32 died, <del>5</del> 6 live.",
         "paragraph: 32 died,  6 live.\n"},
        {"a single tilde strikes nothing", "Some 10~20 died and 30~40 live.",
         "paragraph: Some 10~20 died and 30~40 live.\n"},
        {"raised digits join no figure", "300<sup>1</sup> died on 10 km<sup>2</sup>.",
         "paragraph: 300¹ died on 10 km².\n"},
        {"emphasis", "**Ten** of *the __40__* died.", "paragraph: Ten of the 40 died.\n"},
        {"an escape", "\\$10 \\| 2\\*3", "paragraph: $10 | 2*3\n"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.why);
      CHECK(outline(read_whole(row.text, Format::markdown)) == row.expected);
    }
  }

  TEST_CASE("images and the emphasis after them are captions") {
    const Row rows[] = {
        {"by itself", "![Ten *boats* &amp; a pier](x.png)\n\nTen died.",
         "caption: Ten boats & a pier\nparagraph: Ten died.\n"},
        {"emphasis in the next line", "![Boats](x.png)\n*Ten boats.*\n",
         "caption: Boats\ncaption: Ten boats.\n"},
        {"emphasis in the next paragraph", "![](x.png)\n\n_Ten boats._\n\n_Ten died._",
         "caption: Ten boats.\nparagraph: Ten died.\n"},
        {"emphasis with plain text beside it", "![](x.png)\n\n*Ten* boats.",
         "paragraph: Ten boats.\n"},
        {"inside a paragraph", "Ten ![a boat](x.png) died.",
         "paragraph: Ten  died.\ncaption: a boat\n"},
        {"between two figures", "12![a boat](x.png)13", "paragraph: 12 13\ncaption: a boat\n"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.why);
      CHECK(outline(read_whole(row.text, Format::markdown)) == row.expected);
    }
  }

  TEST_CASE("entities stand for the whole of their bytes") {
    const Document document = read_whole(
        "&ldquo;2&nbsp;261&rdquo; &#8212; 5&#x20AC;, R&D, &unknown; &amp;lt; \u201Cok\u201D 🍞",
        Format::markdown);
    CHECK(outline(document) == "paragraph: “2\u00A0261” — 5€, R&D, &unknown; &lt; “ok” 🍞\n");
    CHECK(
        replacements(document) ==
        "“ <- &ldquo;\n\u00A0 <- &nbsp;\n” <- &rdquo;\n— <- &#8212;\n€ <- &#x20AC;\n& <- &amp;\n");
    CHECK(source_of(document, "2\u00A0261") == "2&nbsp;261");
    CHECK(source_of(document, "5€") == "5&#x20AC;");
    CHECK(source_of(document, "“ok” 🍞") == "“ok” 🍞");
  }

  TEST_CASE("spans survive marks, prefixes and line ends") {
    struct Span {
      std::string text;
      std::string words;
      std::string source;
    };
    const Span rows[] = {
        {"Up to **30,000** people", "to 30,000 people", "to **30,000** people"},
        {"> on May\n> 2, 1991", "May\n2, 1991", "May\n> 2, 1991"},
        {"- on May\n  2, 1991", "May\n2, 1991", "May\n  2, 1991"},
        {"on May\r\n2, 1991", "May\n2, 1991", "May\r\n2, 1991"},
        {"on *May*\n2, 1991", "May\n2, 1991", "May*\n2, 1991"},
        {"\xEF\xBB\xBFTen 🍞 of “12”", "“12”", "“12”"},
        {"| a | b |\n|---|---|\n| 1 | 2,261 |", "2,261", "2,261"},
        {"| a | b |\n|---|---|\n| 1 | 2 \\| 3 |", "2 | 3", "2 \\| 3"},
    };
    for (const Span& row : rows) {
      CAPTURE(row.text);
      CHECK(source_of(read_whole(row.text, Format::markdown), row.words) == row.source);
    }
  }

  TEST_CASE("deep nesting is read") {
    std::string quoted(100'000, '>');
    CHECK(outline(read_whole(quoted + "12", Format::markdown)) == "quotation: 12\n");
    const std::string brackets(100'000, '[');
    CHECK(read_whole(brackets, Format::markdown).text == brackets);
  }
}

TEST_SUITE("front matter") {
  TEST_CASE("its keys are metadata, its title and standfirst are blocks") {
    const Document document = read_whole(
        "---\n"
        "title: Ten dead\n"
        "date: 2023-09-21\n"
        "place: Baku\n"
        "source: \"The Record\"\n"
        "language: en-GB\n"
        "event: flood\n"
        "tags: [a, b]\n"
        "description: Two live\n"
        "---\n"
        "Ten died.\n",
        Format::markdown);
    CHECK(document.metadata.title == "Ten dead");
    CHECK(document.metadata.date == "2023-09-21");
    CHECK(document.metadata.place == "Baku");
    CHECK(document.metadata.source == "The Record");
    CHECK(document.metadata.language == "en-GB");
    CHECK(document.metadata.event == "flood");
    CHECK(outline(document) == "headline: Ten dead\nstandfirst: Two live\nparagraph: Ten died.\n");
    CHECK(document.runs[0].source == Span{11, 19});
  }

  TEST_CASE("a title leads back to its bytes, however YAML writes it") {
    struct Title {
      std::string yaml;
      std::string text;
      std::string words;
      std::string source;
    };
    const Title rows[] = {
        {"Ten of “40” 🍞 dead", "Ten of “40” 🍞 dead", "“40” 🍞", "“40” 🍞"},
        {"\"Ten of 40 \\u20ac, \\\"12\\\"\"", "Ten of 40 €, \"12\"", "40 €", "40 \\u20ac"},
        {"'Ten of Ann''s 12'", "Ten of Ann's 12", "'s 12", "''s 12"},
        {">\n  Ten of\n  40", "Ten of 40", "of 40", "of\n  40"},
        {"Ten of\n  40", "Ten of 40", "of 40", "of\n  40"},
    };
    for (const Title& row : rows) {
      CAPTURE(row.yaml);
      const Document document = read_whole(
          "---\ndate: 2023-09-21\ntitle: " + std::string(row.yaml) + "\n---\nTen died.\n",
          Format::markdown);
      CHECK(outline(document) == "headline: " + std::string(row.text) + "\nparagraph: Ten died.\n");
      CHECK(source_of(document, row.words) == row.source);
    }
  }

  TEST_CASE("a first level-1 heading gives the title that the front matter has not") {
    const Document document =
        read_whole("---\ndate: 2023\n---\n\n# Ten *dead*\n", Format::markdown);
    CHECK(document.metadata.title == "Ten dead");
    CHECK(outline(document) == "headline: Ten dead\n");
  }

  TEST_CASE("dashes are front matter only in the first line and with an end") {
    const Row rows[] = {
        {"no end", "---\n\nTen died.\n", "paragraph: Ten died.\n"},
        {"not first", "\n---\n\nTen died.\n\n---\n", "paragraph: Ten died.\n"},
        {"empty", "---\n---\nTen died.\n", "paragraph: Ten died.\n"},
        {"ended by dots", "---\ntitle: Ten\n...\nTen died.\n",
         "headline: Ten\nparagraph: Ten died.\n"},
        {"with CR LF", "---\r\ntitle: Ten\r\n---\r\nTen died.\r\n",
         "headline: Ten\nparagraph: Ten died.\n"},
        {"behind a byte order mark", "\xEF\xBB\xBF---\ntitle: Ten\n---\nTen died.\n",
         "headline: Ten\nparagraph: Ten died.\n"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.why);
      CHECK(outline(read_whole(row.text, Format::markdown)) == row.expected);
    }
  }

  TEST_CASE("mistakes in front matter name the line of the article") {
    const Row rows[] = {
        {"not YAML", "---\ndate: 2023\ntitle: \"Ten\n---\nTen died.\n",
         "a.md:3:8: error: front matter: "},
        {"a key twice", "---\ntitle: Ten\ntitle: Two\n---\n", "a.md:3:1: error: front matter: "},
        {"a list for a word", "---\ndate: 2023\nplace: [Baku, Ganja]\n---\n",
         "a.md:3:8: error: front matter: \"place\" must be text [D003]\n"
         "   3 | place: [Baku, Ganja]\n"},
        {"no map", "---\nTen died\n---\n",
         "a.md:2:1: error: front matter: a map is expected, such as \"title: ...\" [D003]\n"
         "   2 | Ten died\n"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.why);
      const Result<Document> result = read_markdown(row.text, "a.md");
      REQUIRE_FALSE(result);
      CHECK(result.error().code == "D003");
      CHECK(result.error().to_string().substr(0, row.expected.size()) == row.expected);
    }
  }
}

}  // namespace
}  // namespace figcheck::document
