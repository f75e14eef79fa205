// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <doctest/doctest.h>

#include "figcheck/report.h"
#include "report/make_report.h"

using figcheck::Decimal;
using figcheck::Figure;
using figcheck::FigureKind;
using figcheck::FigureStatus;
using figcheck::Interval;
using figcheck::Report;
using figcheck::Section;
using figcheck::TimeValue;
using figcheck::report::figures_text;
using figcheck::report::make_figure;
using figcheck::report::make_report;
using figcheck::report::TextColor;

namespace {

Report ledger() {
  Report report = make_report("a.txt",
                              "Up to 30,000 people, dozens of them\n"
                              "at 13.00 on 3/4/2024, ran 10 to 12 miles.\n",
                              "Six ran");
  Figure six = make_figure(report, "Six", FigureKind::count, Section::headline);
  six.value = 6;
  six.interval = Interval::exactly(6);
  six.status = FigureStatus::undecided;
  six.rules = {"story/headline"};
  six.reason = "the wording allows both";

  Figure people = make_figure(report, "Up to 30,000", FigureKind::count);
  people.value = 30000;
  people.interval = Interval::at_most(30500);
  people.subject.words = "people";
  people.status = FigureStatus::checked;
  people.rules = {"figures/a", "figures/b"};

  Figure dozens = make_figure(report, "dozens", FigureKind::count);
  dozens.reason = "no claim is made of it";

  Figure clock = make_figure(report, "13.00", FigureKind::time);
  clock.time.emplace().iso = "T13:00";
  clock.status = FigureStatus::contradicted;
  clock.rules = {"time/zone-pair"};

  Figure date = make_figure(report, "3/4/2024", FigureKind::date);
  date.time.emplace().iso = "2024-04-03";
  date.readings = {{"2024-04-03", "", ""}, {"2024-03-04", "", ""}};

  Figure miles = make_figure(report, "10 to 12 miles", FigureKind::measure);
  miles.value = 10;
  miles.upper = 12;
  miles.range = true;
  miles.unit = "mi";
  miles.interval = Interval::closed(10, 12);

  report.figures = {six, people, dozens, clock, date, miles};
  return report;
}

}  // namespace

TEST_CASE("every figure has a line with what it may be and what became of it") {
  CHECK(figures_text(ledger(), TextColor::never) ==
        "a.txt\n"
        "  headline:1:1  \"Six\"             count    6                            undecided     "
        "story/headline: the wording allows both\n"
        "           1:1  \"Up to 30,000\"    count    30,000 people (-inf, 30500]  checked       "
        "figures/a, figures/b\n"
        "          1:22  \"dozens\"          count                                 not checked   "
        "no claim is made of it\n"
        "           2:4  \"13.00\"           time     T13:00                       contradicted  "
        "time/zone-pair\n"
        "          2:13  \"3/4/2024\"        date     2024-04-03 or 2024-03-04     not checked\n"
        "          2:27  \"10 to 12 miles\"  measure  10\u201312 mi [10, 12]            not "
        "checked\n"
        "\n");
}

TEST_CASE("an article without figures says so") {
  CHECK(figures_text(make_report("a.txt", "None.\n"), TextColor::never) ==
        "a.txt\n  no figures\n\n");
}

TEST_CASE("long words are cut in the table of figures") {
  Report report =
      make_report("a.txt", "one hundred and twenty-three thousand four hundred and fifty-six");
  report.figures = {make_figure(report, report.document.source_text, FigureKind::count)};
  CHECK(figures_text(report, TextColor::never) ==
        "a.txt\n"
        "  1:1  \"one hundred and twenty-three thousand fou\u2026\"  count    not checked\n"
        "\n");
}

TEST_CASE("the colour of a figure's status ends before the rules") {
  Report report = make_report("a.txt", "6");
  report.figures = {make_figure(report, "6", FigureKind::count)};
  report.figures[0].status = FigureStatus::contradicted;
  report.figures[0].rules = {"r/x"};
  CHECK(figures_text(report, TextColor::always) ==
        "\x1b[1ma.txt\x1b[0m\n"
        "  1:1  \"6\"  count    \x1b[1;31mcontradicted\x1b[0m  r/x\n"
        "\n");
}
