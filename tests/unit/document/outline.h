// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "base/text.h"
#include "document/read.h"
#include "figcheck/document.h"

// What the tests of the readers share.
namespace figcheck::document {

/// Returns the text with line ends as "\n" in two characters.
inline std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char byte : text) {
    if (byte == '\n') {
      line += "\\n";
    } else {
      line += byte;
    }
  }
  return line;
}

/// Returns a line for each block: kind, place and text.
///
///     headline: Ten dead
///     list-item 1/2: in list 1, 2 deep
///     table-cell 0:1,2: in table 0, row 1, column 2; "h" marks a header
inline std::string outline(const Document& document) {
  std::string lines;
  for (const Block& block : document.blocks) {
    lines += to_string(block.kind);
    if (block.kind == BlockKind::list_item) {
      lines += " " + std::to_string(block.list) + "/" + std::to_string(block.list_depth);
    }
    if (block.kind == BlockKind::table_cell) {
      lines += " " + std::to_string(block.cell.table) + ":" + std::to_string(block.cell.row) + "," +
               std::to_string(block.cell.column) + (block.cell.header ? "h" : "");
    }
    lines += ": " + on_one_line(document.slice(block.span)) + "\n";
  }
  return lines;
}

/// Returns a line for each run that is not verbatim: its text, and the source that it stands for.
inline std::string replacements(const Document& document) {
  std::string lines;
  for (const SourceRun& run : document.runs) {
    if (run.verbatim) continue;
    const std::string_view source = document.source(run.section);
    lines += on_one_line(document.slice(run.text)) + " <- " +
             on_one_line(source.substr(run.source.start, run.source.size())) + "\n";
  }
  return lines;
}

/// Returns the bytes of the article that the first occurrence of `words` in its text came from.
inline std::string source_of(const Document& document, std::string_view words) {
  const std::size_t at = document.text.find(words);
  if (at == std::string::npos) return "(not in the text)";
  Section section = Section::text;
  const Span span = document.to_source({at, at + words.size()}, &section);
  return document.source(section).substr(span.start, span.size());
}

/// Checks what holds of every document: runs are in order, cover each block and nothing else, and
/// give its bytes where verbatim; blocks are parted by an empty line and have no blanks at their
/// ends.
inline void check_whole(const Document& document) {
  CHECK_FALSE(find_invalid_utf8(document.text));
  std::size_t run = 0;
  std::size_t end = 0;
  for (const Block& block : document.blocks) {
    REQUIRE(block.span.start < block.span.end);
    if (&block != &document.blocks.front()) {
      REQUIRE(block.span.start == end + 2);
      REQUIRE(document.text.substr(end, 2) == "\n\n");
    }
    std::size_t at = block.span.start;
    for (; run < document.runs.size() && document.runs[run].text.start < block.span.end; ++run) {
      const SourceRun& piece = document.runs[run];
      const std::string_view source = document.source(piece.section);
      REQUIRE(piece.text.start == at);
      REQUIRE(piece.text.end > at);
      REQUIRE(piece.source.start <= piece.source.end);
      REQUIRE(piece.source.end <= source.size());
      if (piece.verbatim) {
        REQUIRE(document.slice(piece.text) ==
                source.substr(piece.source.start, piece.source.size()));
      }
      at = piece.text.end;
    }
    REQUIRE(at == block.span.end);
    const std::string_view text = document.slice(block.span);
    REQUIRE(fold_space(text.substr(0, 1)) == text.substr(0, 1));
    REQUIRE(fold_space(text.substr(text.size() - 1)) == text.substr(text.size() - 1));
    end = block.span.end;
  }
  REQUIRE(run == document.runs.size());
  REQUIRE(end == document.text.size());
}

/// Reads, and checks what holds of every document.
inline Document read_whole(std::string_view bytes, Format format) {
  const Result<Document> result = read(bytes, format, "article");
  if (!result) FAIL(result.error().to_string());
  check_whole(*result);
  return *result;
}

}  // namespace figcheck::document
