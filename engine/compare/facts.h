// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "figcheck/claim.h"
#include "figcheck/engine.h"

namespace figcheck::compare {

/// Gathers the claims across sources into facts: one for each thing that several of them count,
/// with every source's figure. A fact fails when a finding rests on one of its figures, and cannot
/// be told when intervals meet without being one.
std::vector<Fact> facts(const std::vector<Claim>& claims, const std::vector<Figure>& figures,
                        const std::vector<std::uint32_t>& document_of,
                        const std::vector<const Document*>& documents,
                        const std::vector<Finding>& findings);

}  // namespace figcheck::compare
