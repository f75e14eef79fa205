// SPDX-License-Identifier: Apache-2.0
#include "pipeline/clock_words.h"

#include <cctype>

#include <fmt/format.h>

namespace figcheck::pipeline {

namespace {

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

/// Where the letter of "a.m." or "pm" stands right behind `from`, blanks aside.
std::size_t half_day_letter(const std::string& text, std::size_t from) {
  std::size_t at = from;
  while (at < text.size() && text[at] == ' ') ++at;
  if (at >= text.size()) return std::string::npos;
  const char letter = static_cast<char>(std::tolower(static_cast<unsigned char>(text[at])));
  if (letter != 'a' && letter != 'p') return std::string::npos;
  std::size_t next = at + 1;
  if (next < text.size() && text[next] == '.') ++next;
  if (next >= text.size() || std::tolower(static_cast<unsigned char>(text[next])) != 'm') {
    return std::string::npos;
  }
  return at;
}

}  // namespace

std::optional<std::string> like_half_day_clock(const Figure& figure, int hour, int minute) {
  const std::string& text = figure.text;
  for (std::size_t start = 0; start < text.size(); ++start) {
    if (!is_digit(text[start])) continue;
    std::size_t end = start;
    char separator = '\0';
    while (end < text.size() &&
           (is_digit(text[end]) || ((text[end] == '.' || text[end] == ':') &&
                                    end + 1 < text.size() && is_digit(text[end + 1])))) {
      if (!is_digit(text[end])) separator = text[end];
      ++end;
    }
    const std::size_t letter = half_day_letter(text, end);
    if (letter == std::string::npos) {
      start = end;
      continue;
    }
    const int twelve = hour % 12 == 0 ? 12 : hour % 12;
    const std::string clock =
        minute == 0 && separator == '\0'
            ? fmt::format("{}", twelve)
            : fmt::format("{}{}{:02}", twelve, separator == '\0' ? '.' : separator, minute);
    std::string out = text;
    const bool capital = std::isupper(static_cast<unsigned char>(text[letter])) != 0;
    out[letter] = hour >= 12 ? (capital ? 'P' : 'p') : (capital ? 'A' : 'a');
    return out.replace(start, end - start, clock);
  }
  return std::nullopt;
}

}  // namespace figcheck::pipeline
