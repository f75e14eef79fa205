// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <doctest/doctest.h>

#include "figcheck/report.h"

using figcheck::Comparison;
using figcheck::Fact;
using figcheck::Finding;
using figcheck::Interval;
using figcheck::Section;
using figcheck::Verdict;
using figcheck::report::comparison_text;
using figcheck::report::TextColor;

TEST_CASE("a comparison is a table of facts by source, and then the findings") {
  Comparison comparison;
  comparison.event = "bridge";
  comparison.facts = {
      {"people killed",
       {{"a.md", "Reuters", "at least 12 people", {0, 18}, Section::text, Interval::at_least(12)},
        {"agency.md", "", "nine", {3, 7}, Section::text, Interval::exactly(9)}},
       Verdict::fails},
      {"span",
       {{"a.md", "Reuters", "300 m", {0, 5}, Section::text, Interval::closed(295, 305)}},
       Verdict::holds},
  };
  Finding finding;
  finding.rule = "sources/toll";
  finding.message = "at least 12 and nine people killed";
  finding.id = "a.md";
  finding.at = {"agency.md", "again", Section::text, {3, 7}, "nine"};
  finding.related = {{"", "first", Section::text, {0, 18}, "at least 12 people"}};
  finding.arithmetic = {"9 < 12"};
  comparison.findings = {finding};

  CHECK(comparison_text(comparison, TextColor::never) ==
        "bridge\n"
        "  people killed: disagree\n"
        "    a.md (Reuters)  \"at least 12 people\"  [12, +inf)\n"
        "    agency.md       \"nine\"                [9, 9]\n"
        "  span: agree\n"
        "    a.md (Reuters)  \"300 m\"  [295, 305]\n"
        "\n"
        "agency.md: error: at least 12 and nine people killed                                    "
        "sources/toll\n"
        "     agency.md: \"nine\"\n"
        "     a.md: \"at least 12 people\"\n"
        "     = 9 < 12\n"
        "\n");
}

TEST_CASE("a comparison without facts says so") {
  CHECK(comparison_text({}, TextColor::never) == "  no fact that two sources give\n\n");
}
