// SPDX-License-Identifier: Apache-2.0
// A table of every figure of an article.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "figcheck/report.h"
#include "report/lines.h"
#include "report/reading.h"
#include "report/screen.h"

namespace figcheck::report {
namespace {

/// Columns wider than this are cut, but for the last one.
constexpr std::size_t kWidest = 44;

/// Place, words, kind, reading, status, and the rules or the reason.
using Row = std::array<std::string, 6>;
constexpr std::size_t kStatus = 4;
constexpr std::size_t kLast = 5;

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : ", ") + text;
  return out;
}

/// The rules that spoke, then the reason where they could not tell or there were none.
std::string why(const Figure& figure) {
  std::string out = joined(figure.rules);
  if (figure.reason.empty()) return out;
  return (out.empty() ? out : out + ": ") + printable(figure.reason);
}

Row row_of(const Figure& figure, const Position& position) {
  const char* section = figure.section == Section::headline ? "headline:" : "";
  const bool unchecked = figure.status == FigureStatus::unchecked;
  return {fmt::format("{}{}:{}", section, position.line, position.column),
          "\"" + shortened(printable(figure.text), kWidest - 2) + "\"",
          to_string(figure.kind),
          shortened(printable(describe(figure)), kWidest),
          unchecked ? "not checked" : to_string(figure.status),
          why(figure)};
}

/// The rules of figures that are contradicted stand out.
std::string painted(const std::string& status, const Figure& figure, const Painter& paint) {
  switch (figure.status) {
    case FigureStatus::contradicted:
      return paint(Style::error, status);
    case FigureStatus::undecided:
      return paint(Style::warning, status);
    case FigureStatus::unchecked:
      return paint(Style::rule, status);
    case FigureStatus::checked:
      break;
  }
  return status;
}

}  // namespace

std::string figures_text(const Report& report, TextColor color) {
  const Painter paint(color);
  std::string out = paint(Style::place, printable(report.document.id)) + "\n";
  if (report.figures.empty()) return out + "  no figures\n\n";

  Lines text(report.document.source_text);
  Lines headline(report.document.source_headline);
  std::vector<Row> rows;
  std::array<std::size_t, kLast> widths{};
  for (const Figure& figure : report.figures) {
    Lines& lines = figure.section == Section::headline ? headline : text;
    rows.push_back(row_of(figure, lines.position(figure.span.start)));
    for (std::size_t i = 0; i < kLast; ++i) {
      widths[i] = std::max(widths[i], columns_of(rows.back()[i]));
    }
  }
  for (std::size_t at = 0; at < rows.size(); ++at) {
    const Row& row = rows[at];
    out += "  " + std::string(widths[0] - columns_of(row[0]), ' ') + row[0];
    for (std::size_t i = 1; i < kLast; ++i) {
      const std::string cell =
          row[kLast].empty() && i == kStatus ? row[i] : padded(row[i], widths[i]);
      out += "  " + (i == kStatus ? painted(cell, report.figures[at], paint) : cell);
    }
    if (!row[kLast].empty()) out += "  " + row[kLast];
    out += '\n';
  }
  return out + '\n';
}

}  // namespace figcheck::report
