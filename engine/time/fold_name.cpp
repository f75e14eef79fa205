// SPDX-License-Identifier: Apache-2.0
#include "time/fold_name.h"

#include <cstddef>

#include "base/text.h"

namespace figcheck::time {
namespace {

/// The base letters of U+00C0 to U+017F and of U+1E00 to U+1EFF; a stop for those without a single
/// one.
constexpr std::string_view kLatin =
    "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll"
    "lllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
constexpr std::string_view kLatinAdditional =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

/// Returns the letter without its accent, as one or two ASCII letters; empty when it has no such
/// form.
std::string_view unaccented(char32_t letter) {
  switch (letter) {
    case U'ß':
      return "ss";
    case U'Æ':
    case U'æ':
      return "ae";
    case U'Þ':
    case U'þ':
      return "th";
    case U'Œ':
    case U'œ':
      return "oe";
    case U'Ơ':
    case U'ơ':
      return "o";
    case U'Ư':
    case U'ư':
      return "u";
    case U'Ș':
    case U'ș':
      return "s";
    case U'Ț':
    case U'ț':
      return "t";
    default:
      break;
  }
  std::string_view base;
  if (letter >= 0xC0 && letter < 0x180) base = kLatin.substr(letter - 0xC0, 1);
  if (letter >= 0x1E00 && letter < 0x1F00) base = kLatinAdditional.substr(letter - 0x1E00, 1);
  return base == "." ? std::string_view() : base;
}

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'`' || c == U'´' || c == U'‘' || c == U'’' ||
         (c >= 0x2B9 && c <= 0x2BF);
}

bool is_hyphen(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2013) || c == 0x2212; }

bool is_combining(char32_t c) { return c >= 0x300 && c < 0x370; }

}  // namespace

void fold_name(std::string_view name, std::string& folded) {
  folded.clear();
  bool space = false;
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = next_code_point(name, at);
    if (is_hyphen(c) || is_space(c)) {
      space = !folded.empty();
      continue;
    }
    if (is_apostrophe(c) || is_combining(c)) continue;
    if (space) folded += ' ';
    space = false;
    if (c < 0x80) {
      const char letter = static_cast<char>(c);
      folded += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    } else if (const std::string_view base = unaccented(c); !base.empty()) {
      folded += base;
    } else {
      append_utf8(folded, c);
    }
  }
}

std::string fold_name(std::string_view name) {
  std::string folded;
  fold_name(name, folded);
  return folded;
}

std::string without_accents(std::string_view name) {
  std::string plain;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(name, at);
    const std::string_view written = name.substr(begin, at - begin);
    std::string base(c < 0x80 ? std::string_view() : unaccented(c));
    if (is_combining(c)) continue;
    if (base.empty()) {
      plain += written;
      continue;
    }
    if (lower_case(written) != written) base[0] = static_cast<char>(base[0] - 'a' + 'A');
    plain += base;
  }
  return plain;
}

bool is_all_capital(std::string_view name) {
  bool letters = false;
  for (const char c : name) {
    // A byte of another script or of an accented letter makes it a name like others.
    if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) return false;
    letters = letters || (c >= 'A' && c <= 'Z');
  }
  return letters;
}

}  // namespace figcheck::time
