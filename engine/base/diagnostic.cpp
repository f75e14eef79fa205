// SPDX-License-Identifier: Apache-2.0
#include "figcheck/diagnostic.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

namespace figcheck {
namespace {

/// Returns whether a byte begins a code point, and so takes a place on the screen.
bool begins_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

/// Returns the line fit for a terminal: control characters, which could move its cursor, as '?'.
std::string shown(std::string_view line) {
  std::string out(line);
  for (char& byte : out) {
    const auto code = static_cast<unsigned char>(byte);
    if ((code < 0x20 && byte != '\t') || code == 0x7F) byte = '?';
  }
  return out;
}

/// Returns the blanks that put a caret under `column`. Tabs stay tabs, so that the caret stands
/// right whatever their width is.
std::string blanks_before(std::string_view line, std::size_t column) {
  std::string out;
  for (const char byte : line.substr(0, column - 1)) {
    if (byte == '\t') {
      out += '\t';
    } else if (begins_code_point(byte)) {
      out += ' ';
    }
  }
  return out;
}

}  // namespace

const char* to_string(Level level) {
  switch (level) {
    case Level::note:
      return "note";
    case Level::warning:
      return "warning";
    case Level::error:
      return "error";
  }
  return "error";
}

std::string Diagnostic::to_string() const {
  std::string out;
  if (!file.empty()) {
    out += file;
    if (line > 0) out += fmt::format(":{}", line);
    if (line > 0 && column > 0) out += fmt::format(":{}", column);
    out += ": ";
  }
  out += fmt::format("{}: {}", figcheck::to_string(level), message);
  if (!code.empty()) out += fmt::format(" [{}]", code);

  std::string margin(5, ' ');
  if (!source_line.empty()) {
    const std::string number = line > 0 ? fmt::format("{:>4}", line) : std::string(4, ' ');
    margin.assign(number.size() + 1, ' ');
    out += fmt::format("\n{} | {}", number, shown(source_line));
    // A column past the end of a line that was cut for length has no place for its caret.
    if (column > 0 && column <= source_line.size() + 1) {
      out += fmt::format("\n{}| {}^", margin, blanks_before(source_line, column));
    }
  }
  if (!hint.empty()) out += fmt::format("\n{}= {}", margin, hint);
  return out;
}

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& one) { return one.level == Level::error; });
}

}  // namespace figcheck
