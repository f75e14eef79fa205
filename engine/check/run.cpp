// SPDX-License-Identifier: Apache-2.0
#include "check/run.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "expr/restyle.h"

namespace figcheck::check {
namespace {

using rule::Rule;

/// Contradicted outweighs checked, checked outweighs undecided.
int weight(FigureStatus status) {
  switch (status) {
    case FigureStatus::unchecked:
      return 0;
    case FigureStatus::undecided:
      return 1;
    case FigureStatus::checked:
      return 2;
    case FigureStatus::contradicted:
      break;
  }
  return 3;
}

FigureStatus status_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::holds:
      return FigureStatus::checked;
    case Verdict::fails:
      return FigureStatus::contradicted;
    case Verdict::cannot_tell:
      break;
  }
  return FigureStatus::undecided;
}

class Run {
 public:
  Run(std::span<Figure> figures, const expr::Context& context, const Options& options)
      : figures_(figures), context_(context), options_(options) {
    for (const Figure& figure : figures_) {
      documents_.try_emplace(&context_.document_of(figure), documents_.size());
    }
  }

  /// Notes how a reading of a text comes out, where the rule takes several.
  void survey(const Claim& claim, const Rule& rule) {
    if (rule.readings.empty() || options_.off.count(rule.id) > 0) return;
    expr::Environment environment(context_, *rule.kind, claim, figures_, rule.lets);
    Readings& all = readings_[{&rule, fixed_figures(claim, rule)}];
    // Of many readings most are wild: one that fits clears the text, and no other is in the way.
    if (rule.cleared_by && rule.cleared_by.evaluate(environment).verdict() == Verdict::holds) {
      all.spared = true;
    }
    const bool meant = !rule.where || rule.where.evaluate(environment).verdict() == Verdict::holds;
    if (meant && rule.holds.evaluate(environment).verdict() != Verdict::fails) all.spared = true;
    if (rule.cleared_by && !meant) return;
    if (all.narrowest == nullptr || claim.text_span.size() < all.narrowest->text_span.size()) {
      all.narrowest = &claim;
    }
  }

  void check(const Claim& claim, const Rule& rule) {
    if (options_.off.count(rule.id) > 0) return;
    expr::Environment environment(context_, *rule.kind, claim, figures_, rule.lets);
    if (rule.where && rule.where.evaluate(environment).verdict() != Verdict::holds) return;
    const Verdict verdict = rule.holds.evaluate(environment).verdict();
    if (verdict == Verdict::fails && !rule.readings.empty()) {
      const Readings& all = readings_.at({&rule, fixed_figures(claim, rule)});
      if (all.spared || all.narrowest != &claim) return;
    }
    mark(claim, rule, verdict);
    if (verdict == Verdict::fails && first_time(claim, rule)) add_finding(claim, rule, environment);
  }

  std::vector<Finding> take() {
    std::sort(found_.begin(), found_.end(),
              [](const Found& a, const Found& b) { return key(a) < key(b); });
    std::vector<Finding> out;
    for (Found& found : found_) out.push_back(std::move(found.finding));
    return out;
  }

 private:
  struct Found {
    Finding finding;
    std::size_t document = 0;
  };

  /// Claims that differ only in roles that the rule calls readings.
  struct Readings {
    bool spared = false;  ///< One of them does not fail.
    const Claim* narrowest = nullptr;
  };
  using FixedFigures = std::vector<std::vector<std::uint32_t>>;

  static FixedFigures fixed_figures(const Claim& claim, const Rule& rule) {
    FixedFigures fixed;
    for (std::size_t i = 0; i < rule.kind->roles.size(); ++i) {
      const RoleFigures* members = figures_of(claim, rule, i);
      const bool reading =
          std::find(rule.readings.begin(), rule.readings.end(), i) != rule.readings.end();
      fixed.push_back(reading || members == nullptr ? std::vector<std::uint32_t>()
                                                    : members->figures);
    }
    return fixed;
  }

  // A headline stands above its text.
  static std::tuple<std::size_t, bool, std::size_t, std::size_t, const std::string&,
                    const std::string&>
  key(const Found& found) {
    const Finding& finding = found.finding;
    return {found.document,        finding.at.section == Section::text,
            finding.at.span.start, finding.at.span.end,
            finding.rule,          finding.message};
  }

  static const RoleFigures* figures_of(const Claim& claim, const Rule& rule, std::size_t role) {
    return claim.find(rule.kind->roles[role].name);
  }

  void mark(const Claim& claim, const Rule& rule, Verdict verdict) {
    const FigureStatus status = status_of(verdict);
    for (const std::size_t role : rule.judged) {
      const RoleFigures* members = figures_of(claim, rule, role);
      if (members == nullptr) continue;
      for (const std::uint32_t index : members->figures) {
        if (index < figures_.size()) mark(figures_[index], rule, status);
      }
    }
  }

  static void mark(Figure& figure, const Rule& rule, FigureStatus status) {
    const bool decided = status != FigureStatus::undecided;
    if (decided &&
        std::find(figure.rules.begin(), figure.rules.end(), rule.id) == figure.rules.end()) {
      figure.rules.push_back(rule.id);
    }
    if (weight(status) <= weight(figure.status)) return;
    figure.status = status;
    figure.reason = decided ? "" : "the wording allows both answers to " + rule.id;
  }

  bool first_time(const Claim& claim, const Rule& rule) {
    std::vector<std::uint32_t> members;
    for (const RoleFigures& role : claim.roles) {
      members.insert(members.end(), role.figures.begin(), role.figures.end());
    }
    std::sort(members.begin(), members.end());
    return told_.emplace(&rule, std::move(members)).second;
  }

  Mark mark_of(const Figure& figure, const std::string& role) const {
    const Document& document = context_.document_of(figure);
    Mark out;
    out.id = document.id;
    out.role = role;
    out.section = figure.section;
    out.span = figure.span;
    const std::string& source = document.source(figure.section);
    if (figure.span.start <= figure.span.end && figure.span.end <= source.size()) {
      out.text = source.substr(figure.span.start, figure.span.size());
    }
    return out;
  }

  Level level_of(const Rule& rule, expr::Environment& environment) const {
    const auto replaced = options_.levels.find(rule.id);
    const Level level = replaced != options_.levels.end() ? replaced->second : rule.level;
    const bool soft =
        rule.warn_when && rule.warn_when.evaluate(environment).verdict() == Verdict::holds;
    return soft ? std::min(level, Level::warning) : level;
  }

  /// The figure to point at: of the rule's role, or of the first one that the claim has.
  const Figure* first_figure(const Claim& claim, const Rule& rule) const {
    const RoleFigures* wanted = figures_of(claim, rule, rule.at);
    if (wanted != nullptr && !wanted->figures.empty() && wanted->figures[0] < figures_.size()) {
      return &figures_[wanted->figures[0]];
    }
    for (const RoleFigures& role : claim.roles) {
      for (const std::uint32_t index : role.figures) {
        if (index < figures_.size()) return &figures_[index];
      }
    }
    return nullptr;
  }

  void add_finding(const Claim& claim, const Rule& rule, expr::Environment& environment) {
    const Figure* first = first_figure(claim, rule);
    if (first == nullptr) return;
    Found found;
    Finding& finding = found.finding;
    finding.rule = rule.id;
    finding.level = level_of(rule, environment);
    finding.message = rule.message.render_all(environment);
    finding.id = context_.document_of(*first).id;
    found.document = documents_.at(&context_.document_of(*first));
    for (const RoleFigures& role : claim.roles) {
      for (const std::uint32_t index : role.figures) {
        if (index >= figures_.size()) continue;
        const Figure& figure = figures_[index];
        if (&figure == first && finding.at.role.empty()) {
          finding.at = mark_of(figure, role.role);
        } else {
          finding.related.push_back(mark_of(figure, role.role));
        }
      }
    }
    // Two claims may come to one finding: the headline's figure beside two mentions of its fact.
    if (!said_
             .emplace(found.document, finding.at.section == Section::text, finding.at.span.start,
                      finding.message)
             .second) {
      return;
    }
    add_arithmetic(rule, environment, finding);
    add_repairs(rule, environment, finding);
    found_.push_back(std::move(found));
  }

  static void add_arithmetic(const Rule& rule, expr::Environment& environment, Finding& finding) {
    const auto add = [&](const expr::Template& line) {
      // A step that cannot be worked out for this claim is left out.
      if (std::optional<std::string> shown = line.render(environment)) {
        finding.arithmetic.push_back(*std::move(shown));
      }
    };
    for (const expr::Template& line : rule.arithmetic) add(line);
    for (const rule::Diagnosis& diagnosis : rule.diagnoses) {
      if (diagnosis.when.evaluate(environment).verdict() != Verdict::holds) continue;
      add(diagnosis.note);
      break;
    }
  }

  void add_repairs(const Rule& rule, expr::Environment& environment, Finding& finding) const {
    for (const rule::RepairPlan& plan : rule.repairs) {
      const std::vector<const Figure*> targets = environment.figures_of(plan.role);
      // Which of several figures is wrong cannot be told.
      if (targets.size() != 1) continue;
      const Figure& target = *targets.front();
      std::optional<std::string> words;
      if (plan.value) {
        words = expr::restyle(target, plan.value.evaluate(environment), context_);
      } else {
        words = plan.words.render(environment);
      }
      if (!words || *words == target.text) continue;
      finding.repairs.push_back({target.section, target.span, *std::move(words)});
    }
  }

  std::span<Figure> figures_;
  const expr::Context& context_;
  const Options& options_;
  std::map<const Document*, std::size_t> documents_;  ///< In the order of their first figures.
  std::set<std::pair<const Rule*, std::vector<std::uint32_t>>> told_;
  std::map<std::pair<const Rule*, FixedFigures>, Readings> readings_;
  std::set<std::tuple<std::size_t, bool, std::size_t, std::string>> said_;
  std::vector<Found> found_;
};

}  // namespace

std::vector<Finding> run(const rule::RuleSet& rules, std::span<const Claim> claims,
                         std::span<Figure> figures, const expr::Context& context,
                         const Options& options) {
  Run check(figures, context, options);
  for (const Claim& claim : claims) {
    for (const Rule* rule : rules.on(claim.kind)) check.survey(claim, *rule);
  }
  for (const Claim& claim : claims) {
    for (const Rule* rule : rules.on(claim.kind)) check.check(claim, *rule);
  }
  return check.take();
}

}  // namespace figcheck::check
