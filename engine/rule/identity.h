// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace figcheck::rule {

/// Returns what is wrong with an id, or an empty text. An id is family/name, each of small letters,
/// digits and hyphens, and its name says the slip and not the cure ("avoid-", "no-" are refused).
std::string id_problem(std::string_view id);

/// Returns the id that a file's path stands for: "figures/x" for "rules/core/figures/x.yaml".
std::string id_of_path(std::string_view path);

/// Whether an engine version meets a requirement such as ">= 0.1" or ">= 0.2.1"; nullopt when the
/// requirement is not written that way.
std::optional<bool> meets_requirement(std::string_view requirement, std::string_view version);

}  // namespace figcheck::rule
