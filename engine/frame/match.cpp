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

/// Keeps, of the claims of one kind in a sentence, those that share at most one figure with a better one:
/// the narrowest where roles take one figure each, the widest where they take lists. "Up 4 percent to 12
/// from 11 and 9 percent to 30 from 28" makes two claims, not a third out of the halves of both.
void keep_best(const ClaimBook& book, std::vector<Claim>& claims, std::size_t first) {
  if (claims.size() - first < 2) return;
  const auto lists = [&](const Claim& claim) {
    for (const auto& kind : book.kinds()) {
      if (kind->name != claim.kind) continue;
      return std::any_of(kind->roles.begin(), kind->roles.end(), [](const Role& role) { return role.several; });
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
      for (const std::uint32_t figure : role.figures) shared += taken.contains({claim.kind, figure}) ? 1 : 0;
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

std::vector<Claim> match(const ClaimBook& book, const extract::Vocabulary& vocabulary,
                         const extract::Extraction& extraction) {
  std::vector<Claim> claims;
  std::set<Signature> seen;
  pattern::Index::Present present;
  std::vector<std::uint32_t> candidates;
  const auto& table = vocabulary.table();
  for (const TypedSentence& sentence : extraction.sentences) {
    present.reset(table.class_count());
    for (const Item& item : sentence.items) present.add(table, item.symbol);
    const std::size_t first_claim = claims.size();
    candidates.clear();
    book.index().candidates(present, candidates);
    for (const std::uint32_t number : candidates) {
      const Frame& frame = book.frames()[number];
      pattern::Match match;
      std::size_t from = 0;
      while (from < sentence.items.size() &&
             frame.pattern->find(sentence.symbols, from, table, match)) {
        // The next may begin inside this one: "5 of 10, 3 of them".
        from = match.begin + 1;
        Claim claim;
        claim.kind = frame.kind->name;
        claim.frame = frame.pattern->text();
        if (!fill(frame, match, sentence, vocabulary, extraction.figures, claim)) continue;
        const std::uint32_t first = claim.roles.front().figures.front();
        claim.sentence = extraction.figures[first].sentence;
        claim.text_span = {sentence.items[match.begin].span.start,
                           sentence.items[match.end - 1].span.end};
        if (seen.insert(signature_of(claim, *frame.kind)).second) claims.push_back(std::move(claim));
      }
    }
    keep_best(book, claims, first_claim);
  }
  return claims;
}

}  // namespace figcheck::frame
