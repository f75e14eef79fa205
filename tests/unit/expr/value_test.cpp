// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <doctest/doctest.h>

#include "expr/fake.h"

namespace figcheck::expr {
namespace {

struct Row {
  std::string source;
  std::string value;
};

template <std::size_t size>
void check(const Scene& scene, const Row (&rows)[size]) {
  for (const Row& row : rows) {
    CAPTURE(row.source);
    CHECK(scene.value(row.source) == row.value);
  }
}

Scene counts() {
  Scene scene;
  scene.role("part", {FigureKind::count}, {count("2,261 children", "2261")});
  scene.role("whole", {FigureKind::count}, {rounded(count("30,000 people", "30000"), 4)});
  scene.role("parts", {FigureKind::count}, {count("12", "12"), count("30", "30"), count("8", "8")},
             true);
  scene.role("percent", {FigureKind::percent},
             {rounded(figure(FigureKind::percent, "12%", "12", "%"), 0)});
  Figure over = count("more than 500", "500");
  over.interval = over.strict = Interval::above(500);
  over.hedge = Hedge::over;
  scene.role("over", {FigureKind::count}, {over});
  scene.role("absent", {FigureKind::count}, {});
  scene.word("direction", "up").word("factor", "2").word("none", "");
  return scene;
}

TEST_CASE("arithmetic goes on with all numbers that the wording allows") {
  const Row rows[] = {
      {"part + 1", "[2262, 2262]"},
      {"whole - part", "[22739, 32739] strict [27739, 27739]"},
      {"whole * 2", "[50000, 70000] strict [60000, 60000]"},
      {"whole / 2", "[12500, 17500] strict [15000, 15000]"},
      {"over + 1", "(501, +inf)"},
      {"-whole", "[-35000, -25000] strict [-30000, -30000]"},
      {"part / 0", "nothing"},
      {"absent + 1", "nothing"},
      {"nothing + 1", "nothing"},
      {"abs(-part)", "[2261, 2261]"},
      {"sum(parts)", "[50, 50]"},
      {"sum(parts, 1)", "[51, 51]"},
      {"sum(absent)", "nothing"},
      {"min(parts)", "[8, 8]"},
      {"max(parts, over)", "(500, +inf)"},
      {"min(parts, over)", "[8, 8]"},
      {"count(parts)", "[3, 3]"},
      {"sum(each(parts, it * 2))", "[100, 100]"},
      {"round(2.5)", "[3, 3]"},
      {"round(part, 2)", "[2300, 2300]"},
      {"spread(part, 10%)", "[2034.90, 2487.10]"},
      {"widen(part, 5)", "[2256, 2266]"},
      {"point(whole)", "[30000, 30000]"},
      {"strict(whole)", "[30000, 30000]"},
      {"sign(over)", "[1, 1]"},
      {"sign(-over)", "[-1, -1]"},
      {"sign(part - whole)", "[-1, -1]"},
      {"sign(whole - 30000)", "nothing"},
      {"number(factor) * 2", "[4, 4]"},
      {"number(direction)", "nothing"},
  };
  check(counts(), rows);
}

TEST_CASE("a comparison holds, fails or cannot tell") {
  const Row rows[] = {
      {"part <= whole", "holds"},
      {"part > whole", "fails"},
      {"whole > 30000", "cannot tell"},
      {"whole >= 25000", "holds"},
      {"whole = 30000", "cannot tell"},
      {"part = 2261", "holds"},
      {"part != 2261", "fails"},
      {"whole ~ 34000", "holds"},
      {"whole ~ 36000", "fails"},
      {"whole !~ 36000", "holds"},
      {"over ~ 500", "fails"},
      {"over > 500", "holds"},
      {"absent > 1", "cannot tell"},
      {"absent > 1 and part < 1", "fails"},
      {"absent > 1 or part > 1", "holds"},
      {"absent > 1 and part > 1", "cannot tell"},
      {"not absent > 1", "cannot tell"},
      {"nothing = nothing", "cannot tell"},
      {"12% ~ 12", "holds"},
      {"percent ~ 12.4", "holds"},
      {"percent ~ 13", "fails"},
      {"direction = 'up'", "holds"},
      {"direction != 'up'", "fails"},
      {"none = 'up'", "cannot tell"},
      {"direction in ['down', 'up']", "holds"},
      {"direction in []", "fails"},
      {"8 in parts", "holds"},
      {"9 in parts", "fails"},
      {"30000 in [whole, 3]", "cannot tell"},
      {"all(parts, it < 31)", "holds"},
      {"all(parts, it < 30)", "fails"},
      {"any(parts, it > 29)", "holds"},
      {"any(parts, it > absent)", "cannot tell"},
      {"all([part, whole], any(parts, it = 8))", "holds"},
      {"(part > 1) = true", "holds"},
      {"known(absent)", "fails"},
      {"known(part)", "holds"},
      {"known(none)", "fails"},
  };
  check(counts(), rows);
}

TEST_CASE("percentages are numbers of per cent in sums, comparisons and products") {
  const Row rows[] = {
      {"share(part, whole)",
       "[6.4600, 9.04400] strict [7.53666666666666666, 7.53666666666666667] %"},
      {"percent + 1", "[12.5, 13.5] strict [13, 13] %"},
      {"100 - percent", "[87.5, 88.5] strict [88, 88] %"},
      {"percent * 2", "[23.0, 25.0] strict [24, 24] %"},
      {"part * percent / 100", "[260.015, 282.625] strict [271.32, 271.32] %"},
      {"plain(percent)", "[11.5, 12.5] strict [12, 12]"},
      {"percent(12)", "[12, 12] %"},
      {"percent / percent", "[0.92, 1.08695652173913044] strict [1, 1]"},
      {"part / percent",
       "[180.88, 196.608695652173914] strict [188.416666666666666, 188.416666666666667]"},
      {"change(200, 300)", "[50.0, 50.0] %"},
      {"change(10%, 20%)", "[100, 100] %"},
      {"rounds_to(share(1, 8), percent)", "holds"},
      {"rounds_to(13.1, percent)", "fails"},
  };
  check(counts(), rows);
}

TEST_CASE("a factor is a plain number, and in hundredths beside a percentage") {
  Scene scene;
  scene.role("fifth", {FigureKind::ratio}, {figure(FigureKind::ratio, "one in five", "0.2")});
  scene.role("thrice", {FigureKind::multiple},
             {figure(FigureKind::multiple, "three times", "3", "times")});
  scene.role("percent", {FigureKind::percent}, {figure(FigureKind::percent, "20%", "20", "%")});
  const Row rows[] = {
      {"fifth ~ percent", "holds"},
      {"percent ~ fifth", "holds"},
      {"fifth ~ 20", "fails"},
      {"fifth ~ 30 / 150", "holds"},
      {"fifth * 150", "[30.0, 30.0]"},
      {"thrice = 6 / 2", "holds"},
      {"thrice ~ percent", "fails"},
      {"thrice * percent", "[60, 60] %"},
      {"6 / thrice", "[2, 2]"},
      {"fifth ~ thrice", "fails"},
      {"fifth * 100 ~ percent", "holds"},
  };
  check(scene, rows);
}

TEST_CASE("units convert where they can and give nothing where they cannot") {
  Scene scene;
  scene.role("far", {FigureKind::measure}, {figure(FigureKind::measure, "10 miles", "10", "mile")});
  scene.role("near", {FigureKind::measure}, {figure(FigureKind::measure, "16.1km", "16.1", "km")});
  scene.role("heavy", {FigureKind::measure}, {figure(FigureKind::measure, "3kg", "3", "kg")});
  scene.role("cost", {FigureKind::money}, {figure(FigureKind::money, "$6", "6", "USD")});
  scene.role("warm", {FigureKind::measure}, {figure(FigureKind::measure, "30C", "30", "degC")});
  const Row rows[] = {
      {"convert(far, 'km')", "[16.093440, 16.093440] km"},
      {"near + far", "[32.193440, 32.193440] km"},
      {"near > far", "holds"},
      {"near ~ heavy", "cannot tell"},
      {"near + heavy", "nothing"},
      {"near * heavy", "nothing"},
      {"3 / heavy", "nothing"},
      {"heavy * 2", "[6, 6] kg"},
      {"heavy * 50%", "[150, 150] kg"},
      {"cost / 2", "[3, 3] USD"},
      {"convert(far, 'km') / near", "[0.999592546583850931, 0.999592546583850932]"},
      {"cost > 0", "holds"},
      {"cost > 5", "cannot tell"},
      {"plain(cost) > 5", "holds"},
      {"cost > quantity(5, 'USD')", "holds"},
      {"unit(cost)", "'USD'"},
      {"cost.unit", "'USD'"},
      {"same_unit(cost, far)", "fails"},
      {"same_dimension(near, far)", "holds"},
      {"same_dimension(near, heavy)", "fails"},
      {"convert(warm, 'degF') ~ quantity(86, 'degF')", "holds"},
      {"convert(quantity(86, 'degF'), 'degC') ~ warm", "holds"},
      {"warm ~ quantity(87, 'degF')", "fails"},
  };
  check(scene, rows);
}

TEST_CASE("attributes ask for what the text says of a figure") {
  Figure part = rounded(count("some 2,300 children", "2300"), 2);
  part.hedge = Hedge::about;
  part.subject = {"child", "children", "person", "kill", {}};
  part.attribution = "the ministry";
  part.place_name = "Homs";
  part.quoted = true;
  part.block_kind = BlockKind::table_cell;
  Scene scene;
  scene.role("part", {FigureKind::count}, {part});
  Figure start = moment(FigureKind::period, "from 3 to 9 September", date(2023, 9, 3));
  start.time->end = date(2023, 9, 9);
  scene.role("start", {FigureKind::period}, {start});
  scene.role("at", {FigureKind::time},
             {moment(FigureKind::time, "13.00 GMT", clock(13, 5, "UTC"))});
  scene.role("year", {FigureKind::year}, {figure(FigureKind::year, "1923", "1923")});
  const Row rows[] = {
      {"part.value", "[2300, 2300]"},
      {"part.interval", "[2250, 2350]"},
      {"part.low", "[2250, 2250]"},
      {"part.high", "[2350, 2350]"},
      {"part.place_value", "[100, 100]"},
      {"part.upper", "nothing"},
      {"part.kind", "'count'"},
      {"part.hedge", "'about'"},
      {"part.subject", "'child'"},
      {"part.class", "'person'"},
      {"part.event", "'kill'"},
      {"part.words", "'children'"},
      {"part.attribution", "'the ministry'"},
      {"part.place", "'Homs'"},
      {"part.quoted", "holds"},
      {"part.negated", "fails"},
      {"part.range", "fails"},
      {"part.in_words", "fails"},
      {"part.vague", "fails"},
      {"part.block", "'table-cell'"},
      {"part.text", "'some 2,300 children'"},
      {"start.start.day", "[3, 3]"},
      {"start.end.day", "[9, 9]"},
      {"start.year", "[2023, 2023]"},
      {"start.month", "[9, 9]"},
      {"start.weekday", "nothing"},
      {"start.grain", "'day'"},
      {"start.hour", "nothing"},
      {"at.hour", "[13, 13]"},
      {"at.minute", "[5, 5]"},
      {"at.zone", "'UTC'"},
      {"at.end", "nothing"},
      {"year.year", "[1923, 1923]"},
      {"year + 1", "[1924, 1924]"},
      {"block(part)", "'table-cell'"},
      {"section(part)", "'text'"},
  };
  check(scene, rows);
}

TEST_CASE("dates are compared as far as both are known") {
  Scene scene;
  scene.role("early", {FigureKind::date},
             {moment(FigureKind::date, "29 Feb 2020", date(2020, 2, 29))});
  scene.role("late", {FigureKind::date},
             {moment(FigureKind::date, "28 Feb 2024", date(2024, 2, 28))});
  scene.role("born", {FigureKind::year}, {figure(FigureKind::year, "1970", "1970")});
  Civil no_year;
  no_year.month = 2;
  no_year.day = 30;
  scene.role("bad", {FigureKind::date}, {moment(FigureKind::date, "30 Feb", no_year)});
  no_year.day = 29;
  scene.role("leap", {FigureKind::date}, {moment(FigureKind::date, "29 Feb", no_year)});
  scene.role("noon", {FigureKind::time}, {moment(FigureKind::time, "12.00", clock(12, 0))});
  scene.role("one", {FigureKind::time}, {moment(FigureKind::time, "13.00", clock(13, 0))});
  scene.role("gmt", {FigureKind::time},
             {moment(FigureKind::time, "13.00 GMT", clock(13, 0, "UTC"))});
  const Row before[] = {{"article_date()", "nothing"},
                        {"article_date().year = 2024", "cannot tell"}};
  check(scene, before);
  scene.context.date = date(2024, 3, 1);
  const Row rows[] = {
      {"early < late", "holds"},
      {"early >= late", "fails"},
      {"early <= early", "holds"},
      {"early = early", "holds"},
      {"early = leap", "cannot tell"},
      {"early ~ leap", "holds"},
      {"late ~ leap", "fails"},
      {"leap < early", "cannot tell"},
      {"noon < one", "holds"},
      {"noon < gmt", "cannot tell"},
      {"days(early, late)", "[1460, 1460] day"},
      {"years(early, late)", "[4, 4] year"},
      {"years(born, late)", "[54, 54] year"},
      {"full_years(early, late)", "[3, 3] year"},
      {"full_years(born, late)", "[53, 54] year"},
      {"within_days(early, late, 1460)", "holds"},
      {"within_days(late, early, 1459)", "fails"},
      {"within_days(late, leap, 1)", "cannot tell"},
      {"date_exists(early)", "holds"},
      {"date_exists(bad)", "fails"},
      {"date_exists(leap)", "cannot tell"},
      {"date_exists(noon)", "cannot tell"},
      {"weekday(late)", "[3, 3]"},
      {"name_of('weekday', weekday(late))", "'Wednesday'"},
      {"days(late, article_date())", "[2, 2] day"},
      {"days(leap, late)", "nothing"},
  };
  check(scene, rows);
}

TEST_CASE("figures of one text are related through the context") {
  Scene scene;
  Figure first = count("1,463 children", "1463");
  first.subject = {"child", "children", "person", "kill", {}};
  Figure second = count("1,643 people", "1643");
  second.subject = {"people", "people", "person", "injure", {}};
  second.sentence = 1;
  scene.role("first", {FigureKind::count}, {first});
  scene.role("second", {}, {second});
  scene.role("words", {FigureKind::count}, {count("twelve", "12")});
  const Row rows[] = {
      {"kin(first, second)", "holds"},
      {"kin(first, words)", "cannot tell"},
      {"same_subject(first, second)", "fails"},
      {"same_event(first, second)", "fails"},
      {"same_sentence(first, second)", "fails"},
      {"distance(first, second)", "[1, 1]"},
      {"distance(second, first)", "[1, 1]"},
      {"digits_swapped(first, second)", "holds"},
      {"digits_swapped(first, first)", "fails"},
      {"digits_swapped(first, words)", "cannot tell"},
      {"lower('GMT')", "'gmt'"},
      {"like(first, second)", "'1,643 children'"},
      {"first", "figure \"1,463 children\""},
  };
  check(scene, rows);
}

TEST_CASE("a module's own functions are called like the language's") {
  Scene scene = counts();
  FunctionTable table = FunctionTable::core();
  table.add({"twice",
             {{"q", Type::quantity}},
             Type::quantity,
             "two times q",
             [](const CallContext&, std::span<const Value> a) {
               return Value(Quantity::exactly(*a[0].quantity()->nominal * 2));
             }});
  Scope scope = scene.scope();
  scope.functions = &table;
  std::vector<Mistake> mistakes;
  const Expression expression =
      Expression::compile("twice(part) = 4522", scope, Type::verdict, mistakes);
  REQUIRE(mistakes.empty());
  Environment environment(scene.context, scene.kind, scene.claim, scene.figures);
  CHECK(expression.evaluate(environment).verdict() == Verdict::holds);
  CHECK(table.find("twice")->signature() == "twice(q: quantity) -> quantity");
}

TEST_CASE("every function and attribute has a line of explanation") {
  const FunctionTable table = FunctionTable::core();
  for (const std::string& name : table.names()) {
    CAPTURE(name);
    CHECK_FALSE(table.find(name)->doc.empty());
  }
  const std::vector<AttributeDoc> docs = attributes();
  for (std::size_t i = 0; i < docs.size(); ++i) {
    CAPTURE(docs[i].name);
    CHECK_FALSE(docs[i].doc.empty());
    if (i > 0) CHECK(docs[i - 1].name < docs[i].name);
  }
}

}  // namespace
}  // namespace figcheck::expr
