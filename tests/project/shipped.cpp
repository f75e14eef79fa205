// SPDX-License-Identifier: Apache-2.0
#include "project/shipped.h"

#include <algorithm>
#include <filesystem>

#include <doctest/doctest.h>

#include "base/text.h"

namespace figcheck::project {

namespace {

std::string print(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) out += diagnostic.to_string() + "\n";
  return out;
}

}  // namespace

const pipeline::Knowledge& shipped() {
  static const auto knowledge = [] {
    Diagnostics diagnostics;
    auto loaded = pipeline::load_knowledge({}, diagnostics);
    CHECK(print(diagnostics) == "");
    REQUIRE(loaded);
    return loaded;
  }();
  return *knowledge;
}

const Engine& engine() {
  static const auto loaded = [] {
    Diagnostics diagnostics;
    auto made = Engine::load({}, diagnostics);
    CHECK(print(diagnostics) == "");
    REQUIRE(made);
    return made;
  }();
  return *loaded;
}

yaml::Trees files_with(const char* key) {
  Diagnostics diagnostics;
  yaml::Trees found;
  for (const auto& tree : yaml::load("rules", diagnostics)) {
    if (tree->root().get(key)) found.push_back(tree);
  }
  CHECK(print(diagnostics) == "");
  return found;
}

std::vector<std::string> files_below(const std::string& folder,
                                     const std::vector<std::string>& endings) {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string ending = entry.path().extension().string();
    if (std::find(endings.begin(), endings.end(), ending) != endings.end()) {
      found.push_back(entry.path().generic_string());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string content(const std::string& path) {
  const auto text = read_file(path);
  CAPTURE(path);
  REQUIRE(text.ok());
  return *text;
}

std::string lines(const std::vector<std::string>& all) {
  std::string out;
  for (const std::string& line : all) out += "\n" + line;
  return out;
}

}  // namespace figcheck::project
