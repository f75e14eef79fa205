// SPDX-License-Identifier: Apache-2.0
#include "report/finding_parts.h"

#include <fmt/format.h>

namespace figcheck::report {
namespace {

constexpr std::size_t kColumns = 100;

}  // namespace

std::string heading(const std::string& place, const Finding& finding, const Painter& paint) {
  const std::string level = to_string(finding.level);
  const std::string message = printable(finding.message);
  const std::size_t used = columns_of(place) + level.size() + columns_of(message) + 4;
  const std::size_t needed = used + 2 + finding.rule.size();
  const std::size_t blanks = needed <= kColumns ? kColumns - used - finding.rule.size() : 2;
  return fmt::format("{}: {}: {}{}{}\n", paint(Style::place, place),
                     paint(style_of(finding.level), level), message, std::string(blanks, ' '),
                     paint(Style::rule, finding.rule));
}

std::string steps_of(const Finding& finding, const std::string& margin) {
  std::string out;
  for (const std::string& step : finding.arithmetic) {
    out += fmt::format("{}= {}\n", margin, printable(step));
  }
  return out;
}

}  // namespace figcheck::report
