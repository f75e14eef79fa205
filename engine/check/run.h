// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "expr/context.h"
#include "figcheck/claim.h"
#include "figcheck/finding.h"
#include "rule/rule.h"

namespace figcheck::check {

struct Options {
  std::set<std::string> off;            ///< Ids of rules that must not run.
  std::map<std::string, Level> levels;  ///< Levels that replace those of the rules, by id.
};

/// Checks every claim by every rule on its kind.
///
/// A rule speaks of a claim when its condition *holds*. Its verdict marks the figures that it rests
/// on: contradicted when it fails, checked when it holds, undecided when neither, each stronger
/// than the next; their `rules` and `reason` are filled in. Figures that no rule speaks of are left
/// as they are. Claims index into `figures`, which may come from several documents
/// (Context::document_of).
///
/// Where a rule has `readings`, claims that differ in those roles alone are judged together: unless
/// all of them fail none does, and then it is the narrowest.
///
/// Returns the findings in the order of the documents' bytes, headline first, then by rule; a rule
/// says the same of the same figures once.
std::vector<Finding> run(const rule::RuleSet& rules, std::span<const Claim> claims,
                         std::span<Figure> figures, const expr::Context& context,
                         const Options& options = {});

}  // namespace figcheck::check
