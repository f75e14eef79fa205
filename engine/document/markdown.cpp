// SPDX-License-Identifier: Apache-2.0
// Markdown, by md4c, whose callbacks give text as pointers into the source.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <md4c.h>

#include "base/text.h"
#include "document/builder.h"
#include "document/character_reference.h"
#include "document/front_matter.h"
#include "document/lines.h"
#include "document/list_number.h"
#include "document/readers.h"
#include "document/script.h"

namespace figcheck::document {

namespace {

// A piece of text on its way to a block.
struct Piece {
  Span source;
  std::string text;  ///< Empty where the source stands as it is.
};

class MarkdownReader {
 public:
  MarkdownReader(Document& document, Builder& builder, std::size_t body)
      : document_(document),
        source_(document.source_text),
        builder_(builder),
        body_(body),
        last_(body) {}

  /// Returns false when md4c gives up, which only want of memory makes it do.
  bool read();

 private:
  void enter_block(MD_BLOCKTYPE type, const void* detail);
  void leave_block(MD_BLOCKTYPE type);
  void enter_span(MD_SPANTYPE type);
  void leave_span(MD_SPANTYPE type);
  void read_text(MD_TEXTTYPE type, std::string_view text);

  Block leaf() const;
  void finish_leaf();
  void finish_image();
  void add_caption(const std::vector<Piece>& pieces);

  void read_inline_html(std::string_view tag);
  void judge_tildes(std::size_t end);
  void add(std::string_view text, std::string_view meaning = {});
  void add_line_end(std::size_t end);
  void put(Piece piece);

  bool is_left_out() const { return code_ > 0 || struck_ > 0 || html_struck_ || autolink_; }

  Document& document_;
  std::string_view source_;
  Builder& builder_;
  std::size_t body_;
  CharacterReferences references_;

  // Where the callbacks are among the blocks.
  unsigned quotations_ = 0;
  ListNumbers lists_;
  std::uint32_t tables_ = 0;
  TableCell cell_;
  bool in_cell_ = false;
  bool raw_ = false;          ///< In a code block or an HTML block.
  unsigned heading_ = 0;      ///< The level of the open heading, or 0.
  bool is_headline_ = false;  ///< The open heading is the headline.
  bool had_headline_ = false;

  // Where they are inside a paragraph.
  struct Tilde {
    bool judged = false;
    bool strikes = false;  ///< "~~" strikes out; a single "~" is a sign like any other.
  };
  std::size_t last_;  ///< The end of the last text in the source.
  unsigned emphases_ = 0;
  unsigned code_ = 0;
  std::vector<Tilde> tildes_;
  unsigned struck_ = 0;
  bool html_struck_ = false;
  bool in_link_ = false;
  bool autolink_ = false;
  Script script_ = Script::none;
  bool line_ended_ = false;  ///< A line ended since the last text.

  // Images and their captions.
  bool plain_ = false;        ///< The open block has text outside of emphasis.
  bool has_image_ = false;    ///< The open block has an image.
  bool after_image_ = false;  ///< Nothing stands between the last image and the open block's text.
  unsigned images_ = 0;       ///< Open images: alternative text may hold others.
  std::vector<Piece> alternative_;             ///< The text of the open image.
  std::vector<std::vector<Piece>> postponed_;  ///< Texts of images in the midst of the open block.
};

bool MarkdownReader::read() {
  // Indented code is not recognised: in an article, an indented paragraph is far more likely.
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
    static_cast<MarkdownReader*>(self)->enter_block(type, detail);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
    static_cast<MarkdownReader*>(self)->leave_block(type);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void*, void* self) {
    static_cast<MarkdownReader*>(self)->enter_span(type);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
    static_cast<MarkdownReader*>(self)->leave_span(type);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
    static_cast<MarkdownReader*>(self)->read_text(type, {text, size});
    return 0;
  };
  const std::string_view body = source_.substr(body_);
  return md_parse(body.data(), static_cast<MD_SIZE>(body.size()), &parser, this) == 0;
}

void MarkdownReader::enter_block(MD_BLOCKTYPE type, const void* detail) {
  finish_leaf();
  switch (type) {
    case MD_BLOCK_QUOTE:
      ++quotations_;
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      lists_.enter();
      break;
    case MD_BLOCK_H:
      heading_ = static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level;
      is_headline_ = heading_ == 1 && quotations_ == 0 && !had_headline_;
      had_headline_ = had_headline_ || is_headline_;
      break;
    case MD_BLOCK_CODE:
    case MD_BLOCK_HTML:
      raw_ = true;
      break;
    case MD_BLOCK_TABLE:
      cell_ = {tables_++, 0, 0, false};
      break;
    case MD_BLOCK_TR:
      cell_.column = 0;
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      in_cell_ = true;
      cell_.header = type == MD_BLOCK_TH;
      break;
    default:
      break;
  }
}

void MarkdownReader::leave_block(MD_BLOCKTYPE type) {
  finish_leaf();
  switch (type) {
    case MD_BLOCK_QUOTE:
      --quotations_;
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      lists_.leave();
      break;
    case MD_BLOCK_H:
      heading_ = 0;
      is_headline_ = false;
      break;
    case MD_BLOCK_CODE:
    case MD_BLOCK_HTML:
      raw_ = false;
      break;
    case MD_BLOCK_TR:
      ++cell_.row;
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      in_cell_ = false;
      ++cell_.column;
      break;
    default:
      break;
  }
}

// Returns the kind and place of a block for text that comes now.
Block MarkdownReader::leaf() const {
  Block block;
  if (in_cell_) {
    block.kind = BlockKind::table_cell;
    block.cell = cell_;
  } else if (quotations_ > 0) {
    block.kind = BlockKind::quotation;
  } else if (heading_ > 0) {
    block.kind = is_headline_ ? BlockKind::headline : BlockKind::heading;
  } else if (const ListNumbers::Place place = lists_.place(); place.depth > 0) {
    block.kind = BlockKind::list_item;
    block.list = place.list;
    block.list_depth = place.depth;
  }
  return block;
}

// Finishes the paragraph, heading, item or cell that is open, and adds the captions of its images.
void MarkdownReader::finish_leaf() {
  const bool has_text = !builder_.is_blank();
  if (has_text && after_image_ && !plain_ && !in_cell_ && heading_ == 0) {
    builder_.set_kind(BlockKind::caption);
  }
  builder_.finish();
  if (has_text && is_headline_)
    fill(document_.metadata.title, document_.slice(document_.blocks.back().span));
  for (const std::vector<Piece>& pieces : std::exchange(postponed_, {})) add_caption(pieces);
  if (has_text) after_image_ = false;
  if (std::exchange(has_image_, false) && !has_text) after_image_ = true;
  plain_ = false;
  line_ended_ = false;
  script_ = Script::none;
  html_struck_ = false;
}

void MarkdownReader::add_caption(const std::vector<Piece>& pieces) {
  Block caption;
  caption.kind = BlockKind::caption;
  builder_.begin(caption);
  for (const Piece& piece : pieces) {
    if (piece.text.empty()) {
      builder_.copy(piece.source);
    } else {
      builder_.replace(piece.text, piece.source);
    }
  }
  builder_.finish();
}

void MarkdownReader::enter_span(MD_SPANTYPE type) {
  switch (type) {
    case MD_SPAN_EM:
    case MD_SPAN_STRONG:
      ++emphases_;
      break;
    case MD_SPAN_CODE:
      ++code_;
      break;
    case MD_SPAN_DEL:
      tildes_.emplace_back();
      break;
    case MD_SPAN_A:
      in_link_ = true;
      break;
    case MD_SPAN_IMG:
      if (images_++ == 0) alternative_.clear();
      break;
    default:
      break;
  }
}

void MarkdownReader::leave_span(MD_SPANTYPE type) {
  switch (type) {
    case MD_SPAN_EM:
    case MD_SPAN_STRONG:
      --emphases_;
      break;
    case MD_SPAN_CODE:
      --code_;
      break;
    case MD_SPAN_DEL:
      if (tildes_.back().strikes) {
        --struck_;
      } else if (tildes_.back().judged && last_ < source_.size() && source_[last_] == '~') {
        put({{last_, last_ + 1}, {}});
        ++last_;
      }
      tildes_.pop_back();
      break;
    case MD_SPAN_A:
      in_link_ = false;
      autolink_ = false;
      break;
    case MD_SPAN_IMG:
      if (--images_ == 0) finish_image();
      break;
    default:
      break;
  }
}

void MarkdownReader::finish_image() {
  has_image_ = true;
  if (builder_.is_blank()) {
    builder_.finish();
    add_caption(alternative_);
    after_image_ = true;
    line_ended_ = false;
  } else {
    builder_.leave_out();
    postponed_.push_back(alternative_);
  }
}

void MarkdownReader::read_text(MD_TEXTTYPE type, std::string_view text) {
  if (raw_) return;
  switch (type) {
    case MD_TEXT_NORMAL:
      add(text);
      break;
    case MD_TEXT_ENTITY: {
      const CharacterReferences::Reference reference = references_.read(text);
      add(text, reference.length == text.size() ? reference.text : std::string_view());
      break;
    }
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
      // The text of these is md4c's own, not the source's.
      line_ended_ = true;
      break;
    case MD_TEXT_HTML:
      read_inline_html(text);
      break;
    default:
      builder_.leave_out();
      // A line end in a code span is given as a space of md4c's own.
      if (text.data() >= source_.data() && text.data() < source_.data() + source_.size()) {
        last_ = static_cast<std::size_t>(text.data() - source_.data()) + text.size();
      }
      break;
  }
}

void MarkdownReader::read_inline_html(std::string_view tag) {
  const auto start = static_cast<std::size_t>(tag.data() - source_.data());
  const bool closes = tag.starts_with("</");
  std::string_view name = tag.substr(std::min<std::size_t>(closes ? 2 : 1, tag.size()));
  name = name.substr(0, std::min(name.find_first_of(" \t\r\n/>"), name.size()));
  const std::string lower = lower_case(name);
  if (lower == "br") {
    if (!builder_.is_blank() && !is_left_out()) put({{start, start + tag.size()}, "\n"});
  } else if (lower == "sup" || lower == "sub") {
    script_ = closes ? Script::none : lower == "sup" ? Script::raised : Script::lowered;
  } else if (lower == "del" || lower == "s" || lower == "strike") {
    html_struck_ = !closes;
  } else if (lower == "img") {
    builder_.leave_out();
  }
  last_ = start + tag.size();
}

// Judges the tildes that opened since the last text, by the source up to the next.
void MarkdownReader::judge_tildes(std::size_t end) {
  for (Tilde& tilde : tildes_) {
    if (tilde.judged) continue;
    tilde.judged = true;
    const std::string_view marks = source_.substr(last_, end - last_);
    tilde.strikes = marks.find("~~") != std::string_view::npos;
    if (tilde.strikes) {
      ++struck_;
    } else if (const std::size_t at = marks.find('~');
               at != std::string_view::npos && !is_left_out()) {
      put({{last_ + at, last_ + at + 1}, {}});
    }
  }
}

// Adds text of the source, or what it means where that is something else.
void MarkdownReader::add(std::string_view text, std::string_view meaning) {
  const auto start = static_cast<std::size_t>(text.data() - source_.data());
  const std::size_t end = start + text.size();
  if (line_ended_) add_line_end(start);
  judge_tildes(start);
  if (in_link_ && start > 0 && source_[start - 1] == '<') autolink_ = true;
  if (is_left_out()) {
    builder_.leave_out();
  } else {
    put({{start, end}, std::string(meaning)});
  }
  last_ = end;
}

void MarkdownReader::add_line_end(std::size_t end) {
  line_ended_ = false;
  const std::size_t at = source_.substr(0, end).find_first_of("\r\n", last_);
  if (at == std::string_view::npos || is_left_out()) return;
  const std::size_t after = skip_line_end(source_, at);
  put({{at, after}, source_[at] == '\n' ? "" : "\n"});
}

void MarkdownReader::put(Piece piece) {
  const std::string_view written = source_.substr(piece.source.start, piece.source.size());
  if (images_ > 0) {
    alternative_.push_back(std::move(piece));
    return;
  }
  if (!builder_.is_open()) builder_.begin(leaf());
  if (emphases_ == 0 && written.find_first_not_of(" \t\r\n") != std::string_view::npos)
    plain_ = true;
  if (!piece.text.empty()) {
    builder_.replace(piece.text, piece.source);
    return;
  }
  if (script_ == Script::none) {
    builder_.copy(piece.source);
    return;
  }
  for (std::size_t at = piece.source.start; at < piece.source.end;) {
    std::size_t next = at;
    next_code_point(source_, next);
    if (const std::string_view digit = in_script(source_[at], script_); !digit.empty()) {
      builder_.replace(digit, {at, next});
    } else {
      builder_.copy({at, next});
    }
    at = next;
  }
}

}  // namespace

std::optional<Diagnostic> append_markdown(Document& document) {
  Builder builder(document, Section::text);
  const Result<std::size_t> body = read_front_matter(document, builder);
  if (!body) return body.error();
  if (MarkdownReader(document, builder, *body).read()) return std::nullopt;
  Diagnostic problem;
  problem.code = "D007";
  problem.file = document.id;
  problem.message = "too large to read as Markdown";
  return problem;
}

}  // namespace figcheck::document
