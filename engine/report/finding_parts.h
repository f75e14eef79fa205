// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "figcheck/finding.h"
#include "report/screen.h"

// The parts of a finding that every text report writes alike.
namespace figcheck::report {

/// Returns "place: level: message" with the rule's id at the right edge, or after two blanks where
/// the line is too long for that. Ends with a line's end.
std::string heading(const std::string& place, const Finding& finding, const Painter& paint);

/// Returns the findings in a document as an editor sees them.
std::string findings_of(const Document& document, const std::vector<Finding>& findings,
                        TextColor color);

/// Returns a line for each step of the arithmetic, after `margin`.
std::string steps_of(const Finding& finding, const std::string& margin);

}  // namespace figcheck::report
