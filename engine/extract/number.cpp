// SPDX-License-Identifier: Apache-2.0
#include "extract/number.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "extract/items.h"
#include "extract/vocabulary.h"

namespace figcheck::extract {

namespace {

/// Puts numbers together: "two thousand two hundred and sixty-one", "2.3 million", "two and a
/// half".
class Composer {
 public:
  Composer(std::string_view text, const Vocabulary& vocabulary, Numbers& numbers,
           std::vector<Item>& items)
      : text_(text), numbers_(numbers), items_(items), groups_(vocabulary.number_groups()) {}

  void run() {
    std::size_t out = 0;
    for (std::size_t i = 0; i < items_.size();) {
      const std::size_t next = compose(i);
      if (out != i) items_[out] = items_[i];
      ++out;
      i = next;
    }
    items_.resize(out);
  }

 private:
  const Item* item(std::size_t i) const { return i < items_.size() ? &items_[i] : nullptr; }

  NumberRole role(std::size_t i) const {
    const Item* found = item(i);
    return found != nullptr && found->word != nullptr ? found->word->number_role : NumberRole::none;
  }

  const std::string* value_in(std::size_t i, pattern::ClassId group) const {
    const Item* found = item(i);
    return found != nullptr && found->word != nullptr ? found->word->value_in(group, found->capital)
                                                      : nullptr;
  }

  bool is(std::size_t i, pattern::ClassId group) const { return value_in(i, group) != nullptr; }

  bool is_glued_mark(std::size_t i, std::string_view mark) const {
    const Item* found = item(i);
    return found != nullptr && found->kind == TokenKind::mark && found->glued &&
           folded_mark(text_.substr(found->span.start, found->span.size())) == mark;
  }

  bool is_hyphen(std::size_t i) const { return is_glued_mark(i, "-"); }

  void merge(std::size_t first, std::size_t last_after, const Number& number) {
    Item& item = items_[first];
    item.span.end = items_[last_after - 1].span.end;
    item.number = numbers_.add(number);
    item.words = static_cast<std::uint8_t>(std::min<std::size_t>(last_after - first, 255));
    if (item.words > 1) {
      item.word = nullptr;
      item.symbol = 0;
    }
  }

  /// The letters that mean a scale behind digits also are units: 5m is metres in "5m deep".
  bool scale_is_meant(std::size_t number, std::size_t scale) const {
    if (!is(scale, groups_.unit_sign) && !is(scale, groups_.time_sign)) return true;
    if (number > 0 && is(number - 1, groups_.currency_sign)) return true;
    // "2m+ people", "a 1.4m-strong party"
    std::size_t next = scale + 1;
    if (is_hyphen(next) || is_glued_mark(next, "+")) ++next;
    const Item* after = item(next);
    if (after == nullptr || after->kind != TokenKind::word || after->capital) return false;
    if (after->word == nullptr) return true;
    // A word that only patterns know ("of", "deep", "from") does not follow a count of millions.
    return is(next, groups_.currency) || is(next, groups_.counted) ||
           (items_[scale].span.size() == 1 && is(next, groups_.unit));
  }

  /// A word that may begin something here must be known to may_start_number().
  std::size_t compose(std::size_t i) {
    if (items_[i].is_number()) return compose_digits(i);
    if (items_[i].word == nullptr || !items_[i].word->starts_number) return i + 1;
    const NumberRole first = role(i);
    if (first != NumberRole::none && first != NumberRole::scale && first != NumberRole::hundred &&
        first != NumberRole::abbreviation) {
      return compose_words(i);
    }
    // "a million", "a dozen", "half a million".
    if (is(i, groups_.article) || is(i, groups_.mixed_part)) return compose_words(i);
    if (is(i, groups_.minus)) return compose_minus(i);
    return i + 1;
  }

  /// "minus two million", "negative 12"; but "five minus two" are two numbers.
  std::size_t compose_minus(std::size_t i) {
    if (i > 0 && items_[i - 1].is_number()) return i + 1;
    const NumberRole next = role(i + 1);
    const bool digits = item(i + 1) != nullptr && items_[i + 1].is_number();
    if (!digits && next != NumberRole::small && next != NumberRole::ten) return i + 1;
    const std::size_t after = compose(i + 1);
    Number n = *items_[i + 1].number;
    if (!items_[i + 1].is_number() || n.nth || n.vague) return i + 1;
    n.value = n.value.negated();
    items_[i].span.end = items_[i + 1].span.end;
    merge(i, i + 2, n);
    return after;
  }

  /// The digits that an ordinal's suffix goes with are its value: "1 21 31" of "st"; none is all.
  bool suffix_fits(std::size_t i, const Number& n) const {
    const std::string* endings = value_in(i, groups_.suffix);
    if (endings == nullptr || !items_[i].glued || n.shape == Shape::decimal) return false;
    if (endings->find_first_of("0123456789") == std::string::npos) return true;
    const std::string last = std::to_string(n.value.coefficient() % 100);
    return (' ' + *endings + ' ').find(' ' + last + ' ') != std::string::npos;
  }

  /// A third in words is told to the hundredth.
  static constexpr int kPartPlace = -2;

  static bool is_fraction(const Number& n) {
    if (n.shape != Shape::slash_pair || n.parts[0] <= 0 || n.parts[0] >= n.parts[1]) return false;
    static constexpr int kUsual[] = {2, 3, 4, 5, 6, 8, 10, 15, 16, 20, 32, 40, 50, 64, 100, 1000};
    return std::find(std::begin(kUsual), std::end(kUsual), n.parts[1]) != std::end(kUsual);
  }

  static Decimal fraction_value(const Number& n) {
    const auto part = Decimal::divide(n.parts[0], n.parts[1]);
    return part ? part->rounded(-6) : Decimal(0);
  }

  /// Three digits behind one space: the next group of "40 000", as it is printed in much of the
  /// world.
  bool is_digit_group(std::size_t i) const {
    const Item* found = item(i);
    if (found == nullptr || !found->is_number() || found->glued) return false;
    const Number& n = *found->number;
    const std::size_t gap = found->span.start - items_[i - 1].span.end;
    return n.shape == Shape::integer && n.digits == 3 && found->span.size() == 3 && gap <= 3 &&
           text_.substr(items_[i - 1].span.end, gap).find_first_of("\n\t") ==
               std::string_view::npos;
  }

  /// Puts "1 414 021" together. Behind a name ("In May 12 300 people fled") only round thousands
  /// are sure to be one number, rows of numbers are left alone, and "18 777s" are aircraft.
  std::size_t take_digit_groups(std::size_t i, Number& n) const {
    const std::size_t next = i + 1;
    const bool opens = n.shape == Shape::integer && n.digits <= 3 && n.value.sign() > 0 &&
                       items_[i].span.size() == n.digits && text_[items_[i].span.start] != '0' &&
                       is_digit_group(next);
    if (!opens || (i > 0 && items_[i - 1].is_number())) return next;
    std::size_t end = next;
    Decimal value = n.value;
    for (; is_digit_group(end); ++end) value = value.shifted(3) + items_[end].number->value;
    if (item(end) != nullptr && items_[end].is_number()) return next;
    const bool money = i > 0 && is(i - 1, groups_.currency_sign);
    const bool named = i > 0 && items_[i - 1].capital && !money;
    const int zeros = items_[end - 1].number->value.last_nonzero_place();
    const bool round = items_[end - 1].number->value.sign() == 0;
    if (named ? !round : end == next + 1 && !money && !round && zeros < 1) return next;
    n.value = value;
    n.place = value.last_nonzero_place();
    n.shape = Shape::grouped;
    n.digits = static_cast<std::uint8_t>(n.digits + 3 * (end - next));
    return end;
  }

  std::size_t compose_digits(std::size_t i) {
    Number n = *items_[i].number;
    std::size_t next = take_digit_groups(i, n);
    const Item* after = item(next);
    if (is_fraction(n)) {
      // 3/4 cup
      n.value = fraction_value(n);
      n.place = -2;
      n.shape = Shape::decimal;
      n.fraction = true;
      std::fill(std::begin(n.parts), std::end(n.parts), std::int16_t{-1});
      merge(i, next, n);
      return next;
    }
    if (n.shape != Shape::integer && n.shape != Shape::grouped && n.shape != Shape::decimal) {
      return next;
    }
    std::size_t part = next;
    if (is_hyphen(part) && item(part + 1) != nullptr && items_[part + 1].glued) ++part;
    after = item(part);
    if (n.shape == Shape::integer && after != nullptr && after->is_number() &&
        is_fraction(*after->number) && after->number->parts[1] <= 64) {
      // 2 1/2, 7-15/16
      next = part;
      n.value = n.value + fraction_value(*after->number);
      n.place = -1;
      n.place = after->number->parts[1] <= 4 ? -1 : -2;
      n.shape = Shape::decimal;
      n.parts[0] = -1;
      ++next;
    }
    if (next == i + 1 && suffix_fits(next, n)) {
      n.nth = true;
      merge(i, next + 1, n);
      return next + 1;
    }
    next = take_part(next, n);
    const int place = n.place;
    next = take_scales(i, next, n);
    if (n.scaled) next = take_part(next, n, n.place - place);
    if (next > i + 1) merge(i, next, n);
    return next;
  }

  /// The factor of a plural that stands for a scale behind a number: "three billions", "2 dozens".
  /// A plural's lower end is two of it.
  std::optional<Decimal> plural_scale(std::size_t i) const {
    if (role(i) != NumberRole::vague) return std::nullopt;
    const Decimal& low = items_[i].word->number;
    // "Six hundreds" are a batsman's.
    if (low < Decimal(20) || low == Decimal(200) || low.coefficient() % 2 != 0) return std::nullopt;
    return (low * Decimal::scaled(5, -1)).rounded(0);
  }

  /// Multiplies by the scale words from `next` on: "million", "-billion", "bn".
  std::size_t take_scales(std::size_t first, std::size_t next, Number& n) {
    const Number before = n;
    next = take_scale_words(first, next, n);
    // Who writes "50 million" in digits means neither 45 nor 55; "300 million" may be to the ten.
    if (n.scaled && !before.scaled && !n.in_words && before.place > 0) {
      n.place += std::min(before.place - 1, 1) - before.place;
    }
    return next;
  }

  std::size_t take_scale_words(std::size_t first, std::size_t next, Number& n) {
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
      // "In 1998 thousands fled" is a year and a number.
      if (const auto factor = plural_scale(scale); factor && (n.in_words || n.digits <= 3)) {
        n.value = n.value * *factor;
        n.place += factor->last_nonzero_place();
        n.scaled = true;
        return scale + 1;
      }
      return next;
    }
    return next;
  }

  /// Adds "point five" and "and a half", "and three quarters" behind a number; behind a scale word
  /// they are parts of `power`, as in "two million and a half".
  std::size_t take_part(std::size_t at, Number& n, int power = 0) {
    if (n.nth || n.shape == Shape::decimal) return at;
    if (is(at, groups_.point) && power == 0) {
      const Item* digits = item(at + 1);
      if (!n.in_words && digits != nullptr && digits->is_number() &&
          digits->number->shape == Shape::integer && digits->number->digits <= 4) {
        n.place = -digits->number->digits;
        n.value = n.value + digits->number->value.shifted(n.place);
        return at + 2;
      }
      std::size_t last = at + 1;
      if (n.in_words) n.place = std::min(n.place, 0);
      while (n.in_words && role(last) == NumberRole::small &&
             items_[last].word->number < Decimal(10)) {
        --n.place;
        n.value = n.value + items_[last].word->number.shifted(n.place);
        ++last;
      }
      return last > at + 1 ? last : at;
    }
    if (!is(at, groups_.joiner)) return at;
    std::size_t part = at + 1;
    Decimal times(1);
    if (role(part) == NumberRole::small && items_[part].word->number < Decimal(8)) {
      times = items_[part].word->number;
      ++part;
    } else if (is(part, groups_.article)) {
      ++part;
    } else if (!is(part, groups_.half)) {
      return at;
    }
    if (is_hyphen(part)) ++part;
    const std::string* value = value_in(part, groups_.mixed_part);
    const auto parsed = value != nullptr ? Decimal::parse(*value) : std::nullopt;
    if (!parsed) return at;
    n.value = n.value + (times * *parsed).shifted(power);
    n.place = std::max(parsed->exponent(), kPartPlace) + power;
    return part + 1;
  }

  /// "half a million", "half a dozen", "a half-million", "a quarter of a million", "three quarters
  /// of a million".
  std::size_t compose_half(std::size_t i) {
    std::size_t at = i;
    Decimal times(1);
    if (role(at) == NumberRole::small) {
      times = items_[at].word->number;
      ++at;
      if (is_hyphen(at)) ++at;
    } else if (is(at, groups_.article)) {
      ++at;
    }
    const std::string* value = value_in(at, groups_.mixed_part);
    const auto part = value != nullptr ? Decimal::parse(*value) : std::nullopt;
    ++at;
    if (is(at, groups_.of) && is(at + 1, groups_.article)) ++at;
    if (is(at, groups_.article)) ++at;
    if (is_hyphen(at)) ++at;
    Number n;
    n.in_words = true;
    n.shape = Shape::words;
    n.value = times * part.value_or(Decimal(0));
    n.place = std::max(n.value.exponent(), kPartPlace);
    if (role(at) == NumberRole::collective) {
      n.value = (n.value * items_[at].word->number).rounded(0);
      n.place = 0;
      n.scaled = true;
      merge(i, at + 1, n);
      return at + 1;
    }
    if (role(at) != NumberRole::scale) return i + 1;
    at = take_scales(i, at, n);
    merge(i, at, n);
    return at;
  }

  /// Reads number words from `i` on.
  std::size_t compose_words(std::size_t i) {
    std::size_t at = i;
    const bool small = role(at) == NumberRole::small;
    const std::size_t half = is(at, groups_.article) ? at + 1
                             : !small                ? at
                             : is_hyphen(at + 1)     ? at + 2
                                                     : at + 1;
    if (is(half, groups_.mixed_part)) {
      const std::size_t after = compose_half(i);
      if (after > i + 1 || !small) return after;
    }
    Number n;
    n.in_words = true;
    n.shape = Shape::words;
    Decimal total = 0;
    Decimal current = 0;
    bool any = false;
    bool big = false;  // Something has been multiplied: "and" may join what follows.
    int last_place = 99;
    int last_power = 0;  // Of the scale word that was read last.
    if (is(at, groups_.article)) {
      const NumberRole next = role(at + 1);
      if (next == NumberRole::vague) return compose_vague(i, at + 1);
      if (next != NumberRole::hundred && next != NumberRole::scale &&
          next != NumberRole::collective) {
        return i + 1;
      }
      current = 1;
      any = true;
      ++at;
    }
    if (role(at) == NumberRole::vague) return compose_vague(i, at);
    for (;;) {
      std::size_t word = at;
      // A long dash joins tens and ones only: "forty\u2014second".
      if (any && (is_hyphen(word) || (last_place == 1 && is_glued_mark(word, "\u2014")))) {
        const NumberRole joined = role(word + 1);
        if (joined == NumberRole::none || !items_[word + 1].glued) break;
        // "five-two" is a score, "twenty-two" a number.
        if (joined == NumberRole::small && last_place < 1) break;
        ++word;
      } else if (any && big && is(word, groups_.joiner) && role(word + 1) != NumberRole::none &&
                 role(word + 1) != NumberRole::collective && role(word + 1) != NumberRole::vague) {
        ++word;
      }
      const NumberRole found = role(word);
      if (found == NumberRole::none || found == NumberRole::abbreviation ||
          found == NumberRole::vague) {
        break;
      }
      const Decimal& value = items_[word].word->number;
      last_power = 0;
      if (found == NumberRole::small) {
        if (any && !(last_place == 1 && value < Decimal(10)) && last_place < 2) break;
        if (any && value.sign() == 0) break;
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
        if (!any) break;
        const int power = static_cast<int>(value.coefficient());
        last_power = power;
        if (current.sign() == 0) {
          total = total.shifted(power);  // "three thousand million"
        } else {
          total = total + current.shifted(power);
        }
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
        const bool hundreds = value >= Decimal(100);
        const bool fits = !any || (hundreds              ? current.sign() != 0
                                   : value < Decimal(10) ? last_place >= 1
                                                         : last_place >= 2);
        if (!fits) break;
        current = any && hundreds ? current * value : current + value;
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
    if (!n.nth) {
      const std::size_t part = take_part(at, n, last_power);
      at = !big || (part > at && !n.scaled) ? take_scales(i, part, n) : part;
      if (const auto factor = plural_scale(at)) {
        n.value = n.value * *factor;
        n.place += factor->last_nonzero_place();
        n.scaled = true;
        ++at;
      }
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
      } else if (is(next, groups_.of) && role(next + 1) == NumberRole::vague &&
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

  std::string_view text_;
  Numbers& numbers_;
  std::vector<Item>& items_;
  const NumberGroups& groups_;
};

}  // namespace

bool may_start_number(const Word& word, const NumberGroups& groups) {
  if (word.number_role != NumberRole::none) return true;
  const auto starts = {groups.article, groups.mixed_part, groups.minus};
  return std::any_of(word.senses.begin(), word.senses.end(), [&](const Sense& sense) {
    return std::find(starts.begin(), starts.end(), sense.group) != starts.end();
  });
}

void compose_numbers(std::string_view text, const Vocabulary& vocabulary, Numbers& numbers,
                     std::vector<Item>& items) {
  Composer(text, vocabulary, numbers, items).run();
}

void make_items(std::string_view text, Tokens& tokens, const Vocabulary& vocabulary,
                std::vector<Item>& items) {
  // Most sentences have nothing that a number could begin with.
  if (!look_up(text, tokens, vocabulary, items)) return;
  compose_numbers(text, vocabulary, tokens.numbers, items);
  join_ranges(text, vocabulary, tokens.numbers, items);
  for (std::size_t i = 0; i < items.size(); ++i) {
    Item& item = items[i];
    // "1WTC" and "06F6" are names.
    if (item.is_number() && item.words <= 1 && i + 1 < items.size() && items[i + 1].glued &&
        items[i + 1].capital && items[i + 1].word == nullptr && !items[i + 1].is_number() &&
        (items[i + 1].kind == TokenKind::word || items[i + 1].kind == TokenKind::identifier)) {
      item.number = nullptr;
      item.symbol = vocabulary.identifier_symbol();
      continue;
    }
    // A number of one word keeps what else the word is: "second", "one".
    if (!item.is_number() || (item.symbol != 0 && item.words <= 1)) continue;
    item.symbol = number_symbol(*item.number, vocabulary.table());
    // Digits that patterns name, such as 747.
    if (item.words == 1) {
      const std::string_view written = text.substr(item.span.start, item.span.size());
      if (const auto named = vocabulary.named_number(written)) item.symbol = *named;
    }
  }
}

}  // namespace figcheck::extract
