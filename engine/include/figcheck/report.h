// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "figcheck/engine.h"

// Reporters: findings and figures in the formats that people and programs read. Each returns the
// text; printing it is up to the caller. Versions and paths come in with the arguments, never from
// outside.
namespace figcheck::report {

enum class TextColor { never, always };

/// Findings as an editor sees them: place, message, the source line with every figure marked, the
/// arithmetic and the repairs. docs/reports.md has an example of each part.
std::string findings_text(const Report& report, TextColor color);

/// What the last line of a check tells: how many findings of each level, how many figures of each
/// status.
class Counts {
 public:
  void add(const Report& report);
  void add(const Counts& other);
  bool empty() const { return articles_ == 0; }

  /// "1 error, no warnings. 14 figures: 5 checked, 2 contradicted, 7 not checked (...)."
  std::string summary_text() const;

 private:
  std::size_t articles_ = 0;
  std::size_t figures_ = 0;
  std::array<std::size_t, 3> levels_{};    ///< By Level.
  std::array<std::size_t, 4> statuses_{};  ///< By FigureStatus.
};

/// A line for every figure: place, words, kind, what it may be, and by what it was checked, or why
/// not.
std::string figures_text(const Report& report, TextColor color);

/// One JSON object on one line, without the line's end, as docs/formats.md describes them.
std::string findings_json(const Report& report);
std::string figures_json(const Report& report);
std::string comparison_json(const Comparison& comparison);
std::string edit_json(const Edit& edit);
/// {"id": ..., "error": ...} for a record that could not be read.
std::string error_json(const std::string& id, const Diagnostic& why);

/// A workflow command of GitHub Actions for each finding, a line each: an annotation at the figure
/// to look at first, with the arithmetic below the message. Empty when there is none.
std::string github_annotations(const Document& document, const std::vector<Finding>& findings);

/// Findings as SARIF 2.1.0: the beginning with all rules, then the results of each document with
/// commas between those that are not empty, then the end. `complete` is false where an input could
/// not be read. `help_uri` says where a rule's page is, with {rule} for its id.
std::string sarif_begin(const std::vector<RuleInfo>& rules, const std::string& help_uri = {});
std::string sarif_results(const Document& document, const std::vector<Finding>& findings);
std::string sarif_end(bool complete);

/// A rule as a page in Markdown: what it finds and why, an example that fails with what is said of
/// it, one that holds, and what the rule does not see.
std::string rule_page(const RuleInfo& rule, const std::vector<RuleExample>& examples);
/// A table of all rules by family, with links to their pages as `rules docs` writes them.
std::string rule_index(const std::vector<RuleInfo>& rules);

/// What an edit changed and what it left stale, and the findings as findings_text() shows them.
std::string edit_text(const Edit& edit, TextColor color);

std::string comparison_text(const Comparison& comparison, TextColor color);

}  // namespace figcheck::report
