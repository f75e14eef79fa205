// SPDX-License-Identifier: Apache-2.0
// How a figure is mentioned: as something new or as something told before, of what, when.
#include <algorithm>
#include <string>

#include "extract/extract.h"

namespace figcheck::extract {

namespace {

/// How far a word that says what a figure is about may stand from it, in words.
constexpr std::size_t kTopicReach = 10;
/// How far a date may stand from the figure that it dates.
constexpr std::size_t kDateReach = 14;

class Mentions {
 public:
  Mentions(std::string_view text, const Vocabulary& vocabulary, const TypedSentence& sentence,
           std::vector<Figure>& figures)
      : text_(text),
        vocabulary_(vocabulary),
        items_(sentence.items),
        figures_(figures),
        groups_(vocabulary.mention_groups()) {}

  void run() {
    const bool caption = is_caption();
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (items_[i].figure < 0) continue;
      Figure& figure = figures_[static_cast<std::size_t>(items_[i].figure)];
      if (caption && figure.block_kind == BlockKind::paragraph) {
        figure.block_kind = BlockKind::caption;
      }
      find_words_around(i, figure);
      if ((!figure.value || figure.time) && figure.kind != FigureKind::age) continue;
      find_limits(i, figure);
      find_family(i, figure);
      find_topic(i, figure);
      find_when(i, figure);
      if (figure.kind == FigureKind::age || figure.kind == FigureKind::count) find_name(i, figure);
    }
  }

 private:
  /// "Photo: the mayor with six of the children." In plain text a caption is told by its label.
  bool is_caption() const {
    for (std::size_t i = 0; i < items_.size() && i < 5; ++i) {
      if (in(items_[i], groups_.label)) {
        for (std::size_t k = i + 1; k < items_.size() && k <= i + 3; ++k) {
          if (is_mark(items_[k], ":") || is_mark(items_[k], ")")) return true;
        }
        return false;
      }
      if (!is_mark(items_[i], "(") && !is_mark(items_[i], "[")) return false;
    }
    return false;
  }

  bool in(const Item& item, pattern::ClassId group, std::string* value = nullptr) const {
    if (item.word == nullptr || item.figure >= 0) return false;
    const std::string* found = item.word->value_in(group, item.capital);
    if (found != nullptr && value != nullptr) *value = *found;
    return found != nullptr;
  }

  std::string_view words(const Item& item) const {
    return text_.substr(item.span.start, item.span.size());
  }

  bool is_mark(const Item& item, std::string_view mark) const {
    return item.kind == TokenKind::mark && words(item) == mark;
  }

  const Figure* figure_at(std::size_t i) const {
    return items_[i].figure < 0 ? nullptr : &figures_[static_cast<std::size_t>(items_[i].figure)];
  }

  void find_words_around(std::size_t at, Figure& figure) const {
    Mention& mention = figure.mention;
    mention.attributive =
        at + 1 < items_.size() && items_[at + 1].glued && is_mark(items_[at + 1], "-");
    if (at > 0) mention.definite = !mention.attributive && in(items_[at - 1], groups_.definite);
    std::size_t before = at;
    if (mention.definite) --before;
    if (before > 0 && in(items_[before - 1], groups_.subset)) mention.of_whole = true;
    for (std::size_t i = at; i-- > 0 && at - i <= 2;) {
      if (items_[i].kind == TokenKind::mark || items_[i].figure >= 0) break;
      if (in(items_[i], groups_.another) || in(items_[i], groups_.base)) mention.another = true;
    }
    for (std::size_t i = at + 1; i < items_.size() && i - at <= 2; ++i) {
      if (items_[i].kind == TokenKind::mark || items_[i].figure >= 0) break;
      if (in(items_[i], groups_.another)) mention.another = true;
      if (i == at + 1 && in(items_[i], groups_.subset)) mention.subset = true;
    }
  }

  /// What stands around the noun: "the 43 Asian countries", "the 13 states that voted".
  void find_limits(std::size_t at, Figure& figure) const {
    const Span& noun = figure.subject.span;
    if (noun.empty()) return;
    std::size_t last = at + 1;
    while (last < items_.size() && items_[last].span.end < noun.end) ++last;
    figure.mention.qualified = last > at + 1;
    if (last + 1 < items_.size())
      figure.mention.restricted = in(items_[last + 1], groups_.relative);
  }

  /// The family of a word, or its stem.
  std::string family_of(const Item& item) const {
    std::string value;
    return in(item, groups_.family, &value) ? value : vocabulary_.noun(words(item)).stem;
  }

  /// "the £5m fine": the topic's word is the noun itself.
  static bool mention_before_noun(const Figure& figure) {
    return figure.mention.definite || figure.mention.attributive;
  }

  bool is_noun_like(std::size_t i) const {
    return i < items_.size() && items_[i].kind == TokenKind::word && items_[i].figure < 0 &&
           !in(items_[i], groups_.function) && !in(items_[i], groups_.topic_stop);
  }

  void find_family(std::size_t at, Figure& figure) const {
    figure.mention.family = figure.subject.head;
    if (figure.mention.attributive) {
      // "a nine-storey block" counts storeys.
      if (is_noun_like(at + 2)) figure.mention.family = family_of(items_[at + 2]);
      if (figure.kind == FigureKind::count) return;
    }
    if (figure.kind != FigureKind::count && figure.kind != FigureKind::percent) {
      // "the £54,000 award", "a grant of £45,000".
      std::size_t last = at + 1;
      while (last - at <= 3 && is_noun_like(last) && !in(items_[last], groups_.topic)) ++last;
      if (last > at + 1) {
        figure.mention.family = family_of(items_[last - 1]);
      } else if (last < items_.size() && is_noun_like(last) && mention_before_noun(figure)) {
        figure.mention.family = family_of(items_[last]);
      } else if (at >= 2 && is_noun_like(at - 2) &&
                 (in(items_[at - 1], groups_.function) || in(items_[at - 1], groups_.topic) ||
                  is_mark(items_[at - 1], ","))) {
        // "the tunnel, 14km long", "the fine was $5m", "the bridge cost £9m"
        figure.mention.family = family_of(items_[at - 2]);
      }
      return;
    }
    for (std::size_t i = at + 1; i < items_.size() && i - at <= 8; ++i) {
      if (items_[i].span.end > figure.subject.span.end) break;
      if (items_[i].span.end == figure.subject.span.end)
        in(items_[i], groups_.family, &figure.mention.family);
    }
  }

  bool rival(std::size_t i, const Figure& figure) const {
    const Figure* other = figure_at(i);
    return other != nullptr && other->kind == figure.kind && other->unit == figure.unit;
  }

  /// The nearest word that says what is told, not beyond another figure of the same kind.
  void find_topic(std::size_t at, Figure& figure) const {
    std::string value;
    std::size_t nearest = kTopicReach + 1;
    for (std::size_t i = at + 1; i < items_.size() && i - at < nearest; ++i) {
      if (rival(i, figure) || in(items_[i], groups_.clause_end)) break;
      if (in(items_[i], groups_.topic, &value)) {
        nearest = i - at;
        figure.mention.topic = value;
      }
    }
    for (std::size_t i = at; i-- > 0 && at - i <= nearest;) {
      if (rival(i, figure) || in(items_[i], groups_.clause_end)) break;
      if (in(items_[i], groups_.topic, &value)) {
        nearest = at - i - 1;
        figure.mention.topic = value;
      }
    }
  }

  /// The nearest date of the clause, as written.
  void find_when(std::size_t at, Figure& figure) const {
    std::size_t nearest = kDateReach + 1;
    const auto look = [&](std::size_t i, std::size_t distance) {
      const Figure* other = figure_at(i);
      if (other == nullptr || distance >= nearest) return;
      switch (other->kind) {
        case FigureKind::date:
        case FigureKind::weekday:
        case FigureKind::year:
        case FigureKind::period:
        case FigureKind::datetime:
        case FigureKind::set:
          nearest = distance;
          figure.mention.when = std::string(words(items_[i]));
          break;
        default:
          break;
      }
    };
    for (std::size_t i = at + 1; i < items_.size() && i - at <= kDateReach; ++i) {
      if (is_mark(items_[i], ";")) break;
      look(i, i - at);
    }
    for (std::size_t i = at; i-- > 0 && at - i <= kDateReach;) {
      if (is_mark(items_[i], ";")) break;
      look(i, at - i);
    }
  }

  /// "Ann Lee, 41": the words with a capital right before a number between commas, or an age.
  void find_name(std::size_t at, Figure& figure) const {
    if (at < 2 || !is_mark(items_[at - 1], ",")) return;
    std::size_t first = at - 1;
    while (first > 0 && at - first <= 4 && items_[first - 1].kind == TokenKind::word &&
           items_[first - 1].capital && items_[first - 1].figure < 0 &&
           !in(items_[first - 1], groups_.definite)) {
      --first;
    }
    if (first + 1 > at - 1) return;
    // A lone word at the beginning of a sentence may be no name.
    figure.mention.name = std::string(
        text_.substr(items_[first].span.start, items_[at - 2].span.end - items_[first].span.start));
  }

  std::string_view text_;
  const Vocabulary& vocabulary_;
  const std::vector<Item>& items_;
  std::vector<Figure>& figures_;
  const MentionGroups& groups_;
};

}  // namespace

void find_mentions(std::string_view text, const Vocabulary& vocabulary,
                   const TypedSentence& sentence, std::vector<Figure>& figures) {
  Mentions(text, vocabulary, sentence, figures).run();
}

}  // namespace figcheck::extract
