// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <doctest/doctest.h>

#include "expr/digits.h"
#include "expr/fake.h"
#include "expr/restyle.h"

namespace figcheck::expr {
namespace {

Scene scene() {
  Scene scene;
  scene.role("part", {FigureKind::count}, {count("some\n2,261 children", "2261")});
  scene.role("whole", {FigureKind::count}, {rounded(count("30,000", "30000"), 3)});
  scene.role("cost", {FigureKind::money},
             {figure(FigureKind::money, "$2.5 million", "2500000", "USD")});
  scene.role("parts", {FigureKind::count}, {count("three", "3"), count("4 men", "4")}, true);
  scene.role("day", {FigureKind::date}, {moment(FigureKind::date, "Sept. 20", date(2023, 9, 20))});
  scene.role("at", {FigureKind::time}, {moment(FigureKind::time, "13.00", clock(13, 0))});
  Figure over = count("more than 500", "500");
  over.interval = over.strict = Interval::above(500);
  scene.role("over", {FigureKind::count}, {over});
  Figure between = count("25 to 40", "25");
  between.interval = between.strict = Interval::closed(25, 40);
  between.range = true;
  scene.role("between", {FigureKind::count}, {between});
  scene.role("absent", {FigureKind::count}, {});
  return scene;
}

TEST_CASE("a template shows figures, quantities and moments") {
  struct Row {
    std::string source;
    std::string shown;
  };
  const Row rows[] = {
      {"{part} cannot be among {whole}: {part.value} > {whole.value}",
       "some 2,261 children cannot be among 30,000: 2,261 > 30,000"},
      {"{cost.value}", "$2,500,000"},
      {"{parts}", "three, 4 men"},
      {"{sum(parts)}", "7"},
      {"{{{part.value}}}", "{2,261}"},
      {"{share(part, whole)}", "about 7.5%"},
      {"{share(part, whole):1}", "7.5%"},
      {"{share(part, whole):range}", "7.413 to 7.664%"},
      {"{part / 3}", "about 753.7"},
      {"{part / 3:2}", "753.67"},
      {"{4 / 2}", "2"},
      {"{1 / 8}", "0.125"},
      {"{part / 3:0}", "754"},
      {"{part:2}", "2,261.00"},
      {"{plain(cost):percent}", "2,500,000%"},
      {"{cost:plain}", "2,500,000"},
      {"{over}", "more than 500"},
      {"{over.value}", "500"},
      {"{over + 1:range}", "> 501"},
      {"{between * 2}", "50 to 80"},
      {"{day}", "Sept. 20"},
      {"{day:date}", "20 September 2023"},
      {"{day:iso}", "2023-09-20"},
      {"{at:time}", "13:00"},
      {"{name_of('weekday', weekday(day))}", "Wednesday"},
      {"{absent} of {'a:}b'}", "? of a:}b"},
      {"{quantity(1, 'km')} or {quantity(2, 'km')}", "1 km or 2 kms"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.source);
    CHECK(scene().words(row.source) == row.shown);
  }
}

TEST_CASE("a wrong template is refused with the place inside it") {
  struct Row {
    std::string source;
    std::string mistakes;
  };
  const Row rows[] = {
      {"{part", "1 E020 the \"{\" is not closed = a brace in the text is written twice"},
      {"part}", "5 E020 a \"}\" closes nothing = a brace in the text is written twice"},
      {"a {} b", "4 E001 expected an expression, found nothing"},
      {"é {prt} and {whol}",
       "5 E010 unknown name \"prt\" = did you mean \"part\"?\n"
       "15 E010 unknown name \"whol\" = did you mean \"whole\"?"},
      {"{part:percnt}", "7 E021 unknown format \"percnt\" = did you mean \"percent\"?"},
      {"{part:10}",
       "7 E021 unknown format \"10\" = formats are 0 to 9, percent, plain, range, time, date, "
       "weekday, iso"},
      {"{part:time}",
       "7 E022 the format \"time\" is for a moment, but the expression gives a quantity"},
      {"{day:2}", "6 E022 the format \"2\" is for a quantity, but the expression gives a moment"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.source);
    CHECK(scene().words(row.source) == row.mistakes);
  }
}

TEST_CASE("a template knows its roles in the order of their mention") {
  const Scene there = scene();
  std::vector<Mistake> mistakes;
  const Template words = Template::compile("{whole} {part} {whole}", there.scope(), mistakes);
  CHECK(words.roles() == std::vector<std::size_t>{1, 0});
}

TEST_CASE("a replacement is written like the figure that it replaces") {
  struct Row {
    Figure figure;
    Value value;
    std::string words;
  };
  const auto number = [](std::string_view text, std::string unit = "") {
    return Value(Quantity::exactly(decimal(text), std::move(unit)));
  };
  const auto time = [](int hour, int minute) {
    return Value(Moment{clock(hour, minute), nullptr});
  };
  const Row rows[] = {
      {count("some 30,000 people", "30000"), number("41234"), "some 41,234 people"},
      {count("800 people", "800"), number("1200"), "1,200 people"},
      {count("1200 people", "1200"), number("13000"), "13000 people"},
      {count("3 dozen", "36"), number("48"), "4 dozen"},
      {count("twelve", "12"), number("14"), "14"},
      {count("12.50", "12.50"), number("13"), "13.00"},
      {figure(FigureKind::money, "$2.1 billion", "2100000000", "USD"), number("2340000000", "USD"),
       "$2.3 billion"},
      {figure(FigureKind::money, "$2.1 billion", "2100000000", "USD"), number("5", "km"), "none"},
      {figure(FigureKind::percent, "4.5 per cent", "4.5", "%"), number("6.25"), "6.3 per cent"},
      {figure(FigureKind::percent, "four per cent", "4", "%"), number("6.25"), "6%"},
      {figure(FigureKind::measure, "5 miles", "5", "mile"), number("16.1", "km"), "10 miles"},
      {figure(FigureKind::ratio, "1 in 5", "0.2"), number("0.34"), "none"},
      {figure(FigureKind::ordinal, "19th", "19"), number("22"), "none"},
      {figure(FigureKind::multiple, "doubled", "2", "times"), number("3"), "none"},
      {figure(FigureKind::age, "27-year-old", "27", "year"), number("28", "year"), "28-year-old"},
      {figure(FigureKind::weekday, "Friday", "5"), number("6"), "Saturday"},
      {moment(FigureKind::time, "13.00 local time", clock(13, 0)), time(9, 30), "09.30 local time"},
      {moment(FigureKind::time, "9:00", clock(9, 0)), time(8, 5), "8:05"},
      {moment(FigureKind::time, "1300 GMT", clock(13, 0)), time(9, 30), "0930 GMT"},
      {moment(FigureKind::time, "1.00 p.m.", clock(13, 0)), time(9, 30), "none"},
      {moment(FigureKind::time, "noon", clock(12, 0)), time(9, 30), "none"},
      {count("12", "12"), Value(std::string("a dozen")), "a dozen"},
      {count("12", "12"), Value(), "none"},
  };
  const FakeContext context;
  for (const Row& row : rows) {
    CAPTURE(row.figure.text);
    CHECK(restyle(row.figure, row.value, context).value_or("none") == row.words);
  }
}

TEST_CASE("a slip of the keyboard is one exchange, change, loss or doubling") {
  struct Row {
    std::string a;
    std::string b;
    bool slip;
  };
  const Row rows[] = {
      {"1463", "1643", true},  {"2251", "2261", true}, {"2261", "226", true}, {"226", "2261", true},
      {"2261", "22611", true}, {"12", "21", true},     {"12", "13", false},   {"1", "2", false},
      {"123", "123", false},   {"123", "321", false},  {"1234", "12", false}, {"850", "805", true},
      {"1200", "12", false},   {"", "", false},        {"", "1", false},      {"110", "100", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.a);
    CAPTURE(row.b);
    CHECK(is_slip(row.a, row.b) == row.slip);
  }
}

}  // namespace
}  // namespace figcheck::expr
