// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "figcheck/figure.h"

// What a figure says, as reports write it.
namespace figcheck::report {

/// Returns the ISO 8601 form of a date, time, duration or period, else the plain decimal; empty
/// when the figure has neither ("dozens").
std::string value_of(const Figure& figure);

/// Returns the other ways to understand the figure, as values. A range adds both its ends as ISO
/// 8601 writes an interval: "25/40".
std::vector<std::string> readings_of(const Figure& figure);

/// Returns all that the figure may be, for people: "30,000 people (-inf, 30500]".
std::string describe(const Figure& figure);

}  // namespace figcheck::report
