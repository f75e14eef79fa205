// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "fixture/case.h"
#include "project/shipped.h"

namespace figcheck::project {
namespace {

TEST_CASE("every kind of claim is checked or asked for by a rule, or is part of another") {
  std::set<std::string> parts;
  for (const auto& assembly : shipped().claims.assemblies()) {
    for (const auto& part : assembly.parts) parts.insert(part.kind);
  }
  const auto rules = files_with("rule");
  for (const auto& kind : shipped().claims.kinds()) {
    CAPTURE(kind->name);
    // A kind that only tells something about a figure is asked for by name.
    const bool asked = std::any_of(rules.begin(), rules.end(), [&](const auto& tree) {
      return content(tree->path()).find("'" + kind->name + "'") != std::string::npos;
    });
    CHECK((asked || parts.contains(kind->name) || !shipped().rules.on(kind->name).empty()));
  }
}

TEST_CASE("every kind of claim is found by a frame, a join or a table") {
  std::set<std::string> found;
  for (const auto& frame : shipped().claims.frames()) found.insert(frame.kind->name);
  for (const auto& join : shipped().claims.joins()) found.insert(join.kind->name);
  for (const auto& table : shipped().claims.tables()) found.insert(table.kind->name);
  for (const auto& assembly : shipped().claims.assemblies()) found.insert(assembly.kind->name);
  for (const auto& kind : shipped().claims.kinds()) {
    CAPTURE(kind->name);
    CHECK(found.contains(kind->name));
  }
}

TEST_CASE("every kind of claim says what it is") {
  for (const auto& tree : files_with("claim")) {
    CAPTURE(tree->path());
    CHECK(tree->root().get("summary").text().size() > 10);
  }
}

TEST_CASE("every role of a claim is filled by one of its frames") {
  for (const auto& kind : shipped().claims.kinds()) {
    std::set<std::string> filled;
    bool joined = false;
    for (const auto& join : shipped().claims.joins()) joined = joined || join.kind == kind;
    for (const auto& table : shipped().claims.tables()) joined = joined || table.kind == kind;
    for (const auto& assembly : shipped().claims.assemblies()) {
      if (assembly.kind != kind) continue;
      for (const auto& take : assembly.takes) filled.insert(take.to);
    }
    for (const auto& frame : shipped().claims.frames()) {
      if (frame.kind != kind) continue;
      for (const auto& capture : frame.pattern->captures()) filled.insert(capture.name);
    }
    for (const Role& role : kind->roles) {
      CAPTURE(kind->name);
      CAPTURE(role.name);
      CHECK((joined || filled.contains(role.name)));
    }
  }
}

TEST_CASE("every kind of claim has a fixture of its name with hits and misses") {
  for (const auto& kind : shipped().claims.kinds()) {
    const std::string path = "fixtures/claims/" + kind->name + ".yaml";
    CAPTURE(path);
    const auto tree = yaml::Tree::parse(content(path), path);
    REQUIRE(tree.ok());
    Diagnostics diagnostics;
    const auto fixture = fixture::read_fixture(tree.value()->root(), diagnostics);
    CHECK(diagnostics.empty());
    CHECK(fixture.claim == kind->name);
    int hits = 0;
    int misses = 0;
    for (const auto& one : fixture.cases) ++(one.claims.empty() ? misses : hits);
    CHECK(hits >= 4);
    CHECK(misses >= 4);
  }
}

}  // namespace
}  // namespace figcheck::project
