// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "figcheck/diagnostic.h"
#include "figcheck/document.h"

// The readers as read() and read_record() use them. Each adds the blocks of `document.source_text`,
// which is valid UTF-8 without NUL, to what the document has, and fills those metadata that are
// empty. Returns why not when it cannot.
namespace figcheck::document {

std::optional<Diagnostic> append_text(Document& document);
std::optional<Diagnostic> append_markdown(Document& document);
std::optional<Diagnostic> append_html(Document& document);

/// Returns whether the document has a headline already.
bool has_headline(const Document& document);

/// Returns how many bytes of byte order mark the source begins with: 3 or 0.
std::size_t byte_order_mark(std::string_view source);

/// Returns a diagnostic that points at a byte of `source`, with line and column and without the
/// line.
Diagnostic complain_at(std::string code, std::string message, std::string file,
                       std::string_view source, std::size_t offset);

/// Puts a value into a field of the metadata that nobody has filled.
void fill(std::string& field, std::string_view value);

}  // namespace figcheck::document
