// SPDX-License-Identifier: Apache-2.0
#include "figcheck/engine.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

#include "figcheck/report.h"

namespace figcheck {
namespace {

namespace fs = std::filesystem;

/// A folder of this test alone, gone at its end.
class Folder {
 public:
  explicit Folder(const std::string& name)
      : path_(fs::temp_directory_path() / fmt::format("figcheck-{}-{}", name, getpid())) {
    fs::remove_all(path_);
    fs::create_directories(path_ / "figures");
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

const Engine& shipped() {
  static const auto engine = [] {
    Diagnostics diagnostics;
    auto loaded = Engine::load({}, diagnostics);
    REQUIRE(loaded);
    return loaded;
  }();
  return *engine;
}

Report check(const Engine& engine, const std::string& text, const ArticleOptions& options = {}) {
  auto document = Engine::read(text, "article", options);
  REQUIRE(document.ok());
  return engine.check(std::move(document).value());
}

std::string rules_of(const Report& report) {
  std::string rules;
  for (const Finding& finding : report.findings) {
    rules += (rules.empty() ? "" : " ") + finding.rule + ":" + to_string(finding.level);
  }
  return rules;
}

const char* const kSwapped = "Some 1,049 civilians, including 2,261 children, are in the camp.";

std::string rule_named(const std::string& id, const std::string& message) {
  return "rule: " + id + R"(
summary: A house rule
on: part-of-whole
holds: part <= whole
level: note
message: ")" +
         message + R"("
why: A house rule for this test.
tests:
  - text: "Some [10 men]{whole}, including [12 boys]{part}, came."
    finds: {part: fails}
  - text: "Some 10 men, including 2 boys, came."
    finds: nothing
)";
}

}  // namespace

TEST_CASE("an engine that is loaded twice says the same") {
  Diagnostics diagnostics;
  const auto again = Engine::load({}, diagnostics);
  CHECK(diagnostics.empty());
  REQUIRE(again);
  CHECK(report::findings_json(check(*again, kSwapped)) ==
        report::findings_json(check(shipped(), kSwapped)));
}

TEST_CASE("a finding points at the bytes of its figures") {
  const Report report = check(shipped(), kSwapped);
  REQUIRE(report.findings.size() == 1);
  const Finding& finding = report.findings[0];
  CHECK(finding.rule == "figures/part-exceeds-whole");
  CHECK(finding.id == "article");
  CHECK(finding.at.role == "part");
  CHECK(finding.at.text == "2,261");
  CHECK(finding.at.span == Span{32, 37});
  REQUIRE(finding.related.size() == 1);
  CHECK(finding.related[0].role == "whole");
  CHECK(finding.repairs.size() == 2);
}

TEST_CASE("every figure is checked or has a reason why not") {
  const Report report =
      check(shipped(), std::string(kSwapped) +
                           " Sales rose 5 per cent to £105m from £100m. Dozens of "
                           "dogs barked at 12 cats in 1991.");
  CHECK(report.figures.size() >= 7);
  for (const Figure& figure : report.figures) {
    CAPTURE(figure.text);
    CHECK((figure.status == FigureStatus::unchecked) == figure.rules.empty());
    CHECK((figure.status == FigureStatus::unchecked) == !figure.reason.empty());
  }
}

TEST_CASE("a rule that is off says nothing, and one at another level says so") {
  Diagnostics diagnostics;
  EngineOptions off;
  off.off = {"figures/part-exceeds-whole"};
  CHECK(rules_of(check(*Engine::load(off, diagnostics), kSwapped)) == "");
  EngineOptions softer;
  softer.levels = {{"figures/part-exceeds-whole", Level::note}};
  CHECK(rules_of(check(*Engine::load(softer, diagnostics), kSwapped)) ==
        "figures/part-exceeds-whole:note");
}

TEST_CASE("a pack adds rules and replaces those of the same id") {
  const Folder folder("pack");
  folder.write("figures/house-part.yaml",
               rule_named("figures/house-part", "{part} is in the house"));
  folder.write("figures/part-exceeds-whole.yaml",
               rule_named("figures/part-exceeds-whole", "{part}!"));
  EngineOptions options;
  options.rules = {folder.path()};
  Diagnostics diagnostics;
  const auto engine = Engine::load(options, diagnostics);
  REQUIRE(engine);
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].code == "R009");
  CHECK(diagnostics[0].level == Level::note);
  const Report report = check(*engine, kSwapped);
  CHECK(rules_of(report) == "figures/house-part:note figures/part-exceeds-whole:note");
  CHECK(report.findings[1].message == "2,261!");
  CHECK(engine->test_rules("figures/house-part").size() == 2);
}

TEST_CASE("a pack with an error gives no engine, and all errors of all files") {
  const Folder folder("broken");
  folder.write("figures/a.yaml", "rule: figures/a\nlevel: loud\n");
  folder.write("figures/b.yaml", "rule: figures/b\non: part-of-hole\n");
  EngineOptions options;
  options.rules = {folder.path()};
  Diagnostics diagnostics;
  CHECK(Engine::load(options, diagnostics) == nullptr);
  const auto has = [&](const char* code, const char* file) {
    return std::any_of(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& diagnostic) {
      return diagnostic.code == code && diagnostic.file.ends_with(file);
    });
  };
  CHECK(has("R007", "a.yaml"));
  CHECK(has("R006", "b.yaml"));
}

TEST_CASE("a bare engine without rules finds nothing") {
  EngineOptions options;
  options.bare = true;
  Diagnostics diagnostics;
  const auto engine = Engine::load(options, diagnostics);
  REQUIRE(engine);
  const Report report = check(*engine, kSwapped);
  CHECK(report.findings.empty());
  CHECK(engine->rules().empty());
}

TEST_CASE("what an article says of itself goes before what is said of it") {
  ArticleOptions options;
  options.as_of = "2024-05-01";
  options.place = "Baku";
  options.format = Format::markdown;
  auto silent = Engine::read("It rained.\n", "a.md", options);
  REQUIRE(silent.ok());
  CHECK(silent->metadata.date == "2024-05-01");
  CHECK(silent->metadata.place == "Baku");
  auto told =
      Engine::read("---\ndate: 2020-01-02\nplace: Oslo\n---\n\nIt rained.\n", "a.md", options);
  REQUIRE(told.ok());
  CHECK(told->metadata.date == "2020-01-02");
  CHECK(told->metadata.place == "Oslo");
}

TEST_CASE("without a date, rules that need one stay silent") {
  const char* const text = "Nurses will walk out on Wednesday 20 December.";
  ArticleOptions dated;
  dated.as_of = "2022-11-03";
  CHECK(rules_of(check(shipped(), text)) == "");
  CHECK(rules_of(check(shipped(), text, dated)).find("time/weekday-date") == 0);
}

TEST_CASE("a record that cannot be read has its line and its id") {
  const auto document = Engine::read_record(R"({"id": "a7", "text": 5})", "in.jsonl", 3);
  REQUIRE(!document.ok());
  CHECK(document.error().code == "D011");
  CHECK(document.error().line == 3);
  CHECK(document.error().hint == "a7");
}

TEST_CASE("an empty article has nothing in it") {
  const Report report = check(shipped(), "");
  CHECK(report.figures.empty());
  CHECK(report.claims.empty());
  CHECK(report.findings.empty());
}

TEST_CASE("rules are told in the order of their ids") {
  const auto rules = shipped().rules();
  CHECK(std::is_sorted(rules.begin(), rules.end(),
                       [](const RuleInfo& a, const RuleInfo& b) { return a.id < b.id; }));
  for (const RuleInfo& rule : rules) {
    CAPTURE(rule.id);
    CHECK(rule.file == "rules/core/" + rule.id + ".yaml");
    CHECK(rule.pack == "core");
    CHECK(rule.line == 1);
    CHECK(rule.tests >= 2);
  }
}

TEST_CASE("local time is that of the place in the sentence, else of the dateline") {
  struct Row {
    const char* text;
    const char* place;
    const char* rules;
  };
  const Row rows[] = {
      {"The Azerbaijani ministry said it began at 13.00 local time (10.00 GMT).", "",
       "time/zone-pair:error"},
      {"The Azerbaijani ministry said it began at 13.00 local time (09.00 GMT).", "", ""},
      {"It began at 13.00 local time (10.00 GMT).", "Baku", "time/zone-pair:error"},
      {"It began at 13.00 local time (09.00 GMT).", "Baku", ""},
      {"It began at 13.00 local time (10.00 GMT).", "", ""},
      {"It began at 13.00 local time (10.00 GMT).", "Moscow", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.place);
    ArticleOptions options;
    options.as_of = "2023-09-21";
    options.place = row.place;
    CHECK(rules_of(check(shipped(), row.text, options)) == row.rules);
  }
}

}  // namespace figcheck
