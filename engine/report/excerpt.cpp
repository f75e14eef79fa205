// SPDX-License-Identifier: Apache-2.0
#include "report/excerpt.h"

#include <algorithm>

#include "base/text.h"

namespace figcheck::report {
namespace {

constexpr std::size_t kColumns = 100;
/// How much of one mark a cut line shows, and how much stands around it at least.
constexpr std::size_t kLongestMark = 60;
constexpr std::size_t kContext = 12;
/// Windows that are nearer than this at first are one.
constexpr std::size_t kGap = 20;
/// How far the edge of a window moves to reach a blank.
constexpr std::size_t kWord = 14;

bool continues_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// Both go by `count` code points at most and stop at the ends of the line.
std::size_t step_back(std::string_view line, std::size_t offset, std::size_t count) {
  while (count > 0 && offset > 0) {
    --offset;
    if (!continues_code_point(line[offset])) --count;
  }
  return offset;
}

std::size_t step_on(std::string_view line, std::size_t offset, std::size_t count) {
  while (count > 0 && offset < line.size()) {
    next_code_point(line, offset);
    --count;
  }
  return offset;
}

bool fits(std::string_view line) {
  return line.size() <= kColumns || (line.size() <= 4 * kColumns && columns_of(line) <= kColumns);
}

/// Makes windows one that overlap or have less than `gap` between them. They must be in order.
std::vector<Span> joined(std::string_view line, const std::vector<Span>& windows, std::size_t gap) {
  std::vector<Span> out;
  for (const Span& window : windows) {
    if (!out.empty() && step_on(line, out.back().end, gap) >= window.start) {
      out.back().end = std::max(out.back().end, window.end);
    } else {
      out.push_back(window);
    }
  }
  return out;
}

/// Spends the columns that are left on both sides of each window, a column at a time.
void widen(std::string_view line, std::vector<Span>& windows) {
  std::size_t used = 0;
  for (const Span& window : windows) used += columns_of(line.substr(window.start, window.size()));
  bool moved = true;
  while (moved && used < kColumns) {
    moved = false;
    for (std::size_t i = 0; i < windows.size() && used < kColumns; ++i) {
      const std::size_t before = i == 0 ? 0 : windows[i - 1].end;
      const std::size_t after = i + 1 == windows.size() ? line.size() : windows[i + 1].start;
      if (windows[i].start > before) {
        windows[i].start = step_back(line, windows[i].start, 1);
        ++used;
        moved = true;
      }
      if (windows[i].end < after && used < kColumns) {
        windows[i].end = step_on(line, windows[i].end, 1);
        ++used;
        moved = true;
      }
    }
  }
}

/// Returns the parts of a long line to show: the marks with what stands around them.
std::vector<Span> windows_around(std::string_view line, const std::vector<Underline>& underlines) {
  std::vector<Span> windows;
  for (const Underline& one : underlines) {
    const std::size_t end = std::min(one.span.end, step_on(line, one.span.start, kLongestMark));
    windows.push_back({step_back(line, one.span.start, kContext), step_on(line, end, kContext)});
  }
  std::sort(windows.begin(), windows.end(),
            [](const Span& a, const Span& b) { return a.start < b.start; });
  windows = joined(line, windows, kGap);
  widen(line, windows);
  return joined(line, windows, 1);
}

/// Moves the edges of a window inward to whole words, but not into a mark.
void trim(std::string_view line, const std::vector<Underline>& underlines, Span& window) {
  std::size_t least = window.end;
  std::size_t most = window.start;
  for (const Underline& one : underlines) {
    if (!one.span.overlaps(window) && one.span.start != window.start) continue;
    least = std::min(least, std::max(one.span.start, window.start));
    most = std::max(most, std::min(one.span.end, window.end));
  }
  if (window.start > 0) {
    const std::size_t limit = std::min(least, step_on(line, window.start, kWord));
    const std::size_t blank = line.find(' ', window.start - 1);
    if (blank < limit) window.start = blank + 1;
  }
  if (window.end < line.size()) {
    const std::size_t limit = std::max(most, step_back(line, window.end, kWord));
    const std::size_t blank = line.rfind(' ', window.end);
    if (blank != std::string_view::npos && blank >= limit) window.end = blank;
  }
}

/// Writes glyphs and the signs under them side by side.
class Rows {
 public:
  Rows(const std::vector<Underline>& underlines, Style first, const Painter& paint)
      : underlines_(underlines), first_(first), paint_(paint) {}

  void add(std::string_view line, const Span& window) {
    for (std::size_t offset = window.start; offset < window.end;) {
      const char sign = sign_at(offset);
      const Glyph glyph = glyph_of(next_code_point(line, offset));
      append_utf8(text_, glyph.code_point);
      signs_.append(glyph.columns, sign);
    }
  }

  /// Adds text of ours: a cut.
  void add_unmarked(std::string_view text) {
    text_ += text;
    signs_.append(columns_of(text), ' ');
  }

  /// For a mark at the very end of the line, which has no byte to stand under.
  void add_sign_after(std::size_t offset) {
    const char sign = sign_at(offset);
    if (sign != ' ') signs_ += sign;
  }

  Excerpt take() {
    signs_.erase(signs_.find_last_not_of(' ') + 1);
    std::string painted;
    for (std::size_t start = 0; start < signs_.size();) {
      const std::size_t end =
          std::min(signs_.find_first_not_of(signs_[start], start), signs_.size());
      const std::string_view run = std::string_view(signs_).substr(start, end - start);
      painted += run.front() == ' ' ? std::string(run)
                                    : paint_(run.front() == '^' ? first_ : Style::related, run);
      start = end;
    }
    return {std::move(text_), std::move(painted)};
  }

 private:
  char sign_at(std::size_t offset) const {
    char sign = ' ';
    for (const Underline& one : underlines_) {
      const bool inside = one.span.start <= offset && offset < one.span.end;
      const bool here = one.span.empty() && one.span.start == offset;
      if (!inside && !here) continue;
      if (one.first) return '^';
      sign = '-';
    }
    return sign;
  }

  const std::vector<Underline>& underlines_;
  Style first_;
  const Painter& paint_;
  std::string text_;
  std::string signs_;
};

}  // namespace

Excerpt excerpt(std::string_view line, const std::vector<Underline>& underlines, Style first,
                const Painter& paint) {
  std::vector<Span> windows = {{0, line.size()}};
  if (!fits(line)) {
    windows = windows_around(line, underlines);
    for (Span& window : windows) trim(line, underlines, window);
  }
  Rows rows(underlines, first, paint);
  std::size_t shown = 0;
  for (const Span& window : windows) {
    if (window.start > shown) rows.add_unmarked(shown == 0 ? "\u2026 " : " \u2026 ");
    rows.add(line, window);
    shown = window.end;
  }
  if (shown < line.size()) {
    rows.add_unmarked(" \u2026");
  } else {
    rows.add_sign_after(line.size());
  }
  return rows.take();
}

}  // namespace figcheck::report
