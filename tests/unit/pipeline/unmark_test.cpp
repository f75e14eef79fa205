// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <doctest/doctest.h>

#include "pipeline/rule_test.h"

namespace figcheck::pipeline {

TEST_CASE("a bracket is a mark only when a name in braces follows at once") {
  struct Row {
    const char* marked;
    const char* text;
    const char* marks;
  };
  const Row rows[] = {
      {"no marks", "no marks", ""},
      {"[5%]{a} of [7]{b}", "5% of 7", "a:5% b:7"},
      {"he said [sic] and [5]{a}", "he said [sic] and 5", "a:5"},
      {"[a] {b}", "[a] {b}", ""},
      {"[[5]{inner} to 7]{outer}", "5 to 7", "inner:5 outer:5 to 7"},
      {"[from [5]{inner}]{outer}", "from 5", "outer:from 5 inner:5"},
      {"[x] [5]{a}", "[x] 5", "a:5"},
      {"] [5]{a} [", "] 5 [", "a:5"},
      {"[5]{a", "[5]{a", ""},
      {"[\xC2\xA3"
       "5m]{a} \xE2\x82\xAC"
       "6",
       "\xC2\xA3"
       "5m \xE2\x82\xAC"
       "6",
       "a:\xC2\xA3"
       "5m"},
      {"[5]{a} and [6]{a}", "5 and 6", "a:5 a:6"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.marked);
    const MarkedText unmarked = unmark(row.marked);
    CHECK(unmarked.text == row.text);
    std::string marks;
    for (const auto& mark : unmarked.marks) {
      marks += (marks.empty() ? "" : " ") + mark.name + ":" +
               unmarked.text.substr(mark.span.start, mark.span.size());
    }
    CHECK(marks == row.marks);
  }
}

}  // namespace figcheck::pipeline
