// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "expr/fake.h"
#include "rule/rule.h"

// A vocabulary and packs made of YAML texts.
namespace figcheck::rule {

struct File {
  std::string path;
  std::string text;
};

inline Pack pack(const std::string& name, const std::vector<File>& files) {
  Pack out{name, {}};
  for (const File& file : files) {
    auto tree = yaml::Tree::parse(file.text, file.path);
    REQUIRE(tree.ok());
    out.trees.push_back(*tree);
  }
  return out;
}

inline Vocabulary vocabulary() {
  static const expr::FunctionTable kFunctions = expr::FunctionTable::core();
  static const expr::FakeUnits kUnits;
  ClaimKind part_of_whole;
  part_of_whole.name = "part-of-whole";
  part_of_whole.roles = {{"whole", {FigureKind::count}, false},
                         {"part", {FigureKind::count}, false}};
  part_of_whole.words = {"direction"};
  ClaimKind total;
  total.name = "total";
  total.roles = {{"whole", {FigureKind::count}, false}, {"parts", {FigureKind::count}, true}};
  Vocabulary out;
  out.kinds = {std::make_shared<const ClaimKind>(part_of_whole),
               std::make_shared<const ClaimKind>(total)};
  out.functions = &kFunctions;
  out.units = &kUnits;
  return out;
}

/// All diagnostics as a terminal shows them, one after another.
inline std::string print(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) out += diagnostic.to_string() + "\n";
  return out;
}

}  // namespace figcheck::rule
