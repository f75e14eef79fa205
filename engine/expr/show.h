// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "expr/context.h"
#include "expr/expression.h"

namespace figcheck::expr {

/// Returns a value as a template shows it with that format; nullopt when there is nothing to show.
std::optional<std::string> show(const Value& value, std::string_view format,
                                const Context& context);

/// Returns whether there is such a format: a number of decimals from 0 to 9, or a name of
/// formats().
bool is_format(std::string_view format);
/// Returns the names of the formats.
const std::vector<std::string>& formats();
/// Returns the type that a format is for; nothing for the empty one, which is for all.
Type format_type(std::string_view format);

}  // namespace figcheck::expr
