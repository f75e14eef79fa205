// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/text.h"
#include "document/html.h"
#include "document/lines.h"

namespace figcheck::document {

namespace {

constexpr std::string_view kSpaces = " \t\n\f\r";
constexpr std::string_view kReplacement = "\uFFFD";  // What gumbo makes of a control character.

bool is_html_space(char byte) { return kSpaces.find(byte) != std::string_view::npos; }

// Whether "<" and what follows it are markup.
bool is_markup(std::string_view source) {
  if (source.size() < 2) return false;
  const char next = source[1];
  if (next == '/') return source.size() > 2;
  return (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '!' || next == '?';
}

// Returns the end of the tag or comment at `start`. Gumbo drops some inside a text node, such as an
// end tag without its start tag.
std::size_t markup_end(std::string_view source, std::size_t start) {
  if (source.substr(start, 4) == "<!--") {
    const std::size_t end = source.find("-->", start + 4);
    return end == std::string_view::npos ? source.size() : end + 3;
  }
  // Quotes mean nothing in the tag's name.
  const std::size_t name_end =
      std::min(source.find_first_of(" \t\n\f\r/>", start + 2), source.size());
  char quote = '\0';
  for (std::size_t at = name_end; at < source.size(); ++at) {
    const char byte = source[at];
    if (quote != '\0') {
      if (byte == quote) quote = '\0';
    } else if (byte == '>') {
      return at + 1;
    } else if ((byte == '"' || byte == '\'') && source[at - 1] == '=') {
      quote = byte;
    }
  }
  return source.size();
}

}  // namespace

void HtmlText::add(const GumboText& node, const Block& block, const Style& style) {
  if (node.original_text.data == nullptr) return;
  const auto start = static_cast<std::size_t>(node.original_text.data - source_.data());
  Span from{start, start + node.original_text.length};
  const std::string_view text = node.text;
  std::size_t read = 0;
  const bool along = walk(text, from, read, block, style);
  flush();
  // Where text and source part company, the rest of the one stands for the rest of the other.
  if (!along) put(text.substr(read), from, block);
}

// Walks along `text` and the source at once. Returns false when they differ in a way that is not
// known; `from` and `read` are where.
bool HtmlText::walk(std::string_view text, Span& from, std::size_t& read, const Block& block,
                    const Style& style) {
  pending_ = {from.start, from.start};
  while (read < text.size()) {
    if (from.start >= from.end) return false;
    const std::size_t at = from.start;
    const char byte = source_[at];
    const std::string_view rest = source_.substr(at, from.end - at);
    const std::string_view unread = text.substr(read);
    if (byte == '&') {
      const CharacterReferences::Reference reference = references_.read(rest);
      if (reference.length > 0 && unread.starts_with(reference.text)) {
        flush();
        from.start += reference.length;
        read += reference.text.size();
        pending_ = {from.start, from.start};
        if (reference.text.size() == 1 && is_html_space(reference.text.front())) {
          put_space(reference.text.front(), {at, from.start}, block, style);
        } else {
          put(reference.text, {at, from.start}, block);
        }
        continue;
      }
    }
    if (byte == '\r' && unread.front() == '\n') {
      from.start = skip_line_end(source_.substr(0, from.end), at);
      ++read;
      put_space('\n', {at, from.start}, block, style);
      continue;
    }
    if (byte == '<' && style.markup && is_markup(rest)) {
      flush();
      from.start = markup_end(source_.substr(0, from.end), at);
      pending_ = {from.start, from.start};
      continue;
    }
    if (byte == unread.front()) {
      ++from.start;
      ++read;
      if (is_html_space(byte)) {
        put_space(byte, {at, at + 1}, block, style);
      } else if (const std::string_view digit = in_script(byte, style.script); !digit.empty()) {
        flush();
        put(digit, {at, at + 1}, block);
        pending_ = {from.start, from.start};
      } else {
        if (!builder_.is_open()) builder_.begin(block);
        pending_.end = from.start;
      }
      continue;
    }
    if (unread.starts_with(kReplacement)) {
      flush();
      next_code_point(source_, from.start);
      read += kReplacement.size();
      put(kReplacement, {at, from.start}, block);
      pending_ = {from.start, from.start};
      continue;
    }
    if (!is_html_space(byte)) return false;
    // The line end that HTML drops at the start of a pre element.
    flush();
    ++from.start;
    pending_ = {from.start, from.start};
  }
  return true;
}

// Adds white space, of which a run is folded to its first character.
void HtmlText::put_space(char space, Span from, const Block& block, const Style& style) {
  const bool as_it_stands = from.size() == 1 && source_[from.start] == space;
  const char before = pending_.empty() ? '\0' : source_[pending_.end - 1];
  if (style.preformatted) {
    if (space == '\n') {
      flush();
      if (builder_.at_line_start()) {
        builder_.finish();
        pending_ = {from.end, from.end};
        return;
      }
    }
  } else if (pending_.empty() ? builder_.after_space() : is_html_space(before)) {
    flush();
    pending_ = {from.end, from.end};
    return;
  }
  if (!builder_.is_open()) {
    pending_ = {from.end, from.end};
    return;
  }
  if (as_it_stands) {
    pending_.end = from.end;
    return;
  }
  flush();
  put(std::string_view(&space, 1), from, block);
  pending_ = {from.end, from.end};
}

void HtmlText::put(std::string_view text, Span from, const Block& block) {
  if (!builder_.is_open()) builder_.begin(block);
  builder_.replace(text, from);
}

void HtmlText::flush() {
  if (!pending_.empty()) builder_.copy(pending_);
  pending_.start = pending_.end;
}

}  // namespace figcheck::document
