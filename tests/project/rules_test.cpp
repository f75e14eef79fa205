// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "project/shipped.h"
#include "rule/identity.h"

namespace figcheck::project {
namespace {

const std::vector<std::shared_ptr<const rule::Rule>>& rules() { return shipped().rules.rules(); }

TEST_CASE("every shipped rule says what it is about, why, and what it does not see") {
  CHECK(rules().size() >= 30);
  for (const auto& rule : rules()) {
    CAPTURE(rule->id);
    CHECK(!rule->summary.empty());
    CHECK(rule->summary.size() <= 100);
    CHECK(rule->summary.back() != '.');
    CHECK(rule->why.size() > 20);
    CHECK(rule->why.back() == '.');
    REQUIRE_MESSAGE(!rule->limits.empty(), "say under limits: what the rule does not see");
    CHECK(rule->limits.back() == '.');
  }
}

TEST_CASE("every shipped rule has a test that finds and one that does not") {
  for (const auto& rule : rules()) {
    CAPTURE(rule->id);
    const auto finds = [](const rule::RuleTest& test) { return !test.finds.empty(); };
    CHECK(std::any_of(rule->tests.begin(), rule->tests.end(), finds));
    CHECK(!std::all_of(rule->tests.begin(), rule->tests.end(), finds));
  }
}

TEST_CASE("the tests of all shipped rules pass") {
  const auto results = engine().test_rules();
  CHECK(results.size() >= 2 * rules().size());
  for (const RuleTestResult& result : results) {
    CHECK_MESSAGE(result.passed, result.file << ":" << result.line << ": " << result.message);
  }
}

TEST_CASE("a rule is found by its id, and named for the slip") {
  std::set<std::string> ids;
  for (const auto& tree : files_with("rule")) {
    const std::string id(tree->root().get("rule").text());
    CAPTURE(tree->path());
    CHECK(tree->path() == fmt::format("rules/core/{}.yaml", id));
    CHECK(rule::id_problem(id) == "");
    ids.insert(id);
  }
  std::set<std::string> loaded;
  for (const auto& rule : rules()) loaded.insert(rule->id);
  CHECK(loaded == ids);
  for (const char* name : {"figures/avoid-sums", "figures/check-sums", "figures/no-sums",
                           "figures/use-sums", "figures/prefer-sums", "figures/should-sum"}) {
    CAPTURE(name);
    CHECK(rule::id_problem(name) != "");
  }
}

TEST_CASE("a rule's message tells figures of the claim or what they come to") {
  for (const auto& rule : rules()) {
    CAPTURE(rule->id);
    CHECK((!rule->message.roles().empty() || !rule->message.lets().empty()));
  }
}

}  // namespace
}  // namespace figcheck::project
