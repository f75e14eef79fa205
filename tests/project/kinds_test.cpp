// SPDX-License-Identifier: Apache-2.0
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "fixture/case.h"
#include "project/shipped.h"

namespace figcheck::project {

TEST_CASE("every kind of figure has a fixture of its name with hits and misses") {
  for (int i = 0; i <= static_cast<int>(FigureKind::list); ++i) {
    const auto kind = static_cast<FigureKind>(i);
    const std::string path = std::string("fixtures/extract/") + to_string(kind) + ".yaml";
    CAPTURE(path);
    const auto tree = yaml::Tree::parse(content(path), path);
    REQUIRE(tree.ok());
    Diagnostics diagnostics;
    const auto fixture = fixture::read_fixture(tree.value()->root(), diagnostics);
    CHECK(diagnostics.empty());
    CHECK(fixture.kinds == std::vector<FigureKind>{kind});
    int hits = 0;
    int misses = 0;
    for (const auto& one : fixture.cases) {
      ++(one.figures.empty() && one.means.empty() ? misses : hits);
    }
    CHECK(hits >= 1);
    CHECK(misses >= 1);
  }
}

TEST_CASE("every kind of figure has a phrase or is found otherwise") {
  std::set<FigureKind> kinds = {FigureKind::count, FigureKind::ordinal, FigureKind::list};
  for (const auto& entry : shipped().phrasebook.entries()) kinds.insert(entry.phrase->kind);
  for (int i = 0; i <= static_cast<int>(FigureKind::list); ++i) {
    const auto kind = static_cast<FigureKind>(i);
    CAPTURE(to_string(kind));
    CHECK(kinds.contains(kind));
  }
}

TEST_CASE("every fixture file is a fixture") {
  int cases = 0;
  for (const std::string& path : files_below("fixtures", {".yaml"})) {
    if (path.starts_with("fixtures/rule_errors/") || path.starts_with("fixtures/reports/"))
      continue;
    CAPTURE(path);
    const auto tree = yaml::Tree::parse(content(path), path);
    REQUIRE(tree.ok());
    Diagnostics diagnostics;
    const auto fixture = fixture::read_fixture(tree.value()->root(), diagnostics);
    for (const Diagnostic& diagnostic : diagnostics) FAIL_CHECK(diagnostic.to_string());
    cases += static_cast<int>(fixture.cases.size());
  }
  CHECK(cases > 400);
}

}  // namespace figcheck::project
