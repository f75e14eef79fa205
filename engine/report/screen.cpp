// SPDX-License-Identifier: Apache-2.0
#include "report/screen.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace figcheck::report {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Range {
  char32_t first;
  char32_t last;
};

constexpr std::array<Range, 13> kNoColumn = {{{0x0300, 0x036F},    // combining marks
                                              {0x0483, 0x0489},    // of Cyrillic
                                              {0x0591, 0x05BD},    // of Hebrew
                                              {0x0610, 0x061A},    // of Arabic
                                              {0x064B, 0x065F},    // of Arabic
                                              {0x1AB0, 0x1AFF},    // combining marks
                                              {0x1DC0, 0x1DFF},    // combining marks
                                              {0x200B, 0x200D},    // zero-width space and joiners
                                              {0x2060, 0x2064},    // word joiner and its like
                                              {0x20D0, 0x20FF},    // marks for symbols
                                              {0xFE00, 0xFE0F},    // variation selectors
                                              {0xFE20, 0xFE2F},    // combining half marks
                                              {0xFEFF, 0xFEFF}}};  // byte order mark

constexpr std::array<Range, 6> kControls = {{{0x00, 0x1F},
                                             {0x7F, 0x9F},
                                             {0x061C, 0x061C},
                                             {0x200E, 0x200F},
                                             {0x202A, 0x202E},
                                             {0x2066, 0x2069}}};

template <std::size_t Size>
bool is_among(const std::array<Range, Size>& ranges, char32_t code_point) {
  return std::any_of(ranges.begin(), ranges.end(), [code_point](const Range& range) {
    return range.first <= code_point && code_point <= range.last;
  });
}

const char* code_of(Style style) {
  switch (style) {
    case Style::place:
      return "\x1b[1m";
    case Style::error:
      return "\x1b[1;31m";
    case Style::warning:
      return "\x1b[1;33m";
    case Style::note:
      return "\x1b[1;36m";
    case Style::rule:
      return "\x1b[2m";
    case Style::related:
      return "\x1b[34m";
  }
  return "";
}

}  // namespace

Glyph glyph_of(char32_t code_point) {
  if (code_point >= 0x20 && code_point < 0x7F) return {code_point, 1};
  if (is_space(code_point)) return {' ', 1};
  if (is_among(kControls, code_point)) return {kReplacement, 1};
  return {code_point, is_among(kNoColumn, code_point) ? std::size_t{0} : std::size_t{1}};
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    append_utf8(out, glyph_of(next_code_point(text, offset)).code_point);
  }
  return out;
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    columns += glyph_of(next_code_point(text, offset)).columns;
  }
  return columns;
}

std::string shortened(std::string_view text, std::size_t columns) {
  if (columns_of(text) <= columns) return std::string(text);
  std::size_t offset = 0;
  for (std::size_t used = 0; offset < text.size();) {
    std::size_t next = offset;
    used += glyph_of(next_code_point(text, next)).columns;
    if (used >= columns) break;  // leaves a column for the mark of the cut
    offset = next;
  }
  return std::string(text.substr(0, offset)) + "\u2026";
}

std::string padded(std::string_view text, std::size_t columns) {
  const std::size_t used = columns_of(text);
  return std::string(text) + std::string(used < columns ? columns - used : 0, ' ');
}

Style style_of(Level level) {
  switch (level) {
    case Level::error:
      return Style::error;
    case Level::warning:
      return Style::warning;
    case Level::note:
      break;
  }
  return Style::note;
}

std::string Painter::operator()(Style style, std::string_view text) const {
  if (!on_ || text.empty()) return std::string(text);
  return std::string(code_of(style)) + std::string(text) + "\x1b[0m";
}

}  // namespace figcheck::report
