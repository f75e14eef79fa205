// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstddef>
#include <string_view>

#include "figcheck/document.h"
#include "figcheck/figure.h"
#include "figcheck/interval.h"

// The words for our enumerators in JSON, YAML and reports. Each table is in the order of its enum.
namespace figcheck {
namespace {

constexpr std::array kSections = {"text", "headline"};

constexpr std::array kBlockKinds = {"headline",  "standfirst", "heading", "paragraph",
                                    "list-item", "table-cell", "caption", "quotation"};

constexpr std::array kFigureKinds = {"count",   "percent",  "points",   "money",    "measure",
                                     "ratio",   "multiple", "ordinal",  "score",    "date",
                                     "weekday", "time",     "datetime", "duration", "period",
                                     "age",     "year",     "set",      "list"};

constexpr std::array kHedges = {"none",     "about", "nearly", "just-over", "over",
                                "at-least", "under", "up-to",  "exactly",   "vague"};

constexpr std::array kStatuses = {"unchecked", "checked", "contradicted", "undecided"};

constexpr std::array kVerdicts = {"holds", "fails", "cannot tell"};

static_assert(kSections.size() == static_cast<std::size_t>(Section::headline) + 1);
static_assert(kBlockKinds.size() == static_cast<std::size_t>(BlockKind::quotation) + 1);
static_assert(kFigureKinds.size() == static_cast<std::size_t>(FigureKind::list) + 1);
static_assert(kHedges.size() == static_cast<std::size_t>(Hedge::vague) + 1);
static_assert(kStatuses.size() == static_cast<std::size_t>(FigureStatus::undecided) + 1);
static_assert(kVerdicts.size() == static_cast<std::size_t>(Verdict::cannot_tell) + 1);

template <typename Enum, std::size_t Size>
const char* name_in(const std::array<const char*, Size>& names, Enum value) {
  const auto index = static_cast<std::size_t>(value);
  return index < Size ? names[index] : "";
}

}  // namespace

const char* to_string(Section section) { return name_in(kSections, section); }
const char* to_string(BlockKind kind) { return name_in(kBlockKinds, kind); }
const char* to_string(FigureKind kind) { return name_in(kFigureKinds, kind); }
const char* to_string(Hedge hedge) { return name_in(kHedges, hedge); }
const char* to_string(FigureStatus status) { return name_in(kStatuses, status); }
const char* to_string(Verdict verdict) { return name_in(kVerdicts, verdict); }

std::optional<FigureKind> figure_kind_by_name(std::string_view name) {
  for (std::size_t i = 0; i < kFigureKinds.size(); ++i) {
    if (name == kFigureKinds[i]) return static_cast<FigureKind>(i);
  }
  return std::nullopt;
}

Verdict operator!(Verdict verdict) {
  switch (verdict) {
    case Verdict::holds:
      return Verdict::fails;
    case Verdict::fails:
      return Verdict::holds;
    case Verdict::cannot_tell:
      break;
  }
  return Verdict::cannot_tell;
}

Verdict operator&&(Verdict a, Verdict b) {
  if (a == Verdict::fails || b == Verdict::fails) return Verdict::fails;
  return a == Verdict::holds && b == Verdict::holds ? Verdict::holds : Verdict::cannot_tell;
}

Verdict operator||(Verdict a, Verdict b) {
  if (a == Verdict::holds || b == Verdict::holds) return Verdict::holds;
  return a == Verdict::fails && b == Verdict::fails ? Verdict::fails : Verdict::cannot_tell;
}

}  // namespace figcheck
