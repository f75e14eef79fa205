// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "base/text.h"
#include "extract/items.h"
#include "extract/vocabulary.h"

namespace figcheck::extract {

Number number_of_token(const Token& token) {
  Number n;
  n.value = token.negative ? token.value.negated() : token.value;
  n.shape = token.shape;
  std::copy(std::begin(token.parts), std::end(token.parts), std::begin(n.parts));
  n.digits = token.digits;
  if (token.shape == Shape::decimal) {
    n.place = -token.value.decimals();
  } else if (token.shape == Shape::integer || token.shape == Shape::grouped) {
    n.place = token.value.last_nonzero_place();
  }
  return n;
}

namespace {

constexpr const char* kLongDash = "\xE2\x80\x94";

/// Looks up words, and sequences of words where the vocabulary has them.
class Lookup {
 public:
  Lookup(std::string_view text, const std::vector<Token>& tokens, const Vocabulary& vocabulary,
         std::vector<Item>& items)
      : text_(text), tokens_(tokens), vocabulary_(vocabulary), items_(items) {
    currency_sign_ = vocabulary.table().find_class("currency-sign");
  }

  void run() {
    for (std::size_t i = 0; i < tokens_.size();) i = take(i);
  }

 private:
  /// Appends the form of a token under which the vocabulary has it.
  void fold(const Token& token, std::string& out) const {
    const std::string_view written = text_.substr(token.span.start, token.span.size());
    if (token.kind == TokenKind::mark) {
      out += folded_mark(written);
      return;
    }
    const std::size_t begin = out.size();
    out += written;
    for (std::size_t i = begin; i < out.size(); ++i) {
      const char c = out[i];
      if (c >= 'A' && c <= 'Z') out[i] = static_cast<char>(c + ('a' - 'A'));
      if (static_cast<unsigned char>(c) < 0x80) continue;
      out.replace(begin, std::string::npos, lower_case(written));
      return;
    }
  }

  /// Whether an entry of several words that begins with `word` may go on with the token.
  bool may_go_on(const Word& word, const Token& token) const {
    const char first = text_[token.span.start];
    // Marks and letters outside ASCII may begin otherwise in the vocabulary.
    if (static_cast<unsigned char>(first) >= 0x80) return true;
    if (token.kind == TokenKind::mark && token.span.size() > 1) return true;
    return (word.seconds & second_bit(first)) != 0;
  }

  /// "A $250 plan": a letter makes one sign with a mark only where it touches it.
  bool parted_sign(const Token& letter, const Token& mark, const Word& word) const {
    return currency_sign_ && letter.span.size() == 1 && mark.kind == TokenKind::mark &&
           !mark.glued && word.value_in(*currency_sign_, true) != nullptr;
  }

  /// Adds the item of the tokens from `i` on and returns the token after it.
  std::size_t take(std::size_t i) {
    const Token& token = tokens_[i];
    if (token.kind == TokenKind::identifier && split_currency(token)) return i + 1;
    // Made in its place: an item is large, and there is one for each word.
    Item& item = items_.emplace_back();
    item.span = token.span;
    item.kind = token.kind;
    item.glued = token.glued;
    item.capital = token.capital;
    if (token.kind == TokenKind::number) {
      item.is_number = true;
      item.number = number_of_token(token);
      return i + 1;
    }
    if (token.kind == TokenKind::identifier) {
      // km2
      const Word* known =
          vocabulary_.find(lower_case(text_.substr(token.span.start, token.span.size())));
      if (known != nullptr && !known->senses.empty()) {
        item.kind = TokenKind::word;
        item.word = known;
        item.symbol = item.capital ? known->capital_symbol : known->symbol;
        return i + 1;
      }
      item.symbol = vocabulary_.identifier_symbol();
      return i + 1;
    }
    key_.clear();
    fold(token, key_);
    // A dash between spaces parts a sentence; one between letters or digits holds a compound
    // together.
    if (token.kind == TokenKind::mark && key_ == "-" && !token.glued &&
        (i + 1 >= tokens_.size() || !tokens_[i + 1].glued)) {
      key_ = kLongDash;
    }
    std::size_t next = i + 1;
    const Word* word = vocabulary_.find(key_);
    // The stop of an abbreviation.
    if (token.kind == TokenKind::word && next < tokens_.size() && tokens_[next].glued &&
        text_[tokens_[next].span.start] == '.' && tokens_[next].span.size() == 1) {
      // At the end of a sentence the stop is the sentence's, where the word can do without.
      const bool last = next + 1 == tokens_.size() && word != nullptr && !word->senses.empty();
      if (!last && vocabulary_.ends_in_stop(key_ + '.')) {
        if (const Word* with_stop = vocabulary_.find(key_ + '.')) word = with_stop;
        item.span.end = tokens_[next].span.end;
        ++next;
      }
    }
    if (word != nullptr && word->longest > 1 && next < tokens_.size() &&
        may_go_on(*word, tokens_[next])) {
      std::string& longer = longer_ = key_;
      std::size_t last = next;
      const Word* best = nullptr;
      std::size_t best_next = next;
      for (std::size_t n = 1; n < word->longest && last < tokens_.size(); ++n, ++last) {
        longer += ' ';
        fold(tokens_[last], longer);
        const Word* found = vocabulary_.find(longer);
        if (found != nullptr && !parted_sign(token, tokens_[last], *found) &&
            (!found->senses.empty() || found->number_role != NumberRole::none)) {
          best = found;
          best_next = last + 1;
        }
      }
      if (best != nullptr) {
        word = best;
        item.words = static_cast<std::uint8_t>(std::min<std::size_t>(best_next - i, 255));
        next = best_next;
        item.span.end = tokens_[next - 1].span.end;
      }
    }
    item.word = word;
    if (word != nullptr) {
      item.symbol = item.capital ? word->capital_symbol : word->symbol;
    } else {
      item.symbol = token.kind == TokenKind::mark ? vocabulary_.mark_symbol(key_)
                                                  : vocabulary_.unknown_symbol(item.capital);
    }
    return next;
  }

  /// RM50 and EUR20: a currency's letters right before digits.
  bool split_currency(const Token& token) {
    if (!currency_sign_) return false;
    const std::size_t letters = token.digits;
    if (letters == 0 || letters >= token.span.size()) return false;
    const Word* word = vocabulary_.find(lower_case(text_.substr(token.span.start, letters)));
    if (word == nullptr || word->value_in(*currency_sign_, true) == nullptr) return false;
    std::vector<Token> rest;
    tokenize(text_, {token.span.start + letters, token.span.end}, rest);
    if (rest.empty() || rest.front().kind != TokenKind::number) return false;
    Item sign;
    sign.span = {token.span.start, token.span.start + letters};
    sign.kind = TokenKind::word;
    sign.glued = token.glued;
    sign.capital = true;
    sign.word = word;
    sign.symbol = word->capital_symbol;
    items_.push_back(sign);
    for (const Token& part : rest) {
      Item item;
      item.span = part.span;
      item.kind = part.kind;
      item.glued = true;
      item.is_number = part.kind == TokenKind::number;
      item.number = number_of_token(part);
      if (!item.is_number) {
        // "N25bn"
        const std::string_view written = text_.substr(part.span.start, part.span.size());
        item.word = vocabulary_.find(lower_case(written));
        item.symbol = item.word != nullptr ? item.word->symbol : vocabulary_.unknown_symbol(false);
      }
      items_.push_back(item);
    }
    return true;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Vocabulary& vocabulary_;
  std::vector<Item>& items_;
  std::optional<pattern::ClassId> currency_sign_;
  std::string key_;
  std::string longer_;
};

}  // namespace

void look_up(std::string_view text, const std::vector<Token>& tokens, const Vocabulary& vocabulary,
             std::vector<Item>& items) {
  Lookup(text, tokens, vocabulary, items).run();
}

}  // namespace figcheck::extract
