// SPDX-License-Identifier: Apache-2.0
// HTML, by gumbo, whose text nodes point into the source.
#include "document/html.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "document/list_number.h"
#include "document/readers.h"

namespace figcheck::document {

namespace {

// A cell may claim to span more columns than any table has.
constexpr std::uint32_t kWidestSpan = 1000;

// Elements that begin and end a block and say nothing of its kind.
bool is_block_element(GumboTag tag) {
  static constexpr std::array kTags = {
      GUMBO_TAG_P,       GUMBO_TAG_DIV,      GUMBO_TAG_SECTION,    GUMBO_TAG_ARTICLE,
      GUMBO_TAG_MAIN,    GUMBO_TAG_HEADER,   GUMBO_TAG_HGROUP,     GUMBO_TAG_ADDRESS,
      GUMBO_TAG_FORM,    GUMBO_TAG_FIELDSET, GUMBO_TAG_LEGEND,     GUMBO_TAG_DETAILS,
      GUMBO_TAG_SUMMARY, GUMBO_TAG_FIGURE,   GUMBO_TAG_CENTER,     GUMBO_TAG_DL,
      GUMBO_TAG_DT,      GUMBO_TAG_DD,       GUMBO_TAG_HR,         GUMBO_TAG_PRE,
      GUMBO_TAG_BODY,    GUMBO_TAG_TABLE,    GUMBO_TAG_TR,         GUMBO_TAG_TBODY,
      GUMBO_TAG_THEAD,   GUMBO_TAG_TFOOT,    GUMBO_TAG_UL,         GUMBO_TAG_OL,
      GUMBO_TAG_MENU,    GUMBO_TAG_DIR,      GUMBO_TAG_LI,         GUMBO_TAG_TD,
      GUMBO_TAG_TH,      GUMBO_TAG_CAPTION,  GUMBO_TAG_FIGCAPTION, GUMBO_TAG_BLOCKQUOTE,
      GUMBO_TAG_H1,      GUMBO_TAG_H2,       GUMBO_TAG_H3,         GUMBO_TAG_H4,
      GUMBO_TAG_H5,      GUMBO_TAG_H6,       GUMBO_TAG_XMP,        GUMBO_TAG_LISTING};
  return std::find(kTags.begin(), kTags.end(), tag) != kTags.end();
}

std::uint32_t read_span(const GumboNode& cell, const char* name) {
  const std::string_view text = attribute(cell, name);
  std::uint32_t value = 1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::clamp(value, std::uint32_t{1}, kWidestSpan);
}

// The rows and columns of a table, with cells that span several of them.
class TableGrid {
 public:
  TableGrid(std::uint32_t number, bool layout) : number_(number), layout_(layout) {}

  /// Whether the table only arranges the page.
  bool is_layout() const { return layout_; }

  void begin_row() {
    row_ = rows_++;
    column_ = 0;
    for (Reach& reach : reaches_) --reach.rows;
    std::erase_if(reaches_, [](const Reach& reach) { return reach.rows == 0; });
  }

  TableCell add_cell(const GumboNode& cell) {
    for (bool moved = true; moved;) {
      moved = false;
      for (const Reach& reach : reaches_) {
        if (column_ < reach.first || column_ >= reach.end) continue;
        column_ = reach.end;
        moved = true;
      }
    }
    const std::uint32_t end = column_ + read_span(cell, "colspan");
    const TableCell place{number_, row_, column_, cell.v.element.tag == GUMBO_TAG_TH};
    // More cells that reach down than this are no table to add up.
    constexpr std::size_t kMostReaches = 64;
    const std::uint32_t rows = read_span(cell, "rowspan");
    if (rows > 1 && reaches_.size() < kMostReaches) reaches_.push_back({column_, end, rows});
    column_ = end;
    return place;
  }

 private:
  struct Reach {
    std::uint32_t first;
    std::uint32_t end;
    std::uint32_t rows;  ///< How many rows it still covers, with the present one.
  };
  std::uint32_t number_;
  bool layout_;
  std::uint32_t rows_ = 0;
  std::uint32_t row_ = 0;
  std::uint32_t column_ = 0;
  std::vector<Reach> reaches_;
};

class HtmlReader {
 public:
  explicit HtmlReader(Document& document)
      : document_(document),
        source_(document.source_text),
        builder_(document, Section::text),
        text_(source_, builder_) {}

  void read(const GumboNode* root);

 private:
  // An open element, and what its text is.
  struct Open {
    const GumboNode* node;
    unsigned next = 0;  ///< The next child.
    Block block;
    HtmlText::Style style;
    bool quotation = false;
  };

  void walk(const GumboNode* root, const Block& block, const HtmlText::Style& style);
  void enter(const GumboNode& element);
  void leave(const Open& open);
  void add_line_end(const GumboNode& element);
  void add_mark(std::string_view mark, const GumboStringPiece& tag, const Block& block);
  void set_kind(Open& open, GumboTag tag);
  TableGrid open_table(const GumboNode& table);

  Document& document_;
  std::string_view source_;
  Builder builder_;
  HtmlText text_;
  const GumboNode* headline_ = nullptr;
  std::vector<Open> open_;
  std::vector<TableGrid> tables_;
  std::uint32_t table_count_ = 0;
  ListNumbers lists_;
  const GumboNode* last_break_ = nullptr;  ///< A br after which there was no text.
};

void HtmlReader::read(const GumboNode* root) {
  const HtmlSurvey survey = survey_html(root);
  Metadata& metadata = document_.metadata;
  fill(metadata.date, survey.date);
  fill(metadata.place, survey.place);
  fill(metadata.source, survey.source);
  fill(metadata.language, survey.language);
  headline_ = survey.headline;
  if (headline_ != nullptr && headline_->v.element.tag == GUMBO_TAG_TITLE) {
    if (!has_headline(document_)) {
      Block block;
      block.kind = BlockKind::headline;
      HtmlText::Style style;
      style.markup = false;
      walk(headline_, block, style);
    }
  }
  walk(root, {}, {});
  for (const Block& block : document_.blocks) {
    if (block.kind == BlockKind::headline) fill(metadata.title, document_.slice(block.span));
  }
}

// Walks the tree with a stack of its own, so that no depth of it can exhaust the thread's.
void HtmlReader::walk(const GumboNode* root, const Block& block, const HtmlText::Style& style) {
  open_.push_back({root, 0, block, style});
  while (!open_.empty()) {
    Open& top = open_.back();
    const GumboVector& children = top.node->v.element.children;
    if (top.next == children.length) {
      leave(top);
      open_.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(children.data[top.next++]);
    switch (child->type) {
      case GUMBO_NODE_TEXT:
        last_break_ = nullptr;
        text_.add(child->v.text, top.block, top.style);
        break;
      case GUMBO_NODE_WHITESPACE:
        text_.add(child->v.text, top.block, top.style);
        break;
      case GUMBO_NODE_ELEMENT:
        if (is_left_out(*child)) {
          builder_.leave_out();
        } else {
          enter(*child);
        }
        break;
      default:
        break;
    }
  }
  builder_.finish();
}

void HtmlReader::enter(const GumboNode& element) {
  const GumboTag tag = element.v.element.tag;
  if (tag == GUMBO_TAG_BR) {
    add_line_end(element);
    return;
  }
  if (is_block_element(tag)) {
    builder_.finish();
    last_break_ = nullptr;
  }
  Open open = open_.back();
  open.node = &element;
  open.next = 0;
  set_kind(open, tag);
  open_.push_back(open);
}

// Sets what the text of an element is, given what that of its parent is.
void HtmlReader::set_kind(Open& open, GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
      if (open.quotation) break;
      open.block = {};
      open.block.kind = open.node == headline_ ? BlockKind::headline : BlockKind::heading;
      break;
    case GUMBO_TAG_BLOCKQUOTE:
      open.quotation = true;
      open.block = {};
      open.block.kind = BlockKind::quotation;
      break;
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_CAPTION:
      open.block = {};
      open.block.kind = BlockKind::caption;
      break;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_DIR:
      lists_.enter();
      break;
    case GUMBO_TAG_LI:
      if (open.quotation || lists_.place().depth == 0) break;
      open.block = {};
      open.block.kind = BlockKind::list_item;
      open.block.list = lists_.place().list;
      open.block.list_depth = lists_.place().depth;
      break;
    case GUMBO_TAG_TABLE:
      tables_.push_back(open_table(*open.node));
      break;
    case GUMBO_TAG_TR:
      if (!tables_.empty()) tables_.back().begin_row();
      break;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
      if (tables_.empty() || tables_.back().is_layout()) break;
      open.block = {};
      open.block.kind = BlockKind::table_cell;
      open.block.cell = tables_.back().add_cell(*open.node);
      break;
    case GUMBO_TAG_XMP:
    case GUMBO_TAG_PLAINTEXT:
      open.style.markup = false;
      open.style.preformatted = true;
      break;
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_LISTING:
      open.style.preformatted = true;
      break;
    case GUMBO_TAG_SUP:
      open.style.script = Script::raised;
      break;
    case GUMBO_TAG_SUB:
      open.style.script = Script::lowered;
      break;
    case GUMBO_TAG_Q:
      add_mark("\u201C", open.node->v.element.original_tag, open.block);
      break;
    default:
      break;
  }
}

TableGrid HtmlReader::open_table(const GumboNode& table) {
  const std::string_view role = attribute(table, "role");
  if (role == "presentation" || role == "none") return {0, true};
  return {table_count_++, false};
}

void HtmlReader::leave(const Open& open) {
  const GumboElement& element = open.node->v.element;
  if (is_block_element(element.tag)) {
    builder_.finish();
    last_break_ = nullptr;
  }
  switch (element.tag) {
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_DIR:
      lists_.leave();
      break;
    case GUMBO_TAG_TABLE:
      tables_.pop_back();
      break;
    case GUMBO_TAG_Q:
      add_mark("\u201D", element.original_end_tag, open.block);
      break;
    default:
      break;
  }
}

// One br ends a line; a second one with no text between ends the paragraph.
void HtmlReader::add_line_end(const GumboNode& element) {
  if (builder_.is_blank()) return;
  if (last_break_ != nullptr) {
    builder_.finish();
    last_break_ = nullptr;
    return;
  }
  last_break_ = &element;
  add_mark("\n", element.v.element.original_tag, open_.back().block);
}

// Adds a mark that a tag stands for.
void HtmlReader::add_mark(std::string_view mark, const GumboStringPiece& tag, const Block& block) {
  if (tag.data == nullptr) return;
  if (!builder_.is_open()) builder_.begin(block);
  const auto start = static_cast<std::size_t>(tag.data - source_.data());
  builder_.replace(mark, {start, start + tag.length});
}

struct OutputDeleter {
  void operator()(GumboOutput* output) const {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
};

}  // namespace

std::optional<Diagnostic> append_html(Document& document) {
  const std::string_view source = document.source_text;
  if (const HtmlExcess excess = find_excess(source); !excess.message.empty()) {
    return complain_at("D006", excess.message, document.id, source, excess.offset);
  }
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const std::size_t mark = byte_order_mark(source);
  const std::unique_ptr<GumboOutput, OutputDeleter> output(
      gumbo_parse_with_options(&options, source.data() + mark, source.size() - mark));
  HtmlReader(document).read(output->root);
  return std::nullopt;
}

}  // namespace figcheck::document
