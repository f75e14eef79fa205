// SPDX-License-Identifier: Apache-2.0
#include "time/same_moment.h"

#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace figcheck::time {
namespace {

/// A clock time with as much of its day as a test states.
ZonedClock at(int hour, int minute, const std::vector<std::string>& zones,
              std::optional<int> weekday = {}, std::optional<Date> date = {}) {
  ZonedClock clock;
  clock.time.hour = hour;
  clock.time.minute = minute;
  clock.time.weekday = weekday;
  if (date) {
    clock.time.year = date->year;
    clock.time.month = date->month;
    clock.time.day = date->day;
  }
  for (const std::string& zone : zones) clock.zones.push_back({zone, "", false});
  return clock;
}

ZonedClock half_unknown(ZonedClock clock) {
  clock.time.half_day_unknown = true;
  return clock;
}

ZonedClock with_loose(ZonedClock clock, const std::string& zone) {
  clock.zones.push_back({zone, "", true});
  return clock;
}

KnownTime on(int year, int month, int day) { return {Date{year, month, day}, std::nullopt, 3}; }

std::string text_of(const std::vector<Elsewhere>& list) {
  std::string text;
  for (const Elsewhere& there : list) {
    text += fmt::format("{}{:02}.{:02}", text.empty() ? "" : " or ", there.hour, there.minute);
    if (there.day_shift != 0) text += fmt::format(" {:+} day", there.day_shift);
  }
  return text;
}

/// "fails: 09.00 (UTC+4); 14.00 (UTC)": the verdict, the first side by the second's clock, and
/// back.
std::string text_of(const SameMoment& result) {
  std::string text = to_string(result.verdict);
  if (result.doubt != Doubt::none) text += fmt::format(", {}", to_string(result.doubt));
  if (result.verdict == Verdict::fails) {
    text += fmt::format(": {} ({}); {} ({})", text_of(result.first.elsewhere),
                        fmt::join(result.first.offsets, " "), text_of(result.second.elsewhere),
                        fmt::join(result.second.offsets, " "));
  }
  return text;
}

std::string compare(const ZonedClock& a, const ZonedClock& b, const KnownTime& known = {}) {
  return text_of(compare_moments(a, b, known));
}

constexpr int kMonday = 1;
constexpr int kTuesday = 2;
constexpr int kWednesday = 3;
constexpr int kThursday = 4;
constexpr int kFriday = 5;
constexpr int kSaturday = 6;
constexpr int kSunday = 7;

}  // namespace

TEST_CASE("13.00 in Azerbaijan is 09.00 GMT, and 10.00 GMT would be right in Moscow") {
  const ZoneChoices candidates = {{"Europe/Moscow", "Moscow", false},
                                  {"Asia/Yerevan", "Armenia", false},
                                  {"Asia/Baku", "Baku", false},
                                  {"Europe/London", "London", false}};
  const SameMoment result = compare_moments(at(13, 0, {"Asia/Baku"}, kWednesday),
                                            at(10, 0, {"UTC"}), on(2023, 9, 20), candidates);
  CHECK(text_of(result) == "fails: 09.00 (UTC+4); 14.00 (UTC)");
  CHECK(result.date == Date{2023, 9, 20});
  CHECK(result.first.zone.zone == "Asia/Baku");
  CHECK(result.second.zone.zone == "UTC");
  CHECK(result.first.elsewhere.front().date == Date{2023, 9, 20});
  CHECK_FALSE(result.only_day_wrong);
  REQUIRE(result.right_in.size() == 2);
  CHECK(result.right_in[0].candidate == 0);
  CHECK(result.right_in[0].for_first);
  CHECK(result.right_in[0].offset == "UTC+3");
  // 10.00 by London's clock, which was on summer time, is right too.
  CHECK(result.right_in[1].candidate == 3);
  CHECK_FALSE(result.right_in[1].for_first);
  CHECK(result.right_in[1].offset == "UTC+1");
}

TEST_CASE("a pair of clock times is compared by the law of its day") {
  struct Row {
    const char* what;
    ZonedClock first;
    ZonedClock second;
    KnownTime known;
    const char* result;
  };
  const Row rows[] = {
      {"Azerbaijan, right", at(13, 0, {"Asia/Baku"}), at(9, 0, {"UTC"}), on(2023, 9, 20), "holds"},
      {"Azerbaijan had summer time until 2015", at(13, 0, {"Asia/Baku"}), at(8, 0, {"UTC"}),
       on(2015, 7, 20), "holds"},
      {"Nepal", at(11, 56, {"Asia/Kathmandu"}), at(6, 11, {"UTC"}), on(2015, 4, 25), "holds"},
      {"Nepal without its quarter", at(11, 56, {"Asia/Kathmandu"}), at(6, 26, {"UTC"}),
       on(2015, 4, 25), "fails: 06.11 (UTC+5:45); 12.11 (UTC)"},
      {"Afghanistan by Pakistan's clock", at(1, 24, {"Asia/Kabul"}, kWednesday),
       at(20, 24, {"UTC"}, kTuesday), on(2022, 6, 22),
       "fails: 20.54 -1 day (UTC+4:30); 00.54 +1 day (UTC)"},
      {"Afghanistan", at(1, 24, {"Asia/Kabul"}, kWednesday), at(20, 54, {"UTC"}, kTuesday),
       on(2022, 6, 22), "holds"},
      {"Tonga and Los Angeles, a day apart", at(17, 14, {"Pacific/Tongatapu"}, kSaturday),
       at(20, 14, {"America/Los_Angeles"}, kFriday), on(2022, 1, 15), "holds"},
      {"Sudan after its change", at(6, 0, {"Africa/Khartoum"}, kSunday), at(3, 0, {"UTC"}),
       on(2023, 6, 18), "fails: 04.00 (UTC+2); 05.00 (UTC)"},
      {"Sudan before its change", at(6, 0, {"Africa/Khartoum"}, {}, Date{2017, 10, 20}),
       at(3, 0, {"UTC"}), on(2023, 6, 18), "holds"},
      {"Sudan in the week of its change", at(6, 0, {"Africa/Khartoum"}), at(3, 0, {"UTC"}),
       on(2017, 11, 1), "cannot tell, it depends on the day"},
      {"Turkey before September 2016", at(3, 2, {"Europe/Istanbul"}), at(1, 2, {"UTC"}),
       on(2016, 1, 20), "holds"},
      {"Turkey since", at(3, 2, {"Europe/Istanbul"}), at(1, 2, {"UTC"}), on(2017, 1, 20),
       "fails: 00.02 (UTC+3); 04.02 (UTC)"},
      {"Egypt in the summer of 2022", at(15, 0, {"Africa/Cairo"}), at(13, 0, {"UTC"}),
       on(2022, 7, 1), "holds"},
      {"Egypt in the summer of 2023", at(15, 0, {"Africa/Cairo"}), at(13, 0, {"UTC"}),
       on(2023, 7, 1), "fails: 12.00 (UTC+3); 16.00 (UTC)"},
      {"America changed its clocks, Europe not yet", at(9, 30, {"America/New_York"}),
       at(14, 30, {"Europe/Berlin"}, kTuesday), on(2023, 3, 14),
       "cannot tell, it depends on the day"},
      {"the same with the date", at(9, 30, {"America/New_York"}),
       at(14, 30, {"Europe/Berlin"}, {}, Date{2023, 3, 14}), on(2023, 3, 14), "holds"},
      {"six hours apart in those weeks", at(9, 30, {"America/New_York"}, {}, Date{2023, 3, 14}),
       at(15, 30, {"Europe/Berlin"}), on(2023, 3, 14), "fails: 14.30 (UTC-4); 10.30 (UTC+1)"},
      {"Moscow in 2012", at(21, 0, {"Europe/Moscow"}), at(17, 0, {"UTC"}), on(2012, 3, 4), "holds"},
      {"either of two zones", at(13, 0, {"Asia/Baku", "Europe/Moscow"}), at(10, 0, {"UTC"}),
       on(2023, 9, 20), "cannot tell, it depends on which zone is meant"},
      {"none of two zones", at(13, 0, {"Asia/Baku", "Asia/Tehran"}), at(10, 0, {"UTC"}),
       on(2023, 9, 20), "fails: 09.00 (UTC+4); 14.00 (UTC)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(compare(row.first, row.second, row.known) == row.result);
    // Which of the two comes first makes no difference to the verdict.
    const SameMoment there = compare_moments(row.first, row.second, row.known);
    const SameMoment back = compare_moments(row.second, row.first, row.known);
    CHECK(there.verdict == back.verdict);
    CHECK(there.doubt == back.doubt);
    CHECK(text_of(there.first.elsewhere) == text_of(back.second.elsewhere));
    CHECK(text_of(there.second.elsewhere) == text_of(back.first.elsewhere));
  }
}

TEST_CASE("a stated day must fit as well as the clock") {
  // The date line: a Wednesday afternoon in Paris is Thursday in Samoa.
  const ZonedClock paris = at(15, 30, {"Europe/Paris"}, kWednesday);
  const SameMoment wrong =
      compare_moments(paris, at(2, 30, {"Pacific/Apia"}, kWednesday), on(2024, 8, 6));
  CHECK(wrong.verdict == Verdict::fails);
  CHECK(wrong.only_day_wrong);
  CHECK(text_of(wrong.first.elsewhere) == "02.30 +1 day");
  CHECK(wrong.first.elsewhere.front().date == Date{2024, 8, 8});
  CHECK(compare(paris, at(2, 30, {"Pacific/Apia"}, kThursday), on(2024, 8, 6)) == "holds");
  CHECK(compare(paris, at(2, 30, {"Pacific/Apia"}), on(2024, 8, 6)) == "holds");
}

TEST_CASE("a day number without its month must fit") {
  const ZonedClock korea = at(8, 48, {"Asia/Seoul"}, {}, Date{2014, 4, 16});
  ZonedClock universal = at(23, 48, {"UTC"});
  universal.time.day = 15;
  CHECK(compare(korea, universal, on(2014, 4, 20)) == "holds");
  universal.time.day = 16;
  CHECK(compare_moments(korea, universal, on(2014, 4, 20)).only_day_wrong);
}

TEST_CASE("midnight on a day is either of its ends") {
  const KnownTime known = on(2025, 7, 28);
  const ZonedClock bangkok = at(0, 0, {"Asia/Bangkok"}, kMonday);
  CHECK(compare(bangkok, at(17, 0, {"UTC"}, kMonday), known) == "holds");
  CHECK(compare(bangkok, at(17, 0, {"UTC"}, kSunday), known) == "holds");
  CHECK(compare(at(24, 0, {"Asia/Bangkok"}, kMonday), at(17, 0, {"UTC"}, kSunday), known) ==
        "holds");
  CHECK(compare(at(17, 0, {"UTC"}, kMonday), bangkok, known) == "holds");
  CHECK(compare(at(17, 0, {"UTC"}, kTuesday), bangkok, known).substr(0, 5) == "fails");
  CHECK(compare(bangkok, at(16, 0, {"UTC"}), known) ==
        "fails: 17.00 -1 day or 17.00 (UTC+7); 23.00 (UTC)");
}

TEST_CASE("a clock without a.m. or p.m. may be of either half") {
  const KnownTime known = on(2019, 12, 2);
  CHECK(compare(half_unknown(at(4, 40, {"Europe/Paris"})), at(15, 40, {"UTC"}), known) == "holds");
  CHECK(compare(half_unknown(at(4, 40, {"Europe/Paris"})), at(3, 40, {"UTC"}), known) == "holds");
  CHECK(compare(half_unknown(at(4, 40, {"Europe/Paris"})), at(16, 40, {"UTC"}), known) ==
        "fails: 15.40 or 03.40 (UTC+1); 17.40 (UTC)");
}

TEST_CASE("summer time labelled GMT is explained by London") {
  const ZoneChoices candidates = {{"Europe/London", "BST", false}};
  const SameMoment result = compare_moments(at(22, 0, {"Europe/London"}), at(22, 0, {"UTC"}),
                                            on(2014, 9, 18), candidates);
  CHECK(text_of(result) == "fails: 21.00 (UTC+1); 23.00 (UTC)");
  REQUIRE(result.right_in.size() == 1);
  CHECK_FALSE(result.right_in[0].for_first);
  CHECK(result.right_in[0].offset == "UTC+1");
}

TEST_CASE("loose usage of a zone's name neither fails nor holds") {
  const ZonedClock est = with_loose(at(11, 49, {"UTC-5"}), "America/New_York");
  const ZonedClock bst = at(16, 49, {"UTC+1"});
  CHECK(compare(bst, est, on(2016, 7, 14)) ==
        "cannot tell, it is right only if the zone's name is used loosely");
  CHECK(compare(at(16, 49, {"UTC"}), est, on(2016, 1, 14)) == "holds");
  CHECK(compare(at(18, 49, {"UTC+1"}), est, on(2016, 7, 14)) ==
        "fails: 12.49 (UTC+1); 17.49 (UTC-5)");
}

TEST_CASE("without any date every offset of the last years is tried") {
  CHECK(compare(at(15, 0, {"Europe/London"}), at(14, 0, {"UTC"})) ==
        "cannot tell, it depends on the day");
  CHECK(compare(at(15, 0, {"Europe/London"}), at(13, 0, {"UTC"})) ==
        "fails: 14.00 or 15.00 (UTC UTC+1); 14.00 or 13.00 (UTC)");
  CHECK(compare(at(13, 0, {"Asia/Baku"}), at(10, 0, {"UTC"})) ==
        "fails: 09.00 (UTC+4); 14.00 (UTC)");
  CHECK(compare(at(13, 0, {"Asia/Baku"}), at(9, 0, {"UTC"})) == "holds");
  CHECK_FALSE(compare_moments(at(13, 0, {"Asia/Baku"}), at(10, 0, {"UTC"}), {}).date);
}

TEST_CASE("more undated years let older law count") {
  KnownTime known;
  known.undated_years = 30;
  CHECK(compare(at(6, 0, {"Africa/Khartoum"}), at(3, 0, {"UTC"})) ==
        "fails: 04.00 (UTC+2); 05.00 (UTC)");
  CHECK(compare(at(6, 0, {"Africa/Khartoum"}), at(3, 0, {"UTC"}), known) ==
        "cannot tell, it depends on the day");
}

TEST_CASE("with a year alone all of that year is tried") {
  const KnownTime in2016{std::nullopt, 2016, 3};
  const KnownTime in2018{std::nullopt, 2018, 3};
  const ZonedClock istanbul = at(3, 2, {"Europe/Istanbul"});
  CHECK(compare(istanbul, at(1, 2, {"UTC"}), in2016) == "cannot tell, it depends on the day");
  CHECK(compare(istanbul, at(1, 2, {"UTC"}), in2018) == "fails: 00.02 (UTC+3); 04.02 (UTC)");
}

TEST_CASE("a doubled local time may be either") {
  const ZonedClock berlin = at(2, 30, {"Europe/Berlin"}, {}, Date{2024, 10, 27});
  CHECK(compare(berlin, at(0, 30, {"UTC"}), on(2024, 10, 27)) == "holds");
  CHECK(compare(berlin, at(1, 30, {"UTC"}), on(2024, 10, 27)) == "holds");
  CHECK(compare(berlin, at(2, 30, {"UTC"}), on(2024, 10, 27)) ==
        "fails: 01.30 or 00.30 (UTC+2 UTC+1); 03.30 (UTC)");
}

TEST_CASE("what cannot be compared says why") {
  const KnownTime known = on(2024, 3, 31);
  const ZonedClock skipped = at(2, 30, {"Europe/Berlin"}, {}, Date{2024, 3, 31});
  CHECK(compare(skipped, at(1, 30, {"UTC"}), known) ==
        "cannot tell, the clocks skip that time on that day");
  CHECK(compare(at(1, 30, {"UTC"}, {}, Date{2024, 3, 31}), skipped, known) ==
        "cannot tell, the clocks skip that time on that day");
  CHECK(compare(at(1, 30, {}), at(1, 30, {"UTC"}), known) ==
        "cannot tell, the zone of one of the two is not known");
  CHECK(compare(at(1, 30, {"Europe/Atlantis"}), at(1, 30, {"UTC"}), known) ==
        "cannot tell, the zone of one of the two is not known");
  CHECK(compare(at(1, 30, {"UTC"}, {}, Date{2024, 4, 31}), at(1, 30, {"UTC"}), known) ==
        "cannot tell, the day does not exist");
  CHECK(compare(at(25, 30, {"UTC"}), at(1, 30, {"UTC"}), known) ==
        "cannot tell, one of the two has no clock time");
}

}  // namespace figcheck::time
