// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace figcheck::expr {

/// Returns whether one row of digits is the other with a slip of the keyboard: two neighbours
/// exchanged, one digit changed, or one left out or doubled. Rows of fewer than three digits differ
/// in one digit too easily, so for them only an exchange counts.
///
///     1463 1643  yes     2251 2261  yes     2261 226  yes     12 21  yes     12 13  no
bool is_slip(std::string_view a, std::string_view b);

}  // namespace figcheck::expr
