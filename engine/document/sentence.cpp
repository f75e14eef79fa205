// SPDX-License-Identifier: Apache-2.0
#include "document/sentence.h"

#include <algorithm>
#include <array>

#include "base/bytes.h"
#include "base/text.h"

namespace figcheck::document {

namespace {

constexpr std::string_view kEllipsis = "\u2026";
// No abbreviation and no opener is longer.
constexpr std::size_t kLongestWord = 32;

// The first bytes of the marks that may end a sentence. The ellipsis begins like all of general
// punctuation.
constexpr std::array<bool, 256> kMayEnd = [] {
  std::array<bool, 256> table{};
  table['.'] = table['!'] = table['?'] = table[0xE2] = true;
  return table;
}();

constexpr std::string_view kClosers[] = {"\"", "'", ")", "]", "}", "”", "’", "»", "›"};
constexpr std::string_view kOpeners[] = {"\"", "'", "(", "[", "{", "“", "‘", "„", "«",
                                         "‹",  "¿", "¡", "*", "-", "–", "—", "•"};

bool is_digit(char32_t character) { return character >= '0' && character <= '9'; }

bool is_small(char32_t character) {
  if (character < 0x80) return character >= 'a' && character <= 'z';
  std::string written;
  // The small letters of Latin-1 and Latin Extended-A are those that are no capital of another.
  if (character < 0x180) {
    append_utf8(written, character);
    return is_letter(character) && lower_case(written) == written;
  }
  return (character >= 0x3AC && character <= 0x3CE) || (character >= 0x430 && character <= 0x45F);
}

bool is_capital(char32_t character) {
  if (character < 0x80) return character >= 'A' && character <= 'Z';
  return is_letter(character) && !is_small(character);
}

// Whether the byte is what mostly follows a stop and is no sign: a space, letter or digit.
bool is_plain(char byte) {
  return byte == ' ' || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9');
}

// Returns the length of the sign that `text` begins with, if it is one of `signs`, or 0.
template <std::size_t size>
std::size_t sign_length(std::string_view text, const std::string_view (&signs)[size]) {
  if (text.empty() || is_plain(text.front())) return 0;
  for (std::string_view sign : signs) {
    if (text.starts_with(sign)) return sign.size();
  }
  return 0;
}

// Returns the length of the note's mark that `text` begins with, "[3]" or "³", or 0.
std::size_t note_length(std::string_view text) {
  constexpr std::string_view kDigits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  const bool bracket = text.starts_with('[');
  std::size_t at = bracket ? 1 : 0;
  while (at < text.size()) {
    std::size_t digit = sign_length(text.substr(at), kDigits);
    if (digit == 0 && bracket && text[at] >= '0' && text[at] <= '9') digit = 1;
    if (digit == 0) break;
    at += digit;
  }
  if (!bracket) return at;
  return at > 1 && at < text.size() && text[at] == ']' ? at + 1 : 0;
}

class Splitter {
 public:
  Splitter(std::string_view text, const Abbreviations& abbreviations)
      : text_(text), abbreviations_(abbreviations) {}

  std::vector<Span> split(std::size_t start);

 private:
  bool goes_on(std::size_t mark, std::size_t stops, std::size_t next) const;
  bool goes_on_after_stop(std::size_t mark, char32_t following, std::size_t next) const;
  bool opens_sentence(std::size_t word) const;
  std::string_view word_before(std::size_t mark) const;
  std::size_t skip_space(std::size_t at) const;
  std::size_t skip_openers(std::size_t at) const;

  std::string_view text_;  ///< Up to the end of the block.
  const Abbreviations& abbreviations_;
  std::size_t sentence_ = 0;  ///< The start of the sentence at hand.
};

std::size_t Splitter::skip_space(std::size_t at) const {
  while (at < text_.size()) {
    std::size_t next = at;
    if (!is_space(next_code_point(text_, next))) break;
    at = next;
  }
  return at;
}

std::size_t Splitter::skip_openers(std::size_t at) const {
  while (const std::size_t length = sign_length(text_.substr(at), kOpeners))
    at = skip_space(at + length);
  return at;
}

// Returns the word that ends in the stop at `mark`, with the stops inside it and without that one.
std::string_view Splitter::word_before(std::size_t mark) const {
  const std::size_t earliest = std::max(sentence_, mark > kLongestWord ? mark - kLongestWord : 0);
  std::size_t start = mark;
  while (start > earliest) {
    const auto byte = static_cast<unsigned char>(text_[start - 1]);
    const bool in_word = byte == '.' || (byte >= '0' && byte <= '9') ||
                         (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
                         byte >= 0x80;
    if (!in_word) break;
    --start;
  }
  // Punctuation and spaces beyond ASCII are no part of a word, nor is a character cut at its start.
  for (std::size_t at = start; at < mark;) {
    if ((static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80) {
      start = ++at;
      continue;
    }
    const char32_t character = next_code_point(text_, at);
    if (character >= 0x80 && !is_letter(character)) start = at;
  }
  return text_.substr(start, mark - start);
}

// Whether the word at `word` stands with a capital and is one that opens sentences.
bool Splitter::opens_sentence(std::size_t word) const {
  std::size_t end = word;
  if (end >= text_.size() || !is_capital(next_code_point(text_, end))) return false;
  while (end < text_.size() && end - word < kLongestWord) {
    std::size_t next = end;
    if (!is_letter(next_code_point(text_, next))) break;
    end = next;
  }
  return abbreviations_.openers.contains(lower_case(text_.substr(word, end - word)));
}

// Whether a single stop at `mark` belongs to a word, so that the sentence goes on.
bool Splitter::goes_on_after_stop(std::size_t mark, char32_t following, std::size_t next) const {
  const std::string_view word = word_before(mark);
  if (word.empty()) return false;
  const auto start = static_cast<std::size_t>(word.data() - text_.data());

  // "1. The first of a list."
  if (start == sentence_ && word.size() <= 2 &&
      std::all_of(word.begin(), word.end(), [](char byte) { return byte >= '0' && byte <= '9'; })) {
    return true;
  }

  // Letters with a stop after each: "U.S", "p.m", and "J", which needs a capital.
  bool letters = true;
  std::size_t count = 0;
  std::size_t at = 0;
  char32_t letter = 0;
  while (letters && at < word.size()) {
    letter = next_code_point(word, at);
    letters = is_letter(letter) && (at == word.size() || word[at] == '.');
    if (at < word.size()) ++at;
    ++count;
  }
  const bool initials = letters && (count > 1 || is_capital(letter));

  std::string written = lower_case(word);
  written += '.';
  if (initials || abbreviations_.always.contains(written)) return !opens_sentence(next);
  return is_digit(following) && abbreviations_.before_figure.contains(written);
}

// Whether the sentence goes on behind the marks that begin at `mark`, of which `stops` are full
// stops and nothing else, and behind white space up to `next`, where the next word begins.
bool Splitter::goes_on(std::size_t mark, std::size_t stops, std::size_t next) const {
  std::size_t after = next;
  const char32_t following = next_code_point(text_, after);
  if (is_small(following)) return true;
  if (stops == 1) return goes_on_after_stop(mark, following, next);
  const bool ellipsis = stops == 2 || stops == 3 || text_.substr(mark).starts_with(kEllipsis);
  return ellipsis && !opens_sentence(next);
}

std::vector<Span> Splitter::split(std::size_t start) {
  std::vector<Span> sentences;
  sentence_ = skip_space(start);
  std::size_t at = sentence_;
  while (at < text_.size()) {
    if (!kMayEnd[static_cast<unsigned char>(text_[at])]) {
      at = find_byte<false, '.', '!', '?', '\xE2'>(text_, at + 1);
      continue;
    }
    const std::size_t mark = at;
    std::size_t stops = 0;
    bool only_stops = true;
    while (at < text_.size()) {
      if (text_[at] == '.') {
        ++stops;
        ++at;
      } else if (text_[at] == '!' || text_[at] == '?') {
        only_stops = false;
        ++at;
      } else if (text_.substr(at).starts_with(kEllipsis)) {
        only_stops = false;
        at += kEllipsis.size();
      } else {
        break;
      }
    }
    if (at == mark) {
      ++at;
      continue;
    }
    while (const std::size_t length = sign_length(text_.substr(at), kClosers)) at += length;
    while (const std::size_t length = note_length(text_.substr(at))) at += length;
    const std::size_t end = at;
    const std::size_t following = skip_space(at);
    if (following == end || following == text_.size()) continue;
    const std::size_t next = skip_openers(following);
    if (next < text_.size() && goes_on(mark, only_stops ? stops : 0, next)) continue;
    sentences.push_back({sentence_, end});
    sentence_ = at = following;
  }
  std::size_t end = text_.size();
  while (end > sentence_) {
    std::size_t last = end - 1;
    while (last > sentence_ && (static_cast<unsigned char>(text_[last]) & 0xC0) == 0x80) --last;
    std::size_t next = last;
    if (!is_space(next_code_point(text_, next))) break;
    end = last;
  }
  if (end > sentence_) sentences.push_back({sentence_, end});
  return sentences;
}

}  // namespace

std::vector<Span> split_sentences(std::string_view text, const Span& block,
                                  const Abbreviations& abbreviations) {
  return Splitter(text.substr(0, block.end), abbreviations).split(block.start);
}

}  // namespace figcheck::document
