// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "figcheck/document.h"

namespace figcheck::document {

/// Adds blocks to a document and keeps its runs.
///
/// A block is begun, filled with pieces of the source and finished. White space at its ends is
/// dropped, and so is a block that holds nothing else. Characters that are there for the eye alone
/// (soft hyphen, zero-width space, word joiner, byte order mark) are left out of the text, so that
/// a word or a number is never broken by one.
class Builder {
 public:
  /// The pieces that are added later count bytes of `section`.
  Builder(Document& document, Section section) : document_(document), section_(section) {}

  /// Finishes the open block and begins another of the kind, cell and list given.
  void begin(const Block& like);

  /// Finishes the open block, if there is one.
  void finish();

  /// Changes what kind the open block is.
  void set_kind(BlockKind kind) { block_.kind = kind; }

  bool is_open() const { return open_; }
  /// Whether there is no text in the open block so far, or no open block.
  bool is_blank() const { return !open_ || !started_; }
  /// Whether the next piece follows white space, or nothing.
  bool after_space() const;
  /// Whether the open block has text and nothing but spaces follows its last line end.
  bool at_line_start() const;

  /// Adds bytes of the source as they stand.
  void copy(Span source);

  /// Adds text that stands for bytes of the source.
  void replace(std::string_view text, Span source);

  /// Notes that something which is no prose is left out here. If that would join two words or two
  /// numbers into one, a space is put between them.
  void leave_out() { left_out_ = true; }

 private:
  void copy_visible(Span source);
  void start(char next, Span source);
  void add(std::string_view added, Span source, bool verbatim);

  Document& document_;
  Section section_;
  Block block_;
  bool open_ = false;
  bool started_ = false;  ///< Text was added to the open block.
  bool left_out_ = false;
  std::size_t first_run_ = 0;  ///< The first run of the open block.
};

}  // namespace figcheck::document
