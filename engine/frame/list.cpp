// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "base/text.h"
#include "frame/match.h"

namespace figcheck::frame {

namespace {

using extract::Item;
using extract::TokenKind;
using extract::TypedSentence;

/// The most words of one member, and between the count and the mark that opens its list.
constexpr std::size_t kLongestMember = 8;
constexpr std::size_t kReach = 6;
/// Counts above this are not followed by a list of all that they count.
constexpr std::int64_t kLargestList = 12;

class ListFinder {
 public:
  ListFinder(const Document& document, const extract::Vocabulary& vocabulary,
             extract::Extraction& extraction)
      : document_(document), vocabulary_(vocabulary), extraction_(extraction) {
    const auto id = [&](const char* name) {
      return vocabulary.table().find_class(name).value_or(static_cast<pattern::ClassId>(0xFFFF));
    };
    and_ = id("list-and");
    opener_ = id("list-opener");
    spoiler_ = id("list-spoiler");
    no_announcer_ = id("no-announcer");
    article_ = id("article-word");
    function_ = id("function-word");
  }

  void run() {
    for (TypedSentence& sentence : extraction_.sentences) {
      for (std::size_t i = 0; i < sentence.items.size(); ++i) {
        const std::int32_t figure = sentence.items[i].figure;
        if (figure < 0 || !announces(extraction_.figures[static_cast<std::size_t>(figure)]))
          continue;
        // "a two-micro process", "the top five", "one of eight": no announcement.
        if (i + 1 < sentence.items.size() && sentence.items[i + 1].glued) continue;
        if (i > 0 && in(sentence.items[i - 1], no_announcer_)) continue;
        // "Six Nations" is a name.
        if (i > 0 && sentence.items[i].capital && i + 1 < sentence.items.size() &&
            sentence.items[i + 1].capital) {
          continue;
        }
        if (const std::size_t open = opening(sentence, i); open > 0) {
          if (add(sentence, open + 1)) break;
        }
      }
    }
  }

 private:
  std::string_view words(const Item& item) const { return document_.slice(item.span); }

  bool in(const Item& item, pattern::ClassId group) const {
    return item.word != nullptr && item.word->value_in(group, item.capital) != nullptr;
  }

  static bool announces(const Figure& figure) {
    return figure.kind == FigureKind::count && figure.value && !figure.range && !figure.vague &&
           figure.hedge == Hedge::none && *figure.value >= Decimal(2) &&
           *figure.value <= Decimal(kLargestList) && figure.value->exponent() >= 0;
  }

  /// The place of the colon or dash that opens a list behind the count, or 0.
  std::size_t opening(const TypedSentence& sentence, std::size_t count) const {
    for (std::size_t i = count + 1; i < sentence.items.size() && i - count <= kReach; ++i) {
      const Item& item = sentence.items[i];
      if (in(item, opener_)) return i;
      if (item.figure >= 0) {
        const FigureKind kind = extraction_.figures[static_cast<std::size_t>(item.figure)].kind;
        if (kind != FigureKind::date && kind != FigureKind::weekday && kind != FigureKind::year)
          return 0;
        continue;
      }
      if (item.kind == TokenKind::mark && !item.glued) return 0;
      if (item.kind == TokenKind::mark && words(item) != "-") return 0;
    }
    return 0;
  }

  /// Reads members from `first` to the sentence's end; makes a list figure of them. False where
  /// they are not a closed enumeration: without "and", with a verb, with "including".
  bool add(TypedSentence& sentence, std::size_t first) {
    std::size_t members = 1;
    std::size_t length = 0;
    bool joined = false;
    std::size_t last = first;
    int capitals = 0;
    int smalls = 0;
    int articles = 0;
    std::size_t longest = 0;
    // How a member begins: a name, a word, or an article. Names and words together ("Ann Lee, a
    // former mayor, and Bo Ray") are appositions as often as members.
    const auto begin_member = [&](const Item& item) {
      if (in(item, article_)) {
        ++articles;
        return true;
      }
      if (in(item, function_)) return false;
      ++(item.capital ? capitals : smalls);
      return true;
    };
    for (std::size_t i = first; i < sentence.items.size(); ++i) {
      const Item& item = sentence.items[i];
      const std::string_view mark = item.kind == TokenKind::mark ? words(item) : std::string_view();
      if (mark == "." || in(item, opener_)) break;
      if (in(item, spoiler_)) return false;
      if (item.figure >= 0) {
        // Ages stand between commas behind a name and make no member.
        const Figure& figure = extraction_.figures[static_cast<std::size_t>(item.figure)];
        if (figure.kind != FigureKind::age || length == 0) return false;
        last = i + 1;
        continue;
      }
      if (mark == "," || mark == ";") {
        // A comma right before or after an age belongs to it, and one before "and" opens nothing.
        const bool before_age = i + 1 < sentence.items.size() && sentence.items[i + 1].figure >= 0;
        const bool before_and = i + 1 < sentence.items.size() && in(sentence.items[i + 1], and_);
        if (before_age || before_and) continue;
        if (joined) return false;  // Something goes on behind the last member.
        if (length == 0) return false;
        ++members;
        length = 0;
        continue;
      }
      if (in(item, and_)) {
        if (joined) return false;
        if (length == 0) return false;
        ++members;
        length = 0;
        joined = true;
        continue;
      }
      if (!mark.empty() && mark != "-" && mark != "'" && mark != "\"") return false;
      if (length == 0 && mark.empty() && !begin_member(item)) return false;
      if (++length > kLongestMember) return false;
      longest = std::max(longest, length);
      last = i + 1;
    }
    if (!joined || members < 3 || length == 0) return false;
    if (capitals > 0 && (smalls > 0 || articles > 0) && longest > 1) return false;
    Figure figure;
    figure.kind = FigureKind::list;
    figure.value = Decimal(static_cast<std::int64_t>(members));
    figure.strict = figure.interval = Interval::exactly(*figure.value);
    figure.text_span = {sentence.items[first].span.start, sentence.items[last - 1].span.end};
    figure.text = std::string(document_.slice(figure.text_span));
    figure.span = document_.to_source(figure.text_span, &figure.section);
    figure.block = sentence.block;
    figure.block_kind = document_.blocks[sentence.block].kind;
    for (const Item& item : sentence.items) {
      if (item.figure >= 0) {
        figure.sentence = extraction_.figures[static_cast<std::size_t>(item.figure)].sentence;
        break;
      }
    }
    Item item;
    item.kind = TokenKind::number;
    item.span = figure.text_span;
    item.figure = static_cast<std::int32_t>(extraction_.figures.size());
    auto classes = extract::figure_classes(FigureKind::list, vocabulary_.table());
    std::sort(classes.begin(), classes.end());
    item.symbol = vocabulary_.table().find_symbol(classes).value_or(0);
    extraction_.figures.push_back(std::move(figure));
    sentence.items.erase(sentence.items.begin() + static_cast<std::ptrdiff_t>(first),
                         sentence.items.begin() + static_cast<std::ptrdiff_t>(last));
    sentence.items.insert(sentence.items.begin() + static_cast<std::ptrdiff_t>(first), item);
    sentence.symbols.clear();
    for (const Item& each : sentence.items) sentence.symbols.push_back(each.symbol);
    return true;
  }

  const Document& document_;
  const extract::Vocabulary& vocabulary_;
  extract::Extraction& extraction_;
  pattern::ClassId and_, opener_, spoiler_, no_announcer_, article_, function_;
};

}  // namespace

void find_lists(const Document& document, const extract::Vocabulary& vocabulary,
                extract::Extraction& extraction) {
  ListFinder(document, vocabulary, extraction).run();
}

}  // namespace figcheck::frame
