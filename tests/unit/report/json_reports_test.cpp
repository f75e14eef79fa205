// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <doctest/doctest.h>

#include "figcheck/report.h"
#include "report/make_report.h"

using figcheck::Bound;
using figcheck::Comparison;
using figcheck::Decimal;
using figcheck::Diagnostic;
using figcheck::Figure;
using figcheck::FigureKind;
using figcheck::FigureStatus;
using figcheck::Finding;
using figcheck::Hedge;
using figcheck::Interval;
using figcheck::Level;
using figcheck::Report;
using figcheck::Section;
using figcheck::Verdict;
using figcheck::report::comparison_json;
using figcheck::report::error_json;
using figcheck::report::figures_json;
using figcheck::report::findings_json;
using figcheck::report::make_figure;
using figcheck::report::make_finding;
using figcheck::report::make_mark;
using figcheck::report::make_report;

TEST_CASE("findings are one JSON object on one line") {
  Report report = make_report("r1", "6 of the\n5 ships", "Five \"ships\"");
  Finding finding = make_finding("figures/part-exceeds-whole", "6 > 5", make_mark(report, "6"));
  finding.related = {make_mark(report, "5 ships", "whole"),
                     make_mark(report, "Five \"ships\"", "also", Section::headline)};
  finding.arithmetic = {"6 - 5 = 1"};
  finding.repairs = {{Section::text, finding.at.span, "5"}};
  report.findings = {finding};
  CHECK(findings_json(report) ==
        R"({"id":"r1","findings":[{"rule":"figures/part-exceeds-whole","level":"error",)"
        R"("message":"6 > 5","section":"text","start":0,"end":1,"text":"6",)"
        R"("related":[{"section":"text","start":9,"end":16,"text":"5 ships","role":"whole"},)"
        R"({"section":"headline","start":0,"end":12,"text":"Five \"ships\"","role":"also"}],)"
        R"("arithmetic":["6 - 5 = 1"],)"
        R"("repairs":[{"section":"text","start":0,"end":1,"replacement":"5"}]}]})");
}

TEST_CASE("an article without findings still has an answer") {
  CHECK(findings_json(make_report("r1", "")) == R"({"id":"r1","findings":[]})");
  CHECK(figures_json(make_report("r1", "")) == R"({"id":"r1","figures":[]})");
}

TEST_CASE("a number in JSON has its value as written, its ends, and what became of it") {
  Report report = make_report("r1", "\"about 4.50 to 6 km\"");
  Figure figure = make_figure(report, "about 4.50 to 6 km", FigureKind::measure);
  figure.value = Decimal::parse("4.50");
  figure.upper = 6;
  figure.range = true;
  figure.interval = Interval(Bound{*Decimal::parse("4.4"), true}, std::nullopt);
  figure.unit = "km";
  figure.subject.words = "of road";
  figure.hedge = Hedge::about;
  figure.status = FigureStatus::undecided;
  figure.rules = {"a/b", "c/d"};
  figure.reason = "both fit";
  figure.quoted = true;
  figure.attribution = "the ministry";
  figure.place_name = "Baku";
  report.figures = {figure};
  CHECK(figures_json(report) ==
        R"({"id":"r1","figures":[{"section":"text","start":1,"end":19,"text":"about 4.50 to 6 km",)"
        R"("kind":"measure","value":"4.50","upper":"6","low":"4.4","high":null,"unit":"km",)"
        R"("subject":"of road","hedge":"about","status":"undecided","rules":["a/b","c/d"],)"
        R"("reason":"both fit","readings":["4.50/6"],"quoted":true,"attribution":"the ministry",)"
        R"("place":"Baku"}]})");
}

TEST_CASE("the value of a figure in JSON is ISO 8601 where there is one") {
  struct Row {
    const char* iso;
    std::optional<Decimal> value;
    std::string json;
  };
  const Row rows[] = {
      {"P5Y", 5, R"("value":"P5Y")"},        {"", 5, R"("value":"5")"},
      {"1923", 1923, R"("value":"1923")"},   {"T13:00", std::nullopt, R"("value":"T13:00")"},
      {"", std::nullopt, R"("value":null)"},
  };
  for (const Row& row : rows) {
    Report report = make_report("r1", "x");
    Figure figure = make_figure(report, "x", FigureKind::duration);
    figure.time.emplace().iso = row.iso;
    figure.value = row.value;
    report.figures = {figure};
    CAPTURE(row.json);
    CHECK(figures_json(report).find(row.json + ",") != std::string::npos);
  }
}

TEST_CASE("the readings of an ambiguous figure are values") {
  Report report = make_report("r1", "3/4");
  Figure figure = make_figure(report, "3/4", FigureKind::date);
  figure.readings = {{"2024-04-03", "", "day first"}, {"2024-03-04", "", "month first"}};
  report.figures = {figure};
  CHECK(figures_json(report).find(R"("readings":["2024-04-03","2024-03-04"])") !=
        std::string::npos);
}

TEST_CASE("everything in a comparison names its document") {
  Comparison comparison;
  comparison.event = "e1";
  comparison.facts = {{"killed",
                       {{"a", "Reuters", "12", {1, 3}, Section::text, Interval::exactly(12)},
                        {"b", "", "nine", {0, 4}, Section::headline, Interval::at_most(9)}},
                       Verdict::cannot_tell}};
  Finding finding;
  finding.rule = "sources/toll";
  finding.level = Level::warning;
  finding.message = "12 or 9";
  finding.id = "a";
  finding.at = {"a", "first", Section::text, {1, 3}, "12"};
  finding.related = {{"b", "again", Section::headline, {0, 4}, "nine"}};
  comparison.findings = {finding};
  CHECK(
      comparison_json(comparison) ==
      R"({"event":"e1","facts":[{"measure":"killed","values":[)"
      R"({"id":"a","source":"Reuters","text":"12","section":"text","start":1,"end":3,)"
      R"("low":"12","high":"12"},)"
      R"({"id":"b","source":"","text":"nine","section":"headline","start":0,"end":4,)"
      R"("low":null,"high":"9"}],"verdict":"cannot tell"}],)"
      R"("findings":[{"id":"a","rule":"sources/toll","level":"warning","message":"12 or 9",)"
      R"("section":"text","start":1,"end":3,"text":"12",)"
      R"("related":[{"id":"b","section":"headline","start":0,"end":4,"text":"nine","role":"again"}],)"
      R"("arithmetic":[],"repairs":[]}]})");
}

TEST_CASE("an answer with an error says only what is known") {
  Diagnostic why;
  why.code = "D010";
  why.message = "not valid JSON";
  CHECK(error_json("", why) == R"({"code":"D010","error":"not valid JSON"})");
  why.line = 3;
  CHECK(error_json("x", why) == R"({"id":"x","line":3,"code":"D010","error":"not valid JSON"})");
  why.column = 7;
  CHECK(error_json("x", why) ==
        R"({"id":"x","line":3,"column":7,"code":"D010","error":"not valid JSON"})");
}
