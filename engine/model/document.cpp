// SPDX-License-Identifier: Apache-2.0
#include "figcheck/document.h"

#include <algorithm>

namespace figcheck {

Span Document::to_source(const Span& in_text, Section* section) const {
  if (section != nullptr) *section = Section::text;
  if (runs.empty()) return {};
  const auto after = [this](std::size_t offset) {
    return std::upper_bound(
        runs.begin(), runs.end(), offset,
        [](std::size_t at, const SourceRun& run) { return at < run.text.start; });
  };

  // The run of the first byte. A span that begins in the blank between two blocks begins with the
  // next one; an empty span at a run's end stays there.
  auto first = after(in_text.start);
  if (first != runs.begin()) --first;
  const bool past =
      in_text.start >= first->text.end && !(in_text.empty() && in_text.start == first->text.end);
  if (past && std::next(first) != runs.end()) ++first;
  if (section != nullptr) *section = first->section;

  Span result;
  if (in_text.start <= first->text.start) {
    result.start = first->source.start;
  } else if (in_text.start >= first->text.end) {
    result.start = first->source.end;
  } else {
    result.start = first->source.start + (first->verbatim ? in_text.start - first->text.start : 0);
  }

  // The run of the last byte. Bytes of two sections are never one span.
  auto last = in_text.empty() ? first : after(in_text.end - 1);
  if (last != runs.begin() && !in_text.empty()) --last;
  while (last > first && last->section != first->section) --last;
  if (last < first) last = first;
  if (in_text.end >= last->text.end) {
    result.end = last->source.end;
  } else if (in_text.end <= last->text.start) {
    result.end = last->source.start;
  } else {
    result.end =
        last->verbatim ? last->source.start + (in_text.end - last->text.start) : last->source.end;
  }
  result.end = std::max(result.end, result.start);
  return result;
}

Position position_of(std::string_view source, std::size_t offset) {
  const std::string_view before = source.substr(0, std::min(offset, source.size()));
  Position position;
  position.line += static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t end_of_last = before.rfind('\n');
  const std::string_view line =
      end_of_last == std::string_view::npos ? before : before.substr(end_of_last + 1);
  // Bytes that begin a code point; 10xxxxxx continues one.
  position.column +=
      static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
      }));
  return position;
}

}  // namespace figcheck
