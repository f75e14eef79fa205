// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "figcheck/document.h"
#include "figcheck/result.h"

// Reading: from the bytes of an article to a Document. One reader for each format, all with exact
// spans. The readers never print, throw or crash, whatever the bytes.
namespace figcheck::document {

enum class Format { automatic, text, markdown, html, jsonl };

/// Returns the format called "auto", "text", "markdown", "html" or "jsonl". Fails with D004 for any
/// other name.
Result<Format> format_by_name(std::string_view name);

/// Returns the format that a file's name suggests, or else its first bytes; plain text where
/// neither does. Never `automatic`.
Format guess_format(std::string_view path, std::string_view bytes);

/// Reads one article. `id` becomes the document's id and is the file named in diagnostics. JSON
/// Lines are read as one record.
///
/// Fails with D001 for invalid UTF-8 (with line and column of the first bad byte), with D002 for
/// input that is not text at all (a NUL byte) and with D005 for more than 1 GiB. Front matter that
/// is not valid YAML fails with D003, HTML whose nesting no reader could follow with D006. An empty
/// article is a document without blocks.
Result<Document> read(std::string_view bytes, Format format, std::string id);

/// Reads plain text.
///
///     paragraphs       are parted by blank lines. Where there are none, each line is a paragraph,
///                      unless most lines go on in small letters: then the text was wrapped
///     - item, 1. item  are list items; "*" and "•" count like "-"
///     | a | b |        is a row of a table, whose first row is a header when it looks like one
///     -----            is no prose
///
/// The first line is the headline if it has 4 to 14 words, no final stop, and longer text follows.
Result<Document> read_text(std::string_view bytes, std::string id);

/// Reads CommonMark with tables and strikethrough, after optional front matter in YAML between
/// lines of "---". Of the front matter, title, date, place, source, language and event are
/// metadata; title also makes a headline block, and standfirst or description a standfirst block.
/// Code between fences or backquotes, raw HTML, struck text and link destinations are no prose.
/// Indented text is prose.
Result<Document> read_markdown(std::string_view bytes, std::string id);

/// Reads HTML5. The headline is the first h1 (one inside article or main goes first), or else the
/// title. Navigation, asides, footers, forms' controls, code, struck text and hidden elements are
/// no prose.
Result<Document> read_html(std::string_view bytes, std::string id);

/// The fields of one JSON Lines record; `format` is empty when the record has none.
struct Record {
  std::string id;
  std::string text;
  std::string title;
  Metadata metadata;  ///< All but its title.
  std::string format;
};

/// Reads one line of JSON Lines into the fields of its record: {"id", "text", "title"?, "date"?,
/// "place"?, "source"?, "event"?, "language"?, "format"?}. Fields of other names are ignored, and
/// so is null for an optional one; an id may be a number. Fails with D001 for invalid UTF-8, with
/// D010 for a line that is not a JSON object, and with D011 where "id" or "text" is missing or a
/// field has another type.
Result<Record> parse_record(std::string_view line, std::string_view file, std::size_t line_number);

/// Reads a line with two versions of an article, {"id", "old": {...}, "new": {...}}: records
/// without ids of their own. The old one is first. Fails as parse_record() does.
Result<std::pair<Record, Record>> parse_versions(std::string_view line, std::string_view file,
                                                 std::size_t line_number);

/// Returns the id of a line that parse_record() refuses, for the answer to it; empty when even that
/// cannot be read.
std::string record_id(std::string_view line);

/// Makes the document of a record: the title becomes a headline block in Section::headline, the
/// text is read by the record's format. Fails as read() does, and with D004 for an unknown format.
Result<Document> read_record(Record record);

}  // namespace figcheck::document
