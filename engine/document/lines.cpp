// SPDX-License-Identifier: Apache-2.0
#include "document/lines.h"

#include "base/bytes.h"
#include "base/text.h"

namespace figcheck::document {

namespace {

constexpr std::size_t kTab = 4;

}  // namespace

std::size_t skip_line_end(std::string_view source, std::size_t at) {
  if (source.substr(at, 2) == "\r\n") return at + 2;
  return at < source.size() && (source[at] == '\n' || source[at] == '\r') ? at + 1 : at;
}

Line line_from(std::string_view source, std::size_t start) {
  // One search for both ends: to look for each by itself would read the rest of a file that has
  // only the other once for every line.
  const std::size_t end = find_byte<false, '\n', '\r'>(source, start);
  Line line;
  line.next = skip_line_end(source, end);

  const std::string_view text = source.substr(0, end);
  std::size_t from = start;
  while (from < end) {
    std::size_t next = from;
    const char32_t character = next_code_point(text, next);
    if (!is_space(character)) break;
    line.indent = character == '\t' ? (line.indent / kTab + 1) * kTab : line.indent + 1;
    from = next;
  }
  std::size_t to = end;
  while (to > from) {
    std::size_t last = to - 1;
    while (last > from && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
    std::size_t next = last;
    if (!is_space(next_code_point(text, next))) break;
    to = last;
  }
  line.content = {from, to};
  return line;
}

}  // namespace figcheck::document
