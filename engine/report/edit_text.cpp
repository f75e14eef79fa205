// SPDX-License-Identifier: Apache-2.0
// What an edit did to the figures of an article: the changes line by line, then the findings.
#include <algorithm>

#include <fmt/format.h>

#include "figcheck/report.h"
#include "report/finding_parts.h"
#include "report/lines.h"
#include "report/screen.h"

namespace figcheck::report {
namespace {

constexpr std::size_t kWidest = 36;

std::string quoted(const std::string& text) {
  return "\"" + shortened(printable(text), kWidest) + "\"";
}

std::string number_of(std::size_t count, const char* noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace

std::string edit_text(const Edit& edit, TextColor color) {
  const Painter paint(color);
  std::string out = paint(Style::place, printable(edit.after.id)) + ": ";
  out += edit.changed.empty() ? "no figure changed"
                              : number_of(edit.changed.size(), "figure") + " changed";
  if (!edit.stale.empty()) out += fmt::format(", {} left stale", edit.stale.size());
  out += "\n";
  const Lines text(edit.after.source_text);
  std::size_t widest = 0;
  for (const ChangedFigure& changed : edit.changed) {
    widest = std::max(widest, columns_of(quoted(changed.before.text)));
  }
  for (const ChangedFigure& changed : edit.changed) {
    const std::string line = changed.after.section == Section::headline
                                 ? "head"
                                 : fmt::format("{}", text.number_of(changed.after.span.start));
    out += fmt::format("{:>6}  {} became {}\n", line, padded(quoted(changed.before.text), widest),
                       quoted(changed.after.text));
  }
  if (!edit.findings.empty()) out += "\n" + findings_of(edit.after, edit.findings, color);
  return out;
}

}  // namespace figcheck::report
