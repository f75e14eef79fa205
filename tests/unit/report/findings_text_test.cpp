// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <doctest/doctest.h>

#include "figcheck/report.h"
#include "report/make_report.h"

using figcheck::Finding;
using figcheck::Level;
using figcheck::Report;
using figcheck::Section;
using figcheck::report::findings_text;
using figcheck::report::make_finding;
using figcheck::report::make_mark;
using figcheck::report::make_report;
using figcheck::report::TextColor;

namespace {

Report truce() {
  Report report = make_report("articles/truce.md",
                              "# Truce\n"
                              "\n"
                              "Guns fell silent at 13.00 local time (10.00 GMT) on Wednesday.\n");
  Finding finding = make_finding("time/zone-pair", "13.00 local time is not 10.00 GMT",
                                 make_mark(report, "13.00 local time", "local"));
  finding.related = {make_mark(report, "10.00 GMT", "utc")};
  finding.arithmetic = {"13.00 in Azerbaijan is 09.00 GMT", "it would be right in Moscow (UTC+3)"};
  finding.repairs = {{Section::text, finding.related[0].span, "09.00 GMT"},
                     {Section::text, finding.at.span, "14.00 local time"}};
  report.findings = {finding};
  return report;
}

}  // namespace

TEST_CASE("a finding shows its place, its lines, its arithmetic and both repairs") {
  CHECK(findings_text(truce(), TextColor::never) ==
        "articles/truce.md:3:21: error: 13.00 local time is not 10.00 GMT"
        "                      time/zone-pair\n"
        "   3 | Guns fell silent at 13.00 local time (10.00 GMT) on Wednesday.\n"
        "     |                     ^^^^^^^^^^^^^^^^  ---------\n"
        "     = 13.00 in Azerbaijan is 09.00 GMT\n"
        "     = it would be right in Moscow (UTC+3)\n"
        "     repair: \"09.00 GMT\", or \"14.00 local time\"\n"
        "\n");
}

TEST_CASE("an article without findings has an empty report") {
  CHECK(findings_text(make_report("a.txt", "Nothing here.\n"), TextColor::never).empty());
}

TEST_CASE("colours go around the parts and change none of the text") {
  Report report = make_report("a.txt", "6 of 5 ships\n");
  report.findings = {make_finding("figures/part-exceeds-whole", "6 > 5", make_mark(report, "6"))};
  report.findings[0].level = Level::warning;
  report.findings[0].related = {make_mark(report, "5", "whole")};
  CHECK(findings_text(report, TextColor::always) ==
        "\x1b[1ma.txt:1:1\x1b[0m: \x1b[1;33mwarning\x1b[0m: 6 > 5" + std::string(49, ' ') +
            "\x1b[2mfigures/part-exceeds-whole\x1b[0m\n"
            "   1 | 6 of 5 ships\n"
            "     | \x1b[1;33m^\x1b[0m    \x1b[34m-\x1b[0m\n"
            "\n");
}

TEST_CASE("a rule id follows a message that leaves it no room at the edge") {
  Report report = make_report("a.txt", "6 ships\n");
  const std::string message(95, 'm');
  report.findings = {make_finding("figures/odd", message, make_mark(report, "6"))};
  CHECK(findings_text(report, TextColor::never) == "a.txt:1:1: error: " + message +
                                                       "  figures/odd\n"
                                                       "   1 | 6 ships\n"
                                                       "     | ^\n"
                                                       "\n");
}

TEST_CASE("related figures on other lines bring their lines, headline first") {
  Report report = make_report("r7", "Rain.\n\nEleven were honeymooners.\nOf 12 rooms 3 burnt.\n",
                              "Fire kills nine");
  Finding finding =
      make_finding("figures/part-exceeds-whole", "11 > 9", make_mark(report, "Eleven"));
  finding.related = {make_mark(report, "12", "rooms"),
                     make_mark(report, "nine", "whole", Section::headline)};
  report.findings = {finding};
  CHECK(findings_text(report, TextColor::never) ==
        "r7:3:1: error: 11 > 9                                                     "
        "figures/part-exceeds-whole\n"
        "head | Fire kills nine\n"
        "     |            ----\n"
        "   3 | Eleven were honeymooners.\n"
        "     | ^^^^^^\n"
        "   4 | Of 12 rooms 3 burnt.\n"
        "     |    --\n"
        "\n");
}

TEST_CASE("a finding in the headline says so in its place") {
  Report report = make_report("r7", "Nine died.", "Fire kills ten");
  report.findings = {
      make_finding("story/headline", "ten, nine", make_mark(report, "ten", "", Section::headline))};
  CHECK(findings_text(report, TextColor::never) == "r7:headline:1:12: error: ten, nine" +
                                                       std::string(52, ' ') +
                                                       "story/headline\n"
                                                       "head | Fire kills ten\n"
                                                       "     |            ^^^\n"
                                                       "\n");
}

TEST_CASE("a figure that is wrapped is marked on both of its lines") {
  Report report = make_report("a.txt", "There were 2,261\r\ncivilians there.\r\n");
  report.findings = {make_finding("r/x", "odd", make_mark(report, "2,261\r\ncivilians"))};
  CHECK(findings_text(report, TextColor::never) == "a.txt:1:12: error: odd" + std::string(75, ' ') +
                                                       "r/x\n"
                                                       "   1 | There were 2,261\n"
                                                       "     |            ^^^^^\n"
                                                       "   2 | civilians there.\n"
                                                       "     | ^^^^^^^^^\n"
                                                       "\n");
}

TEST_CASE("marks stand right after accents, curly quotes, combining marks and tabs") {
  Report report = make_report("a.txt", "\tCaf\u00E9 \u201Cre\u0301el\u201D \U0001F600 6 of 5\n");
  report.findings = {make_finding("r/x", "odd", make_mark(report, "6"))};
  report.findings[0].related = {make_mark(report, "5")};
  CHECK(findings_text(report, TextColor::never) ==
        "a.txt:1:17: error: odd" + std::string(75, ' ') +
            "r/x\n"
            "   1 |  Caf\u00E9 \u201Cre\u0301el\u201D \U0001F600 6 of 5\n"
            "     |                ^    -\n"
            "\n");
}

TEST_CASE("nothing of an article moves the cursor of a terminal") {
  Report report = make_report("a\x1b[2J.txt", "\x1b[31m6\u202E of 5\n");
  Finding finding = make_finding("r/x", "6\nof 5", make_mark(report, "6"));
  finding.arithmetic = {"6\x07"};
  finding.repairs = {{Section::text, finding.at.span, "5\t"}, {Section::text, finding.at.span, ""}};
  report.findings = {finding};
  CHECK(findings_text(report, TextColor::never) == "a\uFFFD[2J.txt:1:6: error: 6 of 5" +
                                                       std::string(69, ' ') +
                                                       "r/x\n"
                                                       "   1 | \uFFFD[31m6\uFFFD of 5\n"
                                                       "     |      ^\n"
                                                       "     = 6\uFFFD\n"
                                                       "     repair: \"5 \", or without \"6\"\n"
                                                       "\n");
}

TEST_CASE("a repair with the words of the other figure says which one it replaces") {
  Report report = make_report("a.txt", "6 of 5 ships\n");
  Finding finding = make_finding("r/x", "6 > 5", make_mark(report, "6", "part"));
  finding.related = {make_mark(report, "5", "whole")};
  finding.repairs = {{Section::text, finding.at.span, "5"},
                     {Section::text, finding.related[0].span, "6"},
                     {Section::text, finding.at.span, "4"}};
  report.findings = {finding};
  CHECK(findings_text(report, TextColor::never) ==
        "a.txt:1:1: error: 6 > 5" + std::string(74, ' ') +
            "r/x\n"
            "   1 | 6 of 5 ships\n"
            "     | ^    -\n"
            "     repair: \"5\" for \"6\", or \"6\" for \"5\", or \"4\"\n"
            "\n");
}

TEST_CASE("spans past the end of the article break nothing") {
  Report report = make_report("a.txt", "Six\n");
  Finding finding = make_finding("r/x", "odd", {"a.txt", "", Section::text, {90, 95}, "?"});
  finding.repairs = {{Section::headline, {3, 9}, ""}};
  report.findings = {finding};
  CHECK(findings_text(report, TextColor::never) ==
        "a.txt:2:1: error: odd" + std::string(76, ' ') + "r/x\n     repair: without \"\"\n\n");
}
