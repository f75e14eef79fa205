// SPDX-License-Identifier: Apache-2.0
// What several articles say of one event: a table of each fact by source, then the findings.
#include <algorithm>

#include <fmt/format.h>

#include "figcheck/report.h"
#include "report/finding_parts.h"
#include "report/screen.h"

namespace figcheck::report {
namespace {

constexpr std::size_t kWidest = 44;
const std::string kMargin(5, ' ');

const char* words_for(Verdict verdict) {
  switch (verdict) {
    case Verdict::holds:
      return "agree";
    case Verdict::fails:
      return "disagree";
    case Verdict::cannot_tell:
      break;
  }
  return "cannot tell";
}

std::string quoted(const std::string& text) {
  return "\"" + shortened(printable(text), kWidest) + "\"";
}

/// "path (Reuters)", or only one of them where there is no other.
std::string name_of(const FactValue& value) {
  if (value.source.empty() || value.source == value.id) return printable(value.id);
  if (value.id.empty()) return printable(value.source);
  return fmt::format("{} ({})", printable(value.id), printable(value.source));
}

std::string table_of(const Fact& fact, const Painter& paint) {
  const bool bad = fact.verdict == Verdict::fails;
  const std::string verdict = words_for(fact.verdict);
  std::string out = fmt::format("  {}: {}\n", printable(fact.measure),
                                bad ? paint(Style::error, verdict) : verdict);
  std::size_t names = 0;
  std::size_t texts = 0;
  for (const FactValue& value : fact.values) {
    names = std::max(names, columns_of(name_of(value)));
    texts = std::max(texts, columns_of(quoted(value.text)));
  }
  for (const FactValue& value : fact.values) {
    out += fmt::format("    {}  {}  {}\n", padded(name_of(value), names),
                       padded(quoted(value.text), texts), value.interval.to_string());
  }
  return out;
}

/// A line for each figure: a comparison has the words, but not the articles they stand in.
std::string mark_line(const Mark& mark, const std::string& id, const Painter& paint) {
  const std::string words = quoted(mark.text);
  return fmt::format("{}{}: {}\n", kMargin, printable(mark.id.empty() ? id : mark.id),
                     paint(Style::related, words));
}

std::string finding_of(const Finding& finding, const Painter& paint) {
  std::string out =
      heading(printable(finding.at.id.empty() ? finding.id : finding.at.id), finding, paint);
  out += mark_line(finding.at, finding.id, paint);
  for (const Mark& mark : finding.related) out += mark_line(mark, finding.id, paint);
  return out + steps_of(finding, kMargin);
}

}  // namespace

std::string comparison_text(const Comparison& comparison, TextColor color) {
  const Painter paint(color);
  std::string out;
  if (!comparison.event.empty()) out = paint(Style::place, printable(comparison.event)) + "\n";
  if (comparison.facts.empty()) out += "  no fact that two sources give\n";
  for (const Fact& fact : comparison.facts) out += table_of(fact, paint);
  for (const Finding& finding : comparison.findings) out += "\n" + finding_of(finding, paint);
  return out + '\n';
}

}  // namespace figcheck::report
