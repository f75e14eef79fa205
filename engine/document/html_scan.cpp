// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "document/html.h"

namespace figcheck::document {

namespace {

// Browsers stop at 512. Gumbo needs 0.02 s for 5,000 nested elements and 33 s for 100,000.
constexpr std::size_t kDeepest = 2000;
// Each paragraph repeats the formatting elements that are open before it: this many copies are
// allowed for the whole page, and for each tag.
constexpr std::size_t kCopies = 1'000'000;
constexpr std::size_t kCopiesPerTag = 32;
// Gumbo compares each attribute with all before it.
constexpr std::size_t kAttributes = 1000;

bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }
bool is_space_byte(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
}

// Elements that have no content, or that end where the next of their kind begins.
bool never_nests(GumboTag tag) {
  static constexpr std::array kTags = {
      GUMBO_TAG_AREA,  GUMBO_TAG_BASE,  GUMBO_TAG_BR,     GUMBO_TAG_COL,     GUMBO_TAG_EMBED,
      GUMBO_TAG_HR,    GUMBO_TAG_IMG,   GUMBO_TAG_INPUT,  GUMBO_TAG_LINK,    GUMBO_TAG_META,
      GUMBO_TAG_PARAM, GUMBO_TAG_WBR,   GUMBO_TAG_SOURCE, GUMBO_TAG_TRACK,   GUMBO_TAG_HTML,
      GUMBO_TAG_HEAD,  GUMBO_TAG_BODY,  GUMBO_TAG_P,      GUMBO_TAG_LI,      GUMBO_TAG_DD,
      GUMBO_TAG_DT,    GUMBO_TAG_TR,    GUMBO_TAG_TD,     GUMBO_TAG_TH,      GUMBO_TAG_TBODY,
      GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT, GUMBO_TAG_OPTION, GUMBO_TAG_COLGROUP};
  return std::find(kTags.begin(), kTags.end(), tag) != kTags.end();
}

bool is_formatting(GumboTag tag) {
  static constexpr std::array kTags = {
      GUMBO_TAG_A,      GUMBO_TAG_B,      GUMBO_TAG_BIG,  GUMBO_TAG_CODE, GUMBO_TAG_EM,
      GUMBO_TAG_FONT,   GUMBO_TAG_I,      GUMBO_TAG_NOBR, GUMBO_TAG_S,    GUMBO_TAG_SMALL,
      GUMBO_TAG_STRIKE, GUMBO_TAG_STRONG, GUMBO_TAG_TT,   GUMBO_TAG_U};
  return std::find(kTags.begin(), kTags.end(), tag) != kTags.end();
}

struct Tag {
  std::string_view name;
  std::string_view whole;  ///< From "<" to ">".
  std::size_t attributes = 0;
  bool closes = false;
  bool closes_itself = false;
};

// Reads the tag at `start`, where "<" and a letter, or "</" and a letter, stand.
Tag read_tag(std::string_view source, std::size_t start) {
  Tag tag;
  std::size_t at = start + 1;
  if (source[at] == '/') {
    tag.closes = true;
    ++at;
  }
  const std::size_t name = at;
  while (at < source.size() && !is_space_byte(source[at]) && source[at] != '/' && source[at] != '>')
    ++at;
  tag.name = source.substr(name, at - name);
  bool inside = false;  // a name or a value without quotes
  for (; at < source.size() && source[at] != '>'; ++at) {
    const char byte = source[at];
    tag.closes_itself = byte == '/';
    if ((byte == '"' || byte == '\'') && source[at - 1] == '=') {
      const std::size_t end = source.find(byte, at + 1);
      if (end == std::string_view::npos) {
        at = source.size();
        break;
      }
      at = end;
      inside = false;
    } else if (is_space_byte(byte) || byte == '/') {
      inside = false;
    } else if (!std::exchange(inside, true) && byte != '=') {
      ++tag.attributes;
    }
  }
  tag.whole = source.substr(start, std::min(at + 1, source.size()) - start);
  return tag;
}

class Scan {
 public:
  explicit Scan(std::string_view source) : source_(source) {}
  HtmlExcess run();

 private:
  struct Open {
    GumboTag tag;
    std::size_t name;    ///< A hash, for tags that gumbo does not know.
    std::size_t format;  ///< A hash of the whole tag of a formatting element; 0 for others.
  };

  void open(const Tag& tag, GumboTag kind);
  void close(const Tag& tag, GumboTag kind);
  std::size_t skip_raw(const Tag& tag, GumboTag kind, std::size_t at) const;

  std::string_view source_;
  std::vector<Open> open_;
  std::unordered_map<std::size_t, std::size_t> same_;  ///< How often a formatting element is open.
  std::size_t formats_ = 0;  ///< Open ones that are repeated: of equal ones at most three are.
  bool in_drawing_ = false;  ///< Inside svg or math, where "/>" ends an element.
};

// Returns where the search goes on behind a start tag: behind the text of elements that hold no
// tags.
std::size_t Scan::skip_raw(const Tag& tag, GumboTag kind, std::size_t at) const {
  if (in_drawing_) return at;
  if (kind != GUMBO_TAG_SCRIPT && kind != GUMBO_TAG_STYLE && kind != GUMBO_TAG_TEXTAREA &&
      kind != GUMBO_TAG_TITLE) {
    return at;
  }
  while ((at = source_.find("</", at)) != std::string_view::npos) {
    if (lower_case(source_.substr(at + 2, tag.name.size())) == lower_case(tag.name)) return at;
    at += 2;
  }
  return source_.size();
}

void Scan::open(const Tag& tag, GumboTag kind) {
  if (kind == GUMBO_TAG_SVG || kind == GUMBO_TAG_MATH) {
    in_drawing_ = true;
  } else if (kind != GUMBO_TAG_UNKNOWN) {
    in_drawing_ = false;
  }
  if (never_nests(kind) || (in_drawing_ && tag.closes_itself)) return;
  std::size_t format = 0;
  if (is_formatting(kind)) {
    format = std::hash<std::string_view>()(tag.whole) | 1;
    if (++same_[format] <= 3) ++formats_;
  }
  open_.push_back({kind, std::hash<std::string>()(lower_case(tag.name)), format});
}

// Closes the innermost element of the name and none inside it: so nothing is closed that gumbo
// keeps open, at the price of counting some that it closes.
void Scan::close(const Tag& tag, GumboTag kind) {
  if (kind == GUMBO_TAG_SVG || kind == GUMBO_TAG_MATH) in_drawing_ = false;
  const std::size_t name = std::hash<std::string>()(lower_case(tag.name));
  const auto found = std::find_if(open_.rbegin(), open_.rend(), [&](const Open& element) {
    return element.tag == kind && element.name == name;
  });
  if (found == open_.rend()) return;
  if (found->format != 0 && same_[found->format]-- <= 3) --formats_;
  open_.erase(std::next(found).base());
}

HtmlExcess Scan::run() {
  std::size_t tags = 0;
  std::size_t copies = 0;
  for (std::size_t at = 0; (at = source_.find('<', at)) != std::string_view::npos;) {
    if (source_.substr(at, 4) == "<!--") {
      // "<!-->" is a whole comment.
      const std::size_t end = source_.find("-->", at + 2);
      if (end == std::string_view::npos) break;
      at = end + 3;
      continue;
    }
    const std::size_t name = at + 1 < source_.size() && source_[at + 1] == '/' ? at + 2 : at + 1;
    if (name >= source_.size() || !is_letter(source_[name])) {
      ++at;
      continue;
    }
    const Tag tag = read_tag(source_, at);
    const GumboTag kind = gumbo_tagn_enum(tag.name.data(), static_cast<unsigned>(tag.name.size()));
    ++tags;
    if (tag.attributes > kAttributes) {
      return {"a tag with more than " + std::to_string(kAttributes) + " attributes", at};
    }
    copies += formats_;
    if (copies > kCopies + kCopiesPerTag * tags) {
      return {"too many formatting elements that are not closed", at};
    }
    const std::size_t after = at + tag.whole.size();
    if (tag.closes) {
      close(tag, kind);
      at = after;
      continue;
    }
    open(tag, kind);
    if (open_.size() > kDeepest) {
      return {"elements nested more than " + std::to_string(kDeepest) + " deep", at};
    }
    at = skip_raw(tag, kind, after);
  }
  return {};
}

}  // namespace

HtmlExcess find_excess(std::string_view source) { return Scan(source).run(); }

}  // namespace figcheck::document
