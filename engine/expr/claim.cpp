// SPDX-License-Identifier: Apache-2.0
#include "figcheck/claim.h"

namespace figcheck {

const RoleFigures* Claim::find(std::string_view role) const {
  for (const RoleFigures& candidate : roles) {
    if (candidate.role == role) return &candidate;
  }
  return nullptr;
}

std::string_view Claim::word(std::string_view name) const {
  for (const auto& [key, value] : words) {
    if (key == name) return value;
  }
  return {};
}

}  // namespace figcheck
