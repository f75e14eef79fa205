// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "rule/identity.h"
#include "rule/vocabulary.h"

namespace figcheck::rule {
namespace {

const char* const kFull = R"yaml(rule: figures/part-exceeds-whole
summary: A part is larger than the whole it belongs to
engine: ">= 0.1"
on: part-of-whole
where: kin(part, whole)
let:
  gap: part - whole
  twice: gap * 2
holds: part <= whole and twice <= 0
level: error
warn_when: whole.hedge = 'about'
message: "{part} cannot be among {whole}: {part.value} > {whole.value}"
arithmetic: "{part.value} - {whole.value} = {gap}"
diagnose:
  - when: digits_swapped(part, whole)
    note: the digits are swapped
repairs:
  - {at: part, to: whole}
  - {at: whole, to: "{like(whole, part)}"}
at: whole
why: >
  Swapped figures in an "including" phrase
  are easy to print.
limits: [groups, fractions]
tests:
  - text: "Some [1,049 civilians]{whole}, including [2,261 children]{part}, are there."
    title: Camp
    date: 2023-09-20
    place: Baku
    finds: {part: warns}
  - documents:
      - {source: a, date: 2023-09-20, text: "3 men"}
      - {source: b, text: "4 men"}
    finds: nothing
)yaml";

std::string simple(const std::string& id, const std::string& summary = "A summary") {
  return "rule: " + id + "\nsummary: " + summary +
         "\non: total\nholds: sum(parts) = whole\nlevel: warning\nmessage: \"{parts}\"\nwhy: "
         "Because.\n"
         "tests:\n  - {text: \"[a]{whole}\", finds: {whole: fails}}\n  - {text: b, finds: "
         "nothing}\n";
}

TEST_CASE("a rule is read with all its parts") {
  Diagnostics diagnostics;
  const RuleSet rules =
      load({pack("core", {{"rules/core/figures/part-exceeds-whole.yaml", kFull}})}, vocabulary(),
           diagnostics);
  CHECK(print(diagnostics) == "");
  const Rule* rule = rules.find("figures/part-exceeds-whole");
  REQUIRE(rule != nullptr);
  CHECK(rule->pack == "core");
  CHECK(rule->kind->name == "part-of-whole");
  CHECK(rule->where.to_string() == "(kin part whole)");
  CHECK(rule->let_names == std::vector<std::string>{"gap", "twice"});
  CHECK(rule->holds.to_string() == "(and (<= part whole) (<= twice 0))");
  CHECK(rule->warn_when.to_string() == "(= (.hedge whole) 'about')");
  CHECK(rule->level == Level::error);
  CHECK(rule->arithmetic.size() == 1);
  CHECK(rule->diagnoses.size() == 1);
  REQUIRE(rule->repairs.size() == 2);
  CHECK(static_cast<bool>(rule->repairs[0].value));
  CHECK_FALSE(rule->repairs[1].words.empty());
  CHECK(rule->at == 0);
  CHECK(rule->judged == std::vector<std::size_t>{0, 1});
  CHECK(rule->limits == "groups\nfractions");
  REQUIRE(rule->tests.size() == 2);
  CHECK(rule->tests[0].place == "Baku");
  CHECK(rule->tests[0].line == 26);
  CHECK(rule->tests[0].finds ==
        std::vector<std::pair<std::string, std::string>>{{"part", "warns"}});
  CHECK(rule->tests[1].finds.empty());
  REQUIRE(rule->tests[1].documents.size() == 2);
  CHECK(rule->tests[1].documents[1].source == "b");
}

TEST_CASE("a rule points at the first role of its message unless told otherwise") {
  std::string text = kFull;
  text.erase(text.find("at: whole\n"), 10);
  Diagnostics diagnostics;
  const RuleSet rules = load({pack("core", {{"rules/core/figures/part-exceeds-whole.yaml", text}})},
                             vocabulary(), diagnostics);
  CHECK(rules.find("figures/part-exceeds-whole")->at == 1);
}

TEST_CASE("a house rule may declare its own kind of claim") {
  std::string text = simple("house/x");
  text.replace(text.find("on: total"), 9, "claim: total\nroles: {whole: count}\nframes: {en: [a]}");
  Diagnostics diagnostics;
  const RuleSet rules = load({pack("house", {{"house/x.yaml", text}})}, vocabulary(), diagnostics);
  CHECK(print(diagnostics) == "");
  CHECK(rules.on("total").size() == 1);
}

TEST_CASE("rules are found by kind, in the order of their ids") {
  Diagnostics diagnostics;
  const RuleSet rules =
      load({pack("core", {{"r/b/two.yaml", simple("b/two")}, {"r/a/one.yaml", simple("a/one")}})},
           vocabulary(), diagnostics);
  CHECK(print(diagnostics) == "");
  REQUIRE(rules.on("total").size() == 2);
  CHECK(rules.on("total")[0]->id == "a/one");
  CHECK(rules.on("total")[1]->id == "b/two");
  CHECK(rules.on("part-of-whole").empty());
  CHECK(rules.find("a/none") == nullptr);
}

TEST_CASE("an id that stands twice is wrong within a pack and an override across packs") {
  Diagnostics diagnostics;
  const RuleSet rules = load({pack("core", {{"x/a/one.yaml", simple("a/one", "First")},
                                            {"y/a/one.yaml", simple("a/one", "Second")}}),
                              pack("house", {{"z/a/one.yaml", simple("a/one", "Third")}})},
                             vocabulary(), diagnostics);
  CHECK(print(diagnostics) ==
        "y/a/one.yaml:1:7: error: the pack core has the rule \"a/one\" twice [R008]\n"
        "   1 | rule: a/one\n"
        "     |       ^\n"
        "     = the other is at x/a/one.yaml:1\n"
        "z/a/one.yaml:1:7: note: replaces the rule of the pack core at x/a/one.yaml:1 [R009]\n"
        "   1 | rule: a/one\n"
        "     |       ^\n");
  CHECK(rules.find("a/one")->summary == "Third");
}

TEST_CASE("all errors of all files are told in one run, and good rules stay") {
  std::string wrong = simple("a/one");
  wrong.replace(wrong.find("sum(parts)"), 10, "smu(parts)");
  std::string worse = simple("a/two");
  worse.replace(worse.find("on: total"), 9, "on: totals");
  Diagnostics diagnostics;
  const RuleSet rules = load({pack("core", {{"r/a/one.yaml", wrong},
                                            {"r/a/two.yaml", worse},
                                            {"r/a/three.yaml", simple("a/three")}})},
                             vocabulary(), diagnostics);
  CHECK(print(diagnostics) ==
        "r/a/one.yaml:4:8: error: unknown function \"smu\" [E011]\n"
        "   4 | holds: smu(parts) = whole\n"
        "     |        ^\n"
        "     = did you mean \"sum\"?\n"
        "r/a/two.yaml:3:5: error: unknown kind of claim \"totals\" [R006]\n"
        "   3 | on: totals\n"
        "     |     ^\n"
        "     = did you mean \"total\"?\n");
  CHECK(rules.rules().size() == 1);
}

TEST_CASE("only a map with the key rule is a rule") {
  struct Row {
    std::string text;
    bool rule;
  };
  const Row rows[] = {
      {"rule: a/b", true}, {"claim: total", false}, {"[rule]", false}, {"rule", false}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto tree = yaml::Tree::parse(row.text, "a.yaml");
    CHECK(is_rule((*tree)->root()) == row.rule);
  }
}

TEST_CASE("an id is what its path says, and names the slip") {
  struct Row {
    std::string id;
    std::string problem;
  };
  const std::string malformed = "a rule's id is family/name in small letters, digits and hyphens";
  const Row rows[] = {
      {"figures/part-exceeds-whole", ""},
      {"time/zone-2", ""},
      {"figures", malformed},
      {"figures/", malformed},
      {"/x", malformed},
      {"a/b/c", malformed},
      {"figures/Part", malformed},
      {"figures/part-", malformed},
      {"figures/no-sum",
       "a rule's name may not begin with \"no-\": it says what is wrong, not what to do"},
      {"figures/note", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.id);
    CHECK(id_problem(row.id) == row.problem);
  }
  CHECK(id_of_path("rules/core/figures/x.yaml") == "figures/x");
  CHECK(id_of_path("figures/x.yaml") == "figures/x");
  CHECK(id_of_path("x.yaml") == "x");
}

TEST_CASE("versions are compared as numbers") {
  struct Row {
    std::string requirement;
    std::optional<bool> met;
  };
  const Row rows[] = {{">= 0.1", true},       {">=0.10.0", true},
                      {">= 0.9.12", true},    {">= 0.11", false},
                      {">= 1", false},        {"0.1", std::nullopt},
                      {">= x", std::nullopt}, {">= 0.1.2.3", std::nullopt},
                      {">=", std::nullopt}};
  for (const Row& row : rows) {
    CAPTURE(row.requirement);
    CHECK(meets_requirement(row.requirement, "0.10.0") == row.met);
  }
}

TEST_CASE("the schema names every key once") {
  std::set<std::string> names;
  for (const KeyDoc& key : keys()) {
    CAPTURE(key.name);
    CHECK(names.insert(key.name).second);
    CHECK_FALSE(key.doc.empty());
  }
}

}  // namespace
}  // namespace figcheck::rule
