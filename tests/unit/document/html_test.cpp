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

std::string repeated(const std::string& text, int times) {
  std::string all;
  while (times-- > 0) all += text;
  return all;
}

TEST_SUITE("HTML") {
  TEST_CASE("each kind of block is read") {
    const Row rows[] = {
        {"nothing", "", ""},
        {"only white space", " \r\n\t", ""},
        {"no element", "Ten died.", "paragraph: Ten died.\n"},
        {"headings", "<h1>Ten dead</h1><p>Ten died.<h2>The flood</h2><h1>Again</h1>",
         "headline: Ten dead\nparagraph: Ten died.\nheading: The flood\nheading: Again\n"},
        {"a title without h1", "<title>Ten dead</title><h1> </h1><p>Ten died.",
         "headline: Ten dead\nparagraph: Ten died.\n"},
        {"h1 wins", "<title>Ten dead | Record</title><p>Ten died.<h1>Ten dead</h1>",
         "paragraph: Ten died.\nheadline: Ten dead\n"},
        {"h1 of the article wins", "<h1>The Record</h1><main><h1>Ten dead</h1></main>",
         "heading: The Record\nheadline: Ten dead\n"},
        {"a quotation", "<blockquote>Ten died.<p>Two live.</p><ul><li>Ann</ul></blockquote>End.",
         "quotation: Ten died.\nquotation: Two live.\nquotation: Ann\nparagraph: End.\n"},
        {"nested lists", "<ul><li>Ann<li>Ben<ol><li>Cem</ol>and Dan</ul><p>Ten.<ul><li><p>Eve</ul>",
         "list-item 1/1: Ann\nlist-item 1/1: Ben\nlist-item 2/2: Cem\nlist-item 1/1: and Dan\n"
         "paragraph: Ten.\nlist-item 3/1: Eve\n"},
        {"a table",
         "<table><caption>Votes</caption><tr><th>Box<th>Votes<tr><th>Chapel<td>110<tr><td><td>96</"
         "table>",
         "caption: Votes\ntable-cell 0:0,0h: Box\ntable-cell 0:0,1h: Votes\n"
         "table-cell 0:1,0h: Chapel\ntable-cell 0:1,1: 110\ntable-cell 0:2,1: 96\n"},
        {"cells that span columns and rows",
         "<table><tr><td rowspan=2>a<td colspan=2>b<td>c<tr><td>d<td>e<td>f<tr><td>g</table>",
         "table-cell 0:0,0: a\ntable-cell 0:0,1: b\ntable-cell 0:0,3: c\ntable-cell 0:1,1: d\n"
         "table-cell 0:1,2: e\ntable-cell 0:1,3: f\ntable-cell 0:2,0: g\n"},
        {"a table that arranges the page", "<table role=presentation><tr><td><p>Ten died.</table>",
         "paragraph: Ten died.\n"},
        {"a caption", "<figure><img alt=\"12\"><figcaption>Ten boats.</figcaption></figure>",
         "caption: Ten boats.\n"},
        {"what is no prose",
         "<nav>1</nav><p>Ten died.<script>2</script><style>3</style><noscript>4</noscript></p>"
         "<aside>5</aside><template>6</template><svg><text>7</text></svg><p hidden>8</p>"
         "<p style='display: none'>9</p><button>10</button><p aria-hidden=true>11</p><!-- 12 -->"
         "<code>13</code><footer>14</footer>",
         "paragraph: Ten died.\n"},
        {"what is left out parts figures", "12<code>x</code>13<b>14</b>", "paragraph: 12 1314\n"},
        {"br ends a line, two end a paragraph", "Ten died.<br>Two live.<br> <br>Nobody fled.",
         "paragraph: Ten died.\\nTwo live.\nparagraph: Nobody fled.\n"},
        {"white space is folded", "<p>\n  Ten \n\t of <b> the</b> 40\r\n  died. </p>",
         "paragraph: Ten of the 40\\ndied.\n"},
        {"white space of pre stays", "<pre>\nTen  of\n  40\n\nTwo</pre>",
         "paragraph: Ten  of\\n  40\nparagraph: Two\n"},
        {"struck text is no prose", "<del>30</del> <ins>32</ins> died.", "paragraph: 32 died.\n"},
        {"raised digits join no figure",
         "300<sup>[1]</sup> died on 10 km<sup>2</sup>, the 19<sup>th</sup>.",
         "paragraph: 300[¹] died on 10 km², the 19th.\n"},
        {"q has marks", "He said <q>ten died</q>.", "paragraph: He said “ten died”.\n"},
        {"blocks in a row", "<div>Ten<div>died</div>here</div>there",
         "paragraph: Ten\nparagraph: died\nparagraph: here\nparagraph: there\n"},
        {"invisible characters are left out", "2,2&#8203;61 civi&shy;lians",
         "paragraph: 2,261 civilians\n"},
        {"text in a table but not in a cell", "<p>Ten.</p><table>died<tr><td>12</table>",
         "paragraph: Ten.\nparagraph: died\ntable-cell 0:0,0: 12\n"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.why);
      CHECK(outline(read_whole(row.text, Format::html)) == row.expected);
    }
  }

  TEST_CASE("metadata come from the page's head and its first time element") {
    const Document document = read_whole(
        "<html lang=en-GB><head><title>T</title>"
        "<meta name=date content=2020-01-01>"
        "<meta property='article:published_time' content='2023-09-21T10:00Z'>"
        "<meta property='og:site_name' content='The Record'></head>"
        "<body><time datetime=2019-05-05>May</time></body>",
        Format::html);
    CHECK(document.metadata.title == "T");
    CHECK(document.metadata.date == "2023-09-21T10:00Z");
    CHECK(document.metadata.source == "The Record");
    CHECK(document.metadata.language == "en-GB");
    CHECK(read_whole(
              "<p><time>May</time><time datetime=2019-05-05>5</time><time datetime=2018>8</time>",
              Format::html)
              .metadata.date == "2019-05-05");
  }

  TEST_CASE("entities and tags inside a text lead back to their bytes") {
    struct Words {
      std::string html;
      std::string words;
      std::string source;
    };
    const Words rows[] = {
        {"<p>caf&eacute;s: 2&nbsp;261 dead", "cafés", "caf&eacute;s"},
        {"<p>caf&eacute;s: 2&nbsp;261 dead", "2\u00A0261", "2&nbsp;261"},
        {"<p>5&#x20ac; &euro;6 &#8364 7", "€6", "&euro;6"},
        {"<p>5&#x20ac; &euro;6 &#8364 7", "€ 7", "&#8364 7"},
        {"<p>R&D cost &notit; &amp;lt;12", "R&D", "R&D"},
        {"<p>R&D cost &notit; &amp;lt;12", "¬it;", "&notit;"},
        {"<p>R&D cost &notit; &amp;lt;12", "&lt;12", "&amp;lt;12"},
        {"<p>a&semi;b", ";b", "&semi;b"},
        {"<p>5 < 6 and 12</b>13 &lt;b>", "5 < 6", "5 < 6"},
        {"<p>5 < 6 and 12</b>13 &lt;b>", "1213", "12</b>13"},
        {"<p>5 < 6 and 12</b>13 &lt;b>", "<b>", "&lt;b>"},
        {"<p>up <b>to</b> 30,000 <i>people</i>", "up to 30,000 people",
         "up <b>to</b> 30,000 <i>people"},
        {"<p>on May\r\n   2, 1991", "May\n2, 1991", "May\r\n   2, 1991"},
        {"<title>5 &amp; <b>6</title>", "5 & <b>6", "5 &amp; <b>6"},
        {"\xEF\xBB\xBF<p>“12” 🍞", "12” 🍞", "12” 🍞"},
        {"<p>9 p.m.<br/>The", "p.m.\nThe", "p.m.<br/>The"},
        {"<p>2\x01 3", "\uFFFD 3", "\x01 3"},
    };
    for (const Words& row : rows) {
      CAPTURE(row.html);
      CAPTURE(row.words);
      CHECK(source_of(read_whole(row.html, Format::html), row.words) == row.source);
    }
  }

  TEST_CASE("what would take gumbo for ever is refused with its place") {
    const Row rows[] = {
        {"nested elements", "<p>\n" + repeated("<div>", 100'000),
         "a.html:2:10001: error: elements nested more than 2000 deep [D006]"},
        {"nested elements with stray end tags", repeated("<x></y>", 100'000),
         "a.html:1:14001: error: elements nested more than 2000 deep [D006]"},
        {"attributes", "<p " + repeated("a b=\"c\" ", 600) + ">",
         "a.html:1:1: error: a tag with more than 1000 attributes [D006]"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.why);
      const Result<Document> result = read_html(row.text, "a.html");
      REQUIRE_FALSE(result);
      CHECK(result.error().to_string() == row.expected);
    }
    std::string fonts;
    for (int i = 0; i < 1500; ++i) fonts += "<font size=" + std::to_string(i) + ">";
    const Result<Document> result = read_html("<p>" + fonts + repeated("<p>x", 10'000), "a.html");
    REQUIRE_FALSE(result);
    CHECK(result.error().message == "too many formatting elements that are not closed");
  }

  TEST_CASE("sloppy pages are read") {
    const Row rows[] = {
        {"paragraphs and items without end tags", repeated("<p>a<ul><li>b<li>c</ul>", 3000), ""},
        {"formatting that is never closed", repeated("<p><b>a", 1500), ""},
        {"deep nesting", repeated("<div>", 1900) + "12", ""},
        {"a script that looks like tags", "<script>" + repeated("if (i<n) x", 3000) + "</script>12",
         ""},
    };
    for (const Row& row : rows) {
      CAPTURE(row.why);
      CHECK_FALSE(read_whole(row.text, Format::html).blocks.empty());
    }
  }
}

}  // namespace
}  // namespace figcheck::document
