// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <gumbo.h>

#include "document/builder.h"
#include "document/character_reference.h"
#include "document/script.h"

// The parts of the HTML reader.
namespace figcheck::document {

/// What gumbo could not read in a time that grows with the size of the source.
struct HtmlExcess {
  std::string message;  ///< Empty when all is well.
  std::size_t offset = 0;
};

/// Looks for nesting, unclosed formatting and attributes beyond what any article has. Gumbo takes
/// time that grows with the square of these, and so must not see them. Counts too much rather than
/// too little.
HtmlExcess find_excess(std::string_view source);

/// What an HTML page says of itself outside of its text.
struct HtmlSurvey {
  const GumboNode* headline = nullptr;  ///< The h1 or the title, whichever is the headline.
  std::string date;
  std::string place;
  std::string source;
  std::string language;
};

HtmlSurvey survey_html(const GumboNode* root);

/// Whether what is inside the element is no prose: scripts, navigation, what is hidden and the
/// like.
bool is_left_out(const GumboNode& element);

/// Returns the value of an attribute, or an empty view.
std::string_view attribute(const GumboNode& element, const char* name);

/// Adds the text of gumbo's text nodes to a builder by walking along the source, which gumbo's text
/// is read from by decoding references and dropping what is no text. White space is folded.
class HtmlText {
 public:
  HtmlText(std::string_view source, Builder& builder) : source_(source), builder_(builder) {}

  struct Style {
    bool preformatted = false;  ///< White space stays, and an empty line begins another block.
    bool markup = true;         ///< False in a title, where "<b>" is text.
    Script script = Script::none;
  };

  /// Adds a text node. `block` is what is begun where no block is open.
  void add(const GumboText& node, const Block& block, const Style& style);

 private:
  bool walk(std::string_view text, Span& from, std::size_t& read, const Block& block,
            const Style& style);
  void put_space(char space, Span from, const Block& block, const Style& style);
  void put(std::string_view text, Span from, const Block& block);
  void flush();

  std::string_view source_;
  Builder& builder_;
  CharacterReferences references_;
  Span pending_;  ///< Bytes that stand as they are and are not yet in the builder.
};

}  // namespace figcheck::document
