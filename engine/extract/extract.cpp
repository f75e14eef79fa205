// SPDX-License-Identifier: Apache-2.0
#include "extract/extract.h"

#include <algorithm>
#include <numeric>
#include <span>

#include "base/text.h"
#include "document/sentence.h"

namespace figcheck::extract {

namespace {

bool is_time_kind(FigureKind kind) {
  switch (kind) {
    case FigureKind::date:
    case FigureKind::weekday:
    case FigureKind::time:
    case FigureKind::datetime:
    case FigureKind::duration:
    case FigureKind::period:
    case FigureKind::year:
    case FigureKind::set:
      return true;
    default:
      return false;
  }
}

/// An occurrence of a phrase that may become a figure.
struct Candidate {
  std::uint32_t entry = 0;
  pattern::Match match;
  /// The items of the figure itself, without the words around it that the phrase only looks at.
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t width = 0;   ///< In bytes.
  std::size_t figure = 0;  ///< In the list of those that were made, for the chosen ones.
};

}  // namespace

std::vector<pattern::ClassId> figure_classes(FigureKind kind, const pattern::SymbolTable& table) {
  return {*table.find_class("figure"), *table.find_class(to_string(kind))};
}

/// Reads one sentence. Kept between sentences for its buffers.
class Extractor::Sentence {
 public:
  Sentence(const Extractor& extractor, const Document& document, const Clock& clock,
           Extraction& extraction)
      : extractor_(extractor),
        vocabulary_(extractor.vocabulary_),
        table_(vocabulary_.table()),
        document_(document),
        clock_(clock),
        extraction_(extraction) {}

  void read(const Span& span, std::uint32_t block) {
    tokens_.clear();
    tokenize(document_.text, span, tokens_);
    items_.clear();
    make_items(document_.text, tokens_, vocabulary_, items_);
    write_symbols();
    // Most sentences have no number and no word that can be a figure: they end here.
    const auto& worth_trying = finder_.find(extractor_.phrasebook_.index(), symbols_);
    if (worth_trying.empty() &&
        std::none_of(items_.begin(), items_.end(),
                     [](const Item& item) { return item.is_number(); }) &&
        !is_kept(block)) {
      return;
    }
    find_candidates(worth_trying);
    choose();
    TypedSentence sentence;
    sentence.span = span;
    sentence.block = block;
    sentence.number = extraction_.sentence_count;
    sentence.kind = document_.blocks[block].kind;
    build(sentence);
    if (extraction_.figures.size() == first_figure_ && !is_kept(block)) return;
    hedge(sentence);
    finish(sentence);
    extraction_.sentences.push_back(std::move(sentence));
  }

 private:
  /// Whether the sentence is kept though it has no figure.
  bool is_kept(std::uint32_t block) const {
    if (document_.blocks[block].kind == BlockKind::headline) return true;
    return extractor_.anchor_ && std::any_of(items_.begin(), items_.end(), [&](const Item& item) {
             return item.word != nullptr &&
                    item.word->value_in(*extractor_.anchor_, item.capital) != nullptr;
           });
  }

  void write_symbols() {
    symbols_.clear();
    for (const Item& item : items_) symbols_.push_back(item.symbol);
  }

  void find_candidates(const std::vector<pattern::Index::Candidate>& worth_trying) {
    found_ = 0;
    const auto& entries = extractor_.phrasebook_.entries();
    for (const pattern::Index::Candidate& worth : worth_trying) {
      std::size_t from = worth.from;
      const pattern::Pattern& pattern = *entries[worth.number].pattern;
      while (true) {
        if (found_ == candidates_.size()) candidates_.emplace_back();
        Candidate& candidate = candidates_[found_];
        if (!worth.find(pattern, symbols_, from, table_, candidate.match)) break;
        if (candidate.match.end <= candidate.match.begin) break;
        candidate.entry = worth.number;
        core(candidate);
        // Words that are only looked at may belong to the next one too.
        from = std::max(candidate.end, candidate.match.begin + 1);
        candidate.width = items_[candidate.end - 1].span.end - items_[candidate.begin].span.start;
        ++found_;
      }
    }
  }

  /// Keeps the longest of the phrases that overlap; of equals, the one that stands first in its
  /// file.
  void choose() {
    by_width_.resize(found_);
    std::iota(by_width_.begin(), by_width_.end(), std::size_t{0});
    std::sort(by_width_.begin(), by_width_.end(), [&](std::size_t one, std::size_t other) {
      const Candidate& a = candidates_[one];
      const Candidate& b = candidates_[other];
      if (a.width != b.width) return a.width > b.width;
      return a.entry != b.entry ? a.entry < b.entry : one < other;
    });
    made_.clear();
    taken_.assign(items_.size(), -1);
    for (const std::size_t i : by_width_) {
      Candidate& candidate = candidates_[i];
      const auto first = taken_.begin() + static_cast<std::ptrdiff_t>(candidate.begin);
      const auto last = taken_.begin() + static_cast<std::ptrdiff_t>(candidate.end);
      if (!std::all_of(first, last, [](int owner) { return owner < 0; })) continue;
      const auto& entry = extractor_.phrasebook_.entries()[candidate.entry];
      if (!entry.phrase->identifier && !buildable(candidate)) continue;
      std::fill(first, last, static_cast<int>(i));
    }
  }

  bool buildable(Candidate& candidate) {
    const auto& entry = extractor_.phrasebook_.entries()[candidate.entry];
    const Slots slots(document_.text, items_, *entry.phrase, *entry.pattern, candidate.match);
    // A sign that is a word too ("in") counts only where it touches its number.
    const Item* sign = slots.item("glued");
    if (sign != nullptr && !sign->glued) return false;
    candidate.figure = made_.size();
    Figure& figure = made_.emplace_back();
    figure.kind = entry.phrase->kind;
    if (make(slots, figure)) return true;
    made_.pop_back();
    return false;
  }

  bool make(const Slots& slots, Figure& figure) const {
    return is_time_kind(figure.kind) ? build_time(slots, vocabulary_, clock_, figure)
                                     : build_number(slots, vocabulary_, figure);
  }

  /// Turns the chosen phrases, and the numbers that belong to none, into figures.
  void build(TypedSentence& sentence) {
    first_figure_ = extraction_.figures.size();
    sentence.items.reserve(items_.size());
    for (std::size_t i = 0; i < items_.size();) {
      const int owner = taken_[i];
      if (owner >= 0) {
        auto& candidate = candidates_[static_cast<std::size_t>(owner)];
        const std::size_t end = candidate.end;
        if (extractor_.phrasebook_.entries()[candidate.entry].phrase->identifier) {
          for (; i < end; ++i) {
            Item item = items_[i];
            item.number = nullptr;
            item.symbol = vocabulary_.identifier_symbol();
            sentence.items.push_back(item);
          }
          continue;
        }
        add_figure(sentence, i, end, std::move(made_[candidate.figure]));
        i = end;
        continue;
      }
      Item& item = items_[i];
      if (item.is_number() && has_value(*item.number)) {
        Figure figure;
        figure.kind = item.number->nth ? FigureKind::ordinal : FigureKind::count;
        set_number(*item.number, figure);
        add_figure(sentence, i, i + 1, std::move(figure));
      } else {
        item.number = nullptr;
        sentence.items.push_back(item);
      }
      ++i;
    }
  }

  static bool has_value(const Number& number) {
    return number.shape == Shape::integer || number.shape == Shape::grouped ||
           number.shape == Shape::decimal || number.shape == Shape::words ||
           number.shape == Shape::scaled;
  }

  /// A phrase may look at words around the figure that are not part of it: those up to a capture
  /// called "before", and from one called "after" on.
  void core(Candidate& candidate) const {
    candidate.begin = candidate.match.begin;
    candidate.end = candidate.match.end;
    const auto& captures = extractor_.phrasebook_.entries()[candidate.entry].pattern->captures();
    for (std::size_t i = 0; i < captures.size(); ++i) {
      const auto& [begin, end] = candidate.match.captures[i];
      if (begin == pattern::Match::npos) continue;
      if (captures[i].name == "after") candidate.end = std::min(candidate.end, begin);
      if (captures[i].name == "before") candidate.begin = std::max(candidate.begin, end);
    }
    if (candidate.begin < candidate.end) return;
    candidate.begin = candidate.match.begin;
    candidate.end = candidate.match.end;
  }

  void add_figure(TypedSentence& sentence, std::size_t first, std::size_t last, Figure&& figure) {
    Item item;
    item.span = {items_[first].span.start, items_[last - 1].span.end};
    item.kind = TokenKind::number;
    item.glued = items_[first].glued;
    item.capital = items_[first].capital;
    item.figure = static_cast<std::int32_t>(extraction_.figures.size());
    item.symbol = extractor_.kind_symbols_[static_cast<std::size_t>(figure.kind)];
    figure.text_span = item.span;
    figure.block = sentence.block;
    figure.block_kind = document_.blocks[sentence.block].kind;
    figure.sentence = extraction_.sentence_count;
    extraction_.figures.push_back(std::move(figure));
    sentence.items.push_back(item);
  }

  /// Applies "about", "more than", "or so": the words become part of the figure.
  void hedge(TypedSentence& sentence) {
    write(sentence);
    const auto& worth_trying = finder_.find(extractor_.phrasebook_.hedge_index(), sentence.symbols);
    if (worth_trying.empty()) return;
    struct Found {
      std::size_t begin, end;
      std::int32_t figure;
      const HedgePhrase* phrase;
    };
    std::vector<Found> found;
    for (const pattern::Index::Candidate& worth : worth_trying) {
      const HedgePhrase& phrase = extractor_.phrasebook_.hedges()[worth.number];
      std::size_t from = worth.from;
      pattern::Match& match = match_;
      while (worth.find(*phrase.pattern, sentence.symbols, from, table_, match)) {
        from = std::max(match.end, match.begin + 1);
        for (std::size_t i = match.begin; i < match.end; ++i) {
          if (sentence.items[i].figure >= 0) {
            found.push_back({match.begin, match.end, sentence.items[i].figure, &phrase});
            break;
          }
        }
      }
    }
    // The longest wins: "no more than" over "more than".
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
      return a.end - a.begin > b.end - b.begin;
    });
    std::vector<bool> used(sentence.items.size(), false);
    std::vector<std::pair<std::size_t, std::size_t>> merges;
    for (const Found& one : found) {
      bool free = true;
      for (std::size_t i = one.begin; i < one.end; ++i) free = free && !used[i];
      if (!free) continue;
      Figure& figure = extraction_.figures[static_cast<std::size_t>(one.figure)];
      if (one.phrase->negates) {
        figure.negated = true;
        continue;
      }
      for (std::size_t i = one.begin; i < one.end; ++i) used[i] = true;
      figure.hedge = one.phrase->hedge;
      merges.emplace_back(one.begin, one.end);
    }
    if (merges.empty()) return;
    std::sort(merges.begin(), merges.end());
    std::vector<Item> merged;
    std::size_t at = 0;
    for (const auto& [begin, end] : merges) {
      for (; at < begin; ++at) merged.push_back(sentence.items[at]);
      Item item;
      for (std::size_t i = begin; i < end; ++i) {
        if (sentence.items[i].figure >= 0) item = sentence.items[i];
      }
      item.span = {sentence.items[begin].span.start, sentence.items[end - 1].span.end};
      Figure& figure = extraction_.figures[static_cast<std::size_t>(item.figure)];
      figure.text_span = item.span;
      merged.push_back(item);
      at = end;
    }
    for (; at < sentence.items.size(); ++at) merged.push_back(sentence.items[at]);
    sentence.items = std::move(merged);
    write(sentence);
  }

  void write(TypedSentence& sentence) {
    sentence.symbols.clear();
    for (const Item& item : sentence.items) sentence.symbols.push_back(item.symbol);
  }

  /// Spans, intervals, words, quotation.
  void finish(const TypedSentence& sentence) {
    for (std::size_t i = first_figure_; i < extraction_.figures.size(); ++i) {
      Figure& figure = extraction_.figures[i];
      figure.text = std::string(document_.slice(figure.text_span));
      figure.span = document_.to_source(figure.text_span, &figure.section);
      if (figure.hedge == Hedge::none && figure.vague) figure.hedge = Hedge::vague;
      set_intervals(figure);
      figure.quoted = figure.block_kind == BlockKind::quotation;
    }
    find_subjects(document_.text, vocabulary_, sentence, extraction_.figures);
    find_mentions(document_.text, vocabulary_, sentence, extraction_.figures);
    find_attribution(document_.text, vocabulary_, sentence, extraction_.figures);
  }

  const Extractor& extractor_;
  const Vocabulary& vocabulary_;
  const pattern::SymbolTable& table_;
  const Document& document_;
  const Clock& clock_;
  Extraction& extraction_;
  std::size_t first_figure_ = 0;
  Tokens tokens_;
  std::vector<Item> items_;
  std::vector<pattern::Symbol> symbols_;
  pattern::Index::Finder finder_;
  std::vector<Candidate> candidates_;  ///< The first found_ are this sentence's.
  std::size_t found_ = 0;
  std::vector<std::size_t> by_width_;
  pattern::Match match_;
  std::vector<Figure> made_;
  std::vector<int> taken_;
};

Extractor::Extractor(const Vocabulary& vocabulary, const Phrasebook& phrasebook)
    : vocabulary_(vocabulary),
      phrasebook_(phrasebook),
      anchor_(vocabulary.table().find_class("anchor")) {
  for (int kind = 0; kind <= static_cast<int>(FigureKind::list); ++kind) {
    auto classes = figure_classes(static_cast<FigureKind>(kind), vocabulary.table());
    std::sort(classes.begin(), classes.end());
    kind_symbols_[kind] = vocabulary.table().find_symbol(classes).value_or(0);
  }
}

namespace {

/// Marks the figures that stand between quotation marks.
void find_quotations(const Document& document, const Block& block, std::size_t first,
                     std::vector<Figure>& figures) {
  const std::string_view text = document.slice(block.span);
  bool open = false;
  std::size_t figure = first;
  for (std::size_t i = 0; i < text.size() && figure < figures.size();) {
    const std::size_t place = block.span.start + i;
    while (figure < figures.size() && figures[figure].text_span.start <= place) {
      if (open) figures[figure].quoted = true;
      ++figure;
    }
    const char c = text[i];
    if (c == '"') {
      open = !open;
      ++i;
    } else if (text.substr(i, 3) == "\xE2\x80\x9C") {
      open = true;
      i += 3;
    } else if (text.substr(i, 3) == "\xE2\x80\x9D") {
      open = false;
      i += 3;
    } else {
      ++i;
    }
  }
  for (; figure < figures.size() && open; ++figure) figures[figure].quoted = true;
}

}  // namespace

namespace {

/// Of articles with many figures, how many bytes there are for each.
constexpr std::size_t kBytesOfFigure = 100;

/// No sentence that people read is longer. What has no full stop for so long is a table, a list of
/// words or an attack, and is cut into pieces, so that the work stays in proportion to the text.
constexpr std::size_t kLongestSentence = 4000;

/// The first piece of a span, cut before white space where it is too long.
Span first_piece(std::string_view text, const Span& span) {
  if (span.size() <= kLongestSentence) return span;
  std::size_t cut = span.start + kLongestSentence;
  while (cut > span.start + kLongestSentence / 2 && text[cut] != ' ' && text[cut] != '\n') --cut;
  // Never inside a character, where there is no white space.
  while (cut > span.start && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
  return {span.start, cut};
}

}  // namespace

Extraction Extractor::run(const Document& document, const Clock& clock) const {
  Extraction extraction;
  extraction.figures.reserve(document.text.size() / kBytesOfFigure);
  Sentence sentence(*this, document, clock, extraction);
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    const std::size_t first = extraction.figures.size();
    for (const Span& whole :
         document::split_sentences(document.text, block.span, vocabulary_.abbreviations())) {
      for (Span rest = whole; !rest.empty();) {
        const Span span = first_piece(document.text, rest);
        sentence.read(span, static_cast<std::uint32_t>(i));
        ++extraction.sentence_count;
        rest.start = span.end;
      }
    }
    if (extraction.figures.size() > first) {
      find_quotations(document, block, first, extraction.figures);
    }
  }
  return extraction;
}

}  // namespace figcheck::extract
