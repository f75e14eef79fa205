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
constexpr std::size_t kReach = 9;
/// The same for the noun between a count and a comma, behind which names may stand.
constexpr std::size_t kNounReach = 6;
/// The most words between a rank and the names of those ahead.
constexpr std::size_t kRankReach = 10;
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
    being_ = id("list-being");
    rank_ = id("rank-opener");
    rank_only_ = id("rank-only");
    stated_ = id("rank-stated");
    inner_ = id("name-inner");
    say_ = id("say-verb");
    definite_ = id("definite-word");
    subset_ = id("subset-word");
    again_ = id("list-again");
    place_ = id("list-place");
    namely_ = id("list-namely");
    forming_ = id("list-forming");
    those_ = id("list-those");
  }

  void run() {
    for (std::size_t i = 0; i < extraction_.sentences.size(); ++i) {
      TypedSentence& sentence = extraction_.sentences[i];
      if (!find_in(sentence) && !find_below(sentence) && i > 0) {
        find_behind(sentence, extraction_.sentences[i - 1]);
      }
    }
  }

 private:
  /// Which names make a list: any, those whom a rank leaves ahead, only names that are numbers,
  /// years, or those before their number.
  enum class Names { any, ahead, numbers, years, front };

  std::string_view words(const Item& item) const { return document_.slice(item.span); }

  bool in(const Item& item, pattern::ClassId group) const {
    return item.word != nullptr && item.word->value_in(group, item.capital) != nullptr;
  }

  bool find_in(TypedSentence& sentence) {
    for (std::size_t i = 0; i < sentence.items.size(); ++i) {
      const std::int32_t at = sentence.items[i].figure;
      if (at < 0) continue;
      const Figure& figure = extraction_.figures[static_cast<std::size_t>(at)];
      if (figure.kind == FigureKind::ordinal) {
        if (const std::size_t first = behind(sentence, i);
            first > 0 && add_names(sentence, first, Names::ahead))
          return true;
        continue;
      }
      if (!announces(figure)) continue;
      announcer_ = i;
      if (find_before(sentence, i)) return true;
      if (no_announcement(sentence, i)) {
        // "a choice of three puddings, namely ..."
        const std::size_t open = opening(sentence, i);
        if (open > 0 && in(sentence.items[open], namely_) && add(sentence, open + 1)) return true;
        continue;
      }
      // "seven times on an array of charges: ..." announces no list of times.
      const bool times = figure.kind == FigureKind::multiple;
      if (const std::size_t open = times ? 0 : opening(sentence, i); open > 0) {
        if (add(sentence, open + 1) || add_names(sentence, open + 1, Names::any)) return true;
      }
      if (const std::size_t first = apposition(sentence, i); first > 0) {
        if (add_names(sentence, first, Names::any)) return true;
        // "three mills, in Lille, Lyon and Metz", "three times, in 1998, 2001 and 2006"
        if (first < sentence.items.size() && in(sentence.items[first], place_) &&
            (add_names(sentence, first + 1, Names::any) ||
             add_names(sentence, first + 1, Names::years))) {
          return true;
        }
      } else if (const std::size_t numbers = after_comma(sentence, i); numbers > 0) {
        if (add_names(sentence, numbers, Names::numbers)) return true;
      }
    }
    return false;
  }

  /// "Ann Lee, Bo Ray and Cy Coe make up the four-strong panel": names before their number.
  bool find_before(TypedSentence& sentence, std::size_t count) {
    if (count < 5 || !in(sentence.items[count - 1], definite_)) return false;
    std::size_t end = count - 1;
    while (end > 0 &&
           (in(sentence.items[end - 1], forming_) || in(sentence.items[end - 1], being_)))
      --end;
    if (end == count - 1) return false;
    return add_names(sentence, 0, Names::front, end);
  }

  /// What follows the next comma: "two routes will close, the 6 and the 9".
  std::size_t after_comma(const TypedSentence& sentence, std::size_t count) const {
    for (std::size_t i = count + 1; i < sentence.items.size() && i - count <= kNounReach; ++i) {
      if (is_mark(sentence, i, ",")) return i > count + 2 ? i + 1 : 0;
      if (sentence.items[i].figure >= 0 || sentence.items[i].kind == TokenKind::mark) return 0;
    }
    return 0;
  }

  /// "a two-micro process", "the top five", "one of eight", "Six Nations".
  bool no_announcement(const TypedSentence& sentence, std::size_t i) const {
    if (i + 1 < sentence.items.size() && sentence.items[i + 1].glued &&
        !is_mark(sentence, i + 1, ",")) {
      return true;
    }
    if (i > 0 && in(sentence.items[i - 1], no_announcer_)) return true;
    // "three of his eight children"
    for (std::size_t k = i; k-- > 0 && i - k <= 3;) {
      if (sentence.items[k].figure >= 0) return true;
    }
    return i > 0 && sentence.items[i].capital && i + 1 < sentence.items.size() &&
           sentence.items[i + 1].capital;
  }

  /// A hyphen or apostrophe inside a name.
  bool is_joint(const Item& item) const {
    return item.glued && item.kind == TokenKind::mark && (words(item) == "-" || words(item) == "'");
  }

  bool is_mark(const TypedSentence& sentence, std::size_t i, std::string_view mark) const {
    return i < sentence.items.size() && sentence.items[i].kind == TokenKind::mark &&
           words(sentence.items[i]) == mark;
  }

  /// Where names begin behind "two men ,", "the three finalists are"; 0 where none may.
  std::size_t apposition(const TypedSentence& sentence, std::size_t count) const {
    // "three times, in 1998, 2001 and 2006": its noun is part of the figure.
    const std::int32_t figure = sentence.items[count].figure;
    if (extraction_.figures[static_cast<std::size_t>(figure)].kind == FigureKind::multiple)
      return is_mark(sentence, count + 1, ",") ? count + 2 : 0;
    std::size_t from = count + 1;
    // "four of the children, Ann, Bo, ..."
    if (from + 2 < sentence.items.size() && in(sentence.items[from], subset_) &&
        in(sentence.items[from + 1], definite_)) {
      from += 2;
    }
    for (std::size_t i = from; i < sentence.items.size() && i - from < kNounReach; ++i) {
      const Item& item = sentence.items[i];
      if (item.figure >= 0) return 0;
      if (in(item, being_)) return i > from ? i + 1 : 0;
      if (is_mark(sentence, i, ",")) return i > from ? i + 1 : 0;
      // Only the noun and its adjectives stand in between: in "three towns in Kent, Essex and
      // Surrey" the names are of something else.
      if (in(item, spoiler_) || in(item, function_) || item.capital) return 0;
      if (item.kind == TokenKind::mark && !is_joint(item)) return 0;
    }
    return 0;
  }

  /// Where names begin behind "third , behind": the ones ahead.
  std::size_t behind(const TypedSentence& sentence, std::size_t rank) const {
    for (std::size_t i = rank + 1; i < sentence.items.size() && i - rank <= kRankReach; ++i) {
      const Item& item = sentence.items[i];
      // "third with 41 points, behind ..."
      if (item.figure >= 0) {
        if (in(sentence.items[i - 1], stated_)) continue;
        return 0;
      }
      if (in(item, rank_)) {
        const bool only = i + 1 < sentence.items.size() && in(sentence.items[i + 1], rank_only_);
        return only ? i + 2 : i + 1;
      }
      if (item.kind == TokenKind::mark && words(item) != "-" && words(item) != "," &&
          words(item) != "'") {
        return 0;
      }
    }
    return 0;
  }

  /// Behind the figure by which a name is ranked: "Osei (44)", "Ajax on 50", "Peru with 2m tonnes".
  std::size_t behind_stated(const TypedSentence& sentence, std::size_t i) const {
    const auto& items = sentence.items;
    const auto is_figure = [&](std::size_t k) { return k < items.size() && items[k].figure >= 0; };
    if (is_mark(sentence, i, "(") && is_figure(i + 1) && is_mark(sentence, i + 2, ")"))
      return i + 3;
    if (i < items.size() && in(items[i], stated_) && is_figure(i + 1)) return i + 2;
    return i;
  }

  /// Reads names ("China, India and the United States"; "Ann Lee, 41, and Bo Ray, 38"; "the 6 and
  /// the 27") and makes a list figure of them. Names alone, with "and" before the last and a mark
  /// behind it: whatever could be read in two ways is none.
  bool add_names(TypedSentence& sentence, std::size_t first, Names which, std::size_t stop = 0) {
    constexpr std::size_t kFewest = 2;
    const auto& items = sentence.items;
    const auto is_number = [&](std::size_t i) {
      if (i >= items.size() || items[i].figure < 0) return false;
      const FigureKind kind = extraction_.figures[static_cast<std::size_t>(items[i].figure)].kind;
      return kind == FigureKind::count || kind == FigureKind::age || kind == FigureKind::year;
    };
    const auto is_end = [&](std::size_t i) {
      if (which == Names::front) return i == stop;
      return i >= items.size() || is_mark(sentence, i, ".") || is_mark(sentence, i, ";") ||
             is_mark(sentence, i, ",") || is_mark(sentence, i, "\u2014") ||
             is_mark(sentence, i, ")") || (is_mark(sentence, i, "-") && !items[i].glued) ||
             // "behind Ivory Coast and Ghana in the table"
             (which == Names::ahead && items[i].figure < 0 && in(items[i], function_));
    };
    // "three stations, namely ..."
    if (first < items.size() && in(items[first], being_)) ++first;
    std::size_t members = 0;
    std::size_t numbers = 0;
    std::size_t i = first;
    std::size_t last = first;
    bool joined = false;
    while (true) {
      // A member.
      const bool definite = i < items.size() && in(items[i], definite_);
      if (definite) ++i;
      std::size_t length = 0;
      if (is_number(i)) {
        // "the 6, the 9": names of routes
        const FigureKind kind = extraction_.figures[static_cast<std::size_t>(items[i].figure)].kind;
        if (which == Names::years ? kind != FigureKind::year : !definite) return false;
        ++numbers;
        ++i;
        ++length;
      } else {
        while (i < items.size() && items[i].figure < 0 && length < kLongestMember) {
          const bool name = items[i].kind == TokenKind::word && items[i].capital;
          const bool inner = length > 0 && (in(items[i], inner_) || is_joint(items[i])) &&
                             i + 1 < items.size() && items[i + 1].capital;
          const bool identifier = items[i].kind == TokenKind::identifier;
          if (!name && !inner && !identifier) break;
          ++i;
          ++length;
        }
      }
      if (length == 0) return false;
      ++members;
      last = i;
      // An age: ", 41" before a mark or "and".
      if (numbers == 0 && is_mark(sentence, i, ",") && is_number(i + 1) &&
          (is_end(i + 2) || in(items[i + 2], and_))) {
        i += 2;
        last = i;
      } else if (which == Names::ahead) {
        i = last = behind_stated(sentence, i);
      }
      if (joined) break;
      if (is_mark(sentence, i, ",") || is_mark(sentence, i, ";")) {
        ++i;
        if (i < items.size() && in(items[i], and_)) {
          // "three allies, France, and Spain" may be three things.
          if (members == 1 && numbers == 0 && items[i - 2].figure < 0) return false;
          joined = true;
          ++i;
        }
        continue;
      }
      if (i < items.size() && in(items[i], and_)) {
        joined = true;
        ++i;
        continue;
      }
      return false;
    }
    if ((which == Names::numbers || which == Names::years) && numbers == 0) return false;
    if (members < kFewest || (numbers > 0 && numbers != members) || !is_end(i)) return false;
    // "..., Paris and Rome, Milan's rival": a name behind the last comma makes it open.
    if (is_mark(sentence, i, ",") && i + 1 < items.size()) {
      const std::size_t next = in(items[i + 1], and_) ? i + 2 : i + 1;
      // "..., after Ladoga and Onega, the guide says"
      const bool said = which == Names::ahead && next + 2 < items.size() &&
                        in(items[next], article_) && in(items[next + 2], say_);
      if (!said && next < items.size() && items[next].figure < 0 &&
          (items[next].capital || in(items[next], article_))) {
        return false;
      }
    }
    put(sentence, first, last, members);
    return true;
  }

  /// "The plan has four aims:" and the items of a list below it.
  bool find_below(TypedSentence& sentence) {
    if (sentence.items.empty() || !is_mark(sentence, sentence.items.size() - 1, ":")) return false;
    const auto& blocks = document_.blocks;
    if (sentence.span.end < blocks[sentence.block].span.end) return false;
    std::size_t at = sentence.block + 1;
    if (at >= blocks.size() || blocks[at].kind != BlockKind::list_item) return false;
    const Block& head = blocks[at];
    std::int64_t members = 0;
    std::size_t end = at;
    for (; end < blocks.size() && blocks[end].kind == BlockKind::list_item; ++end) {
      if (blocks[end].list != head.list && blocks[end].list_depth == head.list_depth) break;
      if (blocks[end].list_depth == head.list_depth) ++members;
    }
    // Items with paragraphs between them go on further down.
    for (std::size_t i = end; i < blocks.size() && i < end + 12; ++i) {
      if (blocks[i].kind == BlockKind::list_item) return true;
    }
    for (std::size_t i = sentence.items.size(); i-- > 0;) {
      const std::int32_t number = sentence.items[i].figure;
      if (number < 0) continue;
      const Figure& count = extraction_.figures[static_cast<std::size_t>(number)];
      if (!announces(count) || no_announcement(sentence, i) || members < 2) return true;
      // Only words that belong to its noun may stand before the colon.
      if (opening(sentence, i) != sentence.items.size() - 1) return true;
      Figure figure = list_figure(sentence, {head.span.start, blocks[end - 1].span.end}, members);
      Item item = list_item(figure.text_span);
      extraction_.figures.push_back(std::move(figure));
      sentence.items.push_back(item);
      sentence.symbols.push_back(item.symbol);
      return true;
    }
    return true;
  }

  /// "The board has six members. They are Lund, Berg and Dahl."
  void find_behind(TypedSentence& sentence, const TypedSentence& before) {
    const auto& items = sentence.items;
    if (items.size() < 4 || before.block != sentence.block ||
        before.number + 1 != sentence.number || !in(items[0], again_))
      return;
    const std::size_t being = in(items[1], being_) ? 1 : 2;
    if (!in(items[being], being_)) return;
    const std::size_t first = in(items[being + 1], opener_) ? being + 2 : being + 1;
    // The last number before is what the pronoun counts.
    for (std::size_t i = before.items.size(); i-- > 0;) {
      const std::int32_t at = before.items[i].figure;
      if (at < 0) continue;
      if (announces(extraction_.figures[static_cast<std::size_t>(at)]) &&
          !no_announcement(before, i)) {
        add_names(sentence, first, Names::any);
      }
      return;
    }
  }

  static bool announces(const Figure& figure) {
    return (figure.kind == FigureKind::count || figure.kind == FigureKind::multiple) &&
           figure.value && !figure.range && !figure.vague && figure.hedge == Hedge::none &&
           *figure.value >= Decimal(2) && *figure.value <= Decimal(kLargestList) &&
           figure.value->exponent() >= 0;
  }

  /// The place of the colon or dash that opens a list behind the count, or 0.
  std::size_t opening(const TypedSentence& sentence, std::size_t count) const {
    for (std::size_t i = count + 1; i < sentence.items.size() && i - count <= kReach; ++i) {
      const Item& item = sentence.items[i];
      if (in(item, opener_)) return i;
      if (item.figure >= 0) {
        const FigureKind kind = extraction_.figures[static_cast<std::size_t>(item.figure)].kind;
        // "four brothers of one family:"
        const auto& value = extraction_.figures[static_cast<std::size_t>(item.figure)].value;
        const bool one = kind == FigureKind::count && value && *value == Decimal(1);
        if (!one && kind != FigureKind::date && kind != FigureKind::weekday &&
            kind != FigureKind::year) {
          return 0;
        }
        continue;
      }
      if (is_mark(sentence, i, "-") && !item.glued && i + 1 < sentence.items.size() &&
          !sentence.items[i + 1].glued) {
        return i;
      }
      if (is_mark(sentence, i, "(") && i > count + 1) return i;
      // "four ministers left, those of ..."
      if (is_mark(sentence, i, ",") && i + 2 < sentence.items.size() &&
          in(sentence.items[i + 1], those_) && in(sentence.items[i + 2], function_)) {
        return i + 2;
      }
      if (is_mark(sentence, i, ",") && i + 1 < sentence.items.size() &&
          in(sentence.items[i + 1], namely_)) {
        return i + 1;
      }
      if (item.kind == TokenKind::mark && !item.glued) return 0;
      if (item.kind == TokenKind::mark && words(item) != "-" && words(item) != "'") return 0;
    }
    return 0;
  }

  /// Reads members from `first` to the sentence's end; makes a list figure of them. False where
  /// they are not a closed enumeration: without "and", with a verb, with "including".
  bool add(TypedSentence& sentence, std::size_t first) {
    if (const std::size_t end = end_of_list(sentence, first); end > 0)
      return add_long(sentence, first, end);
    std::size_t members = 1;
    std::size_t length = 0;
    bool joined = false;
    std::size_t last = first;
    std::size_t capitals = 0;
    std::size_t smalls = 0;
    std::size_t articles = 0;
    std::size_t alike = 0;
    std::size_t inside = 0;  // Figures inside members: "the women's 50m freestyle".
    std::size_t longest = 0;
    Decimal pieces(0);  // "a pistol, two knives and an axe" are four, or three sorts.
    // How a member begins: a name, a word, an article, or the small word that all of them begin
    // with ("no dogs, no boots"). Names and words together ("Ann Lee, a former mayor, and Bo Ray")
    // are appositions as often as members.
    const auto begin_member = [&](const Item& item) {
      if (in(item, article_)) {
        ++articles;
        return true;
      }
      if (in(item, function_)) {
        ++alike;
        return item.word == sentence.items[first].word;
      }
      ++(item.capital ? capitals : smalls);
      return true;
    };
    const bool named = first > 0 && in(sentence.items[first - 1], namely_);
    const bool bracketed = first > 0 && is_mark(sentence, first - 1, "(");
    for (std::size_t i = first; i < sentence.items.size(); ++i) {
      const Item& item = sentence.items[i];
      const std::string_view mark = item.kind == TokenKind::mark ? words(item) : std::string_view();
      if (mark == "." || (mark == ")" && bracketed) || in(item, opener_)) break;
      if (mark == "-" && !item.glued && i + 1 < sentence.items.size() &&
          !sentence.items[i + 1].glued) {
        break;
      }
      // A semicolon ends a list of commas.
      if (mark == ";" && joined) break;
      const bool opens =
          length == 0 && alike + 1 == members && item.word == sentence.items[first].word;
      if (in(item, spoiler_) && !opens) return false;
      if (item.figure >= 0) {
        const Figure& figure = extraction_.figures[static_cast<std::size_t>(item.figure)];
        // "his two sons" are two, too.
        const bool owned = length == 1 && in(sentence.items[i - 1], article_);
        if ((owned || (length == 0 && (articles > 0 || members == 1))) &&
            figure.kind == FigureKind::count && figure.value && !figure.range && !figure.vague &&
            figure.hedge == Hedge::none) {
          pieces = pieces + *figure.value - Decimal(1);
          length = 1;
          last = i + 1;
          continue;
        }
        // Ages stand between commas behind a name and make no member; nor do lengths and the like.
        const bool aged = figure.kind == FigureKind::age ||
                          (figure.kind == FigureKind::count && in(sentence.items[i - 1], subset_));
        if (length == 0) return false;
        if (!aged && figure.kind != FigureKind::measure) ++inside;
        last = i + 1;
        continue;
      }
      if (mark == "," || mark == ";") {
        // A comma right before or after an age belongs to it, and one before "and" opens nothing.
        const bool before_age =
            i + 1 < sentence.items.size() && sentence.items[i + 1].figure >= 0 &&
            (i + 2 == sentence.items.size() || sentence.items[i + 2].kind == TokenKind::mark ||
             in(sentence.items[i + 2], and_));
        const bool before_and = i + 1 < sentence.items.size() && in(sentence.items[i + 1], and_);
        if (joined && named) break;
        if (before_age || before_and) continue;
        if (joined && closes_quotation(sentence, i + 1)) break;
        if (joined) return false;  // Something goes on behind the last member.
        if (length == 0) return false;
        ++members;
        length = 0;
        continue;
      }
      if (in(item, and_) && !item.glued) {
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
    // "three puddings, namely trifle and custard"
    const std::size_t fewest = named ? 2 : 3;
    if (!joined || members < fewest || length == 0) return false;
    if (capitals > 0 && (smalls > 0 || articles > 0) && longest > 1) return false;
    // "no dogs, no boots and fires": with the small word or without, but not mixed.
    if (alike > 0 && alike != members) return false;
    if (pieces > Decimal(0) && articles == 0) return false;
    if (inside > 0 && articles != members) return false;
    if (is_of_another(sentence, members)) return true;
    put(sentence, first, last, members, pieces);
    return true;
  }

  bool closes_quotation(const TypedSentence& sentence, std::size_t i) const {
    return is_mark(sentence, i, "\"") || is_mark(sentence, i, "\u201D") ||
           is_mark(sentence, i, "\u2019");
  }

  /// Where a list ends whose members are parted by semicolons, with "and" behind the last of
  /// them; 0 where there is none.
  std::size_t end_of_list(const TypedSentence& sentence, std::size_t first) const {
    bool parted = false;
    for (std::size_t i = first; i < sentence.items.size(); ++i) {
      if (in(sentence.items[i], opener_) || is_mark(sentence, i, ")")) return 0;
      if (is_mark(sentence, i, ".")) return parted ? i : 0;
      if (is_mark(sentence, i, ";")) {
        parted = i + 1 < sentence.items.size() && in(sentence.items[i + 1], and_);
      }
    }
    return parted ? sentence.items.size() : 0;
  }

  /// "Ann Lee, of Leeds; Bo Ray, who is 41; and Cy Coe": names, each with something about it.
  bool add_long(TypedSentence& sentence, std::size_t first, std::size_t end) {
    constexpr std::size_t kFewest = 3;
    std::size_t members = 0;
    bool begins = true;
    for (std::size_t i = first; i < end; ++i) {
      const Item& item = sentence.items[i];
      if (is_mark(sentence, i, ";")) {
        begins = true;
        continue;
      }
      if (!begins || in(item, and_)) continue;
      if (item.figure >= 0 || !item.capital || in(item, spoiler_)) return false;
      ++members;
      begins = false;
    }
    if (members < kFewest) return false;
    put(sentence, first, end, members);
    return true;
  }

  Figure list_figure(const TypedSentence& sentence, const Span& span, std::int64_t members) const {
    Figure figure;
    figure.kind = FigureKind::list;
    figure.value = Decimal(members);
    figure.strict = figure.interval = Interval::exactly(*figure.value);
    figure.text_span = span;
    figure.text = std::string(document_.slice(figure.text_span));
    figure.span = document_.to_source(figure.text_span, &figure.section);
    figure.block = sentence.block;
    figure.block_kind = document_.blocks[sentence.block].kind;
    figure.sentence = sentence.number;
    return figure;
  }

  /// The item of the list figure that is added next.
  Item list_item(const Span& span) const {
    Item item;
    item.kind = TokenKind::number;
    item.span = span;
    item.figure = static_cast<std::int32_t>(extraction_.figures.size());
    auto classes = extract::figure_classes(FigureKind::list, vocabulary_.table());
    std::sort(classes.begin(), classes.end());
    item.symbol = vocabulary_.table().find_symbol(classes).value_or(0);
    return item;
  }

  /// Whether a number before the one that seems to announce the list fits it better: "three groups
  /// rank the four runners: ...".
  bool is_of_another(const TypedSentence& sentence, std::size_t members) const {
    const auto value_at = [&](std::size_t i) {
      const std::int32_t at = sentence.items[i].figure;
      return at < 0 ? std::nullopt : extraction_.figures[static_cast<std::size_t>(at)].value;
    };
    const Decimal fit(static_cast<std::int64_t>(members));
    if (announcer_ >= sentence.items.size() || value_at(announcer_) == fit) return false;
    for (std::size_t i = 0; i < announcer_; ++i) {
      if (value_at(i) == fit) return true;
    }
    return false;
  }

  /// Puts one list figure in the place of the items from `first` up to `last`.
  void put(TypedSentence& sentence, std::size_t first, std::size_t last, std::size_t members,
           const Decimal& pieces = Decimal(0)) {
    const Span span{sentence.items[first].span.start, sentence.items[last - 1].span.end};
    Figure figure = list_figure(sentence, span, static_cast<std::int64_t>(members));
    if (pieces > Decimal(0)) {
      figure.strict = figure.interval = Interval::closed(*figure.value, *figure.value + pieces);
    }
    const Item item = list_item(span);
    extraction_.figures.push_back(std::move(figure));
    sentence.items.erase(sentence.items.begin() + static_cast<std::ptrdiff_t>(first),
                         sentence.items.begin() + static_cast<std::ptrdiff_t>(last));
    sentence.items.insert(sentence.items.begin() + static_cast<std::ptrdiff_t>(first), item);
    sentence.symbols.clear();
    for (const Item& each : sentence.items) sentence.symbols.push_back(each.symbol);
  }

  const Document& document_;
  const extract::Vocabulary& vocabulary_;
  extract::Extraction& extraction_;
  std::size_t announcer_ = 0;  ///< The number whose list is being read.
  pattern::ClassId and_, opener_, spoiler_, no_announcer_, article_, function_, being_, rank_,
      rank_only_, stated_, inner_, say_, definite_, subset_, again_, those_, place_, namely_,
      forming_;
};

}  // namespace

void find_lists(const Document& document, const extract::Vocabulary& vocabulary,
                extract::Extraction& extraction) {
  ListFinder(document, vocabulary, extraction).run();
}

}  // namespace figcheck::frame
