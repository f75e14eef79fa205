// SPDX-License-Identifier: Apache-2.0
#include "cli/answers.h"

#include <utility>

#include <figcheck/report.h>

#include "cli/complaint.h"

namespace figcheck::cli {

Answer unread(const Arguments& arguments, const std::string& id, Diagnostic why) {
  Answer answer;
  if (arguments.format != Output::text) answer.text = report::error_json(id, why);
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

bool Answers::add(Answer answer) {
  for (const Diagnostic& problem : answer.problems) complain(problem);
  unread_ = unread_ || !answer.problems.empty();
  if (answer.worst && (!worst_ || *answer.worst > *worst_)) worst_ = answer.worst;
  if (answer.counts) counts_.add(*answer.counts);

  const bool first = !std::exchange(any_, true);
  switch (arguments_.format) {
    case Output::text:
      return writer_.write(answer.text);
    case Output::jsonl:
      return writer_.write(answer.text + '\n');
    case Output::json:
      break;
  }
  return writer_.write((first ? "[" : ",\n") + answer.text);
}

Status Answers::finish() {
  if (arguments_.format == Output::json) writer_.write(any_ ? "]\n" : "[]\n");
  const bool written = writer_.close();
  if (unread_ || !written) return kNotRun;
  return worst_ && arguments_.fail_on && *worst_ >= *arguments_.fail_on ? kFindings : kClean;
}

}  // namespace figcheck::cli
