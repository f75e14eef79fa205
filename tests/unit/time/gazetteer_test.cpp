// SPDX-License-Identifier: Apache-2.0
#include "time/gazetteer.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace figcheck::time {
namespace {

yaml::Trees trees_of(const std::vector<std::string>& texts) {
  yaml::Trees trees;
  for (const std::string& text : texts) {
    auto tree = yaml::Tree::parse(text, fmt::format("places{}.yaml", trees.size()));
    REQUIRE(tree.ok());
    trees.push_back(tree.value());
  }
  return trees;
}

std::string zones_of(const Place& place) {
  std::string text = fmt::format("{}", fmt::join(place.zones, " "));
  if (!place.minor_zones.empty()) text += fmt::format(" / {}", fmt::join(place.minor_zones, " "));
  return text;
}

/// "country AZ: Asia/Baku", one for each place of the name.
std::vector<std::string> found(const Gazetteer& gazetteer, const std::string& name) {
  std::vector<std::string> lines;
  for (const Place* place : gazetteer.find(name)) {
    lines.push_back(fmt::format("{} {}: {}{}", to_string(place->kind), place->country,
                                zones_of(*place), place->ambiguous ? " ambiguous" : ""));
  }
  return lines;
}

using Lines = std::vector<std::string>;

const Gazetteer& shipped() {
  static const Gazetteer gazetteer = [] {
    Diagnostics diagnostics;
    const yaml::Trees trees = yaml::load("rules/vocabulary/en/places", diagnostics);
    REQUIRE(trees.size() == 4);
    Gazetteer loaded = Gazetteer::load(trees, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics) FAIL_CHECK(diagnostic.to_string());
    return loaded;
  }();
  return gazetteer;
}

constexpr const char* kCountries = R"(kind: country
places:
- {name: Azerbaijan, country: AZ, zones: [Asia/Baku]}
- {name: Spain, country: ES, zones: [Europe/Madrid], minor: [Atlantic/Canary], also: [España, ES]}
- {name: Azerbaijani, of: AZ}
)";

}  // namespace

TEST_CASE("places take their country's zones when they have none of their own") {
  Diagnostics diagnostics;
  // The cities come first: the order of files does not matter.
  const Gazetteer gazetteer = Gazetteer::load(
      trees_of({"kind: city\nplaces:\n- {name: Baku, country: AZ, also: [Bakı]}\n"
                "- {name: Las Palmas, country: ES, zones: [Atlantic/Canary], ambiguous: true}\n"
                "- {name: Vigo, country: ES}\n",
                kCountries}),
      diagnostics);
  CHECK(diagnostics.empty());
  CHECK(found(gazetteer, "Baku") == Lines{"city AZ: Asia/Baku"});
  CHECK(found(gazetteer, "BAKI") == Lines{"city AZ: Asia/Baku"});
  CHECK(found(gazetteer, "Azerbaijani") == Lines{"demonym AZ: Asia/Baku"});
  CHECK(found(gazetteer, "Las Palmas") == Lines{"city ES: Atlantic/Canary ambiguous"});
  CHECK(found(gazetteer, "vigo") == Lines{"city ES: Europe/Madrid / Atlantic/Canary"});
  CHECK(found(gazetteer, "ES") == Lines{"country ES: Europe/Madrid / Atlantic/Canary"});
  CHECK(found(gazetteer, "es").empty());
  CHECK(found(gazetteer, "Nowhere").empty());
}

TEST_CASE("a later file replaces a place of the same name, kind and country") {
  Diagnostics diagnostics;
  const Gazetteer gazetteer =
      Gazetteer::load(trees_of({kCountries,
                                "kind: country\nplaces:\n"
                                "- {name: Spain, country: ES, zones: [Europe/Paris]}\n",
                                "kind: region\nplaces:\n- {name: Spain, zones: [Europe/Rome]}\n"}),
                      diagnostics);
  CHECK(diagnostics.empty());
  CHECK(found(gazetteer, "Spain") == Lines{"country ES: Europe/Paris", "region : Europe/Rome"});
  CHECK(found(gazetteer, "España").empty());
}

TEST_CASE("each fault of a file of places is reported where it stands") {
  struct Row {
    std::string entry;
    std::string diagnostic;
  };
  const Row rows[] = {
      {"- {name: Baku, zone: [Asia/Baku]}",
       "places0.yaml:2:16: error: unknown key \"zone\" [G001]\n"
       "  did you mean \"zones\"?"},
      {"- {zones: [Asia/Baku]}", "places0.yaml:2:3: error: a place needs a name [G002]"},
      {"- Baku", "places0.yaml:2:3: error: expected a place in braces [G002]"},
      {"- {name: Baku, zones: Asia/Baku}",
       "places0.yaml:2:23: error: expected a list in square brackets [G002]"},
      {"- {name: Baku, kind: town, zones: [Asia/Baku]}",
       "places0.yaml:2:22: error: no kind of place is called \"town\" [G003]"},
      {"- {name: Baku, country: AZ}",
       "places0.yaml:2:3: error: no file of places has a country \"AZ\" [G004]"},
      {"- {name: Baku}",
       "places0.yaml:2:3: error: \"Baku\" has neither zones nor a country with zones [G005]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.entry);
    Diagnostics diagnostics;
    Gazetteer::load(trees_of({"places:\n" + row.entry + "\n"}), diagnostics);
    REQUIRE_FALSE(diagnostics.empty());
    const Diagnostic& got = diagnostics.front();
    std::string text = fmt::format("{}:{}:{}: error: {} [{}]", got.file, got.line, got.column,
                                   got.message, got.code);
    if (!got.hint.empty()) text += "\n  " + got.hint;
    CHECK(text == row.diagnostic);
  }
}

TEST_CASE("a zone that tzdata does not have is reported once") {
  Diagnostics diagnostics;
  const Gazetteer gazetteer = Gazetteer::load(
      trees_of({"places:\n- {name: A, zones: [Asia/Atlantis]}\n"
                "- {name: B, zones: [UTC+4, Asia/Baku], minor: [Asia/Atlantis]}\n"}),
      diagnostics);
  REQUIRE(diagnostics.empty());
  gazetteer.check_zones(diagnostics);
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].code == "G006");
  CHECK(diagnostics[0].line == 2);
  CHECK(diagnostics[0].message == "tzdata has no zone \"Asia/Atlantis\"");
}

TEST_CASE("the shipped places name only zones of tzdata") {
  Diagnostics diagnostics;
  shipped().check_zones(diagnostics);
  for (const Diagnostic& diagnostic : diagnostics) FAIL_CHECK(diagnostic.to_string());
}

TEST_CASE("the shipped places know the names that articles use") {
  struct Row {
    std::string name;
    Lines places;
  };
  const Row rows[] = {
      {"Azerbaijani", {"demonym AZ: Asia/Baku"}},
      {"Nagorno-Karabakh", {"region AZ: Asia/Baku Asia/Yerevan"}},
      {"Kiev", {"city UA: Europe/Kyiv"}},
      {"Crimea", {"subdivision UA: Europe/Simferopol Europe/Kyiv"}},
      {"Reading", {"city GB: Europe/London America/New_York ambiguous"}},
      {"Jordan", {"country JO: Asia/Amman ambiguous"}},
      {"Georgia",
       {"country GE: Asia/Tbilisi ambiguous", "subdivision US: America/New_York ambiguous"}},
      {"U.S.", {}},
      {"Tenn.", {"subdivision US: America/Chicago America/New_York"}},
      {"Indianapolis", {"city US: America/Indiana/Indianapolis"}},
      {"West Coast", {"region US: America/Los_Angeles"}},
      {"Samoa", {"country WS: Pacific/Apia"}},
      {"Tonga", {"country TO: Pacific/Tongatapu"}},
      {"Britain", {"country GB: Europe/London"}},
      {"Congolese",
       {"demonym CD: Africa/Kinshasa Africa/Lubumbashi", "demonym CG: Africa/Brazzaville"}},
      {"Urumqi", {"city CN: Asia/Urumqi Asia/Shanghai"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Lines got = found(shipped(), row.name);
    if (row.places.empty()) {
      CHECK_FALSE(got.empty());
    } else {
      CHECK(got == row.places);
    }
  }
}

TEST_CASE("the shipped places flag names that are also words or persons") {
  for (const char* name :
       {"Jordan", "Georgia", "Chad", "Turkey", "Reading", "Nice", "Mobile", "Orange", "Male", "Van",
        "Bath", "Split", "Victoria", "Santiago", "Washington", "IN", "Jackson"}) {
    CAPTURE(name);
    const auto places = shipped().find(name);
    REQUIRE_FALSE(places.empty());
    CHECK(places.front()->ambiguous);
  }
  for (const char* name :
       {"China", "Azerbaijan", "London", "Paris", "US", "Kabul", "French", "Panama"}) {
    CAPTURE(name);
    const auto places = shipped().find(name);
    REQUIRE_FALSE(places.empty());
    CHECK_FALSE(places.front()->ambiguous);
  }
}

TEST_CASE("every name of a place is handed out with its place") {
  Diagnostics diagnostics;
  const Gazetteer gazetteer = Gazetteer::load(trees_of({kCountries}), diagnostics);
  Lines lines;
  gazetteer.for_each_name([&](std::string_view name, std::uint32_t place) {
    lines.push_back(fmt::format("{} {}", name, gazetteer.places()[place].name));
  });
  CHECK(lines == Lines{"Azerbaijan Azerbaijan", "Spain Spain", "España Spain", "Espana Spain",
                       "ES Spain", "Azerbaijani Azerbaijani"});
}

TEST_CASE("minor zones of a place are loose choices") {
  Diagnostics diagnostics;
  const Gazetteer gazetteer = Gazetteer::load(trees_of({kCountries}), diagnostics);
  const ZoneChoices choices = choices_of(*gazetteer.find("Spain").front(), "Spain");
  REQUIRE(choices.size() == 2);
  CHECK(choices[0].zone == "Europe/Madrid");
  CHECK_FALSE(choices[0].loose);
  CHECK(choices[1].zone == "Atlantic/Canary");
  CHECK(choices[1].loose);
  CHECK(choices[1].why == "Spain");
}

}  // namespace figcheck::time
