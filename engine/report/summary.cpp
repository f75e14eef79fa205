// SPDX-License-Identifier: Apache-2.0
// The last line of a check: how many findings, and what became of the figures.
#include <array>

#include <fmt/format.h>

#include "figcheck/report.h"

namespace figcheck::report {
namespace {

struct Counts {
  std::array<std::size_t, 3> levels{};    ///< By Level.
  std::array<std::size_t, 4> statuses{};  ///< By FigureStatus.
  std::size_t figures = 0;
};

Counts count(const std::vector<Report>& reports) {
  Counts counts;
  for (const Report& report : reports) {
    for (const Finding& finding : report.findings) {
      ++counts.levels[static_cast<std::size_t>(finding.level)];
    }
    for (const Figure& figure : report.figures) {
      ++counts.statuses[static_cast<std::size_t>(figure.status)];
    }
    counts.figures += report.figures.size();
  }
  return counts;
}

/// "1 error", "2 errors", "no errors".
std::string number_of(std::size_t count, const char* noun) {
  if (count == 0) return fmt::format("no {}s", noun);
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

/// "5 checked, 2 contradicted, 7 not checked (...)", without those that are none.
std::string statuses_of(const Counts& counts) {
  struct Row {
    FigureStatus status;
    const char* words;
  };
  constexpr std::array<Row, 4> kRows = {{{FigureStatus::checked, "checked"},
                                         {FigureStatus::contradicted, "contradicted"},
                                         {FigureStatus::undecided, "undecided"},
                                         {FigureStatus::unchecked, "not checked"}}};
  std::string out;
  bool reasons = false;
  for (const Row& row : kRows) {
    const std::size_t number = counts.statuses[static_cast<std::size_t>(row.status)];
    if (number == 0) continue;
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", number, row.words);
    reasons =
        reasons || row.status == FigureStatus::undecided || row.status == FigureStatus::unchecked;
  }
  return reasons ? out + " (figcheck figures says why)" : out;
}

}  // namespace

std::string summary_text(const std::vector<Report>& reports) {
  const Counts counts = count(reports);
  const auto of = [&counts](Level level) { return counts.levels[static_cast<std::size_t>(level)]; };
  std::string out;
  if (reports.size() > 1) out = fmt::format("{} articles: ", reports.size());
  out += number_of(of(Level::error), "error") + ", " + number_of(of(Level::warning), "warning");
  if (of(Level::note) > 0) out += ", " + number_of(of(Level::note), "note");
  if (out.front() == 'n') out.front() = 'N';
  out += ". ";
  if (counts.figures == 0) return out + "No figures.";
  return out + number_of(counts.figures, "figure") + ": " + statuses_of(counts) + ".";
}

}  // namespace figcheck::report
