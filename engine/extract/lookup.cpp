// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "base/text.h"
#include "extract/items.h"
#include "extract/vocabulary.h"

namespace figcheck::extract {

namespace {

constexpr const char* kLongDash = "\xE2\x80\x94";

/// Looks up words, and sequences of words where the vocabulary has them.
class Lookup {
 public:
  Lookup(std::string_view text, Tokens& tokens, const Vocabulary& vocabulary,
         std::vector<Item>& items)
      : text_(text), all_(tokens), tokens_(tokens.list), vocabulary_(vocabulary), items_(items) {}

  /// Returns whether there is a number, or a word that one may begin with.
  bool run() {
    for (std::size_t i = 0; i < tokens_.size();) i = take(i);
    return numbers_;
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
    return letter.span.size() == 1 && mark.kind == TokenKind::mark && !mark.glued &&
           word.value_in(vocabulary_.number_groups().currency_sign, true) != nullptr;
  }

  bool is_glued_stop(std::size_t i) const {
    return i < tokens_.size() && tokens_[i].glued && text_[tokens_[i].span.start] == '.' &&
           tokens_[i].span.size() == 1;
  }

  /// Adds the item of the tokens from `i` on and returns the token after it.
  std::size_t take(std::size_t i) {
    const Token& token = tokens_[i];
    if (token.kind == TokenKind::identifier && split_currency(token)) return i + 1;
    // Made in its place, as there is one for each word.
    Item& item = items_.emplace_back();
    item.span = token.span;
    item.kind = token.kind;
    item.glued = token.glued;
    item.capital = token.capital;
    switch (token.kind) {
      case TokenKind::number:
        item.number = token.number;
        numbers_ = true;
        return i + 1;
      case TokenKind::identifier:
        take_identifier(token, item);
        return i + 1;
      case TokenKind::mark:
        take_mark(i, item);
        break;
      case TokenKind::word:
        break;
    }
    std::size_t next = i + 1;
    if (token.kind == TokenKind::word) {
      const Vocabulary::Entry* entry = nullptr;
      if (token.key.empty()) {
        key_.clear();
        fold(token, key_);
        entry = vocabulary_.find_entry(key_);
      } else {
        entry = vocabulary_.find_entry(token.key);
      }
      if (entry != nullptr) {
        item.word = entry->word;
        if (entry->takes_stop && is_glued_stop(next)) next = take_stop(i, item);
      }
    }
    if (item.word == nullptr) {
      if (token.kind == TokenKind::word) item.symbol = vocabulary_.unknown_symbol(item.capital);
      return next;
    }
    if (item.word->longest > 1 && next < tokens_.size() && may_go_on(*item.word, tokens_[next])) {
      next = take_more(i, next, item);
    }
    item.symbol = item.capital ? item.word->capital_symbol : item.word->symbol;
    numbers_ = numbers_ || item.word->starts_number;
    return next;
  }

  void take_identifier(const Token& token, Item& item) const {
    // km2
    const Word* known =
        vocabulary_.find(lower_case(text_.substr(token.span.start, token.span.size())));
    if (known == nullptr || known->senses.empty()) {
      item.symbol = vocabulary_.identifier_symbol();
      return;
    }
    item.kind = TokenKind::word;
    item.word = known;
    item.symbol = item.capital ? known->capital_symbol : known->symbol;
  }

  void take_mark(std::size_t i, Item& item) const {
    const Token& token = tokens_[i];
    std::string_view mark = text_.substr(token.span.start, token.span.size());
    if (mark.size() > 1) mark = folded_mark(mark);
    // A dash between spaces parts a sentence; one between letters or digits holds a compound
    // together.
    if (mark == "-" && !token.glued && (i + 1 >= tokens_.size() || !tokens_[i + 1].glued)) {
      mark = kLongDash;
    }
    const Vocabulary::Mark known = vocabulary_.mark(mark);
    item.word = known.word;
    item.symbol = known.symbol;
  }

  /// Takes the stop of an abbreviation. At the end of a sentence the stop is the sentence's, where
  /// the word can do without.
  std::size_t take_stop(std::size_t i, Item& item) {
    const std::size_t next = i + 1;
    if (next + 1 == tokens_.size() && item.word != nullptr && !item.word->senses.empty())
      return next;
    key_.clear();
    fold(tokens_[i], key_);
    key_ += '.';
    if (const Word* with_stop = vocabulary_.find(key_)) item.word = with_stop;
    item.span.end = tokens_[next].span.end;
    return next + 1;
  }

  /// Looks for the longest entry of several words that begins with that of `item`, which is the
  /// tokens [i, next). Returns the token after it.
  std::size_t take_more(std::size_t i, std::size_t next, Item& item) {
    std::string& longer = key_;
    longer.clear();
    if (tokens_[i].kind == TokenKind::mark && item.word == vocabulary_.mark(kLongDash).word) {
      longer += kLongDash;
    } else {
      fold(tokens_[i], longer);
    }
    const std::size_t longest = item.word->longest;
    const std::size_t first = next;
    for (std::size_t n = 1, last = first; n < longest && last < tokens_.size(); ++n, ++last) {
      longer += ' ';
      fold(tokens_[last], longer);
      const Word* found = vocabulary_.find(longer);
      if (found == nullptr || (found->senses.empty() && found->number_role == NumberRole::none) ||
          parted_sign(tokens_[i], tokens_[last], *found)) {
        continue;
      }
      next = last + 1;
      item.word = found;
      item.words = static_cast<std::uint8_t>(std::min<std::size_t>(next - i, 255));
      item.span.end = tokens_[last].span.end;
    }
    return next;
  }

  /// RM50 and EUR20: a currency's letters right before digits.
  bool split_currency(const Token& token) {
    const std::size_t letters = token.letters;
    if (letters == 0 || letters >= token.span.size()) return false;
    const Word* word = vocabulary_.find(lower_case(text_.substr(token.span.start, letters)));
    const pattern::ClassId sign_group = vocabulary_.number_groups().currency_sign;
    if (word == nullptr || word->value_in(sign_group, true) == nullptr) return false;
    Tokens rest;
    tokenize(text_, {token.span.start + letters, token.span.end}, rest);
    if (rest.list.empty() || rest.list.front().kind != TokenKind::number) return false;
    Item sign;
    sign.span = {token.span.start, token.span.start + letters};
    sign.kind = TokenKind::word;
    sign.glued = token.glued;
    sign.capital = true;
    sign.word = word;
    sign.symbol = word->capital_symbol;
    items_.push_back(sign);
    for (const Token& part : rest.list) {
      Item item;
      item.span = part.span;
      item.kind = part.kind;
      item.glued = true;
      if (part.number != nullptr) {
        item.number = all_.numbers.add(*part.number);
        numbers_ = true;
      } else {
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
  Tokens& all_;
  const std::vector<Token>& tokens_;
  const Vocabulary& vocabulary_;
  std::vector<Item>& items_;
  bool numbers_ = false;
  std::string key_;
};

}  // namespace

bool look_up(std::string_view text, Tokens& tokens, const Vocabulary& vocabulary,
             std::vector<Item>& items) {
  return Lookup(text, tokens, vocabulary, items).run();
}

}  // namespace figcheck::extract
