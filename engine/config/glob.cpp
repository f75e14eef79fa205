// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>
#include <vector>

#include "figcheck/settings.h"

namespace figcheck {
namespace {

/// Patterns and paths are short, so a table of what matches what is quick, and no pattern is slow.
bool matches(std::string_view pattern, std::string_view text) {
  std::vector<bool> reached(text.size() + 1, false);
  reached[0] = true;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    std::vector<bool> next(text.size() + 1, false);
    const bool star = pattern[i] == '*';
    const bool deep = star && i + 1 < pattern.size() && pattern[i + 1] == '*';
    if (deep) ++i;
    // "**/" may be no folder at all.
    const bool folders = deep && i + 1 < pattern.size() && pattern[i + 1] == '/';
    if (folders) ++i;
    for (std::size_t at = 0; at <= text.size(); ++at) {
      if (star) {
        const bool crosses = at > 0 && (deep || text[at - 1] != '/');
        if (folders) {
          // At the start, or behind any stroke further on.
          const bool earlier =
              std::find(reached.begin(), reached.begin() + static_cast<std::ptrdiff_t>(at), true) !=
              reached.begin() + static_cast<std::ptrdiff_t>(at);
          next[at] = reached[at] || (at > 0 && text[at - 1] == '/' && earlier);
        } else {
          next[at] = reached[at] || (crosses && next[at - 1]);
        }
      } else if (at > 0 && reached[at - 1]) {
        next[at] = pattern[i] == text[at - 1] || (pattern[i] == '?' && text[at - 1] != '/');
      }
    }
    reached = std::move(next);
  }
  return reached[text.size()];
}

}  // namespace

bool path_matches(const std::string& pattern, const std::string& path) {
  std::string whole = pattern;
  while (whole.size() > 1 && whole.ends_with('/')) whole.pop_back();
  if (whole.starts_with("./")) whole.erase(0, 2);
  if (whole.find('/') == std::string::npos) whole = "**/" + whole;
  return matches(whole, path) || matches(whole + "/**", path);
}

}  // namespace figcheck
