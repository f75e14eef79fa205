// SPDX-License-Identifier: Apache-2.0
#include "check/run.h"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "rule/vocabulary.h"

namespace figcheck::check {
namespace {

using expr::count;
using expr::Scene;

const char* const kTests = R"yaml(
tests:
  - {text: "[a]{part}", finds: {part: fails}}
  - {text: b, finds: nothing}
)yaml";

const std::string kPartRule = std::string(R"yaml(rule: figures/part-exceeds-whole
summary: A part is larger than the whole it belongs to
on: part-of-whole
where: kin(part, whole)
let: {gap: part - whole}
holds: part <= whole
level: error
warn_when: whole.hedge = 'about'
message: "{part} cannot be among {whole}: {part.value} > {whole.value}"
arithmetic: ["{part.value} - {whole.value} = {gap}", "{part / 0} is left out"]
diagnose:
  - {when: part.quoted, note: never}
  - {when: "part.value = 2261", note: "the two may be swapped: {whole.value} of {part.value}"}
  - {when: true, note: too late}
repairs:
  - {at: part, to: whole}
  - {at: whole, to: "{like(whole, part)}"}
  - {at: part, to: "{like(part, part)}"}
why: Because.)yaml") + kTests;

const std::string kTotalRule = std::string(R"yaml(rule: figures/sum-mismatch
summary: The parts do not add up to the total
on: total
holds: sum(parts) = whole
level: warning
message: "{parts} make {sum(parts)}, not {whole}"
repairs:
  - {at: parts, to: "'x'"}
  - {at: whole, to: sum(parts)}
at: whole
why: Because.)yaml") + kTests;

rule::RuleSet rules(const std::vector<std::string>& texts) {
  std::vector<rule::File> files;
  for (const std::string& text : texts) {
    files.push_back({"rules/core/" + text.substr(6, text.find('\n') - 6) + ".yaml", text});
  }
  Diagnostics diagnostics;
  rule::RuleSet out = rule::load({rule::pack("core", files)}, rule::vocabulary(), diagnostics);
  REQUIRE(rule::print(diagnostics) == "");
  return out;
}

Figure person(std::string text, std::string_view value) {
  Figure out = count(std::move(text), value);
  out.subject.noun_class = "person";
  return out;
}

Scene parts(Figure whole, Figure part) {
  Scene scene;
  scene.role("whole", {FigureKind::count}, {std::move(whole)});
  scene.role("part", {FigureKind::count}, {std::move(part)});
  scene.claim.kind = "part-of-whole";
  scene.context.document.id = "camp.md";
  return scene;
}

std::vector<Finding> run(const rule::RuleSet& set, Scene& scene, const Options& options = {}) {
  const std::vector<Claim> claims = {scene.claim};
  return check::run(set, claims, scene.figures, scene.context, options);
}

TEST_CASE("a finding carries its message, marks, arithmetic and repairs") {
  Scene scene = parts(person("1,049 civilians", "1049"), person("2,261 children", "2261"));
  const std::vector<Finding> findings = run(rules({kPartRule}), scene);
  REQUIRE(findings.size() == 1);
  const Finding& finding = findings[0];
  CHECK(finding.rule == "figures/part-exceeds-whole");
  CHECK(finding.level == Level::error);
  CHECK(finding.message == "2,261 children cannot be among 1,049 civilians: 2,261 > 1,049");
  CHECK(finding.id == "camp.md");
  CHECK(finding.at.role == "part");
  CHECK(finding.at.text == "2,261 children");
  CHECK(finding.at.span == Span{16, 30});
  REQUIRE(finding.related.size() == 1);
  CHECK(finding.related[0].role == "whole");
  CHECK(finding.related[0].text == "1,049 civilians");
  CHECK(finding.arithmetic == std::vector<std::string>{"2,261 - 1,049 = 1,212",
                                                       "the two may be swapped: 1,049 of 2,261"});
  REQUIRE(finding.repairs.size() == 2);
  CHECK(finding.repairs[0].span == Span{16, 30});
  CHECK(finding.repairs[0].replacement == "1,049 children");
  CHECK(finding.repairs[1].span == Span{0, 15});
  CHECK(finding.repairs[1].replacement == "2,261 civilians");
}

TEST_CASE("each verdict marks the figures that it rests on") {
  struct Row {
    std::string part;
    std::string low, high;
    FigureStatus status;
    std::vector<std::string> rules;
    std::string reason;
    std::size_t findings;
  };
  const std::string id = "figures/part-exceeds-whole";
  const Row rows[] = {
      {"10", "10", "10", FigureStatus::checked, {id}, "", 0},
      {"30", "30", "30", FigureStatus::contradicted, {id}, "", 1},
      {"20",
       "19",
       "21",
       FigureStatus::undecided,
       {},
       "the wording allows both answers to " + id,
       0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.part);
    Figure part = person(row.part, row.part);
    part.interval = Interval::closed(expr::decimal(row.low), expr::decimal(row.high));
    Scene scene = parts(person("20", "20"), part);
    CHECK(run(rules({kPartRule}), scene).size() == row.findings);
    for (const Figure& figure : scene.figures) {
      CHECK(figure.status == row.status);
      CHECK(figure.rules == row.rules);
      CHECK(figure.reason == row.reason);
    }
  }
}

TEST_CASE("a condition that cannot be told keeps the rule silent") {
  Scene scene = parts(person("1,049 civilians", "1049"), count("2,261 trucks", "2261"));
  CHECK(run(rules({kPartRule}), scene).empty());
  CHECK(scene.figures[0].status == FigureStatus::unchecked);
  CHECK(scene.figures[0].reason == "");
}

TEST_CASE("a failure that may be soft is a warning") {
  Figure whole = person("about 1,049", "1049");
  whole.hedge = Hedge::about;
  Scene scene = parts(whole, person("2,261", "2261"));
  CHECK(run(rules({kPartRule}), scene).at(0).level == Level::warning);
}

TEST_CASE("options turn rules off and set their levels") {
  Scene scene = parts(person("1,049", "1049"), person("2,261", "2261"));
  Options off;
  off.off.insert("figures/part-exceeds-whole");
  CHECK(run(rules({kPartRule}), scene, off).empty());
  Options level;
  level.levels["figures/part-exceeds-whole"] = Level::note;
  CHECK(run(rules({kPartRule}), scene, level).at(0).level == Level::note);
}

TEST_CASE("a role of several figures is checked and told as a list") {
  Scene scene;
  scene.role("whole", {FigureKind::count}, {count("20 people", "20")});
  scene.role("parts", {FigureKind::count}, {count("3 men", "3"), count("12 women", "12")}, true);
  scene.claim.kind = "total";
  const std::vector<Finding> findings = run(rules({kTotalRule}), scene);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].message == "3 men, 12 women make 15, not 20 people");
  CHECK(findings[0].at.role == "whole");
  REQUIRE(findings[0].related.size() == 2);
  CHECK(findings[0].related[1].text == "12 women");
  REQUIRE(findings[0].repairs.size() == 1);
  CHECK(findings[0].repairs[0].replacement == "15 people");
  for (const Figure& figure : scene.figures) CHECK(figure.status == FigureStatus::contradicted);
}

TEST_CASE("a claim without the figures of a rule is undecided and harms nothing") {
  Scene scene;
  scene.role("whole", {FigureKind::count}, {count("20 people", "20")});
  scene.role("parts", {FigureKind::count}, {}, true);
  scene.claim.kind = "total";
  scene.claim.roles.push_back({"parts", {77}});
  CHECK(run(rules({kTotalRule}), scene).empty());
  CHECK(scene.figures[0].status == FigureStatus::undecided);
}

TEST_CASE("findings come in the order of the text, each once") {
  Scene scene = parts(person("1,049", "1049"), person("2,261", "2261"));
  scene.role("whole", {FigureKind::count}, {person("3", "3")});
  scene.role("part", {FigureKind::count}, {person("4", "4")});
  std::vector<Claim> claims(3, scene.claim);
  claims[0].roles = {{"whole", {2}}, {"part", {3}}};
  claims[1].roles = {{"whole", {0}}, {"part", {1}}};
  claims[2].roles = {{"part", {1}}, {"whole", {0}}};
  const std::vector<Finding> findings =
      check::run(rules({kPartRule}), claims, scene.figures, scene.context);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].at.text == "2,261");
  CHECK(findings[1].at.text == "4");
}

TEST_CASE("a contradiction is not taken back by another rule that holds") {
  std::string other = kPartRule;
  other.replace(other.find("part-exceeds-whole"), 18, "part-is-negative");
  other.replace(other.find("part <= whole"), 13, "part >= 0");
  Scene scene = parts(person("1,049", "1049"), person("2,261", "2261"));
  CHECK(run(rules({kPartRule, other}), scene).size() == 1);
  CHECK(scene.figures[0].status == FigureStatus::contradicted);
  CHECK(scene.figures[1].status == FigureStatus::contradicted);
  CHECK(scene.figures[1].rules ==
        std::vector<std::string>{"figures/part-exceeds-whole", "figures/part-is-negative"});
  CHECK(scene.figures[0].rules == std::vector<std::string>{"figures/part-exceeds-whole"});
}

}  // namespace
}  // namespace figcheck::check
