// SPDX-License-Identifier: Apache-2.0
#include "document/read.h"

#include <string>

#include "document/outline.h"

namespace figcheck::document {
namespace {

TEST_SUITE("reading") {
  TEST_CASE("formats have names") {
    CHECK(*format_by_name("auto") == Format::automatic);
    CHECK(*format_by_name("text") == Format::text);
    CHECK(*format_by_name("markdown") == Format::markdown);
    CHECK(*format_by_name("html") == Format::html);
    CHECK(*format_by_name("jsonl") == Format::jsonl);
    const Result<Format> unknown = format_by_name("markdwon");
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == "D004");
    CHECK(unknown.error().message ==
          "unknown input format \"markdwon\": expected auto, text, markdown, html or jsonl");
    CHECK(unknown.error().hint == "did you mean \"markdown\"?");
  }

  TEST_CASE("a format is guessed from the name, and from the first bytes where that says nothing") {
    struct Row {
      std::string path;
      std::string bytes;
      Format format;
    };
    const Row rows[] = {
        {"a.md", "<html>", Format::markdown},
        {"A.MARKDOWN", "", Format::markdown},
        {"a.html", "", Format::html},
        {"a.HTM", "", Format::html},
        {"a.txt", "# x", Format::text},
        {"a.jsonl", "", Format::jsonl},
        {"-", "", Format::text},
        {"-", "Ten died.", Format::text},
        {"-", "---\nx: y\n", Format::markdown},
        {"-", "# Ten", Format::markdown},
        {"-", "#1 in Rome", Format::text},
        {"-", "\xEF\xBB\xBF <!DOCTYPE html>", Format::html},
        {"-", "<HTML>", Format::html},
        {"-", "{\"id\": 1}", Format::jsonl},
        {"-", "{ \"id\": 1}", Format::jsonl},
        {"-", "{Ten} died", Format::text},
        {"articles.md/a", "Ten", Format::text},
    };
    for (const Row& row : rows) {
      CAPTURE(row.path);
      CAPTURE(row.bytes);
      CHECK(guess_format(row.path, row.bytes) == row.format);
    }
  }

  TEST_CASE("bytes that are no text are refused with their place, in every format") {
    struct Row {
      std::string bytes;
      std::string expected;
    };
    const Row rows[] = {
        {"Ten\n“died” caf\xE9!",
         "a:2:15: error: not valid UTF-8: the byte 0xE9 [D001]\n     = save it as UTF-8"},
        {"Ten\xE2\x80",
         "a:1:4: error: not valid UTF-8: the byte 0xE2 [D001]\n     = save it as UTF-8"},
        {"\xFF\xFET\0e\0",
         "a:1:1: error: not valid UTF-8: it is UTF-16 [D001]\n     = save it as UTF-8"},
        {std::string("Ten\n\n\0died", 10), "a:3:1: error: not text: a NUL byte [D002]"},
    };
    for (const Row& row : rows) {
      for (const Format format : {Format::text, Format::markdown, Format::html}) {
        CAPTURE(row.expected);
        const Result<Document> result = read(row.bytes, format, "a");
        REQUIRE_FALSE(result);
        CHECK(result.error().to_string() == row.expected);
      }
    }
  }

  TEST_CASE("the bytes are kept as they were handed in") {
    for (const Format format : {Format::text, Format::markdown, Format::html}) {
      const Document document = read_whole("\xEF\xBB\xBFTen\r\ndied.\r\n", format);
      CHECK(document.id == "article");
      CHECK(document.source_text == "\xEF\xBB\xBFTen\r\ndied.\r\n");
      CHECK(document.source_headline.empty());
    }
  }

  TEST_CASE("the articles among the fixtures are read, and each word leads back to itself") {
    for (const std::string name : {"truce.md", "flood.txt", "election.html"}) {
      CAPTURE(name);
      const Result<std::string> bytes = read_file(std::string("fixtures/articles/") + name);
      REQUIRE(bytes);
      const Result<Document> document = read(*bytes, Format::automatic, name);
      REQUIRE(document);
      check_whole(*document);
      CHECK(document->blocks.front().kind == BlockKind::headline);
      CHECK(document->blocks.size() > 8);
    }
  }
}

}  // namespace
}  // namespace figcheck::document
