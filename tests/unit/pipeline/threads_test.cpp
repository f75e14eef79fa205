// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "base/text.h"
#include "figcheck/engine.h"
#include "figcheck/report.h"

namespace figcheck {
namespace {

const std::vector<std::string> kArticles = {
    "fixtures/articles/truce.md", "fixtures/articles/election.html", "fixtures/articles/flood.txt"};

/// Everything that an engine says of the articles, in one text.
std::string answers(const Engine& engine) {
  std::string out;
  for (const std::string& path : kArticles) {
    const auto bytes = read_file(path);
    if (!bytes) return path;
    auto document = Engine::read(*bytes, path);
    if (!document) return path;
    const Report report = engine.check(std::move(document).value());
    out += report::figures_json(report) + report::findings_json(report);
  }
  return out;
}

std::string compared(const Engine& engine) {
  std::vector<Document> documents;
  for (const char* text : {"The blast killed 12 people.", "At least 14 people were killed."}) {
    auto document = Engine::read(text, text);
    if (document) documents.push_back(std::move(document).value());
  }
  return report::comparison_json(engine.compare("blast", std::move(documents)));
}

}  // namespace

TEST_SUITE("threads") {
  TEST_CASE("four threads that share an engine get the same answers") {
    Diagnostics diagnostics;
    // A fresh engine: patterns, zones and stemmers are made when first asked for, by all threads at
    // once.
    const auto engine = Engine::load({}, diagnostics);
    REQUIRE(engine);
    constexpr int kThreads = 4;
    std::vector<std::string> found(kThreads);
    std::vector<std::string> facts(kThreads);
    std::vector<std::thread> threads;
    for (int i = 0; i < kThreads; ++i) {
      threads.emplace_back([&, i] {
        const auto place = static_cast<std::size_t>(i);
        found[place] = answers(*engine);
        facts[place] = compared(*engine);
      });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(found[0].find("\"figures\"") != std::string::npos);
    for (const std::string& each : found) CHECK(each == found[0]);
    for (const std::string& each : facts) CHECK(each == facts[0]);
    CHECK(answers(*engine) == found[0]);
  }

  TEST_CASE("engines that are loaded at the same time are the same") {
    constexpr int kThreads = 2;
    std::vector<std::string> found(kThreads);
    std::vector<std::thread> threads;
    for (int i = 0; i < kThreads; ++i) {
      threads.emplace_back([&, i] {
        Diagnostics diagnostics;
        const auto engine = Engine::load({}, diagnostics);
        if (engine) found[static_cast<std::size_t>(i)] = answers(*engine);
      });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(!found[0].empty());
    CHECK(found[0] == found[1]);
  }
}

}  // namespace figcheck
