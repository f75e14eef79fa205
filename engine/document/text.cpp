// SPDX-License-Identifier: Apache-2.0
// Plain text: paragraphs, list items and tables drawn with bars.
#include "base/text.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "document/builder.h"
#include "document/lines.h"
#include "document/list_number.h"
#include "document/pipe_table.h"
#include "document/readers.h"

namespace figcheck::document {

namespace {

// A headline is no longer than this, and has more words than "LONDON, March 19" or "(Photo: Ann
// Lee)".
constexpr std::size_t kHeadlineWords = 14;
constexpr std::size_t kHeadlineLeastWords = 4;
constexpr std::size_t kHeadlineBytes = 120;
// Text that was wrapped to a width has no longer lines.
constexpr std::size_t kWrappedBytes = 120;

bool is_small_letter(std::string_view text) {
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z';
}

// Whether the text ends in a character that ends or interrupts a sentence, behind any closing
// quote.
bool has_final_stop(std::string_view text) {
  constexpr std::string_view kStops[] = {".", "!", "?", ":", ";", ",", "\u2026"};
  constexpr std::string_view kClosers[] = {"\"", "'", ")", "]", "\u201D", "\u2019", "\u00BB"};
  for (bool again = true; again;) {
    again = false;
    for (std::string_view closer : kClosers) {
      if (!text.ends_with(closer)) continue;
      text.remove_suffix(closer.size());
      again = true;
    }
  }
  return std::any_of(std::begin(kStops), std::end(kStops),
                     [text](std::string_view stop) { return text.ends_with(stop); });
}

struct Words {
  std::size_t all = 0;
  std::size_t lettered = 0;  ///< Those that begin with a letter.
};

Words count_words(std::string_view text) {
  Words words;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_code_point(text, at);
    const bool space = is_space(character);
    if (!space && !inside) {
      ++words.all;
      if (is_letter(character)) ++words.lettered;
    }
    inside = !space;
  }
  return words;
}

// Whether the line is a rule such as "-----" or "* * *": three or more of one sign and spaces.
bool is_rule(std::string_view text) {
  if (text.empty() || std::string_view("-*_=~#").find(text.front()) == std::string_view::npos)
    return false;
  std::size_t signs = 0;
  for (const char byte : text) {
    if (byte == text.front())
      ++signs;
    else if (byte != ' ' && byte != '\t')
      return false;
  }
  return signs >= 3;
}

// What a list item begins with.
struct Marker {
  std::size_t length = 0;          ///< With the white space behind it.
  std::optional<unsigned> number;  ///< For "1." and "1)".
};

std::optional<Marker> read_marker(std::string_view text) {
  constexpr std::string_view kBullet = "\u2022";
  constexpr std::size_t kLongestNumber = 3;  // A year and a stop are no marker.
  Marker marker;
  bool needs_space = true;
  if (text.starts_with("-") || text.starts_with("*")) {
    marker.length = 1;
  } else if (text.starts_with(kBullet)) {
    marker.length = kBullet.size();
    needs_space = false;
  } else {
    std::size_t digits = 0;
    unsigned number = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
      if (digits == kLongestNumber) return std::nullopt;
      number = number * 10 + static_cast<unsigned>(text[digits++] - '0');
    }
    if (digits == 0 || digits == text.size()) return std::nullopt;
    if (text[digits] != '.' && text[digits] != ')') return std::nullopt;
    marker.length = digits + 1;
    marker.number = number;
  }
  const std::size_t content = text.find_first_not_of(" \t", marker.length);
  if (content == std::string_view::npos || (needs_space && content == marker.length))
    return std::nullopt;
  marker.length = content;
  return marker;
}

class TextReader {
 public:
  explicit TextReader(Document& document)
      : document_(document), source_(document.source_text), builder_(document, Section::text) {}

  void read();

 private:
  void survey();
  bool is_headline(const Line& line) const;
  bool read_table(const Line& line, std::size_t& at);
  void read_line(const Line& line);
  void add_item(const Line& line, const Marker& marker);
  void add_prose(const Line& line);
  void begin(BlockKind kind);

  std::string_view text(const Line& line) const {
    return source_.substr(line.content.start, line.content.size());
  }

  const Document& document_;
  std::string_view source_;
  Builder builder_;
  ListNumbers lists_;
  std::uint32_t tables_ = 0;
  std::optional<unsigned> last_number_;  ///< Of the last item, when it had one.
  bool lines_go_on_ = false;     ///< A line goes on with the paragraph of the line above it.
  bool blank_lines_ = false;     ///< Paragraphs are parted by blank lines.
  std::size_t content_end_ = 0;  ///< Of the last line that was added to the open block.
};

void TextReader::survey() {
  std::size_t lines = 0;
  std::size_t small = 0;
  bool gap = false;
  bool wrapped = true;
  for (std::size_t at = byte_order_mark(source_); at < source_.size();) {
    const Line line = line_from(source_, at);
    at = line.next;
    if (line.blank() || is_rule(text(line))) {
      gap = lines > 0;
      continue;
    }
    if (gap) {
      blank_lines_ = lines_go_on_ = true;
      return;
    }
    if (line.content.size() > kWrappedBytes) wrapped = false;
    if (lines++ > 0 && is_small_letter(text(line))) ++small;
  }
  lines_go_on_ = wrapped && lines > 1 && small * 2 >= lines - 1;
}

bool TextReader::is_headline(const Line& line) const {
  const std::string_view words = text(line);
  if (words.size() > kHeadlineBytes || has_final_stop(words) || words.starts_with('|') ||
      words.starts_with('(') || read_marker(words)) {
    return false;
  }
  const Words count = count_words(words);
  if (count.all > kHeadlineWords || count.lettered < kHeadlineLeastWords) return false;
  if (!blank_lines_ && lines_go_on_) return false;
  std::size_t at = line.next;
  bool gap = false;
  while (at < source_.size()) {
    const Line next = line_from(source_, at);
    at = next.next;
    if (next.blank() || is_rule(text(next))) {
      gap = true;
      continue;
    }
    const std::string_view body = text(next);
    if (body.starts_with('|')) return false;
    if (blank_lines_) return gap && (body.size() > words.size() || has_final_stop(body));
    return body.size() > words.size() + words.size() / 2;
  }
  return false;
}

void TextReader::read() {
  survey();
  bool may_be_headline = !has_headline(document_);
  for (std::size_t at = byte_order_mark(source_); at < source_.size();) {
    const Line line = line_from(source_, at);
    if (line.blank() || is_rule(text(line))) {
      builder_.finish();
      at = line.next;
      continue;
    }
    if (read_table(line, at)) continue;
    if (std::exchange(may_be_headline, false) && is_headline(line)) {
      begin(BlockKind::headline);
      builder_.copy(line.content);
      builder_.finish();
      at = line.next;
    } else {
      read_line(line);
      at = line.next;
    }
  }
  builder_.finish();
}

bool TextReader::read_table(const Line& line, std::size_t& at) {
  const std::string_view words = text(line);
  if (!words.starts_with('|') && words.find('\t') == std::string_view::npos &&
      words.find(" | ") == std::string_view::npos) {
    return false;
  }
  const PipeTable table = read_pipe_table(source_, at);
  if (table.end == 0) return false;
  builder_.finish();
  lists_.clear();
  table.add_to(builder_, tables_++);
  at = table.end;
  return true;
}

void TextReader::read_line(const Line& line) {
  const std::optional<Marker> marker = read_marker(text(line));
  // Inside a paragraph, a number and a stop begin an item only where a list begins or goes on: else
  // it is the end of a sentence that was wrapped.
  const bool goes_on = builder_.is_open() && lines_go_on_;
  if (marker && (!goes_on || !marker->number || *marker->number == 1 ||
                 (last_number_ && *marker->number == *last_number_ + 1))) {
    add_item(line, *marker);
  } else {
    add_prose(line);
  }
}

void TextReader::add_item(const Line& line, const Marker& marker) {
  builder_.finish();
  const ListNumbers::Place place = lists_.item_at(line.indent);
  last_number_ = marker.number;
  Block item;
  item.kind = BlockKind::list_item;
  item.list = place.list;
  item.list_depth = place.depth;
  builder_.begin(item);
  builder_.copy({line.content.start + marker.length, line.content.end});
  content_end_ = line.content.end;
}

void TextReader::add_prose(const Line& line) {
  if (builder_.is_open() && lines_go_on_) {
    // White space around the line's end is dropped with it; the end itself stays.
    const std::size_t line_end = source_.find_first_of("\r\n", content_end_);
    const std::size_t after = skip_line_end(source_, line_end);
    if (source_[line_end] == '\n') {
      builder_.copy({line_end, after});
    } else {
      builder_.replace("\n", {line_end, after});
    }
  } else {
    lists_.clear();
    last_number_.reset();
    begin(BlockKind::paragraph);
  }
  builder_.copy(line.content);
  content_end_ = line.content.end;
}

void TextReader::begin(BlockKind kind) {
  Block block;
  block.kind = kind;
  builder_.begin(block);
}

}  // namespace

std::optional<Diagnostic> append_text(Document& document) {
  TextReader(document).read();
  return std::nullopt;
}

}  // namespace figcheck::document
