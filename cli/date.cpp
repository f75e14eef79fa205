// SPDX-License-Identifier: Apache-2.0
#include "cli/date.h"

#include <chrono>
#include <optional>

namespace figcheck::cli {
namespace {

/// Takes `count` digits from the front. Nothing when there are fewer.
std::optional<unsigned> take_number(std::string_view& text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  unsigned value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(text[i] - '0');
  }
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, char sign) {
  if (!text.starts_with(sign)) return false;
  text.remove_prefix(1);
  return true;
}

/// Takes ":MM".
bool take_sixtieths(std::string_view& text) {
  if (!take(text, ':')) return false;
  const auto value = take_number(text, 2);
  return value && *value < 60;
}

/// Takes "HH:MM".
bool take_clock(std::string_view& text) {
  const auto hour = take_number(text, 2);
  return hour && *hour < 24 && take_sixtieths(text);
}

bool take_day(std::string_view& text) {
  const auto year = take_number(text, 4);
  if (!year || !take(text, '-')) return false;
  const auto month = take_number(text, 2);
  if (!month || !take(text, '-')) return false;
  const auto day = take_number(text, 2);
  return day && std::chrono::year_month_day(std::chrono::year(static_cast<int>(*year)),
                                            std::chrono::month(*month), std::chrono::day(*day))
                    .ok();
}

}  // namespace

bool is_date(std::string_view text) {
  if (!take_day(text)) return false;
  if (text.empty()) return true;
  if (!take(text, 'T') || !take_clock(text)) return false;
  if (text.starts_with(':') && !take_sixtieths(text)) return false;
  if (text.empty() || text == "Z") return true;
  return (take(text, '+') || take(text, '-')) && take_clock(text) && text.empty();
}

}  // namespace figcheck::cli
