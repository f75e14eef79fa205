// SPDX-License-Identifier: Apache-2.0
#include "document/character_reference.h"

#include <algorithm>

#include <gumbo.h>

namespace figcheck::document {

namespace {

// "&CounterClockwiseContourIntegral;" is the longest name.
constexpr std::size_t kLongestName = 33;

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool is_letter_or_digit(char byte) {
  return is_digit(byte) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}
bool is_hexadecimal(char byte) {
  return is_digit(byte) || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

// Returns the length of what may be a reference: "&" and a name or number, with the semicolon if
// there is one; 0 when it is none.
std::size_t candidate_length(std::string_view source) {
  std::size_t at = 1;
  std::size_t first = 1;
  if (at < source.size() && source[at] == '#') {
    ++at;
    const bool hexadecimal = at < source.size() && (source[at] == 'x' || source[at] == 'X');
    if (hexadecimal) ++at;
    first = at;
    while (at < source.size() && (hexadecimal ? is_hexadecimal(source[at]) : is_digit(source[at])))
      ++at;
  } else {
    while (at < source.size() && at < kLongestName && is_letter_or_digit(source[at])) ++at;
  }
  if (at == first) return 0;
  if (at < source.size() && source[at] == ';') ++at;
  return at;
}

// Returns the text that gumbo reads in a line of HTML without markup.
std::string read_by_gumbo(const std::string& html) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.fragment_context = GUMBO_TAG_DIV;
  GumboOutput* output = gumbo_parse_with_options(&options, html.data(), html.size());
  std::string text;
  const GumboVector& children = output->root->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto* node = static_cast<const GumboNode*>(children.data[i]);
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE)
      text += node->v.text.text;
  }
  gumbo_destroy_output(&options, output);
  return text;
}

}  // namespace

CharacterReferences::Reference CharacterReferences::read(std::string_view source) {
  const std::size_t length = candidate_length(source);
  if (length == 0) return {};
  const auto [place, is_new] = known_.try_emplace(std::string(source.substr(0, length)));
  Meaning& meaning = place->second;
  if (is_new) {
    const std::string& candidate = place->first;
    meaning.text = read_by_gumbo(candidate);
    if (meaning.text != candidate) {
      meaning.length = length;
      // An old name without its semicolon may be followed by other letters, which stay: "&notit;"
      // is "¬it;". A whole reference leaves nothing, although that of the semicolon ends in one.
      const bool number = candidate[1] == '#';
      if (!number && candidate != "&semi;") {
        while (meaning.text.size() > 1 && meaning.text.back() == candidate[meaning.length - 1]) {
          meaning.text.pop_back();
          --meaning.length;
        }
      }
    }
  }
  return {meaning.length, meaning.text};
}

}  // namespace figcheck::document
