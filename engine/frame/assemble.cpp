// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <deque>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "frame/match.h"

namespace figcheck::frame {

namespace {

/// An article of nothing but dates is a table: nothing is put together out of it.
constexpr std::size_t kMostOfAKind = 24;
/// What is held against the figures near it alone may be said more often.
constexpr std::size_t kMostNearFigures = 120;

/// What a claim says, for telling whether an article says two such things.
std::string said_by(const Claim& claim, const std::vector<Figure>& figures) {
  std::string said;
  for (const RoleFigures& role : claim.roles) {
    for (const std::uint32_t figure : role.figures) {
      const Figure& f = figures[figure];
      said += f.time ? f.time->iso : f.value ? f.value->to_string() : f.text;
      said += '\x1F';
    }
  }
  return said;
}

/// The figures of a claim by their roles.
std::set<std::pair<std::string, std::vector<std::uint32_t>>> said_of(const Claim& claim) {
  std::set<std::pair<std::string, std::vector<std::uint32_t>>> roles;
  for (const RoleFigures& role : claim.roles) roles.emplace(role.role, role.figures);
  return roles;
}

class Assembler {
 public:
  Assembler(const Assembly& assembly, const std::vector<Figure>& figures,
            const std::vector<Claim>& claims)
      : assembly_(assembly), figures_(figures), claims_(claims) {
    for (const Claim& claim : claims_) {
      if (claim.kind != assembly_.kind->name) continue;
      for (const RoleFigures& role : claim.roles) {
        framed_.insert(role.figures.begin(), role.figures.end());
      }
    }
  }

  std::vector<Claim> run() {
    const bool pooled = std::any_of(assembly_.parts.begin(), assembly_.parts.end(),
                                    [](const Assembly::Part& part) { return part.figures; });
    for (const Assembly::Part& part : assembly_.parts) {
      auto& found = candidates_.emplace_back();
      if (part.figures) continue;
      for (const Claim& claim : claims_) {
        if (claim.kind == part.kind) found.push_back(&claim);
      }
      if (found.empty() || found.size() > (pooled ? kMostNearFigures : kMostOfAKind)) return {};
    }
    for (std::size_t part = 0; part < assembly_.parts.size(); ++part) {
      if (assembly_.parts[part].figures) gather_figures(part);
    }
    choose(0);
    return std::move(made_);
  }

 private:
  /// Whether the article says another thing of the claim's kind, with the same words of the frame,
  /// or the same word of those that grow.
  bool is_sole(const Claim& claim) const {
    const auto same_words = [&](const Claim& other) {
      return assembly_.chains.empty()
                 ? other.words == claim.words
                 : other.word(assembly_.rising) == claim.word(assembly_.rising);
    };
    return std::none_of(claims_.begin(), claims_.end(), [&](const Claim& other) {
      return other.kind == claim.kind && same_words(other) &&
             said_by(other, figures_) != said_by(claim, figures_);
    });
  }

  /// Whether one name goes before another in a chain.
  bool in_chain(std::string_view before, std::string_view after) const {
    return std::any_of(assembly_.chains.begin(), assembly_.chains.end(), [&](const auto& chain) {
      const auto step = [&](std::string_view name) {
        return std::find_if(chain.begin(), chain.end(), [&](const auto& names) {
          return std::find(names.begin(), names.end(), name) != names.end();
        });
      };
      const auto late = step(after);
      return late != chain.end() && step(before) < late;
    });
  }

  /// Whether no claim of the kind within reach says anything else, with whatever words.
  bool is_only(const Claim& claim) const {
    return std::none_of(claims_.begin(), claims_.end(), [&](const Claim& other) {
      return other.kind == claim.kind && within_reach(other, claim) &&
             (other.words != claim.words || said_by(other, figures_) != said_by(claim, figures_));
    });
  }

  bool within_reach(const Claim& one, const Claim& other) const {
    if (assembly_.sentences < 0) return true;
    const auto a = static_cast<std::int64_t>(one.sentence);
    const auto b = static_cast<std::int64_t>(other.sentence);
    return std::abs(a - b) <= assembly_.sentences;
  }

  /// Makes claims of the figures that stand near a claim of the first part.
  void gather_figures(std::size_t part) {
    const auto take = std::find_if(assembly_.takes.begin(), assembly_.takes.end(),
                                   [&](const Assembly::Take& one) { return one.part == part; });
    if (take == assembly_.takes.end()) return;
    const Role* role = assembly_.kind->find(take->to);
    if (role == nullptr) return;
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      const Figure& figure = figures_[i];
      if (figure.block_kind == BlockKind::table_cell || figure.block_kind == BlockKind::headline ||
          (!role->kinds.empty() &&
           std::find(role->kinds.begin(), role->kinds.end(), figure.kind) == role->kinds.end())) {
        continue;
      }
      Claim claim;
      claim.sentence = figure.sentence;
      const bool wanted =
          std::any_of(candidates_[0].begin(), candidates_[0].end(), [&](const Claim* first) {
            const auto apart = static_cast<std::int64_t>(first->sentence) -
                               static_cast<std::int64_t>(claim.sentence);
            return std::abs(apart) <= assembly_.sentences;
          });
      if (!wanted) continue;
      claim.roles.push_back({take->from, {static_cast<std::uint32_t>(i)}});
      candidates_[part].push_back(&figure_claims_.emplace_back(std::move(claim)));
    }
  }

  bool near(const Claim& claim) const {
    return std::all_of(chosen_.begin(), chosen_.end(),
                       [&](const Claim* other) { return within_reach(claim, *other); });
  }

  /// Whether the claim's words go with those of the part before it.
  bool follows(const Claim& claim) const {
    if (chosen_.empty()) return true;
    const Claim& before = *chosen_.back();
    if (!assembly_.equal.empty() && claim.word(assembly_.equal) != before.word(assembly_.equal)) {
      return false;
    }
    if (assembly_.told && claim.text_span.start < before.text_span.start) return false;
    if (assembly_.rising.empty()) return true;
    if (!assembly_.chains.empty()) {
      return in_chain(before.word(assembly_.rising), claim.word(assembly_.rising));
    }
    const auto low = Decimal::parse(before.word(assembly_.rising));
    const auto high = Decimal::parse(claim.word(assembly_.rising));
    return low && high && *low < *high;
  }

  void choose(std::size_t part) {
    if (part == assembly_.parts.size()) {
      if (!is_disturbed()) add();
      return;
    }
    for (const Claim* claim : candidates_[part]) {
      if (std::find(chosen_.begin(), chosen_.end(), claim) != chosen_.end()) continue;
      if (!follows(*claim) || !near(*claim)) continue;
      if (assembly_.parts[part].sole && !is_sole(*claim)) continue;
      if (assembly_.parts[part].only && !is_only(*claim)) continue;
      chosen_.push_back(claim);
      choose(part + 1);
      chosen_.pop_back();
    }
  }

  void add() {
    Claim claim;
    claim.kind = assembly_.kind->name;
    claim.frame = assembly_.node;
    claim.words = assembly_.words;
    std::set<std::uint32_t> used;
    for (const Assembly::Take& take : assembly_.takes) {
      const Claim& part = *chosen_[take.part];
      if (assembly_.kind->find(take.to) == nullptr) {
        if (const auto word = part.word(take.from); !word.empty()) {
          claim.words.emplace_back(take.to, word);
        }
        continue;
      }
      const RoleFigures* role = part.find(take.from);
      if (role == nullptr) continue;
      const std::vector<FigureKind>& kinds = assembly_.kind->find(take.to)->kinds;
      for (const std::uint32_t figure : role->figures) {
        const bool fits = kinds.empty() || std::find(kinds.begin(), kinds.end(),
                                                     figures_[figure].kind) != kinds.end();
        // One figure is not two things.
        if (!fits || !used.insert(figure).second) return;
      }
      claim.roles.push_back({take.to, role->figures});
    }
    if (used.size() < 2 || is_framed(used)) return;
    const Figure& first = figures_[*used.begin()];
    claim.sentence = first.sentence;
    claim.text_span = {first.text_span.start, figures_[*used.rbegin()].text_span.end};
    made_.push_back(std::move(claim));
  }

  /// Whether the sentence of the last part, where no other part stands, says what `without` names.
  bool is_disturbed() const {
    const std::uint32_t sentence = chosen_.back()->sentence;
    const auto there = [&](const Claim* claim) { return claim->sentence == sentence; };
    if (std::any_of(chosen_.begin(), chosen_.end() - 1, there)) return false;
    return std::any_of(claims_.begin(), claims_.end(), [&](const Claim& claim) {
      return claim.sentence == sentence &&
             std::find(assembly_.without.begin(), assembly_.without.end(), claim.kind) !=
                 assembly_.without.end();
    });
  }

  /// Whether a frame makes a claim of this kind of one of the figures: it knows better.
  bool is_framed(const std::set<std::uint32_t>& used) const {
    return std::any_of(used.begin(), used.end(),
                       [&](std::uint32_t figure) { return framed_.contains(figure); });
  }

  const Assembly& assembly_;
  const std::vector<Figure>& figures_;
  const std::vector<Claim>& claims_;
  std::deque<Claim> figure_claims_;  ///< The candidates that are single figures.
  std::set<std::uint32_t> framed_;   ///< The figures of claims that frames make of this kind.
  std::vector<std::vector<const Claim*>> candidates_;
  std::vector<const Claim*> chosen_;
  std::vector<Claim> made_;
};

}  // namespace

void assemble(const ClaimBook& book, const std::vector<Figure>& figures,
              std::vector<Claim>& claims) {
  std::vector<Claim> made;
  std::set<std::pair<std::string, std::set<std::pair<std::string, std::vector<std::uint32_t>>>>>
      known;
  for (const Claim& claim : claims) known.emplace(claim.kind, said_of(claim));
  for (const Assembly& assembly : book.assemblies()) {
    auto found = Assembler(assembly, figures, claims).run();
    for (Claim& claim : found) made.push_back(std::move(claim));
  }
  for (Claim& claim : made) {
    if (known.emplace(claim.kind, said_of(claim)).second) claims.push_back(std::move(claim));
  }
}

}  // namespace figcheck::frame
