// SPDX-License-Identifier: Apache-2.0
// The last line of a check: how many findings, and what became of the figures.
#include <array>

#include <fmt/format.h>

#include "figcheck/report.h"

namespace figcheck::report {
namespace {

/// "1 error", "2 errors", "no errors".
std::string number_of(std::size_t count, const char* noun) {
  if (count == 0) return fmt::format("no {}s", noun);
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

/// "5 checked, 2 contradicted, 7 not checked (...)", without those that are none.
std::string statuses_of(const std::array<std::size_t, 4>& statuses) {
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
    const std::size_t number = statuses[static_cast<std::size_t>(row.status)];
    if (number == 0) continue;
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", number, row.words);
    reasons =
        reasons || row.status == FigureStatus::undecided || row.status == FigureStatus::unchecked;
  }
  return reasons ? out + " (figcheck figures says why)" : out;
}

}  // namespace

void Counts::add(const Report& report) {
  ++articles_;
  figures_ += report.figures.size();
  for (const Finding& finding : report.findings) ++levels_[static_cast<std::size_t>(finding.level)];
  for (const Figure& figure : report.figures) ++statuses_[static_cast<std::size_t>(figure.status)];
}

void Counts::add(const Counts& other) {
  articles_ += other.articles_;
  figures_ += other.figures_;
  for (std::size_t i = 0; i < levels_.size(); ++i) levels_[i] += other.levels_[i];
  for (std::size_t i = 0; i < statuses_.size(); ++i) statuses_[i] += other.statuses_[i];
}

std::string Counts::summary_text() const {
  const auto of = [&](Level level) { return levels_[static_cast<std::size_t>(level)]; };
  std::string out;
  if (articles_ > 1) out = fmt::format("{} articles: ", articles_);
  out += number_of(of(Level::error), "error") + ", " + number_of(of(Level::warning), "warning");
  if (of(Level::note) > 0) out += ", " + number_of(of(Level::note), "note");
  if (out.front() == 'n') out.front() = 'N';
  out += ". ";
  if (figures_ == 0) return out + "No figures.";
  return out + number_of(figures_, "figure") + ": " + statuses_of(statuses_) + ".";
}

}  // namespace figcheck::report
