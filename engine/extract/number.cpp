// SPDX-License-Identifier: Apache-2.0
#include "extract/number.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "extract/vocabulary.h"

namespace figcheck::extract {

namespace {

constexpr const char* kLongDash = "\xE2\x80\x94";

Number from_token(const Token& token) {
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
  std::string fold(const Token& token) const {
    const std::string_view written = text_.substr(token.span.start, token.span.size());
    if (token.kind == TokenKind::mark) return std::string(folded_mark(written));
    return lower_case(written);
  }

  /// Adds the item of the tokens from `i` on and returns the token after it.
  std::size_t take(std::size_t i) {
    const Token& token = tokens_[i];
    Item item;
    item.span = token.span;
    item.kind = token.kind;
    item.glued = token.glued;
    item.capital = token.capital;
    if (token.kind == TokenKind::number) {
      item.is_number = true;
      item.number = from_token(token);
      items_.push_back(item);
      return i + 1;
    }
    if (token.kind == TokenKind::identifier) {
      if (split_currency(token)) return i + 1;
      item.symbol = vocabulary_.identifier_symbol();
      items_.push_back(item);
      return i + 1;
    }
    key_ = fold(token);
    // A dash between spaces parts a sentence; one between letters or digits holds a compound together.
    if (token.kind == TokenKind::mark && key_ == "-" && !token.glued &&
        (i + 1 >= tokens_.size() || !tokens_[i + 1].glued)) {
      key_ = kLongDash;
    }
    std::size_t next = i + 1;
    const Word* word = vocabulary_.find(key_);
    // The stop of an abbreviation.
    if (token.kind == TokenKind::word && next < tokens_.size() && tokens_[next].glued &&
        text_[tokens_[next].span.start] == '.' && tokens_[next].span.size() == 1) {
      if (vocabulary_.ends_in_stop(key_ + '.')) {
        if (const Word* with_stop = vocabulary_.find(key_ + '.')) word = with_stop;
        item.span.end = tokens_[next].span.end;
        ++next;
      }
    }
    if (word != nullptr && word->longest > 1) {
      std::string longer = key_;
      std::size_t last = next;
      const Word* best = nullptr;
      std::size_t best_next = next;
      for (std::size_t n = 1; n < word->longest && last < tokens_.size(); ++n, ++last) {
        longer += ' ';
        longer += fold(tokens_[last]);
        const Word* found = vocabulary_.find(longer);
        if (found != nullptr && (!found->senses.empty() || found->number_role != NumberRole::none)) {
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
      item.symbol = token.kind == TokenKind::mark
                        ? vocabulary_.mark_symbol(key_)
                        : vocabulary_.unknown_symbol(item.capital);
    }
    items_.push_back(item);
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
      item.number = from_token(part);
      if (!item.is_number) item.symbol = vocabulary_.unknown_symbol(false);
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
};

/// Puts numbers together: "two thousand two hundred and sixty-one", "2.3 million", "25 to 40".
class Composer {
 public:
  Composer(std::string_view text, const Vocabulary& vocabulary, std::vector<Item>& items)
      : text_(text), table_(vocabulary.table()), items_(items) {
    const auto id = [&](const char* name) {
      return table_.find_class(name).value_or(static_cast<pattern::ClassId>(0xFFFF));
    };
    joiner_ = id("number-joiner");
    article_ = id("article");
    half_ = id("half-word");
    of_ = id("number-of");
    suffix_ = id("ordinal-suffix");
    currency_sign_ = id("currency-sign");
    unit_sign_ = id("unit-sign");
    time_sign_ = id("time-sign");
    range_word_ = id("range-word");
    range_blocker_ = id("range-blocker");
    range_opener_ = id("range-opener");
    for (const char* name : {"unit", "percent-word", "currency", "time-unit", "points-word", "unit-sign"}) {
      after_range_.push_back(id(name));
    }
  }

  void run() {
    std::size_t out = 0;
    for (std::size_t i = 0; i < items_.size();) {
      const std::size_t next = compose(i);
      if (out != i) items_[out] = items_[i];
      ++out;
      i = next;
    }
    items_.resize(out);
    out = 0;
    for (std::size_t i = 0; i < items_.size();) {
      const std::size_t next = join_range(i, out);
      if (out != i) items_[out] = items_[i];
      ++out;
      i = next;
    }
    items_.resize(out);
    for (Item& item : items_) {
      // A number of one word keeps what else the word is: "second", "one".
      if (item.is_number && (item.symbol == 0 || item.words > 1)) {
        item.symbol = number_symbol(item.number, table_);
      }
    }
  }

 private:
  const Item* item(std::size_t i) const { return i < items_.size() ? &items_[i] : nullptr; }

  NumberRole role(std::size_t i) const {
    const Item* found = item(i);
    return found != nullptr && found->word != nullptr ? found->word->number_role : NumberRole::none;
  }

  bool is(std::size_t i, pattern::ClassId group) const {
    const Item* found = item(i);
    return found != nullptr && found->word != nullptr &&
           found->word->value_in(group, found->capital) != nullptr;
  }

  bool is_hyphen(std::size_t i) const {
    const Item* found = item(i);
    return found != nullptr && found->kind == TokenKind::mark && found->glued &&
           folded_mark(text_.substr(found->span.start, found->span.size())) == "-";
  }

  void merge(std::size_t first, std::size_t last_after, Number number) {
    Item& item = items_[first];
    item.span.end = items_[last_after - 1].span.end;
    item.is_number = true;
    item.number = std::move(number);
    item.words = static_cast<std::uint8_t>(std::min<std::size_t>(last_after - first, 255));
    if (item.words > 1) {
      item.word = nullptr;
      item.symbol = 0;
    }
  }

  /// The letters that mean a scale behind digits also are units: 5m is metres in "5m deep".
  bool scale_is_meant(std::size_t number, std::size_t scale) const {
    if (!is(scale, unit_sign_) && !is(scale, time_sign_)) return true;
    if (number > 0 && is(number - 1, currency_sign_)) return true;
    const Item* after = item(scale + 1);
    if (after == nullptr || after->kind != TokenKind::word || after->capital) return false;
    if (after->word == nullptr) return true;
    for (const Sense& sense : after->word->senses) {
      if (sense.group == after_range_[2]) return true;  // "5m dollars"
    }
    // A word that only patterns know ("of", "deep", "from") does not follow a count of millions.
    return false;
  }

  std::size_t compose(std::size_t i) {
    if (items_[i].is_number) return compose_digits(i);
    const NumberRole first = role(i);
    if (first != NumberRole::none && first != NumberRole::scale && first != NumberRole::hundred &&
        first != NumberRole::abbreviation) {
      return compose_words(i);
    }
    // "a million", "a dozen", "half a million".
    if (is(i, article_) || is(i, half_)) return compose_words(i);
    return i + 1;
  }

  std::size_t compose_digits(std::size_t i) {
    Number n = items_[i].number;
    std::size_t next = i + 1;
    if (n.shape != Shape::integer && n.shape != Shape::grouped && n.shape != Shape::decimal) {
      return next;
    }
    // 2 1/2
    if (const Item* fraction = item(next);
        n.shape == Shape::integer && fraction != nullptr && fraction->is_number &&
        fraction->number.shape == Shape::slash_pair && fraction->number.parts[0] > 0 &&
        fraction->number.parts[0] < fraction->number.parts[1] && fraction->number.parts[1] <= 16) {
      const auto part = Decimal::divide(fraction->number.parts[0], fraction->number.parts[1]);
      n.value = (n.value + *part);
      n.value = n.value.rounded(-6);
      n.place = -1;
      n.shape = Shape::decimal;
      n.parts[0] = -1;
      ++next;
    }
    if (const Item* suffix = item(next); suffix != nullptr && suffix->glued && is(next, suffix_) &&
                                         n.shape != Shape::decimal) {
      n.nth = true;
      merge(i, next + 1, n);
      return next + 1;
    }
    next = take_scales(i, next, n);
    if (next > i + 1) merge(i, next, n);
    return next;
  }

  /// Multiplies by the scale words from `next` on: "million", "-billion", "bn".
  std::size_t take_scales(std::size_t first, std::size_t next, Number& n) {
    for (int rounds = 0; rounds < 3; ++rounds) {
      std::size_t scale = next;
      if (is_hyphen(scale) && item(scale + 1) != nullptr && items_[scale + 1].glued) ++scale;
      const NumberRole found = role(scale);
      if (found == NumberRole::scale || found == NumberRole::hundred) {
        const int power = found == NumberRole::hundred
                              ? 2
                              : static_cast<int>(items_[scale].word->number.coefficient());
        n.value = n.value.shifted(power);
        n.place += power;
        n.scaled = true;
        next = scale + 1;
        continue;
      }
      if (found == NumberRole::abbreviation && !n.scaled && scale_is_meant(first, scale)) {
        const int power = static_cast<int>(items_[scale].word->number.coefficient());
        n.value = n.value.shifted(power);
        n.place += power;
        n.scaled = true;
        return scale + 1;
      }
      return next;
    }
    return next;
  }

  /// Reads number words from `i` on.
  std::size_t compose_words(std::size_t i) {
    std::size_t at = i;
    Number n;
    n.in_words = true;
    n.shape = Shape::words;
    if (is(at, half_)) {
      // "half a million": the article and a scale must follow.
      if (is(at + 1, article_) && (role(at + 2) == NumberRole::scale)) {
        n.value = Decimal::scaled(5, -1);
        n.place = -1;
        at = take_scales(i, at + 2, n);
        merge(i, at, n);
        return at;
      }
      return i + 1;
    }
    Decimal total = 0;
    Decimal current = 0;
    bool any = false;
    bool big = false;   // Something has been multiplied: "and" may join what follows.
    int last_place = 99;
    if (is(at, article_)) {
      const NumberRole next = role(at + 1);
      if (next == NumberRole::vague) {
        return compose_vague(i, at + 1);
      }
      if (next != NumberRole::hundred && next != NumberRole::scale && next != NumberRole::collective) {
        return i + 1;
      }
      current = 1;
      any = true;
      ++at;
    }
    if (role(at) == NumberRole::vague) return compose_vague(i, at);
    for (;;) {
      std::size_t word = at;
      if (any && is_hyphen(word)) {
        const NumberRole joined = role(word + 1);
        if (joined == NumberRole::none || !items_[word + 1].glued) break;
        // "five-two" is a score, "twenty-two" a number.
        if (joined == NumberRole::small && last_place < 1) break;
        ++word;
      } else if (any && big && is(word, joiner_) && role(word + 1) != NumberRole::none &&
                 role(word + 1) != NumberRole::collective && role(word + 1) != NumberRole::vague) {
        ++word;
      }
      const NumberRole found = role(word);
      if (found == NumberRole::none || found == NumberRole::abbreviation ||
          found == NumberRole::vague) {
        break;
      }
      const Decimal& value = items_[word].word->number;
      if (found == NumberRole::small) {
        if (any && last_place < 1) break;
        current = current + value;
        last_place = 0;
      } else if (found == NumberRole::ten) {
        if (any && last_place < 2) break;
        current = current + value;
        last_place = 1;
      } else if (found == NumberRole::hundred) {
        if (!any || current.sign() == 0) break;
        current = current.shifted(2);
        last_place = 2;
        big = true;
      } else if (found == NumberRole::scale) {
        if (!any || current.sign() == 0) break;
        total = total + current.shifted(static_cast<int>(value.coefficient()));
        current = 0;
        last_place = 3;
        big = true;
        n.scaled = true;
      } else if (found == NumberRole::collective) {
        current = any ? current * value : value;
        any = true;
        at = word + 1;
        n.scaled = true;
        break;
      } else if (found == NumberRole::nth) {
        const bool fits = !any || (value < Decimal(10) ? last_place >= 1 : last_place >= 2);
        if (!fits) break;
        current = current + value;
        n.nth = true;
        any = true;
        at = word + 1;
        break;
      }
      any = true;
      at = word + 1;
    }
    if (!any || at == i) return i + 1;
    n.value = total + current;
    n.place = n.value.last_nonzero_place();
    n.digits = 0;
    // "two and a half million"
    if (!n.nth && is(at, joiner_) && is(at + 1, article_) && is(at + 2, half_)) {
      n.value = n.value + Decimal::scaled(5, -1);
      n.place = -1;
      at = take_scales(i, at + 3, n);
    }
    merge(i, at, n);
    return at;
  }

  /// "dozens", "several hundred", "tens of thousands".
  std::size_t compose_vague(std::size_t first, std::size_t at) {
    Number n;
    n.in_words = true;
    n.vague = true;
    n.shape = Shape::words;
    n.value = items_[at].word->number;
    n.upper = items_[at].word->number_high;
    std::size_t next = at + 1;
    const auto scale_by = [&](int power) {
      n.value = n.value.shifted(power);
      n.upper = n.upper.shifted(power);
    };
    for (;;) {
      if (role(next) == NumberRole::scale) {
        scale_by(static_cast<int>(items_[next].word->number.coefficient()));
        ++next;
      } else if (role(next) == NumberRole::hundred) {
        scale_by(2);
        ++next;
      } else if (role(next) == NumberRole::collective) {
        n.value = n.value * items_[next].word->number;
        n.upper = n.upper * items_[next].word->number;
        ++next;
      } else if (is(next, of_) && role(next + 1) == NumberRole::vague &&
                 items_[next + 1].word->number.last_nonzero_place() >= 2) {
        scale_by(items_[next + 1].word->number.last_nonzero_place());
        next += 2;
      } else {
        break;
      }
    }
    merge(first, next, n);
    return next;
  }

  static bool plain(const Item& item) {
    const Shape shape = item.number.shape;
    return item.is_number && !item.number.nth && !item.number.vague && !item.number.range &&
           (shape == Shape::integer || shape == Shape::grouped || shape == Shape::decimal ||
            shape == Shape::words || shape == Shape::scaled);
  }

  static bool year_like(const Item& item) {
    return item.number.shape == Shape::integer && item.number.digits == 4 &&
           item.number.value >= Decimal(1000) && item.number.value <= Decimal(2199);
  }

  /// Joins "25 to 40", "25-40" and "between 25 and 40" into one range, where something that is
  /// counted or measured follows. `before` is the place of the last item that was kept.
  std::size_t join_range(std::size_t i, std::size_t kept) {
    if (!plain(items_[i]) || i + 2 >= items_.size() || !plain(items_[i + 2])) return i + 1;
    if (year_like(items_[i]) && !items_[i + 2].number.scaled) return i + 1;
    const bool dash = is_hyphen(i + 1) && items_[i + 2].glued;
    const bool to = is(i + 1, range_word_);
    const bool opened = kept > 0 && is(kept - 1, range_opener_) && is(i + 1, joiner_);
    if (!dash && !to && !opened) return i + 1;
    if (kept > 0 && is(kept - 1, range_blocker_)) return i + 1;
    const Item* after = item(i + 3);
    if (after == nullptr || after->kind != TokenKind::word) return i + 1;
    bool measured = false;
    if (after->word != nullptr) {
      for (const Sense& sense : after->word->senses) {
        measured |= std::find(after_range_.begin(), after_range_.end(), sense.group) != after_range_.end();
      }
    }
    const bool counted = !after->capital && after->word == nullptr;
    if (!measured && !opened && !(counted && dash)) return i + 1;
    Number low = items_[i].number;
    const Number& high = items_[i + 2].number;
    // The scale word of the second end holds for the first: "26 to 31 million".
    if (high.scaled && !low.scaled && !high.in_words) {
      low.value = scale_like(low, high);
      low.place = high.place;
      low.scaled = true;
    }
    if (!(low.value < high.value)) return i + 1;
    low.range = true;
    low.upper = high.value;
    low.place = std::min(low.place, high.place);
    merge(i, i + 3, low);
    return i + 3;
  }

  /// Multiplies `low` by the power of a thousand (or hundred) that brings it next below `high`.
  static Decimal scale_like(const Number& low, const Number& high) {
    Decimal best = low.value;
    for (const int power : {2, 3, 5, 6, 7, 9, 12}) {
      const Decimal scaled = low.value.shifted(power);
      if (scaled < high.value) best = scaled;
    }
    return best;
  }

  std::string_view text_;
  const pattern::SymbolTable& table_;
  std::vector<Item>& items_;
  pattern::ClassId joiner_, article_, half_, of_, suffix_, currency_sign_, unit_sign_, time_sign_,
      range_word_, range_blocker_, range_opener_;
  std::vector<pattern::ClassId> after_range_;
};

}  // namespace

void make_items(std::string_view text, const std::vector<Token>& tokens, const Vocabulary& vocabulary,
                std::vector<Item>& items) {
  Lookup(text, tokens, vocabulary, items).run();
  Composer(text, vocabulary, items).run();
}

}  // namespace figcheck::extract
