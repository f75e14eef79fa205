// SPDX-License-Identifier: Apache-2.0
// Findings as an editor sees them: the place and the message, the lines with their marks, how the
// arithmetic goes, and the repairs.
#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "figcheck/report.h"
#include "report/excerpt.h"
#include "report/finding_parts.h"
#include "report/lines.h"
#include "report/screen.h"

namespace figcheck::report {
namespace {

/// Width of the line numbers, as in diagnostics.
constexpr std::size_t kMargin = 4;

/// The lines of both sections of a document, found when first needed.
class Sections {
 public:
  explicit Sections(const Document& document) : document_(document) {}

  Lines& operator[](Section section) {
    std::optional<Lines>& lines = section == Section::headline ? headline_ : text_;
    if (!lines) lines.emplace(document_.source(section));
    return *lines;
  }

 private:
  const Document& document_;
  std::optional<Lines> headline_;
  std::optional<Lines> text_;
};

class FindingWriter {
 public:
  FindingWriter(const Document& document, TextColor color)
      : document_(document), sections_(document), paint_(color) {}

  std::string write(const Finding& finding) {
    std::string out = heading(place_of(finding.at), finding, paint_);
    out += lines_of(finding);
    out += steps_of(finding, margin_);
    if (const std::string repairs = repairs_of(finding); !repairs.empty()) {
      out += fmt::format("{}repair: {}\n", margin_, repairs);
    }
    return out + '\n';
  }

 private:
  /// Section and number of a line: the headline goes first.
  struct LineKey {
    bool in_text = false;
    std::size_t number = 0;
    friend auto operator<=>(const LineKey&, const LineKey&) = default;
  };

  std::string place_of(const Mark& mark) {
    const Position position = sections_[mark.section].position(mark.span.start);
    const char* section = mark.section == Section::headline ? ":headline" : "";
    return fmt::format("{}{}:{}:{}", printable(document_.id), section, position.line,
                       position.column);
  }

  bool is_here(const Mark& mark) const { return mark.id.empty() || mark.id == document_.id; }

  void mark(std::map<LineKey, std::vector<Underline>>& marked, const Mark& mark, bool first) {
    const Lines& lines = sections_[mark.section];
    const std::size_t last = mark.span.empty() ? mark.span.start : mark.span.end - 1;
    for (std::size_t line = lines.number_of(mark.span.start); line <= lines.number_of(last);
         ++line) {
      const std::size_t start = lines.start_of(line);
      const std::size_t size = lines.text_of(line).size();
      const auto within = [start, size](std::size_t offset) {
        return offset <= start ? 0 : std::min(offset - start, size);
      };
      const Span span = {within(mark.span.start), within(mark.span.end)};
      // A mark over two lines leaves nothing of itself on an empty one between.
      if (span.empty() && !mark.span.empty()) continue;
      marked[{mark.section == Section::text, line}].push_back({span, first});
    }
  }

  std::string lines_of(const Finding& finding) {
    std::map<LineKey, std::vector<Underline>> marked;
    mark(marked, finding.at, true);
    for (const Mark& one : finding.related) {
      if (is_here(one)) mark(marked, one, false);
    }

    std::size_t width = kMargin;
    std::vector<std::string> labels;
    for (const auto& [key, underlines] : marked) {
      labels.push_back(key.in_text ? fmt::format("{}", key.number) : "head");
      width = std::max(width, labels.back().size());
    }
    margin_.assign(width + 1, ' ');

    std::string out;
    std::size_t at = 0;
    for (const auto& [key, underlines] : marked) {
      const Lines& lines = sections_[key.in_text ? Section::text : Section::headline];
      const Excerpt shown =
          excerpt(lines.text_of(key.number), underlines, style_of(finding.level), paint_);
      out += fmt::format("{:>{}} | {}\n", labels[at++], width, shown.text);
      out += fmt::format("{}| {}\n", margin_, shown.underlines);
    }
    return out;
  }

  std::string repairs_of(const Finding& finding) const {
    std::string out;
    for (const Repair& repair : finding.repairs) {
      if (!out.empty()) out += ", or ";
      const auto old = printable(slice(document_.source(repair.section), repair.span));
      if (repair.replacement.empty()) {
        out += fmt::format("without \"{}\"", old);
        continue;
      }
      out += fmt::format("\"{}\"", printable(repair.replacement));
      if (stands_already(repair.replacement, finding)) out += fmt::format(" for \"{}\"", old);
    }
    return out;
  }

  /// Returns whether a figure of the finding has these words, so that they do not tell by
  /// themselves which figure they would replace.
  static bool stands_already(const std::string& words, const Finding& finding) {
    return words == finding.at.text ||
           std::any_of(finding.related.begin(), finding.related.end(),
                       [&words](const Mark& mark) { return mark.text == words; });
  }

  static std::string_view slice(std::string_view source, const Span& span) {
    const std::size_t start = std::min(span.start, source.size());
    return source.substr(start, span.size());
  }

  const Document& document_;
  Sections sections_;
  Painter paint_;
  std::string margin_;
};

}  // namespace

std::string findings_of(const Document& document, const std::vector<Finding>& findings,
                        TextColor color) {
  FindingWriter writer(document, color);
  std::string out;
  for (const Finding& finding : findings) out += writer.write(finding);
  return out;
}

std::string findings_text(const Report& report, TextColor color) {
  return findings_of(report.document, report.findings, color);
}

}  // namespace figcheck::report
