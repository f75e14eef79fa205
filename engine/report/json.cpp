// SPDX-License-Identifier: Apache-2.0
#include "report/json.h"

#include <fmt/format.h>

#include "base/text.h"

namespace figcheck::report {
namespace {

/// Returns whether a byte of a string stands for itself in JSON: printable ASCII but '"' and '\'.
constexpr bool is_plain(char byte) {
  return byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\';
}

void write_end(JsonWriter& json, std::string_view name, const std::optional<Bound>& end) {
  if (end) {
    json.member(name, end->value.to_string());
  } else {
    json.key(name);
    json.null();
  }
}

void append_escaped(std::string& out, char32_t code_point) {
  switch (code_point) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      if (code_point < 0x20) {
        out += fmt::format("\\u{:04x}", static_cast<unsigned>(code_point));
      } else {
        append_utf8(out, code_point);
      }
  }
}

}  // namespace

void JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
}

void JsonWriter::separate() {
  // Strings end with a quotation mark, so that these are brackets and colons of the structure.
  if (!out_.empty() && out_.back() != '{' && out_.back() != '[' && out_.back() != ':') out_ += ',';
}

void JsonWriter::key(std::string_view name) {
  separate();
  out_ += '"';
  out_ += name;
  out_ += "\":";
}

void JsonWriter::string(std::string_view text) {
  separate();
  out_ += '"';
  std::size_t offset = 0;
  while (offset < text.size()) {
    std::size_t end = offset;
    while (end < text.size() && is_plain(text[end])) ++end;
    out_.append(text, offset, end - offset);
    offset = end;
    if (offset < text.size()) append_escaped(out_, next_code_point(text, offset));
  }
  out_ += '"';
}

void JsonWriter::number(std::size_t value) {
  separate();
  const fmt::format_int digits(value);
  out_.append(digits.data(), digits.size());
}

void JsonWriter::null() {
  separate();
  out_ += "null";
}

void JsonWriter::member(std::string_view name, std::string_view text) {
  key(name);
  string(text);
}

void JsonWriter::member(std::string_view name, std::size_t value) {
  key(name);
  number(value);
}

void JsonWriter::flag(std::string_view name) {
  key(name);
  out_ += "true";
}

void write_ends(JsonWriter& json, const Interval& interval) {
  write_end(json, "low", interval.low());
  write_end(json, "high", interval.high());
}

}  // namespace figcheck::report
