// SPDX-License-Identifier: Apache-2.0
// Findings as workflow commands of GitHub Actions.
#include <fmt/format.h>

#include "figcheck/report.h"

namespace figcheck::report {
namespace {

const char* command_of(Level level) {
  switch (level) {
    case Level::error:
      return "error";
    case Level::warning:
      return "warning";
    case Level::note:
      break;
  }
  return "notice";
}

/// What would end a command or a property is written in per cent.
std::string escaped(const std::string& text, bool property) {
  std::string out;
  for (const char c : text) {
    const bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    if (special) {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string github_annotations(const Document& document, const std::vector<Finding>& findings) {
  std::string out;
  for (const Finding& finding : findings) {
    const std::string& source = document.source(finding.at.section);
    const Position from = position_of(source, finding.at.span.start);
    const Position to = position_of(source, finding.at.span.end);
    std::string message = finding.message;
    for (const std::string& step : finding.arithmetic) message += "\n" + step;
    // GitHub takes columns for places on one line only.
    const std::string columns =
        from.line == to.line ? fmt::format(",col={},endColumn={}", from.column, to.column) : "";
    out += fmt::format("::{} file={},line={},endLine={}{},title={}::{}\n",
                       command_of(finding.level), escaped(document.id, true), from.line, to.line,
                       columns, escaped(finding.rule, true), escaped(message, false));
  }
  return out;
}

}  // namespace figcheck::report
