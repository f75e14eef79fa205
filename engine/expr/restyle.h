// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "expr/context.h"

namespace figcheck::expr {

/// Returns the figure's words with its number replaced by another, written in the same way:
/// separators, decimals, scale word and unit stay.
///
///     "some 30,000 people"   41234      "some 41,234 people"
///     "$2.1 billion"         2.34e9     "$2.3 billion"
///     "4.5 per cent"         6.25       "6.3 per cent"
///     "13.00 local time"     14:00      "14.00 local time"
///     "twelve"               14         "14"
///     "Friday"               6          the sixth day's name
///
/// `value` is a quantity (converted to the figure's unit), a moment, or a text, which is returned
/// as it is. Nullopt when the figure's writing leaves no room for the value.
std::optional<std::string> restyle(const Figure& figure, const Value& value,
                                   const Context& context);

}  // namespace figcheck::expr
