// SPDX-License-Identifier: Apache-2.0
#include "time/zone_names.h"

#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "model/zone.h"

namespace figcheck::time {
namespace {

yaml::Trees trees_of(const std::string& text) {
  auto tree = yaml::Tree::parse(text, "zones.yaml");
  REQUIRE(tree.ok());
  return {tree.value()};
}

const ZoneNames& shipped() {
  static const ZoneNames names = [] {
    Diagnostics diagnostics;
    ZoneNames loaded =
        ZoneNames::load(yaml::load("rules/vocabulary/en/zones.yaml", diagnostics), diagnostics);
    for (const Diagnostic& diagnostic : diagnostics) FAIL_CHECK(diagnostic.to_string());
    return loaded;
  }();
  return names;
}

/// "UTC-5 Australia/Sydney; America/New_York Australia/Brisbane": strict choices, then loose ones.
std::string choices(const char* words) {
  const ZoneName* const name = shipped().find(words);
  if (name == nullptr) return "";
  std::string text;
  bool loose = false;
  for (const ZoneChoice& choice : choices_of(*name)) {
    text += text.empty() ? "" : choice.loose && !loose ? "; " : " ";
    text += choice.zone;
    loose = choice.loose;
  }
  return text;
}

}  // namespace

TEST_CASE("zone names give what they mean strictly and loosely") {
  struct Row {
    const char* words;
    const char* choices;
  };
  const Row rows[] = {
      {"GMT", "UTC"},
      {"Greenwich time", "UTC"},
      {"greenwich mean time", "UTC"},
      {"BST", "UTC+1 Asia/Dhaka; Europe/London"},
      {"EST", "UTC-5 Australia/Sydney; America/New_York Australia/Brisbane"},
      {"ET", "America/New_York"},
      {"Eastern Daylight Time", "UTC-4 Australia/Sydney; America/New_York"},
      {"CST", "UTC-6 Asia/Shanghai America/Havana Australia/Adelaide; America/Chicago"},
      {"IST", "Asia/Kolkata UTC+2 UTC+1; Asia/Jerusalem Europe/Dublin"},
      {"WITA", "Asia/Makassar"},
      {"NST", "UTC-3:30; America/St_Johns"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.words);
    CHECK(choices(row.words) == row.choices);
  }
}

TEST_CASE("an abbreviation is found only in capitals") {
  CHECK(shipped().find("EST") != nullptr);
  CHECK(shipped().find("est") == nullptr);
  CHECK(shipped().find("Wit") == nullptr);
  CHECK(shipped().find("cat") == nullptr);
  CHECK(shipped().find("eastern time") != nullptr);
}

TEST_CASE("zone names know the season in which they are right") {
  REQUIRE(shipped().find("EST") != nullptr);
  CHECK(shipped().find("EST")->readings.front().season == Season::standard);
  CHECK(shipped().find("BST")->readings.front().season == Season::summer);
  CHECK(shipped().find("ET")->readings.front().season == Season::any);
}

TEST_CASE("the shipped zone names lead to zones that exist") {
  for (const ZoneName& name : shipped().names()) {
    for (const ZoneChoice& choice : choices_of(name)) {
      CAPTURE(choice.why);
      CAPTURE(choice.zone);
      CHECK(zone_exists(choice.zone));
    }
  }
}

TEST_CASE("a written offset becomes a fixed zone") {
  struct Row {
    const char* words;
    std::optional<std::string> zone;
  };
  const Row rows[] = {
      {"GMT+3", "UTC+3"},
      {"UTC-5", "UTC-5"},
      {"UTC \u2212 5", "UTC-5"},
      {"GMT +5:30", "UTC+5:30"},
      {"UTC+0545", "UTC+5:45"},
      {"UTC+05", "UTC+5"},
      {"UTC+0", "UTC"},
      {"GMT", std::nullopt},
      {"EST+3", std::nullopt},
      {"GMT+25", std::nullopt},
      {"GMT+3:75", std::nullopt},
      {"GMT+", std::nullopt},
      {"GMT+5:30:10", std::nullopt},
      {"+3", std::nullopt},
  };
  for (const Row& row : rows) {
    CAPTURE(row.words);
    CHECK(shipped().find_offset(row.words) == row.zone);
  }
}

TEST_CASE("each fault of a file of zone names is reported where it stands") {
  struct Row {
    std::string entry;
    std::string diagnostic;
  };
  const Row rows[] = {
      {"- {words: [GMT], zone: [UTC]}",
       "2:18: unknown key \"zone\" [G001] did you mean \"zones\"?"},
      {"- {words: [GMT]}", "2:3: a zone needs words and zones [G002] "},
      {"- {words: [EST], zones: [{zone: UTC-5, season: winter}]}",
       "2:48: a season is \"standard\" or \"summer\" [G002] "},
      {"- {words: [EST], zones: [{loose: [UTC]}]}", "2:26: expected a zone [G005] "},
      {"- {words: EST, zones: [UTC]}", "2:11: expected a list in square brackets [G002] "},
  };
  for (const Row& row : rows) {
    CAPTURE(row.entry);
    Diagnostics diagnostics;
    ZoneNames::load(trees_of("zones:\n" + row.entry + "\n"), diagnostics);
    REQUIRE_FALSE(diagnostics.empty());
    const Diagnostic& got = diagnostics.front();
    CHECK(fmt::format("{}:{}: {} [{}] {}", got.line, got.column, got.message, got.code, got.hint) ==
          row.diagnostic);
  }
}

TEST_CASE("a zone word that is given again has its later meaning") {
  Diagnostics diagnostics;
  yaml::Trees trees = trees_of("zones:\n- {words: [BST, Summer Time], zones: [UTC+1]}\n");
  trees.push_back(trees_of("zones:\n- {words: [BST], zones: [Asia/Dhaka]}\n").front());
  const ZoneNames names = ZoneNames::load(trees, diagnostics);
  CHECK(diagnostics.empty());
  CHECK(names.find("BST")->readings.front().zone == "Asia/Dhaka");
  std::vector<std::string> words;
  names.for_each_word([&](std::string_view word, std::uint32_t index) {
    words.push_back(fmt::format("{} {}", word, index));
  });
  CHECK(words == std::vector<std::string>{"Summer Time 0", "BST 1"});
}

}  // namespace figcheck::time
