// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/text.h"
#include "extract/extract.h"

namespace figcheck::extract {

namespace {

/// The most words of a noun phrase that are looked at behind a figure.
constexpr std::size_t kLongestPhrase = 6;
/// How far a place may stand from its figure, in words.
constexpr std::size_t kPlaceReach = 40;
/// How far a verb may stand from its figure, in words.
constexpr std::size_t kVerbReach = 8;

class Finder {
 public:
  Finder(std::string_view text, const Vocabulary& vocabulary, const TypedSentence& sentence,
         std::vector<Figure>& figures)
      : text_(text),
        vocabulary_(vocabulary),
        items_(sentence.items),
        figures_(figures),
        groups_(vocabulary.subject_groups()) {}

  void run() {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (in_group(items_[i], groups_.place)) places_.push_back(i);
    }
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (items_[i].figure < 0) continue;
      Figure& figure = figures_[static_cast<std::size_t>(items_[i].figure)];
      find_noun(i, figure);
      find_event(i, figure);
      find_place(i, figure);
    }
  }

 private:
  static bool in_group(const Item& item, pattern::ClassId group) {
    return item.word != nullptr && item.word->value_in(group, item.capital) != nullptr;
  }

  static bool value_in(const Item& item, pattern::ClassId group, const std::string*& value) {
    value = item.word != nullptr ? item.word->value_in(group, item.capital) : nullptr;
    return value != nullptr;
  }

  std::string_view words(const Item& item) const {
    return text_.substr(item.span.start, item.span.size());
  }

  /// The noun phrase right behind a count: "civilians" of "2,261 civilians, including". The head is
  /// the last known noun before the phrase ends, else its last word.
  void find_noun(std::size_t at, Figure& figure) const {
    if (figure.kind != FigureKind::count && figure.kind != FigureKind::percent &&
        figure.kind != FigureKind::ratio && figure.kind != FigureKind::multiple) {
      return;
    }
    std::size_t first = at + 1;
    // "three of the children", "40% of voters".
    std::size_t head = 0;
    std::size_t last = first;
    for (; last < items_.size() && last - first < kLongestPhrase; ++last) {
      const Item& item = items_[last];
      if (item.figure >= 0 || item.kind != TokenKind::word) {
        // A hyphen inside a compound ("part-time staff") goes on.
        if (item.kind == TokenKind::mark && item.glued && last + 1 < items_.size() &&
            items_[last + 1].glued && items_[last + 1].kind == TokenKind::word) {
          continue;
        }
        break;
      }
      if (in_group(item, groups_.function_word)) break;
      const bool is_noun = !vocabulary_.noun(words(item)).noun_class->empty();
      if (in_group(item, groups_.event_verb)) {
        // "21,051 dead" counts the dead; "12 killed in the crash" leaves open whom.
        if (is_noun && last == first) head = last++;
        break;
      }
      if (is_noun) head = last;
    }
    if (last == first) return;
    if (head == 0) head = unknown_head(first, last);
    while (head > first && items_[head].kind != TokenKind::word) --head;
    const Item& noun = items_[head];
    if (noun.kind != TokenKind::word) return;
    const Vocabulary::Noun& known = vocabulary_.noun(words(noun));
    figure.subject.head = known.stem;
    figure.subject.noun_class = *known.noun_class;
    figure.subject.span = {items_[first].span.start, noun.span.end};
    figure.subject.words =
        std::string(text_.substr(figure.subject.span.start, figure.subject.span.size()));
  }

  /// Of words that no class of nouns has, the last one with the ending of a plural: "anglers" of
  /// "46 anglers ashore"; else the last.
  std::size_t unknown_head(std::size_t first, std::size_t last) const {
    for (std::size_t i = last; i-- > first;) {
      for (const std::string& ending : groups_.plural_endings) {
        if (items_[i].kind == TokenKind::word && words(items_[i]).size() > ending.size() + 2 &&
            words(items_[i]).ends_with(ending)) {
          return i;
        }
      }
    }
    return last - 1;
  }

  /// The nearest event verb of the clause: after the figure first ("12 were killed"), then before
  /// it.
  void find_event(std::size_t at, Figure& figure) const {
    const std::string* value = nullptr;
    for (std::size_t i = at + 1; i < items_.size() && i - at <= kVerbReach; ++i) {
      if (items_[i].kind == TokenKind::mark && words(items_[i]) != "-") break;
      if (items_[i].figure >= 0 &&
          figures_[static_cast<std::size_t>(items_[i].figure)].kind == FigureKind::count) {
        break;
      }
      if (value_in(items_[i], groups_.event_verb, value)) {
        figure.subject.event = *value;
        add_alternative(i, figure.subject.event);
        return;
      }
    }
    for (std::size_t i = at; i-- > 0 && at - i <= kVerbReach;) {
      if (value_in(items_[i], groups_.event_verb, value)) {
        figure.subject.event = *value;
        return;
      }
      if (items_[i].kind == TokenKind::mark && words(items_[i]) != "-" && words(items_[i]) != ",")
        break;
    }
  }

  /// "910 killed or seriously injured" counts both, and is no toll of either.
  void add_alternative(std::size_t verb, std::string& event) const {
    if (verb + 1 >= items_.size() || !in_group(items_[verb + 1], groups_.list_or)) return;
    const std::string* value = nullptr;
    for (std::size_t i = verb + 2; i < items_.size() && i <= verb + 3; ++i) {
      if (value_in(items_[i], groups_.event_verb, value) && *value != event) {
        event += "+" + *value;
        return;
      }
    }
  }

  /// The nearest place; of two at the same distance the one before.
  void find_place(std::size_t at, Figure& figure) const {
    std::size_t nearest = kPlaceReach + 1;
    for (const std::size_t place : places_) {
      const std::size_t distance = place > at ? place - at : at - place;
      if (distance == 0 || distance >= nearest) continue;
      nearest = distance;
      figure.place_name = std::string(words(items_[place]));
    }
  }

  std::string_view text_;
  const Vocabulary& vocabulary_;
  const std::vector<Item>& items_;
  std::vector<Figure>& figures_;
  const SubjectGroups& groups_;
  std::vector<std::size_t> places_;  ///< The items that name one.
};

}  // namespace

void find_subjects(std::string_view text, const Vocabulary& vocabulary,
                   const TypedSentence& sentence, std::vector<Figure>& figures) {
  Finder(text, vocabulary, sentence, figures).run();
}

void find_attribution(std::string_view text, const Vocabulary& vocabulary,
                      const TypedSentence& sentence, std::vector<Figure>& figures) {
  const SubjectGroups& groups = vocabulary.subject_groups();
  const auto in = [](const Item& item, pattern::ClassId group) {
    return item.word != nullptr && item.word->value_in(group, item.capital) != nullptr;
  };
  const auto& items = sentence.items;
  const auto phrase = [&](std::size_t first, std::size_t last) {
    return std::string(
        text.substr(items[first].span.start, items[last - 1].span.end - items[first].span.start));
  };
  std::string who;
  for (std::size_t i = 0; i < items.size() && who.empty(); ++i) {
    if (in(items[i], groups.according_to)) {
      std::size_t last = i + 1;
      while (last < items.size() && last - i <= 6 && items[last].kind == TokenKind::word &&
             (!in(items[last], groups.function_word) || in(items[last], groups.article))) {
        ++last;
      }
      if (last > i + 1) who = phrase(i + 1, last);
    } else if (in(items[i], groups.say_verb)) {
      // The words before the verb back to a mark or a function word that is no article.
      std::size_t first = i;
      while (
          first > 0 && i - first < 6 && items[first - 1].kind == TokenKind::word &&
          items[first - 1].figure < 0 &&
          (!in(items[first - 1], groups.function_word) || in(items[first - 1], groups.article))) {
        --first;
        if (in(items[first], groups.article)) break;
      }
      if (first < i) who = phrase(first, i);
    }
  }
  if (who.empty()) return;
  for (const Item& item : items) {
    if (item.figure >= 0) figures[static_cast<std::size_t>(item.figure)].attribution = who;
  }
}

}  // namespace figcheck::extract
