// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "project/shipped.h"

// Articles that nobody writes must not take long either: time grows with the length of an article
// and no faster. The limits leave room for sanitizers and for a machine that is busy.
namespace figcheck::project {
namespace {

constexpr double kSeconds = 20;

std::string repeat(const std::string& text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

double seconds_for(const std::string& article, Format format = Format::text) {
  // Not an answer: how long this test takes.
  const auto begin = std::chrono::steady_clock::now();
  ArticleOptions options;
  options.format = format;
  options.as_of = "2024-05-01";
  auto document = Engine::read(article, "article", options);
  if (document) engine().check(std::move(document).value());
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

TEST_CASE("articles that nobody writes are read in time") {
  struct Row {
    const char* what;
    std::string article;
  };
  const Row rows[] = {
      {"a megabyte of digits in one line", repeat("7", 1 << 20)},
      {"grouped digits in one line", repeat("1,234,567 ", 30000)},
      {"100,000 open brackets", repeat("(", 100000)},
      {"open brackets with figures", repeat("(5 ", 30000)},
      {"numbers only", repeat("12 ", 30000)},
      {"numbers and commas only", repeat("12, ", 20000)},
      {"one sentence of 'including 5 of 7'", repeat("including 5 of 7 ", 10000)},
      {"10,000 sentences of 'including 5 of 7'",
       repeat("There were 12, including 5 of 7. ", 10000)},
      {"number words without end", repeat("twenty million ", 50000)},
      {"a list without end", "Two things: " + repeat("salt, ", 50000) + "and sand."},
      {"nested quotation marks", repeat("\xE2\x80\x9C"
                                        "12 men \xE2\x80\x98",
                                        20000)},
      {"dates only", repeat("Monday, 3 May 2021 ", 5000)},
      {"clock times only", repeat("13.00 local time (10.00 GMT) ", 2500)},
      {"money in brackets", repeat("\xC2\xA3"
                                   "3m (\xE2\x82\xAC"
                                   "4m) ",
                                   20000)},
      {"percentages from and to", repeat("rose 5 per cent to 105 from 100 ", 4000)},
      {"one word of a megabyte", repeat("a", 1 << 20)},
      {"marks only", repeat("- , ; : ", 50000)},
      {"one noun counted again and again", repeat("There were 1,234 people killed. ", 20000)},
  };
  seconds_for("A first article compiles what it needs: 12 of 40 people, or 30 per cent.");
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(seconds_for(row.article) < kSeconds);
  }
}

TEST_CASE("documents that nobody writes are read in time") {
  struct Row {
    const char* what;
    std::string article;
    Format format;
  };
  const Row rows[] = {
      {"nested quotations in Markdown", repeat(repeat("> ", 500) + "12 people\n", 20),
       Format::markdown},
      {"open brackets in Markdown", repeat("[", 50000), Format::markdown},
      {"nested lists in Markdown", repeat("- ", 20000) + "12", Format::markdown},
      {"a table of figures in Markdown", "|a|b|\n|-|-|\n" + repeat("|12|13|\n", 20000),
       Format::markdown},
      {"nested elements in HTML", repeat("<div>", 50000) + "12 people", Format::html},
      {"open paragraphs in HTML", repeat("<p>12 of 13", 20000), Format::html},
      {"character references in HTML", repeat("&pound;3m &#8212; ", 50000), Format::html},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(seconds_for(row.article, row.format) < kSeconds);
  }
}

TEST_CASE("reports that say one thing again and again are compared in time") {
  const auto begin = std::chrono::steady_clock::now();
  std::vector<Document> documents;
  for (const char* name : {"a", "b", "c"}) {
    auto document = Engine::read(repeat("There were 12 people killed. ", 200), name);
    REQUIRE(document.ok());
    documents.push_back(std::move(document).value());
  }
  CHECK(engine().compare("event", std::move(documents)).findings.empty());
  CHECK(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() < kSeconds);
}

TEST_CASE("twice the article takes about twice the time") {
  const std::string unit =
      "There were 2,261 civilians, including 1,049 children, and 30 per cent fled. ";
  const double once = seconds_for(repeat(unit, 2000));
  const double four = seconds_for(repeat(unit, 8000));
  CAPTURE(once);
  CAPTURE(four);
  CHECK(four < 12 * once + 0.5);
}

}  // namespace
}  // namespace figcheck::project
