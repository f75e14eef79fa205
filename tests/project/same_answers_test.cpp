// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "figcheck/report.h"
#include "project/shipped.h"

namespace figcheck::project {
namespace {

/// All that can be said of an article.
std::string answers(const Engine& with, const std::string& path) {
  auto document = Engine::read(content(path), path);
  REQUIRE(document.ok());
  const Report report = with.check(std::move(document).value());
  std::string out = report::figures_json(report) + "\n" + report::findings_json(report);
  for (const Claim& claim : report.claims) {
    out += "\n" + claim.kind + " by " + claim.frame;
    for (const RoleFigures& role : claim.roles) {
      out += " " + role.role;
      for (const auto figure : role.figures) out += " " + std::to_string(figure);
    }
  }
  return out;
}

TEST_CASE("the shipped image and the folder rules give the same answers") {
  Diagnostics diagnostics;
  EngineOptions options;
  options.bare = true;
  options.rules = {"rules"};
  const auto from_folder = Engine::load(options, diagnostics);
  CHECK(diagnostics.empty());
  REQUIRE(from_folder);
  const auto articles = files_below("fixtures/articles", {".md", ".html", ".txt"});
  CHECK(articles.size() >= 3);
  for (const std::string& path : articles) {
    CAPTURE(path);
    CHECK(answers(engine(), path) == answers(*from_folder, path));
  }
  CHECK(engine().rules().size() == from_folder->rules().size());
}

TEST_CASE("the same article gets the same answer again") {
  for (const std::string& path : files_below("fixtures/articles", {".md", ".html", ".txt"})) {
    CAPTURE(path);
    CHECK(answers(engine(), path) == answers(engine(), path));
  }
}

TEST_CASE("every span of an answer is the text that it says it is") {
  for (const std::string& path : files_below("fixtures/articles", {".md", ".html", ".txt"})) {
    CAPTURE(path);
    auto document = Engine::read(content(path), path);
    REQUIRE(document.ok());
    const Report report = engine().check(std::move(document).value());
    for (const Figure& figure : report.figures) {
      CAPTURE(figure.text);
      const std::string& source = report.document.source(figure.section);
      REQUIRE(figure.span.end <= source.size());
      CHECK(figure.span.start < figure.span.end);
      CHECK(report.document.slice(figure.text_span) == figure.text);
      CHECK(report.document.to_source(figure.text_span) == figure.span);
    }
    for (const Finding& finding : report.findings) {
      CHECK(report.document.source(finding.at.section)
                .substr(finding.at.span.start, finding.at.span.size()) == finding.at.text);
    }
  }
}

}  // namespace
}  // namespace figcheck::project
