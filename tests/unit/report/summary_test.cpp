// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "figcheck/report.h"

using figcheck::FigureStatus;
using figcheck::Finding;
using figcheck::Level;
using figcheck::Report;
using figcheck::report::Counts;

namespace {

std::string summary_of(const std::vector<Report>& reports) {
  Counts counts;
  for (const Report& report : reports) counts.add(report);
  return counts.summary_text();
}

}  // namespace

TEST_CASE("a summary counts findings by level and figures by what became of them") {
  struct Row {
    std::vector<Level> levels;
    std::vector<FigureStatus> statuses;
    std::string text;
  };
  using S = FigureStatus;
  const Row rows[] = {
      {{}, {}, "No errors, no warnings. No figures."},
      {{}, {S::checked}, "No errors, no warnings. 1 figure: 1 checked."},
      {{Level::error},
       {S::contradicted, S::contradicted, S::checked, S::unchecked},
       "1 error, no warnings. 4 figures: 1 checked, 2 contradicted, 1 not checked (figcheck "
       "figures "
       "says why)."},
      {{Level::warning, Level::note, Level::warning, Level::note},
       {S::undecided, S::checked},
       "No errors, 2 warnings, 2 notes. 2 figures: 1 checked, 1 undecided (figcheck figures says "
       "why)."},
  };
  for (const Row& row : rows) {
    Report report;
    for (const Level level : row.levels) report.findings.emplace_back().level = level;
    for (const FigureStatus status : row.statuses) report.figures.emplace_back().status = status;
    CAPTURE(row.text);
    CHECK(summary_of({report}) == row.text);
  }
}

TEST_CASE("a summary of several articles says how many they are") {
  Report one;
  one.findings.resize(2);
  Report two;
  two.figures.resize(3);
  CHECK(summary_of({one, two}) ==
        "2 articles: 2 errors, no warnings. 3 figures: 3 not checked (figcheck figures says why).");
}
