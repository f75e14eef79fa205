// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "figcheck/engine.h"

namespace figcheck {
namespace {

struct Source {
  const char* name;
  const char* text;
  const char* date = "";
};

Comparison compare(const std::vector<Source>& sources) {
  static const auto engine = [] {
    Diagnostics diagnostics;
    return Engine::load({}, diagnostics);
  }();
  REQUIRE(engine);
  std::vector<Document> documents;
  for (const Source& source : sources) {
    auto document = Engine::read(source.text, source.name);
    REQUIRE(document.ok());
    document.value().metadata.source = source.name;
    document.value().metadata.date = source.date;
    documents.push_back(std::move(document).value());
  }
  return engine->compare("event", std::move(documents));
}

std::string table(const Comparison& comparison) {
  std::string out;
  for (const Fact& fact : comparison.facts) {
    out += fact.measure + " " + to_string(fact.verdict);
    for (const FactValue& value : fact.values)
      out += "; " + value.id + " " + value.interval.to_string();
    out += "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("sources that agree make one fact and no finding") {
  const Comparison same =
      compare({{"a", "The fire killed 12 people."}, {"b", "Twelve people were killed."}});
  CHECK(same.event == "event");
  REQUIRE(same.facts.size() == 1);
  CHECK(same.facts[0].verdict == Verdict::holds);
  CHECK(same.facts[0].values.size() == 2);
  CHECK(same.findings.empty());
}

TEST_CASE("articles of nothing but equal counts cost no more than their length") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "Then 12 people were killed. ";
  const Comparison long_ones = compare({{"a", text.c_str()}, {"b", text.c_str()}});
  CHECK(long_ones.findings.empty());
}

TEST_CASE("sources that cannot both be right are told apart") {
  const Comparison other = compare({{"a", "More than 300 people were killed.", "2023-06-05"},
                                    {"b", "In all 288 people were killed.", "2023-06-05"}});
  REQUIRE(other.facts.size() == 1);
  CHECK(other.facts[0].verdict == Verdict::fails);
  REQUIRE(!other.findings.empty());
  CHECK(other.findings[0].id == "a");
  CHECK(other.findings[0].related[0].id == "b");
}

TEST_CASE("what one source alone says is no fact") {
  const Comparison none =
      compare({{"a", "The fire killed 12 people."}, {"b", "The road is 40 miles long."}});
  CHECK(table(none) == "");
  CHECK(none.findings.empty());
}

TEST_CASE("the facts of three sources hold the figures of all of them") {
  const Comparison three = compare({{"a", "Police arrested 40 people."},
                                    {"b", "Some 40 people were arrested."},
                                    {"c", "At least 35 people were arrested."}});
  REQUIRE(three.facts.size() == 1);
  CHECK(three.facts[0].values.size() == 3);
  CHECK(three.facts[0].verdict != Verdict::fails);
}

TEST_CASE("no sources and one source make an empty comparison") {
  CHECK(table(compare({})) == "");
  CHECK(table(compare({{"a", "The fire killed 12 people."}})) == "");
}

}  // namespace figcheck
