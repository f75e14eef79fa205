// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <figcheck/engine.h>
#include <figcheck/report.h>

#include "cli/arguments.h"
#include "cli/output.h"

namespace figcheck::cli {

/// What one article, record or event came to.
struct Answer {
  std::string text;      ///< A text report, or a JSON object without a line's end.
  Diagnostics problems;  ///< Why the input could not be read; it counts as unread if there are any.
  std::optional<Level> worst;
  std::optional<report::Counts> counts;  ///< For a summary.
};

/// Returns the answer for an input that could not be read: in JSON an object with an "error".
Answer unread(const Arguments& arguments, const std::string& id, Diagnostic why);

/// Returns the highest level among findings.
std::optional<Level> worst_of(const std::vector<Finding>& findings);

/// Returns findings in one of the formats that are made of findings alone: github or sarif.
std::string findings_in(Output format, const Document& document,
                        const std::vector<Finding>& findings);

/// Writes answers in the format of --format and keeps account of them.
class Answers {
 public:
  Answers(const Arguments& arguments, Writer& writer) : arguments_(arguments), writer_(writer) {}

  /// Writes what comes before the first answer.
  void begin(const Engine& engine);

  /// Returns false when no further answer can be written.
  bool add(Answer answer);

  /// What a summary tells of all answers.
  const report::Counts& counts() const { return counts_; }

  /// Writes what comes after the last answer, and returns the exit status.
  Status finish();

 private:
  const Arguments& arguments_;
  Writer& writer_;
  report::Counts counts_;
  std::optional<Level> worst_;
  bool any_ = false;
  bool any_results_ = false;  ///< In SARIF, whose answers may be empty.
  bool unread_ = false;
};

}  // namespace figcheck::cli
