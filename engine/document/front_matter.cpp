// SPDX-License-Identifier: Apache-2.0
#include "document/front_matter.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "document/lines.h"
#include "document/readers.h"
#include "yaml/node.h"
#include "yaml/position.h"

namespace figcheck::document {

namespace {

constexpr const char* kCode = "D003";
constexpr const char* kPrefix = "front matter: ";
// A longer title is mapped to its source as one piece, since the place of each character in a YAML
// scalar is found from the scalar's start.
constexpr std::size_t kLongestDivided = 4096;

bool is_fence(std::string_view source, const Line& line) {
  const std::string_view text = source.substr(line.content.start, line.content.size());
  return line.indent == 0 && text == "---";
}

// Returns the start of the line that closes the front matter, and of the line behind it.
std::optional<Span> find_closing(std::string_view source, std::size_t start) {
  const Line first = line_from(source, start);
  if (!is_fence(source, first)) return std::nullopt;
  for (std::size_t at = first.next; at < source.size();) {
    const Line line = line_from(source, at);
    const bool dots =
        line.indent == 0 && source.substr(line.content.start, line.content.size()) == "...";
    if (dots || is_fence(source, line)) return Span{at, line.next};
    at = line.next;
  }
  return std::nullopt;
}

// Returns the offset of a line and column, both from 1, in a source whose lines end in LF.
std::size_t offset_of(std::string_view source, std::size_t line, std::size_t column) {
  std::size_t at = 0;
  while (line-- > 1) at = source.find('\n', at) + 1;
  return std::min(at + column - 1, source.size());
}

void add_block(BlockKind kind, const yaml::Node& node, std::string_view source, Builder& builder) {
  const std::string_view text = node.text();
  const std::size_t start = offset_of(source, node.line(), node.column());
  const auto place = [&](std::size_t into) {
    return yaml::source_offset(source, start, node.quoted(), text, into);
  };
  Block block;
  block.kind = kind;
  builder.begin(block);
  if (source.substr(start, text.size()) == text) {
    builder.copy({start, start + text.size()});
  } else if (text.size() > kLongestDivided) {
    builder.replace(text, {start, place(text.size())});
  } else {
    for (std::size_t at = 0; at < text.size();) {
      std::size_t next = at;
      next_code_point(text, next);
      const std::string_view character = text.substr(at, next - at);
      const Span from{place(at), place(next)};
      if (source.substr(from.start, from.size()) == character) {
        builder.copy(from);
      } else {
        builder.replace(character, from);
      }
      at = next;
    }
  }
  builder.finish();
}

}  // namespace

Result<std::size_t> read_front_matter(Document& document, Builder& builder) {
  const std::string_view source = document.source_text;
  const std::size_t start = byte_order_mark(source);
  const std::optional<Span> closing = find_closing(source, start);
  if (!closing) return start;

  // The first "---" is read along, as the start of a YAML document: so lines are those of the
  // article.
  auto parsed = yaml::Tree::parse(source.substr(0, closing->start), document.id);
  if (!parsed) {
    Diagnostic problem = parsed.error();
    problem.code = kCode;
    problem.message = kPrefix + problem.message;
    return problem;
  }
  const yaml::Node root = (*parsed)->root();
  if (root.is_null()) return closing->end;
  if (!root.is_map()) {
    return root.complain(kCode, std::string(kPrefix) + "a map is expected, such as \"title: ...\"");
  }

  struct Key {
    const char* name;
    std::string* field;  ///< Null for what is no metadata.
  };
  Metadata& metadata = document.metadata;
  const Key keys[] = {{"title", &metadata.title},       {"date", &metadata.date},
                      {"place", &metadata.place},       {"source", &metadata.source},
                      {"language", &metadata.language}, {"event", &metadata.event},
                      {"standfirst", nullptr},          {"description", nullptr}};
  for (const Key& key : keys) {
    const yaml::Node node = root.get(key.name);
    if (!node || node.is_null()) continue;
    if (!node.is_scalar()) {
      return node.complain(kCode, std::string(kPrefix) + "\"" + key.name + "\" must be text");
    }
    if (key.field != nullptr) fill(*key.field, node.text());
  }
  if (const yaml::Node title = root.get("title"); title.is_scalar()) {
    add_block(BlockKind::headline, title, source, builder);
  }
  yaml::Node standfirst = root.get("standfirst");
  if (!standfirst.is_scalar()) standfirst = root.get("description");
  if (standfirst.is_scalar()) add_block(BlockKind::standfirst, standfirst, source, builder);
  return closing->end;
}

}  // namespace figcheck::document
