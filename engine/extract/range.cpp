// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/items.h"
#include "extract/vocabulary.h"

namespace figcheck::extract {

namespace {

/// Joins "25 to 40", "25-40" and "between 25 and 40" into one range, where something that is
/// counted or measured follows.
class Joiner {
 public:
  Joiner(std::string_view text, const Vocabulary& vocabulary, Numbers& numbers,
         std::vector<Item>& items)
      : text_(text),
        table_(vocabulary.table()),
        numbers_(numbers),
        items_(items),
        groups_(vocabulary.number_groups()) {}

  void run() {
    std::size_t out = 0;
    for (std::size_t i = 0; i < items_.size();) {
      const std::size_t next = join(i, out);
      if (out != i) items_[out] = items_[i];
      ++out;
      i = next;
    }
    items_.resize(out);
  }

 private:
  bool is(std::size_t i, pattern::ClassId group) const {
    return i < items_.size() && items_[i].word != nullptr &&
           items_[i].word->value_in(group, items_[i].capital) != nullptr;
  }

  /// Whether a word is known for more than standing in some pattern as it is.
  bool has_meaning(const Item& item) const {
    return item.word != nullptr &&
           std::any_of(item.word->senses.begin(), item.word->senses.end(), [&](const Sense& sense) {
             return table_.class_name(sense.group).front() != '=';
           });
  }

  bool is_dash(std::size_t i) const {
    const Item& item = items_[i];
    return item.kind == TokenKind::mark &&
           folded_mark(text_.substr(item.span.start, item.span.size())) == "-";
  }

  static bool plain(const Item& item) {
    if (!item.is_number()) return false;
    const Shape shape = item.number->shape;
    return !item.number->nth && !item.number->vague && !item.number->range &&
           (shape == Shape::integer || shape == Shape::grouped || shape == Shape::decimal ||
            shape == Shape::words || shape == Shape::scaled);
  }

  static bool year_like(const Item& item) {
    return item.number->shape == Shape::integer && item.number->digits == 4 &&
           item.number->value >= Decimal(1000) && item.number->value <= Decimal(2199);
  }

  /// What the range would be of: a unit, per cent or currency, or a thing.
  bool is_measured(std::size_t i) const {
    if (i >= items_.size()) return false;
    const std::size_t word = is_dash(i) && i + 1 < items_.size() ? i + 1 : i;
    return std::any_of(groups_.after_range.begin(), groups_.after_range.end(),
                       [&](pattern::ClassId group) { return is(word, group); });
  }

  /// Reads "8- to 16-" and "10-to-15-" before what they measure: the first end has a hyphen, too.
  /// Returns the item after the second end, or i + 1.
  std::size_t join_hyphened(std::size_t i) {
    if (i + 5 >= items_.size() || !plain(items_[i]) || !is_dash(i + 1) || !items_[i + 1].glued ||
        !is(i + 2, groups_.range_word)) {
      return i + 1;
    }
    const bool tight = items_[i + 2].glued;
    const std::size_t second = tight && is_dash(i + 3) ? i + 4 : i + 3;
    if (second + 2 >= items_.size() || items_[second].glued != tight || !plain(items_[second]) ||
        !is_dash(second + 1) || !items_[second + 1].glued ||
        items_[second + 2].kind != TokenKind::word) {
      return i + 1;
    }
    return make_range(i, second) ? second + 1 : i + 1;
  }

  /// Returns the item after the range that begins at `i`, or i + 1. `kept` is how many items were
  /// kept before it.
  std::size_t join(std::size_t i, std::size_t kept) {
    if (const std::size_t after = join_hyphened(i); after > i + 1) return after;
    if (i + 3 >= items_.size() || !plain(items_[i]) || !plain(items_[i + 2])) return i + 1;
    if (year_like(items_[i]) && !items_[i + 2].number->scaled && !is_measured(i + 3)) return i + 1;
    const bool dash = is_dash(i + 1) && items_[i + 1].glued == items_[i + 2].glued;
    const bool tight = dash && items_[i + 2].glued;
    const bool to = is(i + 1, groups_.range_word);
    const bool opened = kept > 0 && is(kept - 1, groups_.range_opener) && is(i + 1, groups_.joiner);
    if (!dash && !to && !opened) return i + 1;
    // "rose from 25 to 40 people" is a change.
    if (kept > 0 && is(kept - 1, groups_.range_blocker)) return i + 1;
    const Item& after = items_[i + 3];
    const bool counted = after.kind == TokenKind::word && !after.capital &&
                         (!has_meaning(after) || is(i + 3, groups_.counted));
    if (!is_measured(i + 3) && !opened && !(counted && (tight || to))) return i + 1;
    const bool large =
        items_[i + 2].number->scaled || items_[i + 2].number->shape == Shape::grouped;
    if (opened && after.kind != TokenKind::word && !is_measured(i + 3) && !large) return i + 1;
    return make_range(i, i + 2) ? i + 3 : i + 1;
  }

  /// Makes one range of two numbers. False when they are in no order.
  bool make_range(std::size_t first, std::size_t second) {
    Number low = *items_[first].number;
    const Number& high = *items_[second].number;
    // The scale word of the second end holds for the first: "26 to 31 million".
    if (high.scaled && !low.scaled && !high.in_words) {
      low.value = scale_like(low, high);
      low.place = high.place;
      low.scaled = true;
    } else if (low.in_words && high.in_words && !low.scaled) {
      // "two to three thousand", "five to six hundred"
      const int power = high.value.last_nonzero_place();
      const int scale = power >= 3 ? power - power % 3 : power;
      if (scale >= 2 && low.value < high.value.shifted(-scale)) {
        low.value = low.value.shifted(scale);
        low.place += scale;
        low.scaled = true;
      }
    }
    if (!(low.value < high.value)) return false;
    low.range = true;
    low.upper = high.value;
    low.place = std::min(low.place, high.place);
    low.fraction = false;
    Item& item = items_[first];
    item.span.end = items_[second].span.end;
    item.number = numbers_.add(low);
    item.words = 3;
    item.word = nullptr;
    item.symbol = 0;
    return true;
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
  Numbers& numbers_;
  std::vector<Item>& items_;
  const NumberGroups& groups_;
};

}  // namespace

void join_ranges(std::string_view text, const Vocabulary& vocabulary, Numbers& numbers,
                 std::vector<Item>& items) {
  Joiner(text, vocabulary, numbers, items).run();
}

}  // namespace figcheck::extract
