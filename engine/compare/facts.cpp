// SPDX-License-Identifier: Apache-2.0
#include "compare/facts.h"

#include <algorithm>
#include <numeric>

#include "frame/match.h"

namespace figcheck::compare {

namespace {

/// Which figures are about one thing: those that claims tie together, directly or through others.
class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }

  std::size_t find(std::size_t at) {
    while (parent_[at] != at) {
      parent_[at] = parent_[parent_[at]];
      at = parent_[at];
    }
    return at;
  }

  void join(std::size_t a, std::size_t b) {
    const std::size_t first = std::min(find(a), find(b));
    parent_[find(a)] = first;
    parent_[find(b)] = first;
  }

 private:
  std::vector<std::size_t> parent_;
};

std::string measure_of(const Figure& figure) {
  std::string measure = figure.subject.words;
  if (!figure.subject.event.empty()) {
    if (!measure.empty()) measure += ", ";
    measure += figure.subject.event;
  }
  if (measure.empty()) measure = figure.unit;
  return measure.empty() ? to_string(figure.kind) : measure;
}

}  // namespace

std::vector<Fact> facts(const std::vector<Claim>& claims, const std::vector<Figure>& figures,
                        const std::vector<std::uint32_t>& document_of,
                        const std::vector<const Document*>& documents,
                        const std::vector<Finding>& findings) {
  Groups groups(figures.size());
  std::vector<bool> claimed(figures.size(), false);
  for (const Claim& claim : claims) {
    std::uint32_t first = claim.roles.front().figures.front();
    for (const RoleFigures& role : claim.roles) {
      for (const std::uint32_t figure : role.figures) {
        groups.join(first, figure);
        claimed[figure] = true;
      }
    }
  }
  std::vector<Fact> all;
  std::vector<std::size_t> fact_of(figures.size(), figures.size());
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (!claimed[i]) continue;
    const std::size_t root = groups.find(i);
    if (fact_of[root] == figures.size()) {
      fact_of[root] = all.size();
      all.push_back({measure_of(figures[i]), {}, Verdict::holds});
    }
    Fact& fact = all[fact_of[root]];
    const Document& document = *documents[document_of[i]];
    fact.values.push_back({document.id, document.metadata.source, figures[i].text, figures[i].span,
                           figures[i].section, figures[i].interval});
    for (const FactValue& other : fact.values) {
      if (!other.interval.meets(figures[i].interval)) fact.verdict = Verdict::cannot_tell;
    }
    const auto rests_on = [&](const Mark& mark) {
      return mark.id == document.id && mark.section == figures[i].section &&
             mark.span == figures[i].span;
    };
    for (const Finding& finding : findings) {
      if (rests_on(finding.at) ||
          std::any_of(finding.related.begin(), finding.related.end(), rests_on)) {
        fact.verdict = Verdict::fails;
      }
    }
  }
  return all;
}

}  // namespace figcheck::compare
