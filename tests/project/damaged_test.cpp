// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

#include "figcheck/report.h"
#include "project/shipped.h"

// Damaged articles and rule files get an answer or a complaint, and never more than that. Worth
// most under the sanitizers.
namespace figcheck::project {
namespace {

/// The same damage in every run.
class Damage {
 public:
  std::string of(std::string text) {
    for (std::size_t wounds = 1 + below(4); wounds > 0 && !text.empty(); --wounds) {
      const std::size_t at = below(text.size());
      const std::size_t length = std::min(1 + below(24), text.size() - at);
      switch (below(6)) {
        case 0:
          text.resize(at);
          break;
        case 1:
          text[at] = static_cast<char>(below(256));
          break;
        case 2:
          text.erase(at, length);
          break;
        case 3:
          text.insert(below(text.size()), text.substr(at, length));
          break;
        case 4:
          text[at] = "{}[]()<>|?*+@:,.-\"'\\#&%$0 \n"[below(28)];
          break;
        default:
          std::swap(text[at], text[below(text.size())]);
      }
    }
    return text;
  }

 private:
  std::size_t below(std::size_t end) { return random_() % end; }

  std::minstd_rand random_{20240501};
};

TEST_CASE("damaged articles are read and checked, or refused") {
  Damage damage;
  int answered = 0;
  int refused = 0;
  for (const std::string& path : files_below("fixtures/articles", {".md", ".html", ".txt"})) {
    const std::string whole = content(path);
    for (int i = 0; i < 60; ++i) {
      auto document = Engine::read(damage.of(whole), path);
      if (!document) {
        ++refused;
        CHECK(!document.error().code.empty());
        continue;
      }
      ++answered;
      const Report report = engine().check(std::move(document).value());
      CHECK(!report::findings_json(report).empty());
      for (const Figure& figure : report.figures) {
        REQUIRE(figure.span.start <= figure.span.end);
        REQUIRE(figure.span.end <= report.document.source(figure.section).size());
      }
    }
  }
  CHECK(answered > 20);
  CHECK(refused > 5);
}

TEST_CASE("damaged rules, claims and words are loaded, or refused with a code") {
  namespace fs = std::filesystem;
  Damage damage;
  const fs::path folder = fs::temp_directory_path() / fmt::format("figcheck-damaged-{}", getpid());
  int refused = 0;
  for (const std::string& path : files_below("rules", {".yaml"})) {
    if (path.find("/places/") != std::string::npos) continue;
    CAPTURE(path);
    fs::remove_all(folder);
    const bool is_rule = path.starts_with("rules/core/");
    const fs::path file =
        folder / fs::path(path).lexically_relative(is_rule ? "rules/core" : "rules");
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << damage.of(content(path));
    EngineOptions options;
    options.rules = {folder.string()};
    Diagnostics diagnostics;
    const auto with = Engine::load(options, diagnostics);
    if (!with) ++refused;
    CHECK((with || !diagnostics.empty()));
    for (const Diagnostic& diagnostic : diagnostics) CHECK(!diagnostic.code.empty());
    if (!with) continue;
    auto document =
        Engine::read("Of 12 men, 13 fell ill; 5km (3 miles) in 20% of 1,200 cases.", "a");
    REQUIRE(document.ok());
    CHECK(with->check(std::move(document).value()).figures.size() < 20);
  }
  fs::remove_all(folder);
  CHECK(refused > 5);
}

}  // namespace
}  // namespace figcheck::project
