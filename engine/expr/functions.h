// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/function.h"

// The functions that the language has by itself, by what they are about.
namespace figcheck::expr {

/// Arithmetic, units, intervals, lists: abs, sum, convert, rounds_to, spread.
void add_number_functions(FunctionTable& table);

/// What the text says of figures: kin, section, same_sentence, digits_swapped, like.
void add_figure_functions(FunctionTable& table);

/// The calendar: days, years, full_years, weekday, date_exists.
void add_time_functions(FunctionTable& table);

}  // namespace figcheck::expr
