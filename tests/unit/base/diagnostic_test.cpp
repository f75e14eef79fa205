// SPDX-License-Identifier: Apache-2.0
#include "figcheck/diagnostic.h"

#include <string>

#include <doctest/doctest.h>

#include "figcheck/result.h"

using figcheck::Diagnostic;
using figcheck::Level;
using figcheck::Result;

TEST_CASE("levels have the names that options and reports use") {
  CHECK(std::string(to_string(Level::note)) == "note");
  CHECK(std::string(to_string(Level::warning)) == "warning");
  CHECK(std::string(to_string(Level::error)) == "error");
}

TEST_CASE("a diagnostic says only what it knows") {
  struct Row {
    Diagnostic diagnostic;
    std::string text;
  };
  const Row rows[] = {
      {{"U001", Level::error, "", 0, 0, "no rule is left to run", "", ""},
       "error: no rule is left to run [U001]"},
      {{"F001", Level::error, "a.md", 0, 0, "no such file", "", ""},
       "a.md: error: no such file [F001]"},
      {{"D001", Level::warning, "a.md", 7, 0, "odd", "", ""}, "a.md:7: warning: odd [D001]"},
      {{"D001", Level::note, "a.md", 7, 3, "odd", "", ""}, "a.md:7:3: note: odd [D001]"},
      {{"", Level::error, "a.md", 0, 3, "odd", "", ""}, "a.md: error: odd"},
      {{"R014", Level::error, "r.yaml", 3, 8, "unknown role \"prt\"", "holds: prt <= whole",
        "did you mean \"part\"?"},
       "r.yaml:3:8: error: unknown role \"prt\" [R014]\n"
       "   3 | holds: prt <= whole\n"
       "     |        ^\n"
       "     = did you mean \"part\"?"},
      {{"R014", Level::error, "r.yaml", 12345, 1, "odd", "x", "hint"},
       "r.yaml:12345:1: error: odd [R014]\n"
       "12345 | x\n"
       "      | ^\n"
       "      = hint"},
      {{"R014", Level::error, "", 0, 0, "odd", "", "hint"}, "error: odd [R014]\n     = hint"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(row.diagnostic.to_string() == row.text);
  }
}

TEST_CASE("the caret stands under the code point that the column's byte begins") {
  struct Row {
    std::string line;
    std::size_t column;
    std::string shown;
  };
  const Row rows[] = {
      {"\tx: 1", 2, "\n   1 | \tx: 1\n     | \t^"},
      {"caf\xC3\xA9: \xE2\x82\xAC"
       "5",
       11,
       "\n   1 | caf\xC3\xA9: \xE2\x82\xAC"
       "5\n     |        ^"},
      {"ab", 3, "\n   1 | ab\n     |   ^"},
      {"ab", 4, "\n   1 | ab"},
      {"a\x1B[31mb\x07", 1, "\n   1 | a?[31mb?\n     | ^"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    const Diagnostic diagnostic{"D001", Level::error, "", 1, row.column, "odd", row.line, ""};
    CHECK(diagnostic.to_string() == "error: odd [D001]" + row.shown);
  }
}

TEST_CASE("warnings and notes are no errors") {
  Diagnostic warning;
  warning.level = Level::warning;
  Diagnostic note;
  note.level = Level::note;
  CHECK_FALSE(figcheck::has_errors({}));
  CHECK_FALSE(figcheck::has_errors({warning, note}));
  CHECK(figcheck::has_errors({warning, Diagnostic{}}));
}

TEST_CASE("a result holds a value or the reason why there is none") {
  const Result<int> good(3);
  CHECK(good.ok());
  CHECK(*good == 3);
  const Result<int> bad(Diagnostic{"U002", Level::error, "", 0, 0, "not a number", "", ""});
  CHECK_FALSE(bad.ok());
  CHECK(bad.error().to_string() == "error: not a number [U002]");
}
