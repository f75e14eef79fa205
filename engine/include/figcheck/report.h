// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "figcheck/engine.h"

// Reporters: findings and figures in the formats that people and programs read. Each returns the text;
// printing it is up to the caller. Versions and paths come in with the arguments, never from outside.
namespace figcheck::report {

enum class TextColor { never, always };

/// Findings as an editor sees them: place, message, the source line with every figure marked, the
/// arithmetic and the repairs. docs/reports.md has an example of each part.
std::string findings_text(const Report& report, TextColor color);

/// "1 error, no warnings. 14 figures: 5 checked, 2 contradicted, 7 not checked (...)."
std::string summary_text(const std::vector<Report>& reports);

/// A line for every figure: place, words, kind, what it may be, and by what it was checked, or why not.
std::string figures_text(const Report& report, TextColor color);

/// One JSON object on one line, without the line's end, as docs/formats.md describes them.
std::string findings_json(const Report& report);
std::string figures_json(const Report& report);
std::string comparison_json(const Comparison& comparison);
/// {"id": ..., "error": ...} for a record that could not be read.
std::string error_json(const std::string& id, const Diagnostic& why);

std::string comparison_text(const Comparison& comparison, TextColor color);

}  // namespace figcheck::report
