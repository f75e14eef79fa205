// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <doctest/doctest.h>

#include "figcheck/document.h"
#include "figcheck/figure.h"
#include "figcheck/interval.h"

using figcheck::BlockKind;
using figcheck::FigureKind;
using figcheck::FigureStatus;
using figcheck::Hedge;
using figcheck::Section;
using figcheck::Verdict;

TEST_CASE("every figure kind is found again by its name") {
  for (int i = 0; i <= static_cast<int>(FigureKind::list); ++i) {
    const auto kind = static_cast<FigureKind>(i);
    CAPTURE(i);
    CHECK(figcheck::figure_kind_by_name(to_string(kind)) == kind);
  }
  CHECK(figcheck::figure_kind_by_name("per cent") == std::nullopt);
  CHECK(figcheck::figure_kind_by_name("") == std::nullopt);
  CHECK(figcheck::figure_kind_by_name("Count") == std::nullopt);
}

TEST_CASE("enumerators have the names that reports use") {
  CHECK(std::string(to_string(FigureKind::count)) == "count");
  CHECK(std::string(to_string(FigureKind::points)) == "points");
  CHECK(std::string(to_string(FigureKind::datetime)) == "datetime");
  CHECK(std::string(to_string(FigureKind::list)) == "list");
  CHECK(std::string(to_string(Section::text)) == "text");
  CHECK(std::string(to_string(Section::headline)) == "headline");
  CHECK(std::string(to_string(BlockKind::headline)) == "headline");
  CHECK(std::string(to_string(BlockKind::list_item)) == "list-item");
  CHECK(std::string(to_string(BlockKind::table_cell)) == "table-cell");
  CHECK(std::string(to_string(BlockKind::quotation)) == "quotation");
  CHECK(std::string(to_string(Hedge::none)) == "none");
  CHECK(std::string(to_string(Hedge::just_over)) == "just-over");
  CHECK(std::string(to_string(Hedge::at_least)) == "at-least");
  CHECK(std::string(to_string(Hedge::up_to)) == "up-to");
  CHECK(std::string(to_string(Hedge::vague)) == "vague");
  CHECK(std::string(to_string(FigureStatus::unchecked)) == "unchecked");
  CHECK(std::string(to_string(FigureStatus::undecided)) == "undecided");
  CHECK(std::string(to_string(Verdict::holds)) == "holds");
  CHECK(std::string(to_string(Verdict::fails)) == "fails");
  CHECK(std::string(to_string(Verdict::cannot_tell)) == "cannot tell");
}

TEST_CASE("one known side settles a verdict only where the other cannot change it") {
  constexpr Verdict kYes = Verdict::holds;
  constexpr Verdict kNo = Verdict::fails;
  constexpr Verdict kMaybe = Verdict::cannot_tell;
  struct Row {
    Verdict a;
    Verdict b;
    Verdict both;
    Verdict either;
  };
  const Row rows[] = {
      {kYes, kYes, kYes, kYes}, {kYes, kNo, kNo, kYes},     {kYes, kMaybe, kMaybe, kYes},
      {kNo, kNo, kNo, kNo},     {kNo, kMaybe, kNo, kMaybe}, {kMaybe, kMaybe, kMaybe, kMaybe},
  };
  for (const Row& row : rows) {
    CAPTURE(to_string(row.a));
    CAPTURE(to_string(row.b));
    CHECK((row.a && row.b) == row.both);
    CHECK((row.b && row.a) == row.both);
    CHECK((row.a || row.b) == row.either);
    CHECK((row.b || row.a) == row.either);
  }
  CHECK(!kYes == kNo);
  CHECK(!kNo == kYes);
  CHECK(!kMaybe == kMaybe);
}
