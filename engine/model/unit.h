// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "figcheck/decimal.h"

// Conversion between units, by UDUNITS-2. Units are given as UDUNITS specifications ("km", "acre",
// "degC"); the vocabulary maps the words of a language to them. Safe to use from many threads.
namespace figcheck {

/// How to get from one unit to another: y = factor * x + offset.
struct Conversion {
  Decimal factor = 1;
  Decimal offset = 0;
};

/// Returns the conversion, or nullopt when a unit is not known, their dimensions differ, or the way
/// from one to the other is no straight line (litres per km to km per litre).
/// Factors are exact to 15 significant digits, which covers every defined one (0.3048, 0.45359237).
std::optional<Conversion> conversion(const std::string& from, const std::string& to);

/// Returns whether UDUNITS can read the specification.
bool unit_exists(const std::string& specification);

/// Returns the text of the specification in base units ("m2", "kg.m-1.s-2"), which is equal for
/// units that convert into each other; empty when the unit is not known.
std::string dimension_of(const std::string& specification);

}  // namespace figcheck
