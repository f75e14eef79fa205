// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "figcheck/figure.h"

namespace figcheck {

/// A role of a claim kind, as its file under rules/claims declares it.
///
///     roles: {whole: count, part: count, parts: [count], amount: [[money, measure]], any: any}
///
/// A plain word is one figure of that kind; a list of one item is a role of several figures.
struct Role {
  std::string name;
  std::vector<FigureKind> kinds;  ///< Empty means any kind.
  bool several = false;
};

/// A kind of claim: what it is called, its roles, and the words that its frames hand to rules.
struct ClaimKind {
  std::string name;
  std::vector<Role> roles;
  std::vector<std::string> words;    ///< "direction", "factor"
  bool across_documents = false;     ///< Made by a join over sources or versions.
  std::vector<std::string> stops{};  ///< Groups of words that the gaps of its frames never cross.

  /// Returns the role of that name, or nullptr.
  const Role* find(std::string_view role) const {
    for (const Role& candidate : roles) {
      if (candidate.name == role) return &candidate;
    }
    return nullptr;
  }
};

}  // namespace figcheck
