// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>
#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

#include "expr/attribute.h"
#include "expr/expression.h"
#include "figcheck/fixture.h"
#include "figcheck/settings.h"
#include "fixture/value.h"
#include "pipeline/article.h"
#include "project/markdown_fences.h"
#include "project/shipped.h"

// Documents that are run: every example is what the program does, every table what it has.
namespace figcheck::project {
namespace {

namespace fs = std::filesystem;

std::string place(const Fence& fence) { return fmt::format("{}:{}", fence.path, fence.line); }

std::string print(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) out += diagnostic.to_string() + "\n";
  return out;
}

/// An engine of the shipped rules and one file more; nullptr where that is wrong.
std::shared_ptr<const Engine> engine_with(const std::string& name, const std::string& text,
                                          Diagnostics& diagnostics) {
  const fs::path folder = fs::temp_directory_path() / fmt::format("figcheck-docs-{}", getpid());
  fs::remove_all(folder);
  fs::create_directories((folder / name).parent_path());
  std::ofstream(folder / name, std::ios::binary) << text;
  EngineOptions options;
  options.rules = {folder.string()};
  auto engine = Engine::load(options, diagnostics);
  fs::remove_all(folder);
  // That an example replaces a shipped rule is no fault.
  std::erase_if(diagnostics,
                [](const Diagnostic& diagnostic) { return diagnostic.code == "R009"; });
  return engine;
}

/// Splits "words   => result" at the mark; nullopt for a line without it.
std::optional<std::pair<std::string, std::string>> split(const std::string& line,
                                                         const std::string& mark) {
  const std::size_t at = line.find(mark);
  if (at == std::string::npos) return std::nullopt;
  const std::size_t end = line.find_last_not_of(' ', at == 0 ? 0 : at - 1);
  const std::size_t start = line.find_first_not_of(' ', at + mark.size());
  if (end == std::string::npos || start == std::string::npos) return std::nullopt;
  return std::pair(line.substr(0, end + 1), line.substr(start));
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> all;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) all.push_back(line);
  }
  return all;
}

/// A value as the documents write it: "2.5 km", "[190, 210]", "holds".
std::string written(const expr::Value& value) {
  const auto quantity = value.quantity();
  if (!quantity) return value.to_string();
  const Interval& interval = quantity->interval;
  const auto end = [](const std::optional<Bound>& bound, const char* infinity) {
    return bound ? bound->value.to_display() : std::string(infinity);
  };
  std::string out = end(interval.low(), "-inf");
  if (!interval.is_point()) {
    out = (interval.low() && interval.low()->closed ? "[" : "(") + out + ", " +
          end(interval.high(), "+inf") + (interval.high() && interval.high()->closed ? "]" : ")");
  }
  return quantity->unit.empty() ? out : out + " " + quantity->unit;
}

/// Compares the lines between two comments of a document with what they should be. With
/// FIGCHECK_UPDATE_GOLDEN set, writes them.
void check_block(const std::string& path, const std::string& name, const std::string& expected) {
  std::string text = content(path);
  const std::string begin = "<!-- " + name + " -->\n";
  const std::string end = "<!-- end of " + name + " -->";
  const std::size_t start = text.find(begin);
  const std::size_t stop = text.find(end);
  CAPTURE(path);
  CAPTURE(name);
  REQUIRE(start != std::string::npos);
  REQUIRE(stop != std::string::npos);
  const std::size_t from = start + begin.size();
  if (std::getenv("FIGCHECK_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << text.replace(from, stop - from, expected);
    return;
  }
  CHECK(text.substr(from, stop - from) == expected);
}

}  // namespace

TEST_CASE("every rule in the documents loads and passes its tests") {
  for (const Fence& fence : fences("yaml rule")) {
    CAPTURE(place(fence));
    const auto tree = yaml::Tree::parse(fence.text, fence.path);
    REQUIRE(tree.ok());
    const std::string id(tree.value()->root().get("rule").text());
    Diagnostics diagnostics;
    const auto with = engine_with(id + ".yaml", fence.text, diagnostics);
    CHECK(print(diagnostics) == "");
    REQUIRE(with);
    const auto results = with->test_rules(id);
    CHECK(results.size() >= 2);
    for (const RuleTestResult& result : results) {
      CHECK_MESSAGE(result.passed, result.line << ": " << result.message);
    }
  }
}

TEST_CASE("every claim and word file in the documents loads") {
  for (const char* info : {"yaml claim", "yaml vocabulary"}) {
    for (const Fence& fence : fences(info)) {
      CAPTURE(place(fence));
      Diagnostics diagnostics;
      CHECK(engine_with("example.yaml", fence.text, diagnostics));
      CHECK(print(diagnostics) == "");
    }
  }
}

TEST_CASE("every YAML in the documents is YAML") {
  for (const Fence& fence : fences()) {
    if (!fence.info.starts_with("yaml")) continue;
    CAPTURE(place(fence));
    const auto tree = yaml::Tree::parse(fence.text, fence.path);
    CHECK_MESSAGE(tree.ok(), (tree.ok() ? "" : tree.error().to_string()));
  }
}

TEST_CASE("every fixture in the documents passes") {
  for (const Fence& fence : fences("yaml fixture")) {
    Diagnostics diagnostics;
    const FixtureRun run = run_fixture(engine(), fence.text, place(fence), diagnostics);
    CHECK(print(diagnostics) == "");
    CHECK(run.cases > 0);
    for (const FixtureProblem& problem : run.problems) FAIL_CHECK(problem.to_string());
  }
}

TEST_CASE("every wording in the documents allows the numbers that they say") {
  for (const Fence& fence : fences("text intervals")) {
    for (const std::string& line : lines_of(fence.text)) {
      const auto parts = split(line, "  ");
      CAPTURE(place(fence));
      CAPTURE(line);
      REQUIRE(parts);
      auto document = Engine::read("There were " + parts->first + " there.", "words");
      REQUIRE(document.ok());
      const Report report = engine().check(std::move(document).value());
      REQUIRE(!report.figures.empty());
      const Figure& figure = report.figures.front();
      CHECK_MESSAGE(fixture::has_value(figure, parts->second),
                    fixture::value_like(figure, parts->second));
    }
  }
}

TEST_CASE("every expression in the documents comes to what they say") {
  const ClaimKind kind{"example", {}, {}, false};
  const Claim claim;
  const std::vector<Figure> figures;
  const std::deque<pipeline::Article> articles(1);
  const std::vector<Claim> claims;
  const pipeline::ArticleContext context(shipped(), articles, figures, claims);
  expr::Scope scope;
  scope.kind = &kind;
  scope.functions = &shipped().functions;
  scope.units = shipped().units.get();
  for (const Fence& fence : fences("text expressions")) {
    for (const std::string& line : lines_of(fence.text)) {
      CAPTURE(place(fence));
      CAPTURE(line);
      const auto parts = split(line, "=> ");
      REQUIRE(parts);
      std::vector<expr::Mistake> mistakes;
      const auto expression =
          expr::Expression::compile(parts->first, scope, std::nullopt, mistakes);
      if (!expression) {
        REQUIRE(!mistakes.empty());
        CHECK(mistakes[0].code + " " + mistakes[0].message == parts->second);
        continue;
      }
      expr::Environment environment(context, kind, claim, figures);
      CHECK(written(expression.evaluate(environment)) == parts->second);
    }
  }
}

TEST_CASE("the tables of the rule language are those of the engine") {
  std::string keys = "| key | holds | needed | meaning |\n| --- | --- | --- | --- |\n";
  for (const rule::KeyDoc& key : rule::keys()) {
    keys += fmt::format("| `{}` | {} | {} | {} |\n", key.name, key.type, key.required ? "yes" : "",
                        key.doc);
  }
  check_block("docs/rules.md", "keys", keys);

  std::string attributes = "| attribute | of | gives | meaning |\n| --- | --- | --- | --- |\n";
  for (const expr::Attribute& attribute : expr::attribute_table()) {
    attributes += fmt::format("| `.{}` | {} | {} | {} |\n", attribute.name, to_string(attribute.of),
                              to_string(attribute.type), attribute.doc);
  }
  check_block("docs/rules.md", "attributes", attributes);

  std::string functions = "| function | meaning |\n| --- | --- |\n";
  for (const std::string& name : shipped().functions.names()) {
    const expr::Function* function = shipped().functions.find(name);
    functions += fmt::format("| `{}` | {} |\n", function->signature(), function->doc);
  }
  check_block("docs/rules.md", "functions", functions);
}

TEST_CASE("the table of settings is that of the engine") {
  std::string table = "| setting | holds | meaning |\n| --- | --- | --- |\n";
  for (const SettingKey& key : setting_keys()) {
    table += fmt::format("| `{}` | {} | {} |\n", key.name, key.type, key.doc);
  }
  check_block("docs/settings.md", "settings", table);
}

TEST_CASE("every code of a complaint is explained") {
  std::set<std::string> codes;
  for (const auto& path : files_below("engine", {".cpp"})) {
    const std::string source = content(path);
    for (std::size_t at = source.find('"'); at != std::string::npos;
         at = source.find('"', at + 1)) {
      const std::string code = source.substr(at + 1, 4);
      const bool is_code =
          code.size() == 4 && code[0] >= 'A' && code[0] <= 'Z' &&
          std::all_of(code.begin() + 1, code.end(), [](char c) { return c >= '0' && c <= '9'; });
      if (is_code && source.substr(at + 5, 1) == "\"") codes.insert(code);
    }
  }
  CHECK(codes.size() > 50);
  std::string text;
  for (const std::string& path : documents()) text += content(path);
  std::vector<std::string> unexplained;
  for (const std::string& code : codes) {
    if (text.find(code) == std::string::npos) unexplained.push_back(code);
  }
  CHECK_MESSAGE(unexplained.empty(), lines(unexplained));
}

TEST_CASE("every link in the documents leads to a file") {
  for (const std::string& path : documents()) {
    const std::string text = content(path);
    for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at + 1)) {
      const std::string target = text.substr(at + 2, text.find(')', at) - at - 2);
      if (target.find("://") != std::string::npos || target.empty() || target[0] == '#') continue;
      const fs::path file = fs::path(path).parent_path() / target.substr(0, target.find('#'));
      CHECK_MESSAGE(fs::exists(file), path << " links to " << target);
    }
  }
}

TEST_CASE("the folders that the README names are there") {
  const std::string text = content("README.md");
  int named = 0;
  for (std::size_t at = text.find("| `"); at != std::string::npos; at = text.find("| `", at + 1)) {
    const std::string name = text.substr(at + 3, text.find('`', at + 3) - at - 3);
    if (name.find('/') == std::string::npos) continue;
    ++named;
    CHECK_MESSAGE(fs::exists(name), name);
  }
  CHECK(named >= 6);
}

}  // namespace figcheck::project
