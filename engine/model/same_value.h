// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "figcheck/figure.h"

namespace figcheck {

/// Whether two figures say the same: the same number, range, date or time in the same unit. Hedges
/// do not count.
bool same_value(const Figure& a, const Figure& b);

}  // namespace figcheck
