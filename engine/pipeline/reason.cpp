// SPDX-License-Identifier: Apache-2.0
#include <numeric>

#include "pipeline/article.h"

namespace figcheck::pipeline {

void explain_unchecked(const std::vector<Claim>& claims, std::vector<Figure>& figures) {
  std::vector<const Claim*> claim_of(figures.size(), nullptr);
  for (const Claim& claim : claims) {
    // A claim of one figure (every date has to exist) says nothing about why others were not
    // checked.
    const std::size_t size = std::accumulate(
        claim.roles.begin(), claim.roles.end(), std::size_t{0},
        [](std::size_t sum, const RoleFigures& role) { return sum + role.figures.size(); });
    if (size < 2) continue;
    for (const RoleFigures& role : claim.roles) {
      for (const std::uint32_t figure : role.figures) claim_of[figure] = &claim;
    }
  }
  for (std::size_t i = 0; i < figures.size(); ++i) {
    Figure& figure = figures[i];
    if (figure.status != FigureStatus::unchecked || !figure.reason.empty()) continue;
    if (claim_of[i] != nullptr) {
      figure.reason = "the text makes a claim with it (" + claim_of[i]->kind +
                      "), but no rule's conditions are met";
    } else if (figure.vague) {
      figure.reason = "too vague to be checked";
    } else {
      figure.reason = "the text claims no relation to another figure that a rule knows";
    }
  }
}

}  // namespace figcheck::pipeline
