// SPDX-License-Identifier: Apache-2.0
#include "frame/match.h"

#include <algorithm>
#include <set>

namespace figcheck::frame {

namespace {

using extract::Item;
using extract::TypedSentence;

/// How many sentences further on "///" reaches, and how many sentences with figures below the
/// headline "##" looks at.
constexpr std::uint32_t kFurthest = 2;
constexpr std::size_t kBelowHeadline = 12;

/// What makes two claims the same; those without figures are told apart by where they end.
using Signature = std::pair<std::string, std::vector<std::vector<std::uint32_t>>>;

Signature signature_of(const Claim& claim, const ClaimKind& kind) {
  Signature signature{claim.kind, {}};
  for (const Role& role : kind.roles) {
    const RoleFigures* found = claim.find(role.name);
    signature.second.push_back(found != nullptr ? found->figures : std::vector<std::uint32_t>{});
  }
  if (kind.roles.empty()) {
    signature.second.push_back({static_cast<std::uint32_t>(claim.text_span.end)});
  }
  return signature;
}

bool of_role(const Figure& figure, const Role& role) {
  return role.kinds.empty() ||
         std::find(role.kinds.begin(), role.kinds.end(), figure.kind) != role.kinds.end();
}

/// Whether a slot takes figures of a kind.
bool fits(const pattern::Capture& slot, FigureKind kind, const pattern::SymbolTable& table) {
  const auto in = [&](const char* name) {
    const auto id = table.find_class(name);
    return id && std::find(slot.classes.begin(), slot.classes.end(), *id) != slot.classes.end();
  };
  return slot.classes.empty() || in("figure") || in(std::string(to_string(kind)).c_str());
}

/// Fills the roles and words of a claim from a match; false when a slot took no figure.
bool fill(const Frame& frame, const pattern::Match& match, const TypedSentence& sentence,
          const extract::Vocabulary& vocabulary, const std::vector<Figure>& figures, Claim& claim) {
  const auto& captures = frame.pattern->captures();
  for (std::size_t i = 0; i < captures.size(); ++i) {
    const auto [begin, end] = match.captures[i];
    if (begin == pattern::Match::npos) continue;
    if (captures[i].is_group) {
      const Item& item = sentence.items[begin];
      if (item.word == nullptr) continue;
      // The first group of the pattern's that the word is in gives the value.
      for (const extract::Sense& sense : item.word->senses) {
        const std::string& group = vocabulary.table().class_name(sense.group);
        if (frame.pattern->text().find("@" + group + ":" + captures[i].name) != std::string::npos) {
          claim.words.emplace_back(captures[i].name, sense.value);
          break;
        }
      }
      continue;
    }
    const Role* role = frame.kind->find(captures[i].name);
    if (role == nullptr) continue;
    RoleFigures* place = nullptr;
    for (RoleFigures& existing : claim.roles) {
      if (existing.role == role->name) place = &existing;
    }
    if (place == nullptr) {
      claim.roles.push_back({role->name, {}});
      place = &claim.roles.back();
    }
    for (std::size_t k = begin; k < end; ++k) {
      const std::int32_t figure = sentence.items[k].figure;
      if (figure < 0 || !of_role(figures[static_cast<std::size_t>(figure)], *role)) continue;
      // A wide list reaches over figures of other kinds than its own.
      if (!fits(captures[i], figures[static_cast<std::size_t>(figure)].kind, vocabulary.table()))
        continue;
      place->figures.push_back(static_cast<std::uint32_t>(figure));
    }
    if (place->figures.empty()) return false;
    if (!role->several && place->figures.size() > 1) return false;
  }
  for (const auto& [name, value] : frame.words) claim.words.emplace_back(name, value);
  return !claim.roles.empty() || frame.kind->roles.empty();
}

}  // namespace

namespace {

/// Keeps, of the claims of one kind in a sentence, those that share at most one figure with a
/// better one: the narrowest where roles take one figure each, the widest where they take lists.
/// "Up 4 percent to 12 from 11 and 9 percent to 30 from 28" makes two claims, not a third out of
/// the halves of both.
void keep_best(const ClaimBook& book, std::vector<Claim>& claims, std::size_t first) {
  if (claims.size() - first < 2) return;
  const auto lists = [&](const Claim& claim) {
    for (const auto& kind : book.kinds()) {
      if (kind->name != claim.kind) continue;
      return std::any_of(kind->roles.begin(), kind->roles.end(),
                         [](const Role& role) { return role.several; });
    }
    return false;
  };
  std::stable_sort(claims.begin() + static_cast<std::ptrdiff_t>(first), claims.end(),
                   [&](const Claim& a, const Claim& b) {
                     if (a.kind != b.kind) return a.kind < b.kind;
                     const bool wide = lists(a);
                     return wide ? a.text_span.size() > b.text_span.size()
                                 : a.text_span.size() < b.text_span.size();
                   });
  std::vector<Claim> kept;
  std::set<std::pair<std::string, std::uint32_t>> taken;
  for (std::size_t i = first; i < claims.size(); ++i) {
    Claim& claim = claims[i];
    int shared = 0;
    for (const RoleFigures& role : claim.roles) {
      for (const std::uint32_t figure : role.figures)
        shared += taken.contains({claim.kind, figure}) ? 1 : 0;
    }
    if (shared > 1) continue;
    for (const RoleFigures& role : claim.roles) {
      for (const std::uint32_t figure : role.figures) taken.insert({claim.kind, figure});
    }
    kept.push_back(std::move(claim));
  }
  claims.erase(claims.begin() + static_cast<std::ptrdiff_t>(first), claims.end());
  std::stable_sort(kept.begin(), kept.end(), [](const Claim& a, const Claim& b) {
    return a.text_span.start < b.text_span.start;
  });
  for (Claim& claim : kept) claims.push_back(std::move(claim));
}

}  // namespace

namespace {

/// Finds claims in sentences, one after the other, with buffers that are kept.
class Matcher {
 public:
  Matcher(const ClaimBook& book, const extract::Vocabulary& vocabulary,
          const extract::Extraction& extraction)
      : book_(book), vocabulary_(vocabulary), table_(vocabulary.table()), extraction_(extraction) {
    break_.symbol = symbol_of(pattern::kSentenceBreak);
    headline_end_.symbol = symbol_of(pattern::kHeadlineBreak);
  }

  std::vector<Claim> run() {
    const auto& sentences = extraction_.sentences;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const std::size_t first = claims_.size();
      const auto& candidates = finder_.find(book_.index(Reach::sentence), sentences[i].symbols);
      if (!candidates.empty()) search(sentences[i], candidates);
      if (i + 1 < sentences.size() && follows(sentences[i], sentences[i + 1])) {
        begin_window(sentences[i]);
        append(break_, sentences[i + 1]);
        search_window(Reach::next, sentences[i].items.size());
      }
      search_further(i);
      keep_best(book_, claims_, first);
    }
    // What a frame put together from an earlier sentence on, a later one may say by itself.
    keep_best(book_, claims_, 0);
    search_below_headline();
    search_beside();
    return std::move(claims_);
  }

 private:
  pattern::Symbol symbol_of(const char* name) const {
    const auto id = table_.find_class(name);
    return id ? table_.find_symbol({*id}).value_or(0) : pattern::Symbol{0};
  }

  static bool follows(const TypedSentence& one, const TypedSentence& next) {
    return one.block == next.block && one.number + 1 == next.number;
  }

  /// Whether what is said in one sentence may be meant in another: it is one or two sentences
  /// further on, in running text.
  static bool goes_on(const TypedSentence& one, const TypedSentence& next) {
    const auto prose = [](const TypedSentence& sentence) {
      return sentence.kind == BlockKind::paragraph || sentence.kind == BlockKind::standfirst ||
             sentence.kind == BlockKind::list_item;
    };
    return prose(one) && prose(next) && next.number - one.number <= kFurthest;
  }

  void search_further(std::size_t i) {
    const auto& sentences = extraction_.sentences;
    begin_window(sentences[i]);
    for (std::size_t k = i + 1; k < sentences.size() && goes_on(sentences[i], sentences[k]); ++k) {
      append(break_, sentences[k]);
    }
    if (pieces_.size() > 1) search_window(Reach::further, sentences[i].items.size());
  }

  void search_below_headline() {
    const auto& sentences = extraction_.sentences;
    const auto headline = std::find_if(
        sentences.begin(), sentences.end(),
        [](const TypedSentence& sentence) { return sentence.kind == BlockKind::headline; });
    if (headline == sentences.end()) return;
    const auto index = static_cast<std::size_t>(headline - sentences.begin());
    const std::size_t first = claims_.size();
    for (std::size_t i = index + 1; i < sentences.size() && i <= index + kBelowHeadline; ++i) {
      if (sentences[i].kind == BlockKind::headline) continue;
      begin_window(*headline);
      append(headline_end_, sentences[i]);
      search_window(Reach::headline, headline->items.size());
    }
    keep_best(book_, claims_, first);
  }

  /// Looks for what is said without figures, in the sentences from which a join could take it.
  void search_beside() {
    std::set<std::uint32_t> near;
    for (const Claim& claim : claims_) {
      const auto reach = book_.joined_with_words().find(claim.kind);
      if (reach == book_.joined_with_words().end()) continue;
      const std::uint32_t first = claim.sentence - std::min(claim.sentence, reach->second);
      for (std::uint32_t i = first; i <= claim.sentence + reach->second; ++i) near.insert(i);
    }
    if (near.empty()) return;
    for (const TypedSentence& sentence : extraction_.sentences) {
      if (!near.contains(sentence.number)) continue;
      const auto& candidates = finder_.find(book_.index(Reach::beside), sentence.symbols);
      if (!candidates.empty()) search(sentence, candidates);
    }
  }

  void begin_window(const TypedSentence& one) {
    window_.symbols.assign(one.symbols.begin(), one.symbols.end());
    pieces_.assign(1, {nullptr, &one});
  }

  void append(const Item& boundary, const TypedSentence& next) {
    window_.symbols.push_back(boundary.symbol);
    window_.symbols.insert(window_.symbols.end(), next.symbols.begin(), next.symbols.end());
    pieces_.emplace_back(&boundary, &next);
  }

  /// Searches the window, whose items are only put together where a frame may match.
  void search_window(Reach reach, std::size_t before) {
    const auto& candidates = finder_.find(book_.index(reach), window_.symbols, before);
    if (candidates.empty()) return;
    window_.items.clear();
    for (const auto& [boundary, sentence] : pieces_) {
      if (boundary != nullptr) {
        window_.items.push_back(*boundary);
        window_.items.back().span = {sentence->span.start, sentence->span.start};
      }
      window_.items.insert(window_.items.end(), sentence->items.begin(), sentence->items.end());
    }
    search(window_, candidates, before);
  }

  /// Runs frames; those matches count that begin before the item `before`.
  void search(const TypedSentence& sentence,
              const std::vector<pattern::Index::Candidate>& candidates,
              std::size_t before = pattern::Match::npos) {
    for (const pattern::Index::Candidate& candidate : candidates) {
      const Frame& frame = book_.frames()[candidate.number];
      pattern::Match& match = match_;
      std::size_t from = candidate.from;
      while (from < before &&
             candidate.find(*frame.pattern, sentence.symbols, from, table_, match) &&
             match.begin < before) {
        // The next may begin inside this one: "5 of 10, 3 of them".
        from = match.begin + 1;
        Claim claim;
        claim.kind = frame.kind->name;
        claim.frame = frame.pattern->text();
        if (!fill(frame, match, sentence, vocabulary_, extraction_.figures, claim)) continue;
        claim.sentence = claim.roles.empty()
                             ? sentence.number
                             : extraction_.figures[claim.roles.front().figures.front()].sentence;
        claim.text_span = {sentence.items[match.begin].span.start,
                           sentence.items[match.end - 1].span.end};
        if (seen_.insert(signature_of(claim, *frame.kind)).second)
          claims_.push_back(std::move(claim));
      }
    }
  }

  const ClaimBook& book_;
  const extract::Vocabulary& vocabulary_;
  const pattern::SymbolTable& table_;
  const extract::Extraction& extraction_;
  std::vector<Claim> claims_;
  std::set<Signature> seen_;
  pattern::Index::Finder finder_;
  pattern::Match match_;
  TypedSentence window_;  ///< Several sentences in one.
  std::vector<std::pair<const Item*, const TypedSentence*>> pieces_;
  Item break_;
  Item headline_end_;
};

}  // namespace

std::vector<Claim> match(const ClaimBook& book, const extract::Vocabulary& vocabulary,
                         const extract::Extraction& extraction) {
  return Matcher(book, vocabulary, extraction).run();
}

}  // namespace figcheck::frame
