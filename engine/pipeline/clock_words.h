// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "figcheck/figure.h"

namespace figcheck::pipeline {

/// Writes a clock time of the twelve-hour clock in the way of a figure's words: "4.45pm" and 17:15
/// give "5.15pm", "8 p.m. in" and 0:00 give "12 a.m.". Nullopt when the words have no such clock.
std::optional<std::string> like_half_day_clock(const Figure& figure, int hour, int minute);

}  // namespace figcheck::pipeline
