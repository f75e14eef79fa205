// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace figcheck::project {

/// What the text of a pattern names.
struct PatternWords {
  /// Literal words and marks that may stand side by side in what it matches.
  std::set<std::pair<std::string, std::string>> neighbours;
  /// Groups and classes: "@rise", "<mark>", "{n:number}".
  std::set<std::string> groups;
};

PatternWords words_of_pattern(std::string_view pattern);

}  // namespace figcheck::project
