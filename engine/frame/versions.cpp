// SPDX-License-Identifier: Apache-2.0
// Joins over the versions of an article.
#include <algorithm>
#include <map>
#include <string>

#include "frame/match.h"
#include "model/same_value.h"

namespace figcheck::frame {
namespace {

/// How many figures that were kept one edit is held against.
constexpr std::size_t kMostKept = 64;
/// The most figures of a group.
constexpr std::size_t kMostInGroup = 12;
/// How far, in figures, and in sentences, those of one claim may stand from each other.
constexpr std::uint32_t kWidest = 40;
constexpr std::uint32_t kReach = 2;

class Joiner {
 public:
  Joiner(std::span<const Figure> figures, const std::vector<Edited>& edits,
         std::vector<Claim>& claims)
      : figures_(figures), edits_(edits), claims_(claims) {
    for (std::uint32_t i = 0; i < edits_.size(); ++i) {
      (changed(edits_[i]) ? changed_ : kept_).push_back(i);
    }
  }

  void run(const Join& join) {
    join_ = &join;
    kept_by_key_.clear();
    for (const std::uint32_t i : kept_) {
      const std::string key = joined_key(figures_[edits_[i].second], join);
      if (!key.empty()) kept_by_key_[key].push_back(edits_[i].second);
    }
    switch (join.of) {
      case Join::Of::mention:
        return mentions();
      case Join::Of::group:
        return groups();
      case Join::Of::pair:
        return pairs();
    }
  }

 private:
  bool changed(const Edited& edit) const {
    return !same_value(figures_[edit.first], figures_[edit.second]);
  }

  bool takes(std::size_t role, std::uint32_t figure) const {
    const std::vector<FigureKind>& kinds = join_->kind->roles[role].kinds;
    return kinds.empty() ||
           std::find(kinds.begin(), kinds.end(), figures_[figure].kind) != kinds.end();
  }

  bool equal_keys(std::uint32_t a, std::uint32_t b) const {
    const std::string key = joined_key(figures_[a], *join_);
    return !key.empty() && key == joined_key(figures_[b], *join_);
  }

  /// Calls `use` with each figure that was kept, takes the role and has the keys of `like`, until
  /// it has returned true often enough.
  template <typename Use>
  void for_each_kept(std::size_t role, std::uint32_t like, Use use) {
    const auto group = kept_by_key_.find(joined_key(figures_[like], *join_));
    if (group == kept_by_key_.end()) return;
    std::size_t used = 0;
    for (const std::uint32_t kept : group->second) {
      if (takes(role, kept) && use(kept) && ++used >= kMostKept) return;
    }
  }

  void add(std::vector<std::vector<std::uint32_t>> members, std::uint32_t at) {
    Claim claim;
    claim.kind = join_->kind->name;
    claim.frame = join_->node;
    for (std::size_t i = 0; i < members.size(); ++i) {
      claim.roles.push_back({join_->kind->roles[i].name, std::move(members[i])});
    }
    claim.sentence = figures_[at].sentence;
    claim.text_span = figures_[at].text_span;
    claims_.push_back(std::move(claim));
  }

  /// Each figure that was changed, with each other mention that may be of the same fact.
  void mentions() {
    for (const std::uint32_t i : changed_) {
      const std::uint32_t was = edits_[i].first;
      const std::uint32_t now = edits_[i].second;
      if (!takes(0, was) || !takes(1, now)) continue;
      for_each_kept(2, was, [&](std::uint32_t kept) {
        if (!may_be_one(figures_[was], figures_[kept])) return false;
        add({{was}, {now}, {kept}}, kept);
        return true;
      });
    }
  }

  static bool may_be_one(const Figure& was, const Figure& kept) {
    return same_value(was, kept) || (was.value && kept.value && was.interval.meets(kept.interval));
  }

  /// The figures of a sentence, or of two neighbours, of which one was changed; with each figure
  /// that may be their sum.
  void groups() {
    for (std::uint32_t first = 0; first < edits_.size();) {
      const std::uint32_t middle = sentence_end(first);
      group(first, middle);
      if (middle < edits_.size() && follows(first, middle)) group(first, sentence_end(middle));
      first = middle;
    }
  }

  std::uint32_t sentence_end(std::uint32_t first) const {
    std::uint32_t end = first;
    while (end < edits_.size() &&
           figures_[edits_[end].second].sentence == figures_[edits_[first].second].sentence) {
      ++end;
    }
    return end;
  }

  bool follows(std::uint32_t first, std::uint32_t next) const {
    const Figure& one = figures_[edits_[first].second];
    const Figure& other = figures_[edits_[next].second];
    return one.block == other.block && one.sentence + 1 == other.sentence;
  }

  void group(std::uint32_t first, std::uint32_t last) {
    if (last - first > kWidest) return;
    for (std::uint32_t i = first; i < last; ++i) {
      const std::uint32_t lead = edits_[i].second;
      // Each group once, from its first figure.
      bool begun = false;
      for (std::uint32_t k = first; k < i; ++k) begun = begun || equal_keys(edits_[k].second, lead);
      if (begun || !takes(1, lead)) continue;
      std::vector<std::uint32_t> were;
      std::vector<std::uint32_t> are;
      bool any_changed = false;
      for (std::uint32_t k = i; k < last; ++k) {
        if (!equal_keys(edits_[k].second, lead)) continue;
        were.push_back(edits_[k].first);
        are.push_back(edits_[k].second);
        any_changed = any_changed || changed(edits_[k]);
      }
      if (!any_changed || are.size() < 2 || are.size() > kMostInGroup) continue;
      for_each_kept(2, lead, [&](std::uint32_t kept) {
        if (std::find(are.begin(), are.end(), kept) != are.end()) return false;
        add({were, are, {kept}}, kept);
        return true;
      });
    }
  }

  /// Two figures of which one was changed, in one sentence or in neighbours, with each figure near
  /// them or in the headline that may be worked out from them.
  void pairs() {
    for (const std::uint32_t i : changed_) {
      const std::uint32_t end = std::min(static_cast<std::uint32_t>(edits_.size()), i + kWidest);
      for (std::uint32_t k = i > kWidest ? i - kWidest : 0; k < end; ++k) {
        // Of two that were both changed, once.
        if (k == i || (k < i && changed(edits_[k])) || !near(edits_[i], edits_[k])) continue;
        const Edited& first = edits_[std::min(i, k)];
        const Edited& second = edits_[std::max(i, k)];
        if (takes(0, first.first) && takes(1, second.first) &&
            equal_keys(first.second, second.second)) {
          pair(first, second, i);
        }
      }
    }
  }

  void pair(const Edited& first, const Edited& second, std::uint32_t place) {
    for (const std::uint32_t i : kept_) {
      const std::uint32_t kept = edits_[i].second;
      const bool headline = figures_[kept].block_kind == BlockKind::headline;
      if (!headline && i > place + kWidest) break;
      if (!headline && i + kWidest < place) continue;
      if (kept == first.second || kept == second.second || !takes(4, kept)) continue;
      if (!headline && apart(figures_[kept], figures_[first.second]) > kReach) continue;
      add({{first.first}, {second.first}, {first.second}, {second.second}, {kept}}, kept);
    }
  }

  static std::uint32_t apart(const Figure& a, const Figure& b) {
    return a.sentence < b.sentence ? b.sentence - a.sentence : a.sentence - b.sentence;
  }

  bool near(const Edited& one, const Edited& other) const {
    const Figure& a = figures_[one.second];
    const Figure& b = figures_[other.second];
    return a.block == b.block && apart(a, b) <= 1;
  }

  std::span<const Figure> figures_;
  const std::vector<Edited>& edits_;
  std::vector<Claim>& claims_;
  const Join* join_ = nullptr;
  std::vector<std::uint32_t> changed_;  ///< Of edits_.
  std::vector<std::uint32_t> kept_;
  std::map<std::string, std::vector<std::uint32_t>> kept_by_key_;
};

}  // namespace

void join_versions(const ClaimBook& book, std::span<const Figure> figures,
                   const std::vector<Edited>& edits, std::vector<Claim>& claims) {
  Joiner joiner(figures, edits, claims);
  for (const Join& join : book.joins()) {
    if (join.within == Join::Within::versions) joiner.run(join);
  }
}

}  // namespace figcheck::frame
