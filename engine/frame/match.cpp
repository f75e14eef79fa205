// SPDX-License-Identifier: Apache-2.0
#include "frame/match.h"

#include <algorithm>
#include <set>

namespace figcheck::frame {

namespace {

using extract::Item;
using extract::TypedSentence;

/// What makes two claims the same.
using Signature = std::pair<std::string, std::vector<std::vector<std::uint32_t>>>;

Signature signature_of(const Claim& claim, const ClaimKind& kind) {
  Signature signature{claim.kind, {}};
  for (const Role& role : kind.roles) {
    const RoleFigures* found = claim.find(role.name);
    signature.second.push_back(found != nullptr ? found->figures : std::vector<std::uint32_t>{});
  }
  return signature;
}

bool of_role(const Figure& figure, const Role& role) {
  return role.kinds.empty() ||
         std::find(role.kinds.begin(), role.kinds.end(), figure.kind) != role.kinds.end();
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
      place->figures.push_back(static_cast<std::uint32_t>(figure));
    }
    if (place->figures.empty()) return false;
    if (!role->several && place->figures.size() > 1) return false;
  }
  for (const auto& [name, value] : frame.words) claim.words.emplace_back(name, value);
  return !claim.roles.empty();
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
    if (const auto id = table_.find_class(pattern::kSentenceBreak)) {
      break_.symbol = table_.find_symbol({*id}).value_or(0);
    }
  }

  std::vector<Claim> run() {
    const auto& sentences = extraction_.sentences;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const std::size_t first = claims_.size();
      const auto& candidates = finder_.find(book_.index(), sentences[i].symbols);
      if (!candidates.empty()) search(sentences[i], candidates);
      if (i + 1 < sentences.size() && follows(sentences[i], sentences[i + 1])) {
        search_across(sentences[i], sentences[i + 1]);
      }
      keep_best(book_, claims_, first);
    }
    return std::move(claims_);
  }

 private:
  std::uint32_t number_of(const TypedSentence& sentence) const {
    for (const Item& item : sentence.items) {
      if (item.figure >= 0)
        return extraction_.figures[static_cast<std::size_t>(item.figure)].sentence;
    }
    return 0;
  }

  bool follows(const TypedSentence& one, const TypedSentence& next) const {
    return one.block == next.block && number_of(one) + 1 == number_of(next);
  }

  /// Searches for what reaches from a sentence into the next.
  void search_across(const TypedSentence& one, const TypedSentence& next) {
    pair_.symbols.assign(one.symbols.begin(), one.symbols.end());
    pair_.symbols.push_back(break_.symbol);
    pair_.symbols.insert(pair_.symbols.end(), next.symbols.begin(), next.symbols.end());
    const auto& candidates = finder_.find(book_.crossing_index(), pair_.symbols);
    if (candidates.empty()) return;
    pair_.span = {one.span.start, next.span.end};
    pair_.block = one.block;
    pair_.items.assign(one.items.begin(), one.items.end());
    break_.span = {one.span.end, one.span.end};
    pair_.items.push_back(break_);
    pair_.items.insert(pair_.items.end(), next.items.begin(), next.items.end());
    search(pair_, candidates);
  }

  void search(const TypedSentence& sentence,
              const std::vector<pattern::Index::Candidate>& candidates) {
    for (const pattern::Index::Candidate& candidate : candidates) {
      const Frame& frame = book_.frames()[candidate.number];
      const auto symbols = std::span(sentence.symbols).first(candidate.to);
      pattern::Match& match = match_;
      std::size_t from = candidate.from;
      while (from < symbols.size() && frame.pattern->find(symbols, from, table_, match)) {
        // The next may begin inside this one: "5 of 10, 3 of them".
        from = match.begin + 1;
        Claim claim;
        claim.kind = frame.kind->name;
        claim.frame = frame.pattern->text();
        if (!fill(frame, match, sentence, vocabulary_, extraction_.figures, claim)) continue;
        const std::uint32_t first = claim.roles.front().figures.front();
        claim.sentence = extraction_.figures[first].sentence;
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
  TypedSentence pair_;
  Item break_;
};

}  // namespace

std::vector<Claim> match(const ClaimBook& book, const extract::Vocabulary& vocabulary,
                         const extract::Extraction& extraction) {
  return Matcher(book, vocabulary, extraction).run();
}

}  // namespace figcheck::frame
