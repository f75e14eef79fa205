// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "frame/match.h"

namespace figcheck::frame {

namespace {

/// An article of nothing but dates is a table: nothing is put together out of it.
constexpr std::size_t kMostOfAKind = 24;

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
      : assembly_(assembly), figures_(figures), claims_(claims) {}

  std::vector<Claim> run() {
    for (const Assembly::Part& part : assembly_.parts) {
      auto& found = candidates_.emplace_back();
      for (const Claim& claim : claims_) {
        if (claim.kind == part.kind) found.push_back(&claim);
      }
      if (found.empty() || found.size() > kMostOfAKind) return {};
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
    return std::any_of(claims_.begin(), claims_.end(), [&](const Claim& claim) {
      return claim.kind == assembly_.kind->name &&
             std::any_of(claim.roles.begin(), claim.roles.end(), [&](const RoleFigures& role) {
               return std::any_of(role.figures.begin(), role.figures.end(),
                                  [&](std::uint32_t figure) { return used.contains(figure); });
             });
    });
  }

  const Assembly& assembly_;
  const std::vector<Figure>& figures_;
  const std::vector<Claim>& claims_;
  std::vector<std::vector<const Claim*>> candidates_;
  std::vector<const Claim*> chosen_;
  std::vector<Claim> made_;
};

}  // namespace

void assemble(const ClaimBook& book, const std::vector<Figure>& figures,
              std::vector<Claim>& claims) {
  std::vector<Claim> made;
  for (const Assembly& assembly : book.assemblies()) {
    auto found = Assembler(assembly, figures, claims).run();
    for (Claim& claim : found) made.push_back(std::move(claim));
  }
  for (Claim& claim : made) {
    const bool known = std::any_of(claims.begin(), claims.end(), [&](const Claim& other) {
      return other.kind == claim.kind && said_of(other) == said_of(claim);
    });
    if (!known) claims.push_back(std::move(claim));
  }
}

}  // namespace figcheck::frame
