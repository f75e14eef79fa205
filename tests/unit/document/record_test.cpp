// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "document/outline.h"
#include "document/read.h"

namespace figcheck::document {
namespace {

Document read_line(std::string_view line) {
  const Result<Record> record = parse_record(line, "a.jsonl", 1);
  if (!record) FAIL(record.error().to_string());
  const Result<Document> document = read_record(*record);
  if (!document) FAIL(document.error().to_string());
  check_whole(*document);
  return *document;
}

TEST_SUITE("JSON Lines") {
  TEST_CASE("the fields of a record are read") {
    const Result<Record> record = parse_record(
        R"({"text": "Ten \u201cdied\u201d.\n", "id": "a-1", "title": "Ten", "date": "Tuesday", "place": "Baku",)"
        R"( "source": "Record", "event": "flood", "language": "en", "format": "markdown", "more": [1, {}]})"
        "\r",
        "a.jsonl", 7);
    REQUIRE(record);
    CHECK(record->id == "a-1");
    CHECK(record->text == "Ten “died”.\n");
    CHECK(record->title == "Ten");
    CHECK(record->metadata.date == "Tuesday");
    CHECK(record->metadata.place == "Baku");
    CHECK(record->metadata.source == "Record");
    CHECK(record->metadata.event == "flood");
    CHECK(record->metadata.language == "en");
    CHECK(record->format == "markdown");
  }

  TEST_CASE("an id may be a number, and null is as good as nothing") {
    struct Row {
      std::string line;
      std::string id;
    };
    const Row rows[] = {
        {R"({"id": 12, "text": ""})", "12"},
        {R"({"id": -3, "text": ""})", "-3"},
        {R"({"id": 18446744073709551615, "text": ""})", "18446744073709551615"},
        {R"({"id": "", "text": "", "title": null, "date": null})", ""},
    };
    for (const Row& row : rows) {
      CAPTURE(row.line);
      const Result<Record> record = parse_record(row.line, "a.jsonl", 1);
      REQUIRE(record);
      CHECK(record->id == row.id);
    }
  }

  TEST_CASE(
      "a line that is no record is refused with its number, and its id is given where there is "
      "one") {
    struct Row {
      std::string line;
      std::string expected;
      std::string id;
    };
    const Row rows[] = {
        {R"([1, 2])", "a.jsonl:7: error: an array where an object is expected [D010]", ""},
        {R"("x")", "a.jsonl:7: error: a string where an object is expected [D010]", ""},
        {R"({"id": "a-1"})", "a.jsonl:7: error: \"text\" is missing [D011]", "a-1"},
        {R"({"text": "x"})", "a.jsonl:7: error: \"id\" is missing [D011]", ""},
        {R"({"id": 5, "text": null})",
         "a.jsonl:7: error: \"text\" must be a string, not null [D011]", "5"},
        {R"({"id": "a", "text": ["x"]})",
         "a.jsonl:7: error: \"text\" must be a string, not an array [D011]", "a"},
        {R"({"id": {}, "text": "x"})",
         "a.jsonl:7: error: \"id\" must be a string or a number, not an object [D011]", ""},
        {R"({"id": "a", "text": "x", "date": 2023})",
         "a.jsonl:7: error: \"date\" must be a string, not a number [D011]", "a"},
        {R"({"id": "a", "text": "x", "title": true})",
         "a.jsonl:7: error: \"title\" must be a string, not true or false [D011]", "a"},
        {"{\"id\": \"a\", \"text\": \"\xE9\"}",
         "a.jsonl:7:22: error: not valid UTF-8 [D001]\n     = save it as UTF-8", ""},
    };
    for (const Row& row : rows) {
      CAPTURE(row.line);
      const Result<Record> record = parse_record(row.line, "a.jsonl", 7);
      REQUIRE_FALSE(record);
      CHECK(record.error().to_string() == row.expected);
      CHECK(record_id(row.line) == row.id);
    }
    for (const std::string line :
         {"", "{", "{\"id\": \"a\", \"text\": \"x\"} {}", "{\"id\": \"a\", \"text\": \"x", "Ten"}) {
      CAPTURE(line);
      const Result<Record> record = parse_record(line, "a.jsonl", 7);
      REQUIRE_FALSE(record);
      CHECK(record.error().code == "D010");
      CHECK(record.error().line == 7);
      CHECK(record.error().message == "not valid JSON");
      CHECK_FALSE(record.error().hint.empty());
      CHECK(record_id(line).empty());
    }
  }

  TEST_CASE("the title is a headline of its own section, before the text") {
    const Document document = read_line(
        R"({"id": 1, "title": " Ten \"dead\" ", "text": "Up to 30\n\nThey died in the flood."})");
    CHECK(outline(document) ==
          "headline: Ten \"dead\"\nparagraph: Up to 30\nparagraph: They died in the flood.\n");
    CHECK(document.metadata.title == " Ten \"dead\" ");
    Section section = Section::text;
    CHECK(document.to_source({4, 10}, &section) == Span{5, 11});
    CHECK(section == Section::headline);
    const std::size_t at = document.text.find("30");
    CHECK(document.to_source({at, at + 2}, &section) == Span{6, 8});
    CHECK(section == Section::text);
  }

  TEST_CASE("the text is read by the record's format") {
    struct Row {
      std::string line;
      std::string expected;
    };
    const Row rows[] = {
        {R"({"id": 1, "text": "*Ten*"})", "paragraph: *Ten*\n"},
        {R"({"id": 1, "format": "markdown", "text": "*Ten*"})", "paragraph: Ten\n"},
        {R"({"id": 1, "format": "auto", "text": "<html><p>Ten"})", "paragraph: Ten\n"},
        {R"({"id": 1, "format": "html", "title": "A", "text": "<title>T</title><p>Ten &amp; two"})",
         "headline: A\nparagraph: Ten & two\n"},
        {R"({"id": 1, "title": "A", "text": ""})", "headline: A\n"},
        {R"({"id": 1, "title": "  ", "text": " "})", ""},
    };
    for (const Row& row : rows) {
      CAPTURE(row.line);
      CHECK(outline(read_line(row.line)) == row.expected);
    }
  }

  TEST_CASE("the fields of a record go before those of its text") {
    const Document document = read_line(
        R"({"id": 1, "date": "2023-01-01", "format": "markdown", "text": "---\ndate: 2020\nplace: Baku\n---\nTen"})");
    CHECK(document.metadata.date == "2023-01-01");
    CHECK(document.metadata.place == "Baku");
  }

  TEST_CASE("a record that no reader takes is refused by its id") {
    Record record;
    record.id = "a-1";
    record.format = "docx";
    CHECK(read_record(record).error().to_string() ==
          "a-1: error: unknown format \"docx\": expected text, markdown or html [D004]");
    record.format.clear();
    record.text = std::string("Ten\n\0", 5);
    CHECK(read_record(record).error().to_string() == "a-1:2:1: error: not text: a NUL byte [D002]");
    record.text.clear();
    record.title = std::string("\0", 1);
    CHECK(read_record(record).error().to_string() ==
          "a-1:1:1: error: title: not text: a NUL byte [D002]");
  }

  TEST_CASE("one record may be read as an article") {
    const Result<Document> document =
        read(R"({"id": "a-1", "text": "Ten died."})", Format::jsonl, "a.jsonl");
    REQUIRE(document);
    CHECK(document->id == "a-1");
    CHECK(document->source_text == "Ten died.");
  }
}

}  // namespace
}  // namespace figcheck::document
