// SPDX-License-Identifier: Apache-2.0
#include "pipeline/rates.h"

#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace figcheck::pipeline {
namespace {

Rates load(const std::vector<std::string>& files, Diagnostics& diagnostics) {
  yaml::Trees trees;
  for (std::size_t i = 0; i < files.size(); ++i) {
    auto tree = yaml::Tree::parse(files[i], fmt::format("rates{}.yaml", i));
    REQUIRE(tree.ok());
    trees.push_back(std::move(tree).value());
  }
  Rates rates = Rates::load(trees, diagnostics);
  // Series are views into the trees.
  static yaml::Trees kept;
  kept.insert(kept.end(), trees.begin(), trees.end());
  return rates;
}

std::string shown(const std::optional<RateRange>& range) {
  return range ? fmt::format("{} to {}", range->low.to_string(), range->high.to_string()) : "none";
}

constexpr const char* kTable = R"(rates: USD
series:
  - {currency: EUR, from: "2001-11", values: "1.2 1.25 1.5"}
  - {currency: JPY, from: "2001-11", values: "120 100 150"}
  - {currency: KES, from: "2000", values: "70 80 100"}
)";

TEST_CASE("a rate is the least and the most of the months asked for") {
  Diagnostics diagnostics;
  const Rates rates = load({kTable}, diagnostics);
  CHECK(diagnostics.empty());
  const int november = month_number(2001, 11);
  CHECK(shown(rates.range("USD", "EUR", november, november)) == "1.2 to 1.2");
  CHECK(shown(rates.range("USD", "EUR", november, november + 2)) == "1.2 to 1.5");
  CHECK(shown(rates.range("EUR", "JPY", november, november + 2)) == "80 to 100");
  CHECK(shown(rates.range("EUR", "USD", november + 1, november + 1)) == "0.8 to 0.8");
}

TEST_CASE("a year's rate leaves room for its neighbours'") {
  Diagnostics diagnostics;
  const Rates rates = load({kTable}, diagnostics);
  CHECK(shown(rates.range("USD", "KES", month_number(2001, 6), month_number(2001, 6))) ==
        "70 to 100");
  CHECK(shown(rates.range("USD", "KES", month_number(2000, 1), month_number(2000, 1))) ==
        "70 to 80");
}

TEST_CASE("outside the table and of unknown currencies nothing is known") {
  Diagnostics diagnostics;
  const Rates rates = load({kTable}, diagnostics);
  const int after = month_number(2003, 1);
  CHECK(shown(rates.range("USD", "EUR", after, after)) == "none");
  CHECK(shown(rates.range("USD", "KES", after, after)) == "none");
  CHECK(shown(rates.range("USD", "XXX", after, after)) == "none");
  CHECK(shown(rates.range("USD", "EUR", after - 40, after - 40)) == "none");
}

TEST_CASE("where two files have a month the later one counts") {
  Diagnostics diagnostics;
  const char* const own = "rates: USD\nseries: [{currency: EUR, from: 2001-12, values: \"1.1\"}]\n";
  const Rates rates = load({kTable, own}, diagnostics);
  const int november = month_number(2001, 11);
  CHECK(shown(rates.range("USD", "EUR", november + 1, november + 1)) == "1.1 to 1.1");
  CHECK(shown(rates.range("USD", "EUR", november, november)) == "1.2 to 1.2");
}

TEST_CASE("files of rates that cannot be are refused") {
  const auto code = [](const std::string& text) {
    Diagnostics diagnostics;
    load({kTable, text}, diagnostics);
    return diagnostics.empty() ? std::string("none") : diagnostics.front().code;
  };
  CHECK(code("rates: EUR\nseries: []\n") == "M001");
  CHECK(code("rates: USD\nseries: [{currency: EUR, from: spring, values: \"1\"}]\n") == "M002");
  CHECK(code("rates: USD\nseries: [{currency: EUR, from: 2001-13, values: \"1\"}]\n") == "M002");
  CHECK(code("rates: USD\nseries: [{from: 2001-12, values: \"1\"}]\n") == "M002");
  CHECK(code("rates: USD\nseries: [{currency: EUR, from: 2001, values: \"1 - 2\"}]\n") == "M003");
}

}  // namespace
}  // namespace figcheck::pipeline
