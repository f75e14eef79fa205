// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "figcheck/decimal.h"

namespace figcheck::expr {

/// Returns the digits of a plain decimal with a comma at every third one before the point:
/// "-12345.50" gives "-12,345.50".
std::string with_commas(std::string_view plain);

/// Returns the number with exactly that many digits after the point, without separators.
std::string fixed(const Decimal& value, int decimals);

/// Returns the power of ten of the first digit that is not zero: 4 for 30,000 and -1 for 0.5. Zero
/// gives 0.
int leading_place(const Decimal& value);

}  // namespace figcheck::expr
