// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/token.h"
#include "figcheck/decimal.h"
#include "pattern/symbol.h"

// Numbers: digits and number words put together into one value, and the classes by which patterns
// tell what a number may be.
namespace figcheck::extract {

class Vocabulary;
struct NumberGroups;
struct Word;

/// A word, mark or number of a sentence, or several that were put together.
struct Item {
  Span span;                   ///< In Document::text.
  const Word* word = nullptr;  ///< Null for what is in no vocabulary.
  const Number* number =
      nullptr;               ///< Null for what is no number. Belongs to the sentence's tokens.
  std::int32_t figure = -1;  ///< The figure that it became, by its index in the article.
  pattern::Symbol symbol = 0;
  TokenKind kind = TokenKind::mark;
  bool glued = false;
  bool capital = false;
  std::uint8_t words = 1;  ///< How many tokens it was made of, up to 255.

  bool is_number() const { return number != nullptr; }
};

/// Names every class that numbers can have, and the kinds of figure.
void declare_number_classes(pattern::SymbolTable& table);

/// Returns the classes of a number by its shape and value, in ascending order.
std::vector<pattern::ClassId> number_classes(const Number& number);

/// Returns the symbol of a number by its shape and value.
pattern::Symbol number_symbol(const Number& number, const pattern::SymbolTable& table);

/// Returns the classes that a number word has by itself: "third" is an ordinal up to 31.
std::vector<pattern::ClassId> word_number_classes(const Word& word, pattern::SymbolTable& table);

/// Whether a number in words may begin with a word: false for most, which then are not looked at
/// again.
bool may_start_number(const Word& word, const NumberGroups& groups);

/// Makes the items of a sentence out of its tokens: looks up words and sequences of words, and puts
/// numbers together.
void make_items(std::string_view text, Tokens& tokens, const Vocabulary& vocabulary,
                std::vector<Item>& items);

}  // namespace figcheck::extract
