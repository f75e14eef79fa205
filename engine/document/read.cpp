// SPDX-License-Identifier: Apache-2.0
#include "document/read.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <utility>
#include <vector>

#include <simdjson.h>

#include "base/text.h"
#include "document/builder.h"
#include "document/readers.h"

namespace figcheck::document {

namespace {

// md4c and gumbo count bytes in 32 bits.
constexpr std::size_t kLargest = std::size_t{1} << 30;

struct FormatName {
  std::string_view name;
  Format format;
};

constexpr std::array<FormatName, 5> kFormatNames = {{{"auto", Format::automatic},
                                                     {"text", Format::text},
                                                     {"markdown", Format::markdown},
                                                     {"html", Format::html},
                                                     {"jsonl", Format::jsonl}}};

constexpr std::array<FormatName, 11> kExtensions = {{{".txt", Format::text},
                                                     {".text", Format::text},
                                                     {".md", Format::markdown},
                                                     {".markdown", Format::markdown},
                                                     {".mkd", Format::markdown},
                                                     {".mdown", Format::markdown},
                                                     {".html", Format::html},
                                                     {".htm", Format::html},
                                                     {".xhtml", Format::html},
                                                     {".jsonl", Format::jsonl},
                                                     {".ndjson", Format::jsonl}}};

std::string hexadecimal(char byte) {
  std::array<char, 8> digits{};
  std::snprintf(digits.data(), digits.size(), "0x%02X",
                static_cast<unsigned>(static_cast<unsigned char>(byte)));
  return digits.data();
}

// Returns why the bytes of a section cannot be read as text, or nullopt.
std::optional<Diagnostic> find_problem(std::string_view bytes, const std::string& file) {
  if (bytes.size() > kLargest) {
    Diagnostic problem;
    problem.code = "D005";
    problem.file = file;
    problem.message = "larger than 1 GiB";
    return problem;
  }
  if (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF") {
    Diagnostic problem = complain_at("D001", "not valid UTF-8: it is UTF-16", file, bytes, 0);
    problem.hint = "save it as UTF-8";
    return problem;
  }
  if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
    return complain_at("D002", "not text: a NUL byte", file, bytes, nul);
  }
  // simdjson says quickly that all is well, and never where it is not.
  if (simdjson::validate_utf8(bytes.data(), bytes.size())) return std::nullopt;
  const std::size_t bad = find_invalid_utf8(bytes).value_or(0);
  Diagnostic problem =
      complain_at("D001", "not valid UTF-8: the byte " + hexadecimal(bytes[bad]), file, bytes, bad);
  problem.hint = "save it as UTF-8";
  return problem;
}

bool starts_with_any_case(std::string_view text, std::string_view lower) {
  return lower_case(text.substr(0, lower.size())) == lower;
}

Result<Document> read_section(Document document, Format format) {
  if (auto problem = find_problem(document.source_headline, document.id)) {
    problem->message = "title: " + problem->message;
    return *std::move(problem);
  }
  if (auto problem = find_problem(document.source_text, document.id)) return *std::move(problem);
  if (!document.source_headline.empty()) {
    Builder builder(document, Section::headline);
    Block headline;
    headline.kind = BlockKind::headline;
    builder.begin(headline);
    builder.copy({0, document.source_headline.size()});
    builder.finish();
  }
  std::optional<Diagnostic> problem;
  switch (format) {
    case Format::markdown:
      problem = append_markdown(document);
      break;
    case Format::html:
      problem = append_html(document);
      break;
    case Format::automatic:
    case Format::jsonl:
    case Format::text:
      problem = append_text(document);
      break;
  }
  if (problem) return *std::move(problem);
  return document;
}

Result<Document> read_as(std::string_view bytes, Format format, std::string id) {
  Document document;
  document.id = std::move(id);
  document.source_text = bytes;
  return read_section(std::move(document), format);
}

}  // namespace

Result<Format> format_by_name(std::string_view name) {
  std::vector<std::string> known;
  for (const FormatName& row : kFormatNames) {
    if (row.name == name) return row.format;
    known.emplace_back(row.name);
  }
  Diagnostic problem;
  problem.code = "D004";
  problem.message = "unknown input format \"" + std::string(name) +
                    "\": expected auto, text, markdown, html or jsonl";
  if (const std::string near = nearest_name(name, known); !near.empty()) {
    problem.hint = "did you mean \"" + near + "\"?";
  }
  return problem;
}

Format guess_format(std::string_view path, std::string_view bytes) {
  const std::string lower = lower_case(path);
  for (const FormatName& row : kExtensions) {
    if (lower.ends_with(row.name)) return row.format;
  }
  std::string_view start = bytes.substr(byte_order_mark(bytes));
  if (start.starts_with("---\n") || start.starts_with("---\r\n")) return Format::markdown;
  start = start.substr(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
  if (starts_with_any_case(start, "<!doctype html") || starts_with_any_case(start, "<html")) {
    return Format::html;
  }
  if (start.starts_with("# ")) return Format::markdown;
  if (start.starts_with('{')) {
    const std::size_t next = start.find_first_not_of(" \t", 1);
    if (next != std::string_view::npos && start[next] == '"') return Format::jsonl;
  }
  return Format::text;
}

Result<Document> read(std::string_view bytes, Format format, std::string id) {
  if (format == Format::automatic) format = guess_format(id, bytes);
  if (format != Format::jsonl) return read_as(bytes, format, std::move(id));
  Result<Record> record = parse_record(bytes, id, 1);
  if (!record) return record.error();
  return read_record(std::move(record).value());
}

Result<Document> read_text(std::string_view bytes, std::string id) {
  return read_as(bytes, Format::text, std::move(id));
}

Result<Document> read_markdown(std::string_view bytes, std::string id) {
  return read_as(bytes, Format::markdown, std::move(id));
}

Result<Document> read_html(std::string_view bytes, std::string id) {
  return read_as(bytes, Format::html, std::move(id));
}

Result<Document> read_record(Record record) {
  Format format = Format::text;
  if (!record.format.empty()) {
    Result<Format> named = format_by_name(record.format);
    if (!named || *named == Format::jsonl) {
      Diagnostic problem;
      problem.code = "D004";
      problem.file = record.id;
      problem.message = "unknown format \"" + record.format + "\": expected text, markdown or html";
      return problem;
    }
    format = *named == Format::automatic ? guess_format("", record.text) : *named;
    if (format == Format::jsonl) format = Format::text;
  }
  Document document;
  document.id = std::move(record.id);
  document.metadata = std::move(record.metadata);
  document.metadata.title = record.title;
  document.source_text = std::move(record.text);
  document.source_headline = std::move(record.title);
  return read_section(std::move(document), format);
}

bool has_headline(const Document& document) {
  return !document.blocks.empty() && document.blocks.front().kind == BlockKind::headline;
}

std::size_t byte_order_mark(std::string_view source) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  return source.starts_with(kMark) ? kMark.size() : 0;
}

Diagnostic complain_at(std::string code, std::string message, std::string file,
                       std::string_view source, std::size_t offset) {
  const std::string_view before = source.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  Diagnostic problem;
  problem.code = std::move(code);
  problem.file = std::move(file);
  problem.line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  problem.column = offset - line_start + 1;
  problem.message = std::move(message);
  return problem;
}

void fill(std::string& field, std::string_view value) {
  if (field.empty()) field = value;
}

}  // namespace figcheck::document
