// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "model/unit.h"
#include "model/zone.h"
#include "project/pattern_words.h"
#include "project/shipped.h"

namespace figcheck::project {
namespace {

/// Every text in a part of a YAML file.
void collect(const yaml::Node& node, std::vector<std::string>& texts) {
  if (node.is_scalar()) texts.emplace_back(node.text());
  if (!node.is_sequence() && !node.is_map()) return;
  for (std::size_t i = 0; i < node.size(); ++i) collect(node.at(i), texts);
}

TEST_CASE("UDUNITS knows the specification of every unit") {
  int converting = 0;
  for (const auto& entry : shipped().vocabulary.units()) {
    const extract::Unit& unit = entry.second;
    if (unit.udunits.empty()) continue;
    ++converting;
    CAPTURE(unit.name);
    CHECK(unit_exists(unit.udunits));
  }
  CHECK(converting > 60);
}

TEST_CASE("every unit converts into all others of its dimension and back") {
  std::map<std::string, std::vector<const extract::Unit*>> by_dimension;
  for (const auto& [name, unit] : shipped().vocabulary.units()) {
    if (unit_exists(unit.udunits)) by_dimension[dimension_of(unit.udunits)].push_back(&unit);
  }
  CHECK(by_dimension.size() > 8);
  for (const auto& [dimension, units] : by_dimension) {
    for (const extract::Unit* from : units) {
      for (const extract::Unit* to : units) {
        CAPTURE(from->name);
        CAPTURE(to->name);
        const auto there = conversion(from->udunits, to->udunits);
        const auto back = conversion(to->udunits, from->udunits);
        REQUIRE(there);
        REQUIRE(back);
        const double round = (there->factor * back->factor).to_double();
        CHECK(round == doctest::Approx(1.0));
      }
    }
  }
}

TEST_CASE("a unit is written as one of its words, so that a repair can be read again") {
  std::map<std::string, std::set<std::string>> words;
  for (const auto& tree : files_with("units")) {
    const yaml::Node units = tree->root().get("units");
    for (std::size_t i = 0; i < units.size(); ++i) {
      std::vector<std::string> all;
      for (const char* key : {"words", "signs", "glued"}) collect(units.at(i).get(key), all);
      words[std::string(units.at(i).get("unit").text())].insert(all.begin(), all.end());
    }
  }
  for (const auto& entry : shipped().vocabulary.units()) {
    const extract::Unit& unit = entry.second;
    // "Pounds" are money where nothing says that they are weighed, and still what people write.
    if (unit.name == "lb") continue;
    CAPTURE(unit.name);
    CAPTURE(unit.written);
    CHECK(words[unit.name].contains(unit.written));
  }
}

TEST_CASE("every zone of words and places exists") {
  const auto& zones = shipped().zones.names();
  CHECK(zones.size() > 60);
  for (const auto& name : zones) {
    for (const auto& reading : name.readings) {
      CHECK_MESSAGE(zone_exists(reading.zone), reading.zone);
      for (const std::string& loose : reading.loose) CHECK_MESSAGE(zone_exists(loose), loose);
    }
  }
  for (const auto& entry : shipped().vocabulary.values_of("confused-zone")) {
    CHECK_MESSAGE(zone_exists(entry.first), entry.first);
  }
}

TEST_CASE("every group of words is asked for by a pattern or by the engine") {
  std::set<std::string> asked;
  std::map<std::string, std::string> groups;
  std::vector<std::string> patterns;
  Diagnostics diagnostics;
  for (const auto& tree : yaml::load("rules", diagnostics)) {
    const yaml::Node root = tree->root();
    for (const char* key : {"phrases", "identifiers", "hedges", "frames"})
      collect(root.get(key), patterns);
    const yaml::Node stops = root.get("stops");
    for (std::size_t i = 0; i < stops.size(); ++i) asked.emplace(stops.at(i).text());
    const yaml::Node map = root.get("groups");
    for (std::size_t i = 0; i < map.size(); ++i)
      groups[std::string(map.key(i).text())] = tree->path();
  }
  for (const std::string& pattern : patterns) asked.merge(words_of_pattern(pattern).groups);
  std::string sources;
  for (const auto& path : files_below("engine", {".cpp", ".h"})) sources += content(path);
  for (const auto& path : files_below("rules/core", {".yaml"})) sources += content(path);
  std::vector<std::string> idle;
  for (const auto& [group, path] : groups) {
    const bool by_engine = sources.find("\"" + group + "\"") != std::string::npos ||
                           sources.find("'" + group + "'") != std::string::npos;
    if (!asked.contains(group) && !by_engine) idle.push_back(path + ": " + group);
  }
  CHECK(groups.size() > 60);
  CHECK_MESSAGE(idle.empty(), lines(idle));
}

TEST_CASE("a noun is of one class, and classes are within classes that exist") {
  std::map<std::string, std::string> class_of;
  std::set<std::string> classes;
  std::vector<std::string> parents;
  for (const auto& tree : files_with("nouns")) {
    const yaml::Node nouns = tree->root().get("nouns");
    for (std::size_t i = 0; i < nouns.size(); ++i) {
      const std::string name(nouns.key(i).text());
      classes.insert(name);
      const yaml::Node within = nouns.at(i).get("within");
      if (within) parents.emplace_back(within.text());
      std::vector<std::string> words;
      collect(nouns.at(i).is_map() ? nouns.at(i).get("words") : nouns.at(i), words);
      // A long list is one text.
      if (words.size() == 1) {
        std::istringstream in(words.front());
        words.assign(std::istream_iterator<std::string>(in), {});
      }
      for (const std::string& word : words) {
        const std::string first = class_of.emplace(word, name).first->second;
        CHECK_MESSAGE(first == name,
                      fmt::format("\"{}\" is a noun of {} and of {}", word, first, name));
      }
    }
  }
  for (const std::string& parent : parents) CHECK_MESSAGE(classes.contains(parent), parent);
}

TEST_CASE("a currency has a code of three capital letters and the sign of its first entry") {
  std::set<std::string> codes;
  for (const auto& tree : files_with("currencies")) {
    const yaml::Node currencies = tree->root().get("currencies");
    for (std::size_t i = 0; i < currencies.size(); ++i) {
      const std::string code(currencies.at(i).get("code").text());
      CAPTURE(code);
      CHECK(code.size() == 3);
      CHECK(std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
      if (!codes.insert(code).second) continue;
      const yaml::Node signs = currencies.at(i).get("signs");
      const std::string shown = shipped().vocabulary.currency_sign(code);
      if (signs && signs.size() > 0) {
        CHECK(shown.starts_with(signs.at(0).text()));
      } else {
        CHECK(shown == code + " ");
      }
    }
  }
  CHECK(codes.size() > 40);
}

}  // namespace
}  // namespace figcheck::project
