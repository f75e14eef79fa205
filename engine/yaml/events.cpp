// SPDX-License-Identifier: Apache-2.0
#include "yaml/events.h"

#include <algorithm>

#include <fmt/format.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>

#include "base/text.h"

namespace figcheck::yaml {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr const char* kNoAnchors = "anchors and aliases are not taken";

bool is_quote(char c) { return c == '"' || c == '\''; }

/// Returns whether null is written at `offset`, rather than nothing at all with another token
/// there.
bool null_is_written(std::string_view source, std::size_t offset) {
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (source.substr(offset, word.size()) != word) continue;
    const std::string_view after = source.substr(offset + word.size());
    const std::size_t next = after.find_first_not_of(" \t\r");
    return next == std::string_view::npos ||
           std::string_view("\n#,]}").find(after[next]) != std::string_view::npos;
  }
  return false;
}

std::string quote_hint(char first) {
  return fmt::format("put text that begins with {} in quotes", first);
}

}  // namespace

Events::Events(std::string_view source) : source_(source), line_starts_{0} {
  for (std::size_t end = source.find('\n'); end != std::string_view::npos;
       end = source.find('\n', end + 1)) {
    line_starts_.push_back(end + 1);
  }
}

Record Events::root() const { return pending_.empty() ? record_at(0) : pending_.front(); }

std::size_t Events::offset_of(const YAML::Mark& mark) const {
  return mark.pos < 0 ? 0 : std::min(static_cast<std::size_t>(mark.pos), source_.size());
}

Record Events::record_at(std::size_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  Record record;
  record.offset = static_cast<std::uint32_t>(offset);
  record.line = static_cast<std::uint32_t>(after - line_starts_.begin());
  record.pack(Type::null, false, false, 0);
  return record;
}

std::string Events::place_of(std::size_t offset) const {
  const Record record = record_at(offset);
  return fmt::format("line {}, column {}", record.line, offset - line_starts_[record.line - 1] + 1);
}

void Events::OnDocumentStart(const YAML::Mark& mark) {
  const std::size_t offset = offset_of(mark);
  if (documents_++ == 0) return;
  // yaml-cpp ends a document wherever the text does not fit into it, and begins another.
  const std::string_view between =
      source_.substr(last_mark_, offset - std::min(last_mark_, offset));
  if (source_.substr(offset, 3) == "---" || between.find("\n...") != std::string_view::npos) {
    throw Refusal{offset, "Y003", "a file holds one document, and here begins another", ""};
  }
  throw Refusal{offset, "Y001", "not valid YAML: this does not go with what stands above it",
                hint_at(offset, "")};
}

void Events::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
  throw Refusal{offset_of(mark), "Y003", kNoAnchors, quote_hint('*')};
}

void Events::refuse_properties(std::size_t offset, const std::string& tag,
                               YAML::anchor_t anchor) const {
  if (anchor != 0) {
    throw Refusal{offset, "Y003", kNoAnchors, quote_hint('&')};
  }
  // yaml-cpp gives "!" to every scalar in quotes, and to one with the tag "!" itself.
  const bool own_tag = !tag.empty() && tag != "?" && tag != "!";
  if (own_tag || source_.substr(offset, 1) == "!") {
    throw Refusal{offset, "Y003", "tags are not taken", quote_hint('!')};
  }
}

void Events::refuse_as_key(std::size_t offset) const {
  if (open_.empty() || !open_.back().key_next(pending_.size())) return;
  // A bracket that is still open at the end of the text looks like a key to yaml-cpp.
  const std::string_view rest = source_.substr(offset);
  const char closing = rest.substr(0, 1) == "[" ? ']' : rest.substr(0, 1) == "{" ? '}' : '\0';
  const bool unclosed = closing != '\0' && rest.find(closing) == std::string_view::npos;
  throw Refusal{offset, "Y003", "a key must be text, in quotes where it would be something else",
                unclosed ? fmt::format("the {} may not be closed", rest[0]) : ""};
}

void Events::refuse_unclosed_quote(std::size_t offset) const {
  // yaml-cpp takes the end of the text for the end of single quotes.
  const char quote = source_[offset];
  for (std::size_t at = offset + 1; at < source_.size(); ++at) {
    if (quote == '"' && source_[at] == '\\') {
      ++at;
    } else if (source_[at] == quote) {
      const bool doubled = quote == '\'' && source_.substr(at + 1, 1) == "'";
      if (!doubled) return;
      ++at;
    }
  }
  throw Refusal{offset, "Y001", "not valid YAML: a quotation mark that is never closed", ""};
}

std::size_t Events::offset_of_nothing(std::size_t next_token) const {
  // The mark of nothing is the next token's, which may stand some lines below. Its key or dash is
  // where a person looks.
  if (open_.empty()) return next_token;
  if (open_.back().record.type() == Type::map) return pending_.back().offset;
  if (open_.back().flow) return next_token;
  std::string_view before = source_.substr(0, next_token);
  while (!before.empty()) {
    const std::size_t end = before.find_last_not_of(kBlanks);
    if (end == std::string_view::npos) break;
    before = before.substr(0, end + 1);
    const std::size_t line_end = before.rfind('\n');
    const std::size_t start = line_end == std::string_view::npos ? 0 : line_end + 1;
    const std::string_view line = before.substr(start);
    const std::size_t comment = line[0] == '#' ? 0 : std::min(line.find(" #"), line.find("\t#"));
    const std::size_t last = line.substr(0, comment).find_last_not_of(kBlanks);
    if (last != std::string_view::npos) return line[last] == '-' ? start + last : next_token;
    before = before.substr(0, start);
  }
  return next_token;
}

void Events::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  std::size_t offset = offset_of(mark);
  refuse_properties(offset, "", anchor);
  refuse_as_key(offset);
  if (!null_is_written(source_, offset)) {
    const bool in_block_map =
        !open_.empty() && open_.back().record.type() == Type::map && !open_.back().flow;
    // yaml-cpp takes a line without a colon for a key without a value.
    if (in_block_map && offset == last_mark_) {
      throw Refusal{offset, "Y001", "not valid YAML: a key without ':' after it", ""};
    }
    offset = offset_of_nothing(offset);
  }
  pending_.push_back(record_at(offset));
}

void Events::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                      const std::string& value) {
  std::size_t offset = offset_of(mark);
  refuse_properties(offset, tag, anchor);
  last_mark_ = offset;
  const bool quoted = tag == "!";
  if (quoted && offset < source_.size() && is_quote(source_[offset])) {
    refuse_unclosed_quote(offset);
    last_delimited_ = offset++;
  }
  Record record = record_at(offset);
  const bool pooled = source_.substr(offset, value.size()) != value;
  if (pooled) {
    // The one way to that: yaml-cpp reads the escapes \N and \_ as bytes of Latin-1.
    if (find_invalid_utf8(value)) {
      throw Refusal{offset, "Y003", "the escapes \\N and \\_ are not taken",
                    "write \\u0085 or \\u00A0"};
    }
    const auto [place, added] =
        pooled_.try_emplace(value, static_cast<std::uint32_t>(pool_.size()));
    if (added) pool_ += value;
    record.begin = place->second;
  } else {
    record.begin = record.offset;
  }
  record.pack(Type::scalar, quoted, pooled, value.size());
  pending_.push_back(record);
}

void Events::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value style) {
  open(Type::sequence, mark, tag, anchor, style);
}

void Events::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                        YAML::EmitterStyle::value style) {
  open(Type::map, mark, tag, anchor, style);
}

void Events::open(Type type, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) {
  const std::size_t offset = offset_of(mark);
  refuse_properties(offset, tag, anchor);
  refuse_as_key(offset);
  if (open_.size() == kMaxDepth) {
    throw Refusal{offset, "Y004", fmt::format("nested deeper than {} levels", kMaxDepth), ""};
  }
  last_mark_ = offset;
  Open container;
  container.record = record_at(offset);
  container.record.pack(type, false, false, 0);
  container.first = pending_.size();
  container.flow = style == YAML::EmitterStyle::Flow;
  open_.push_back(container);
}

bool Events::in_brackets(const Open& container) const {
  // The map of one entry in [a: b] is of the flow style and has no brackets of its own.
  const std::string_view first = source_.substr(container.record.offset, 1);
  return container.flow && (first == "[" || first == "{");
}

void Events::close() {
  const Open container = open_.back();
  open_.pop_back();
  const auto first = pending_.begin() + static_cast<std::ptrdiff_t>(container.first);
  const auto children = static_cast<std::size_t>(pending_.end() - first);
  Record record = container.record;
  const Type type = record.type();
  record.begin = static_cast<std::uint32_t>(records_.size());
  record.pack(type, false, false, type == Type::map ? children / 2 : children);
  records_.insert(records_.end(), first, pending_.end());
  pending_.erase(first, pending_.end());
  pending_.push_back(record);
  if (in_brackets(container)) last_delimited_ = record.offset;
}

Refusal Events::explain(const YAML::Exception& broken) const {
  const std::size_t offset = offset_of(broken.mark);
  const std::string_view reason = broken.msg;
  if (reason == YAML::ErrorMsg::UNKNOWN_ANCHOR || reason == YAML::ErrorMsg::ANCHOR_NOT_FOUND ||
      reason == YAML::ErrorMsg::ALIAS_NOT_FOUND) {
    const std::size_t sign = source_.substr(0, offset + 1).find_last_of("&*");
    return {offset, "Y003", kNoAnchors,
            sign == std::string_view::npos ? "" : quote_hint(source_[sign])};
  }
  return {offset, "Y001", "not valid YAML: " + broken.msg, hint_at(offset, reason)};
}

std::string Events::hint_at(std::size_t offset, std::string_view reason) const {
  namespace why = YAML::ErrorMsg;
  const std::size_t line_start = line_starts_[record_at(offset).line - 1];
  const std::string_view before = source_.substr(line_start, offset - line_start);
  if (before.substr(0, before.find_first_not_of(" \t")).find('\t') != std::string_view::npos) {
    return "indent with spaces, not with tabs";
  }
  if (reason == why::UNKNOWN_TOKEN || reason == why::BLOCK_ENTRY) {
    return offset < source_.size() ? quote_hint(source_[offset]) : "";
  }
  if (reason == why::CHAR_IN_BLOCK) {
    const std::size_t sign = source_.substr(0, offset + 1).find_last_of("|>");
    return sign == std::string_view::npos ? "" : quote_hint(source_[sign]);
  }
  if (reason == why::FLOW_END) return "";
  if (last_delimited_ >= line_start && last_delimited_ < offset) {
    return quote_hint(source_[last_delimited_]) + ", all of it";
  }
  if (reason == why::MAP_VALUE) {
    return before.find(": ") != std::string_view::npos ? "put text with ': ' in it in quotes"
                                                       : "the line above may lack its ':'";
  }
  // Quotes over several lines come last before the offset.
  std::size_t begin = last_delimited_ == last_mark_ ? last_delimited_ : offset;
  for (const Open& container : open_) {
    if (in_brackets(container)) begin = container.record.offset;
  }
  return begin < offset
             ? fmt::format("the {} in {} may not be closed", source_[begin], place_of(begin))
             : "";
}

}  // namespace figcheck::yaml
