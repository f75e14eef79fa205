// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include "base/text.h"
#include "document/html.h"

namespace figcheck::document {

namespace {

// A meta element's property, name or itemprop and what it gives. Of several for one field, the one
// that stands first here is taken.
struct MetaName {
  std::string_view name;
  std::string HtmlSurvey::*field;
};

constexpr std::array<MetaName, 10> kMetaNames = {{{"article:published_time", &HtmlSurvey::date},
                                                  {"datepublished", &HtmlSurvey::date},
                                                  {"date", &HtmlSurvey::date},
                                                  {"dc.date", &HtmlSurvey::date},
                                                  {"dc.date.issued", &HtmlSurvey::date},
                                                  {"pubdate", &HtmlSurvey::date},
                                                  {"og:site_name", &HtmlSurvey::source},
                                                  {"dc.publisher", &HtmlSurvey::source},
                                                  {"geo.placename", &HtmlSurvey::place},
                                                  {"content-language", &HtmlSurvey::language}}};

class Survey {
 public:
  explicit Survey(HtmlSurvey& found) : found_(found) {}
  void run(const GumboNode* root);

 private:
  struct Open {
    const GumboNode* node;
    unsigned next = 0;
    bool in_article = false;
  };
  void enter(const GumboNode& element, bool in_article);
  void read_meta(const GumboNode& element);

  HtmlSurvey& found_;
  const GumboNode* title_ = nullptr;
  const GumboNode* first_h1_ = nullptr;
  const GumboNode* article_h1_ = nullptr;
  std::string time_;
  std::array<std::string, kMetaNames.size()> metas_;
};

// Whether an element holds any text. Its own depth is bounded, so a stack of nodes will do.
bool has_text(const GumboNode* element) {
  std::vector<const GumboNode*> todo{element};
  while (!todo.empty()) {
    const GumboNode* node = todo.back();
    todo.pop_back();
    if (node->type == GUMBO_NODE_TEXT) return true;
    if (node->type != GUMBO_NODE_ELEMENT || (node != element && is_left_out(*node))) continue;
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
      todo.push_back(static_cast<const GumboNode*>(children.data[i]));
    }
  }
  return false;
}

void Survey::read_meta(const GumboNode& element) {
  const std::string_view content = attribute(element, "content");
  for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
    const std::string name = lower_case(attribute(element, key));
    if (name.empty()) continue;
    for (std::size_t i = 0; i < kMetaNames.size(); ++i) {
      if (kMetaNames[i].name == name && metas_[i].empty()) metas_[i] = fold_space(content);
    }
  }
}

void Survey::enter(const GumboNode& element, bool in_article) {
  switch (element.v.element.tag) {
    case GUMBO_TAG_HTML:
      found_.language = fold_space(attribute(element, "lang"));
      break;
    case GUMBO_TAG_META:
      read_meta(element);
      break;
    case GUMBO_TAG_TITLE:
      if (title_ == nullptr && has_text(&element)) title_ = &element;
      break;
    case GUMBO_TAG_TIME:
      if (time_.empty()) time_ = fold_space(attribute(element, "datetime"));
      break;
    case GUMBO_TAG_H1:
      if (article_h1_ != nullptr || (first_h1_ != nullptr && !in_article) || !has_text(&element))
        break;
      if (first_h1_ == nullptr) first_h1_ = &element;
      if (in_article) article_h1_ = &element;
      break;
    default:
      break;
  }
}

void Survey::run(const GumboNode* root) {
  std::vector<Open> open;
  enter(*root, false);
  open.push_back({root});
  while (!open.empty()) {
    Open& top = open.back();
    const GumboVector& children = top.node->v.element.children;
    if (top.next == children.length) {
      open.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(children.data[top.next++]);
    if (child->type != GUMBO_NODE_ELEMENT) continue;
    const GumboTag tag = child->v.element.tag;
    const bool tells = tag == GUMBO_TAG_HEAD || tag == GUMBO_TAG_META || tag == GUMBO_TAG_TITLE;
    if (!tells && is_left_out(*child)) continue;
    const bool in_article = top.in_article || tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN;
    enter(*child, in_article);
    open.push_back({child, 0, in_article});
  }
  for (std::size_t i = 0; i < kMetaNames.size(); ++i) {
    std::string& field = found_.*kMetaNames[i].field;
    if (field.empty()) field = metas_[i];
  }
  if (found_.date.empty()) found_.date = time_;
  found_.headline = article_h1_ != nullptr ? article_h1_
                    : first_h1_ != nullptr ? first_h1_
                                           : title_;
}

bool has_style_none(std::string_view style) {
  std::string plain = lower_case(style);
  plain.erase(std::remove_if(plain.begin(), plain.end(), [](char byte) { return byte == ' '; }),
              plain.end());
  return plain.find("display:none") != std::string::npos;
}

}  // namespace

HtmlSurvey survey_html(const GumboNode* root) {
  HtmlSurvey found;
  Survey(found).run(root);
  return found;
}

bool is_left_out(const GumboNode& element) {
  static constexpr std::array kTags = {
      GUMBO_TAG_HEAD,   GUMBO_TAG_TITLE,    GUMBO_TAG_NOEMBED,  GUMBO_TAG_NOFRAMES,
      GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,    GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE,
      GUMBO_TAG_NAV,    GUMBO_TAG_FOOTER,   GUMBO_TAG_ASIDE,    GUMBO_TAG_SVG,
      GUMBO_TAG_MATH,   GUMBO_TAG_IFRAME,   GUMBO_TAG_OBJECT,   GUMBO_TAG_EMBED,
      GUMBO_TAG_VIDEO,  GUMBO_TAG_AUDIO,    GUMBO_TAG_CANVAS,   GUMBO_TAG_MAP,
      GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT,   GUMBO_TAG_TEXTAREA, GUMBO_TAG_INPUT,
      GUMBO_TAG_IMG,    GUMBO_TAG_DATALIST, GUMBO_TAG_CODE,     GUMBO_TAG_SAMP,
      GUMBO_TAG_DEL,    GUMBO_TAG_S,        GUMBO_TAG_STRIKE};
  if (element.type == GUMBO_NODE_TEMPLATE) return true;
  if (element.v.element.tag_namespace != GUMBO_NAMESPACE_HTML) return true;
  if (std::find(kTags.begin(), kTags.end(), element.v.element.tag) != kTags.end()) return true;
  const GumboVector* attributes = &element.v.element.attributes;
  if (attributes->length == 0) return false;
  return gumbo_get_attribute(attributes, "hidden") != nullptr ||
         attribute(element, "aria-hidden") == "true" || has_style_none(attribute(element, "style"));
}

std::string_view attribute(const GumboNode& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

}  // namespace figcheck::document
