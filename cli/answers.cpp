// SPDX-License-Identifier: Apache-2.0
#include "cli/answers.h"

#include <utility>

#include <figcheck/report.h>

#include "cli/complaint.h"

namespace figcheck::cli {

Answer unread(const Arguments& arguments, const std::string& id, Diagnostic why) {
  Answer answer;
  if (arguments.format == Output::json || arguments.format == Output::jsonl) {
    answer.text = report::error_json(id, why);
  }
  answer.problems.push_back(std::move(why));
  return answer;
}

std::optional<Level> worst_of(const std::vector<Finding>& findings) {
  std::optional<Level> worst;
  for (const Finding& finding : findings) {
    if (!worst || finding.level > *worst) worst = finding.level;
  }
  return worst;
}

std::string findings_in(Output format, const Document& document,
                        const std::vector<Finding>& findings) {
  return format == Output::github ? report::github_annotations(document, findings)
                                  : report::sarif_results(document, findings);
}

void Answers::begin(const Engine& engine) {
  if (arguments_.format == Output::sarif) {
    writer_.write(report::sarif_begin(engine.rules(), arguments_.settings.help_uri));
  }
}

bool Answers::add(Answer answer) {
  for (const Diagnostic& problem : answer.problems) complain(problem);
  unread_ = unread_ || !answer.problems.empty();
  if (answer.worst && (!worst_ || *answer.worst > *worst_)) worst_ = answer.worst;
  if (answer.counts) counts_.add(*answer.counts);

  const bool first = !std::exchange(any_, true);
  switch (arguments_.format) {
    case Output::text:
    case Output::github:
      return writer_.write(answer.text);
    case Output::sarif:
      if (answer.text.empty()) return true;
      return writer_.write((std::exchange(any_results_, true) ? ",\n" : "\n") + answer.text);
    case Output::jsonl:
      return writer_.write(answer.text + '\n');
    case Output::json:
      break;
  }
  return writer_.write((first ? "[" : ",\n") + answer.text);
}

Status Answers::finish() {
  if (arguments_.format == Output::sarif) {
    writer_.write((any_results_ ? "\n" : "") + report::sarif_end(!unread_) + "\n");
  }
  if (arguments_.format == Output::json) writer_.write(any_ ? "]\n" : "[]\n");
  const bool written = writer_.close();
  if (unread_ || !written) return kNotRun;
  return worst_ && arguments_.fail_on && *worst_ >= *arguments_.fail_on ? kFindings : kClean;
}

}  // namespace figcheck::cli
