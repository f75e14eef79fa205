// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

#include "extract/word_key.h"
#include "figcheck/decimal.h"
#include "figcheck/span.h"

// Tokens: words, numbers in digits and marks, cut by their characters alone. No language here.
namespace figcheck::extract {

/// How a number is written. What it may mean (a day, an hour, a year) follows from this and its
/// value.
enum class Shape : std::uint8_t {
  none,
  // Digits.
  integer,       ///< 2261, 7, 04
  grouped,       ///< 2,261 and 12,34,567
  decimal,       ///< 3.5, 1,234.50
  colon_pair,    ///< 13:00, 3:1
  colon_triple,  ///< 2:25:39
  iso_date,      ///< 2023-09-20
  slash_pair,    ///< 1/2, 15/2
  slash_date,    ///< 20/9/2023
  dotted_date,   ///< 20.09.2023
  // Made later out of several tokens.
  words,   ///< twelve
  scaled,  ///< 2.3 million, forty thousand
};

enum class TokenKind : std::uint8_t {
  word,  ///< letters, with inner apostrophes and the stops of "p.m."
  number,
  mark,        ///< one punctuation character or symbol
  identifier,  ///< letters and digits in one: "MH370", "F-16", "1.2.3"
};

/// A number as read, before anybody knows what it counts.
struct Number {
  Decimal value;  ///< The number; zero for pairs and dates.
  int place = 0;  ///< The power of ten of the last digit that is warranted.
  Shape shape = Shape::none;
  std::int16_t parts[3] = {-1, -1, -1};  ///< The parts of pairs, triples and dates, up to 9999.
  std::uint8_t digits = 0;               ///< Of an integer: how many digits are written.
  bool in_words = false;
  bool scaled = false;    ///< Has a scale word or a fraction word.
  bool nth = false;       ///< An ordinal: "third", "19th".
  bool vague = false;     ///< "dozens": between `value` and `upper`.
  bool fraction = false;  ///< "3/4": less than one, written with a slash.
  bool range = false;     ///< "25 to 40": `upper` is the other end.
  Decimal upper;
};

/// The numbers of a sentence. They stay where they are while others are added, and their memory is
/// used again for the next sentence.
class Numbers {
 public:
  Number* add(const Number& number) {
    if (used_ == numbers_.size()) numbers_.emplace_back();
    Number* place = &numbers_[used_++];
    *place = number;
    return place;
  }
  void clear() { used_ = 0; }

 private:
  std::deque<Number> numbers_;
  std::size_t used_ = 0;
};

struct Token {
  Span span;                       ///< In Document::text.
  const Number* number = nullptr;  ///< Of a number.
  WordKey key;                     ///< Of a word of ASCII letters alone, made small.
  TokenKind kind = TokenKind::mark;
  bool glued = false;        ///< Nothing stands between it and the token before.
  bool capital = false;      ///< A word that begins with a capital letter.
  std::uint8_t letters = 0;  ///< Of an identifier: the letters that it begins with, up to 255.
};

/// The tokens of a sentence, kept between sentences for their memory.
struct Tokens {
  std::vector<Token> list;
  Numbers numbers;

  void clear() {
    list.clear();
    numbers.clear();
  }
};

/// Cuts the sentence `span` of `text` into tokens and appends them.
void tokenize(std::string_view text, const Span& span, Tokens& tokens);

/// The mark that a token stands for: all dashes and minus signs of one width become "-", long
/// dashes
/// "\u2014", and all double quotation marks "\"", single ones "'"; other marks are themselves.
std::string_view folded_mark(std::string_view mark);

}  // namespace figcheck::extract
