// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "rule/vocabulary.h"

namespace figcheck::rule {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = "fixtures/rule_errors";

std::string content(const fs::path& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

std::set<fs::path> fixtures() {
  std::set<fs::path> out;
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    if (entry.path().extension() == ".yaml") out.insert(entry.path());
  }
  return out;
}

TEST_CASE("every wrong rule gets the whole text of its fixture") {
  const std::set<fs::path> paths = fixtures();
  REQUIRE(paths.size() > 15);
  for (const fs::path& path : paths) {
    CAPTURE(path.string());
    Diagnostics diagnostics;
    const Pack only = pack("core", {{"rules/core/figures/example.yaml", content(path)}});
    const RuleSet rules = load({only}, vocabulary(), diagnostics);
    const fs::path expected = fs::path(path).replace_extension(".txt");
    if (std::getenv("FIGCHECK_UPDATE_GOLDEN") != nullptr) {
      std::ofstream(expected, std::ios::binary) << print(diagnostics);
    }
    CHECK(print(diagnostics) == content(expected));
    CHECK(rules.rules().empty() == has_errors(diagnostics));
    const std::string code = path.filename().string().substr(0, 4);
    CHECK(std::any_of(diagnostics.begin(), diagnostics.end(),
                      [&](const Diagnostic& diagnostic) { return diagnostic.code == code; }));
  }
}

}  // namespace
}  // namespace figcheck::rule
