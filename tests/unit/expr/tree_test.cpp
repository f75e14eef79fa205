// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <doctest/doctest.h>

#include "expr/fake.h"

namespace figcheck::expr {
namespace {

Scene scene() {
  Scene scene;
  scene.role("part", {FigureKind::count}, {count("3", "3")});
  scene.role("whole", {FigureKind::count}, {count("9", "9")});
  scene.role("parts", {FigureKind::count}, {count("3", "3"), count("4", "4")}, true);
  scene.role("start", {FigureKind::date}, {});
  scene.role("thing", {}, {});
  scene.word("direction", "up");
  return scene;
}

TEST_CASE("an expression is read as its operators bind") {
  struct Row {
    std::string source;
    std::string tree;
  };
  const Row rows[] = {
      {"part <= whole", "(<= part whole)"},
      {"1 + 2 * 3 - 4", "(- (+ 1 (* 2 3)) 4)"},
      {"(1 + 2) * 3", "(* (+ 1 2) 3)"},
      {"-part.value + 2", "(+ (- (.value part)) 2)"},
      {"8 / 4 / 2", "(/ (/ 8 4) 2)"},
      {"true or false and not true", "(or true (and false (not true)))"},
      {"not part < whole", "(not (< part whole))"},
      {"part ~ 12.50 and whole !~ 3%", "(and (~ part 12.50) (!~ whole 3%))"},
      {"direction in ['up', \"down\"]", "(in direction (list 'up' 'down'))"},
      {"all(parts, it <= whole)", "(all parts (<= it whole))"},
      {"sum(parts, 2,) = nothing", "(= (sum parts 2) nothing)"},
      {"article_date().year", "(.year (article_date))"},
      {"kin(part.subject, whole.subject)", "(kin part whole)"},
      {"part != whole", "(!= part whole)"},
      {"5 % = 5", "(= 5% 5)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.source);
    CHECK(scene().tree(row.source) == row.tree);
  }
}

TEST_CASE("an expression that cannot be read is refused with its place") {
  struct Row {
    std::string source;
    std::string mistake;
  };
  const Row rows[] = {
      {"", "1 E001 expected an expression, found nothing"},
      {"part <", "7 E001 expected a number, a name or \"(\", found the end"},
      {"part whole", "6 E001 expected an operator or the end, found \"whole\""},
      {"part < < whole", "8 E001 expected a number, a name or \"(\", found \"<\""},
      {"part and or", "10 E001 expected a number, a name or \"(\", found \"or\""},
      {"part.", "6 E001 expected the name of an attribute after \".\", found the end"},
      {"part == whole", "6 E002 \"==\" is no operator here = did you mean \"=\"?"},
      {"part && whole", "6 E002 \"&&\" is no operator here = did you mean \"and\"?"},
      {"!part", "1 E002 \"!\" is no operator here = did you mean \"not\"?"},
      {"part ≤ whole", "6 E002 \"≤\" has no meaning here"},
      {"direction = 'up", "13 E003 the text has no closing quote"},
      {"part < 1234567890123456789", "8 E004 the number has too many digits = at most 18"},
      {"part < 5km",
       "9 E005 a number is followed by a letter = a number with a unit is written quantity(5, "
       "'km')"},
      {"1 < part < 3", "10 E006 comparisons do not chain = write \"a < b and b < c\""},
      {"(part + 1",
       "10 E008 expected \")\" for the \"(\" at column 1 of the expression, found the end"},
      {"sum(part, 1]",
       "12 E008 expected \")\" for the \"(\" at column 4 of the expression, found \"]\""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.source);
    CHECK(scene().mistakes(row.source) == row.mistake);
  }
}

TEST_CASE("all wrong names and types of an expression are told at once") {
  struct Row {
    std::string source;
    std::string mistakes;
  };
  const Row rows[] = {
      {"prt <= whole", "1 E010 unknown name \"prt\" = did you mean \"part\"?"},
      {"zzzz <= whole",
       "1 E010 unknown name \"zzzz\" = the roles of test-claim are part, whole, parts, start, "
       "thing"},
      {"part < article_date",
       "8 E010 unknown name \"article_date\" = a function needs its brackets: article_date()"},
      {"it < 3",
       "1 E010 unknown name \"it\" = \"it\" has a meaning inside all(), any() and each() only"},
      {"totl(parts) = whol",
       "1 E011 unknown function \"totl\"\n"
       "15 E010 unknown name \"whol\" = did you mean \"whole\"?"},
      {"rond(part) = 1", "1 E011 unknown function \"rond\" = did you mean \"round\"?"},
      {"part < direction", "6 E012 \"<\" cannot compare a quantity with a text"},
      {"part < start", "6 E012 \"<\" cannot compare a quantity with a moment"},
      {"direction < 'up'", "11 E012 \"<\" cannot compare a text with a text"},
      {"parts < 3",
       "7 E012 \"<\" cannot compare a list with a quantity = use all() or any() for the items of a "
       "list"},
      {"parts + 3",
       "1 E012 \"+\" needs a quantity, found a list = use sum(), min(), max(), all() or any() for "
       "a list"},
      {"start - start",
       "7 E012 \"-\" needs quantities, found moments = use days(a, b) or years(a, b)"},
      {"part and true", "1 E012 \"and\" needs a verdict, found a quantity"},
      {"all(part, it < 3)", "5 E012 all() needs a list, found a quantity"},
      {"any(parts, it)", "12 E012 any() needs a verdict, found a quantity"},
      {"[part, 'x']",
       "8 E012 the items of a list are of one type: expected a quantity, found a text"},
      {"kin(part, 3)",
       "11 E012 kin() needs a figure of the text for \"whole\", found a quantity = give it a role"},
      {"abs(start)",
       "5 E012 abs() needs a quantity for \"q\", found a moment = abs(q: quantity) -> quantity"},
      {"abs()", "1 E013 abs() takes 1 argument, found 0 = abs(q: quantity) -> quantity"},
      {"round(1, 2, 3)",
       "1 E013 round() takes 1 to 2 arguments, found 3 = round(q: quantity, place?: quantity) -> "
       "quantity"},
      {"sum()",
       "1 E013 sum() takes at least 1 arguments, found 0 = sum(items: quantity, ...) -> quantity"},
      {"all(parts)", "1 E013 all() takes 2 arguments, found 1 = all(list, expression with it)"},
      {"part.unti = ''", "6 E014 unknown attribute \"unti\" = did you mean \"unit\"?"},
      {"parts.unit = ''", "7 E015 a list has no attributes = use each(list, it.unit)"},
      {"direction.unit = ''",
       "11 E015 a text has no attribute \"unit\" = it belongs to a quantity"},
      {"(part + 1).hedge = ''",
       "12 E015 a quantity has no attribute \"hedge\" = it belongs to a figure"},
      {"part.year = 3", "6 E015 a quantity has no attribute \"year\" = it belongs to a moment"},
      {"convert(part, 'furlong') < 3",
       "16 E017 unknown unit \"furlong\" = units are those of the vocabulary"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.source);
    CHECK(scene().mistakes(row.source) == row.mistakes);
  }
}

TEST_CASE("a condition must give a verdict") {
  CHECK(scene().mistakes("part + 1", Type::verdict) ==
        "1 E016 expected a verdict, but the expression gives a quantity = compare it with "
        "something, such as "
        "\"x <= y\"");
  CHECK(scene().mistakes("part < 1", Type::verdict) == "none");
}

TEST_CASE("a role of any kind may stand for a number or a date") {
  CHECK(scene().mistakes("thing < 3 and thing.year < 3 and thing < start") == "none");
}

TEST_CASE("nesting has a limit") {
  const auto nested = [](std::size_t levels, const char* open, const char* close) {
    std::string source;
    for (std::size_t i = 0; i < levels; ++i) source += open;
    source += "1";
    for (std::size_t i = 0; i < levels; ++i) source += close;
    return source;
  };
  const std::string refusal =
      " E007 the expression is nested too deep = at most 100 levels; use let: for parts";
  CHECK(scene().mistakes(nested(90, "(", ")")) == "none");
  CHECK(scene().mistakes(nested(100, "(", ")")) == "101" + refusal);
  CHECK(scene().mistakes(nested(100'000, "(", ")")) == "101" + refusal);
  CHECK(scene().mistakes(nested(100'000, "-", "")) == "100" + refusal);
  CHECK(scene().mistakes(nested(100'000, "not ", "")) == "397" + refusal);
  CHECK(scene().mistakes(nested(100'000, "[", "")) == "101" + refusal);
  CHECK(scene().mistakes(nested(50, "", " + 1")) == "none");
  CHECK(scene().mistakes(nested(100'000, "", " + 1")) == "399" + refusal);
}

}  // namespace
}  // namespace figcheck::expr
