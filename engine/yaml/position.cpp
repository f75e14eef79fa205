// SPDX-License-Identifier: Apache-2.0
#include "yaml/position.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace figcheck::yaml {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

/// The bytes of an escape in double quotes, and of what it stands for.
struct Escape {
  std::size_t written;
  std::size_t meant;
};

Escape escape_at(std::string_view source, std::size_t at) {
  const char kind = at + 1 < source.size() ? source[at + 1] : '\0';
  std::size_t digits = 0;
  switch (kind) {
    case 'x':
      digits = 2;
      break;
    case 'u':
      digits = 4;
      break;
    case 'U':
      digits = 8;
      break;
    case 'L':  // line separator, U+2028
    case 'P':  // paragraph separator, U+2029
      return {2, 3};
    case '\r':
    case '\n':  // the line goes on
      return {skip_blanks(source, at + 1) - at, 0};
    default:
      return {2, 1};
  }
  char32_t code_point = 0;
  for (const char digit : source.substr(at + 2, digits)) {
    const int value = digit >= 'a'   ? digit - 'a' + 10
                      : digit >= 'A' ? digit - 'A' + 10
                                     : digit - '0';
    code_point = code_point * 16 + static_cast<char32_t>(value);
  }
  const std::size_t meant = code_point < 0x80      ? 1
                            : code_point < 0x800   ? 2
                            : code_point < 0x10000 ? 3
                                                   : 4;
  return {2 + digits, meant};
}

}  // namespace

Diagnostic diagnose(std::string_view source, std::string path, std::size_t offset, std::string code,
                    std::string message, std::string hint) {
  offset = std::min(offset, source.size());
  const std::string_view before = source.substr(0, offset);
  const std::size_t line_end = before.rfind('\n');
  Diagnostic out;
  out.code = std::move(code);
  out.file = std::move(path);
  out.line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  out.column = 1 + (line_end == std::string_view::npos ? offset : offset - line_end - 1);
  out.message = std::move(message);
  out.source_line = line_at(source, offset);
  out.hint = std::move(hint);
  return out;
}

std::size_t source_offset(std::string_view source, std::size_t begin, bool quoted,
                          std::string_view text, std::size_t into) {
  const char before = begin > 0 ? source[begin - 1] : '\0';
  const char quote = quoted && (before == '"' || before == '\'') ? before : '\0';
  std::size_t at = begin;
  if (quoted && quote == '\0') {
    // A block scalar: the text begins on the line after its indicator.
    at = std::min(source.find('\n', at), source.size() - 1) + 1;
  }
  // The end of a text is where its last word ends, not where the next line begins.
  text = text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
  into = std::min(into, text.size());
  for (std::size_t read = 0; at < source.size() && read < text.size();) {
    if (quote == '"' && source[at] == '\\') {
      const Escape escape = escape_at(source, at);
      if (escape.meant > 0 && read + escape.meant > into) break;
      read += escape.meant;
      at += escape.written;
    } else if (is_blank(source[at]) && is_blank(text[read])) {
      const std::size_t run_end = skip_blanks(source, at);
      const bool folded = source.substr(at, run_end - at).find('\n') != std::string_view::npos;
      const std::size_t text_end = folded ? skip_blanks(text, read) : read + (run_end - at);
      if (into < text_end) return folded ? at : at + (into - read);
      read = text_end;
      at = run_end;
    } else if (is_blank(source[at])) {
      // Indentation, or a line that was folded away.
      at = skip_blanks(source, at);
    } else {
      if (read >= into) break;
      at += quote == '\'' && source[at] == '\'' ? 2U : 1U;
      ++read;
    }
  }
  return std::min(at, source.size());
}

}  // namespace figcheck::yaml
