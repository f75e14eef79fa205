// SPDX-License-Identifier: Apache-2.0
#include "rule/identity.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace figcheck::rule {
namespace {

// A rule is named for what it finds.
constexpr std::array<std::string_view, 6> kForbidden = {"avoid-", "check-",  "no-",
                                                        "use-",   "prefer-", "should-"};

bool is_name(std::string_view name) {
  if (name.empty() || name.front() < 'a' || name.front() > 'z' || name.back() == '-') return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

using Version = std::array<int, 3>;

std::optional<Version> parse_version(std::string_view text) {
  Version out = {0, 0, 0};
  const char* place = text.data();
  const char* const end = text.data() + text.size();
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto [after, error] = std::from_chars(place, end, out[i]);
    if (error != std::errc() || out[i] < 0) return std::nullopt;
    if (after == end) return out;
    if (*after != '.') return std::nullopt;
    place = after + 1;
  }
  return std::nullopt;
}

}  // namespace

std::string id_problem(std::string_view id) {
  const std::size_t slash = id.find('/');
  if (slash == std::string_view::npos || !is_name(id.substr(0, slash)) ||
      !is_name(id.substr(slash + 1))) {
    return "a rule's id is family/name in small letters, digits and hyphens";
  }
  for (const std::string_view beginning : kForbidden) {
    if (id.substr(slash + 1).starts_with(beginning)) {
      return "a rule's name may not begin with \"" + std::string(beginning) +
             "\": it says what is wrong, not what to do";
    }
  }
  return {};
}

std::string id_of_path(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot != std::string_view::npos && path.find('/', dot) == std::string_view::npos)
    path = path.substr(0, dot);
  const std::size_t last = path.rfind('/');
  if (last == std::string_view::npos || last == 0) return std::string(path);
  const std::size_t before = path.rfind('/', last - 1);
  return std::string(before == std::string_view::npos ? path : path.substr(before + 1));
}

std::optional<bool> meets_requirement(std::string_view requirement, std::string_view version) {
  if (!requirement.starts_with(">=")) return std::nullopt;
  requirement.remove_prefix(2);
  requirement.remove_prefix(std::min(requirement.find_first_not_of(' '), requirement.size()));
  const std::optional<Version> wanted = parse_version(requirement);
  const std::optional<Version> have = parse_version(version);
  if (!wanted || !have) return std::nullopt;
  return *have >= *wanted;
}

}  // namespace figcheck::rule
