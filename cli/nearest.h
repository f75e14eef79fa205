// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace figcheck::cli {

/// Returns "did you mean X?" for the name that `word` may be a slip for: one that it begins, or one
/// that differs in at most a third of its letters. An empty string when there is none.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& known);

}  // namespace figcheck::cli
