// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "figcheck/span.h"

namespace figcheck {

/// The field of the input that a span counts bytes of. In a file there is only `text`: the whole
/// file, front matter included. In JSON Lines `headline` is the field "title".
enum class Section : std::uint8_t { text, headline };

/// Returns "text" or "headline".
const char* to_string(Section section);

enum class BlockKind : std::uint8_t {
  headline,
  standfirst,
  heading,  ///< A cross-heading inside the body.
  paragraph,
  list_item,
  table_cell,
  caption,
  quotation,  ///< A block quotation; quotation marks inside a paragraph are found later.
};

/// Returns "headline", "list-item" and so on.
const char* to_string(BlockKind kind);

/// Where a table cell stands. Rows and columns count from 0; a table is numbered within its
/// document.
struct TableCell {
  std::uint32_t table = 0;
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  bool header = false;
};

/// A part of a document that is read by itself: no sentence and no claim of a sentence crosses its
/// ends.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  Span span;               ///< In Document::text.
  TableCell cell;          ///< For table cells only.
  std::uint32_t list = 0;  ///< For list items: the number of the list within the document, from 1.
  std::uint32_t list_depth = 0;  ///< For list items: 1 is the outermost.
};

/// A run of the plain text and the bytes of the article that it came from.
///
/// Where `verbatim`, the two are the same bytes and a place inside one is the same place inside the
/// other. Where not (an entity, a character reference, folded white space), the run stands for all
/// of its source bytes and cannot be divided.
struct SourceRun {
  Span text;    ///< In Document::text.
  Span source;  ///< In the article's bytes of `section`.
  Section section = Section::text;
  bool verbatim = true;
};

/// What the front matter, the JSON Lines fields or the command line say of an article. Each is
/// empty when nobody says so.
struct Metadata {
  std::string title;
  std::string date;  ///< As written: "2023-09-20" or "2023-09-20T13:00Z".
  std::string place;
  std::string source;
  std::string language;  ///< "en", "en-GB".
  std::string event;     ///< Groups articles for `compare`.
};

/// A position for people: both count from 1; the column counts UTF-8 code points.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
};

/// An article after reading: its plain text in blocks, what is known of it, and the way back from
/// every byte of that text to the bytes that were handed in.
///
/// Immutable once read, so it can be shared between threads.
struct Document {
  std::string id;  ///< The path of the file, or the "id" of a JSON Lines record.
  Metadata metadata;
  std::string text;  ///< Plain text, valid UTF-8: blocks in reading order, "\n\n" between them.
  std::vector<Block> blocks;    ///< In the order of their text; they do not overlap.
  std::vector<SourceRun> runs;  ///< In the order of `text`; together they cover every block.
  std::string source_text;      ///< The bytes of Section::text as handed in.
  std::string
      source_headline;  ///< The bytes of Section::headline as handed in (JSON Lines), or empty.

  /// Returns the article's bytes that the span of plain text came from, and their section. A span
  /// that begins or ends inside a run that cannot be divided is widened to the whole run.
  Span to_source(const Span& in_text, Section* section = nullptr) const;

  /// Returns the bytes of a section as they were handed in.
  const std::string& source(Section section) const {
    return section == Section::headline ? source_headline : source_text;
  }

  std::string_view slice(const Span& in_text) const {
    return std::string_view(text).substr(in_text.start, in_text.size());
  }
};

/// Returns the position of a byte of `source`. A place past the end gives the end.
Position position_of(std::string_view source, std::size_t offset);

}  // namespace figcheck
