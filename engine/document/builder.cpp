// SPDX-License-Identifier: Apache-2.0
#include "document/builder.h"

#include <algorithm>
#include <array>

#include "base/bytes.h"
#include "base/text.h"

namespace figcheck::document {

namespace {

constexpr std::string_view kBlockSeparator = "\n\n";

// The first bytes of the characters that are there for the eye alone.
constexpr std::array<bool, 256> kMayBeInvisible = [] {
  std::array<bool, 256> table{};
  table[0xC2] = table[0xE2] = table[0xEF] = true;
  return table;
}();

// Returns the length of the invisible character at the start of `text`, or 0.
std::size_t invisible_length(std::string_view text) {
  for (std::string_view character : {"\xC2\xAD", "\xE2\x80\x8B", "\xE2\x81\xA0", "\xEF\xBB\xBF"}) {
    if (text.substr(0, character.size()) == character) return character.size();
  }
  return 0;
}

bool is_space_at(std::string_view text, std::size_t offset) {
  return is_space(next_code_point(text, offset));
}

// Returns how many bytes of white space `text` begins with.
std::size_t leading_space(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    std::size_t next = offset;
    if (!is_space(next_code_point(text, next))) break;
    offset = next;
  }
  return offset;
}

// Returns the start of the last character of `text`, which must not be empty.
std::size_t last_character(std::string_view text) {
  std::size_t offset = text.size() - 1;
  while (offset > 0 && (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80) --offset;
  return offset;
}

// Whether the byte belongs to a word or a number. Bytes of longer characters count.
bool is_word_byte(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return value >= 0x80 || (value >= '0' && value <= '9') || (value >= 'a' && value <= 'z') ||
         (value >= 'A' && value <= 'Z');
}

}  // namespace

void Builder::begin(const Block& like) {
  finish();
  block_ = like;
  open_ = true;
}

bool Builder::after_space() const {
  return is_blank() || is_space_at(document_.text, last_character(document_.text));
}

bool Builder::at_line_start() const {
  if (is_blank()) return false;
  const std::size_t last = document_.text.find_last_not_of(" \t");
  return last != std::string::npos && document_.text[last] == '\n';
}

void Builder::copy(Span source) {
  const std::string_view all = document_.source(section_);
  std::size_t from = source.start;
  std::size_t at = source.start;
  while (at < source.end) {
    std::size_t invisible = 0;
    if (kMayBeInvisible[static_cast<unsigned char>(all[at])]) {
      invisible = invisible_length(all.substr(at, source.end - at));
    }
    if (invisible == 0) {
      at = std::min(find_byte<true>(all.substr(0, source.end), at + 1), source.end);
      continue;
    }
    copy_visible({from, at});
    at += invisible;
    from = at;
  }
  copy_visible({from, source.end});
}

void Builder::copy_visible(Span source) {
  const std::string_view all = document_.source(section_);
  if (!started_) source.start += leading_space(all.substr(source.start, source.size()));
  if (!source.empty()) add(all.substr(source.start, source.size()), source, true);
}

void Builder::replace(std::string_view text, Span source) {
  if (text.empty() || invisible_length(text) == text.size()) return;
  if (!started_ && leading_space(text) == text.size()) return;
  add(text, source, false);
}

void Builder::start(char next, Span source) {
  std::string& text = document_.text;
  std::vector<SourceRun>& runs = document_.runs;
  if (!started_) {
    if (!text.empty()) text += kBlockSeparator;
    block_.span.start = text.size();
    first_run_ = runs.size();
    started_ = true;
  } else if (left_out_ && is_word_byte(text.back()) && is_word_byte(next)) {
    // Text that HTML moves about (out of a table, say) may stand before its neighbour in the
    // source.
    const std::size_t from = runs.back().source.end;
    const Span gap =
        from <= source.start ? Span{from, source.start} : Span{source.start, source.start};
    runs.push_back({{text.size(), text.size() + 1}, gap, section_, false});
    text += ' ';
  }
  left_out_ = false;
}

void Builder::add(std::string_view added, Span source, bool verbatim) {
  start(added.front(), source);
  std::string& text = document_.text;
  std::vector<SourceRun>& runs = document_.runs;
  const Span span{text.size(), text.size() + added.size()};
  text += added;
  if (verbatim && runs.size() > first_run_ && runs.back().verbatim &&
      runs.back().source.end == source.start) {
    runs.back().text.end = span.end;
    runs.back().source.end = source.end;
    return;
  }
  runs.push_back({span, source, section_, verbatim});
}

void Builder::finish() {
  if (!open_) return;
  open_ = false;
  left_out_ = false;
  if (!started_) return;
  started_ = false;

  std::string& text = document_.text;
  std::vector<SourceRun>& runs = document_.runs;
  std::size_t end = text.size();
  while (end > block_.span.start) {
    const std::size_t last = last_character(std::string_view(text).substr(0, end));
    if (!is_space_at(text, last)) break;
    end = last;
  }
  // What starts a block is never white space, so at least one run is left. A run that cannot be
  // divided is dropped only as a whole.
  while (runs.back().text.start >= end) runs.pop_back();
  SourceRun& last = runs.back();
  if (last.verbatim) {
    last.source.end -= last.text.end - end;
    last.text.end = end;
  }
  text.resize(last.text.end);
  block_.span.end = text.size();
  document_.blocks.push_back(block_);
}

}  // namespace figcheck::document
