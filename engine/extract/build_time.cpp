// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>

#include <fmt/format.h>

#include "base/text.h"
#include "extract/build.h"

namespace figcheck::extract {

namespace {

std::string iso_date_part(const Civil& c, Grain grain) {
  if (!c.year) {
    if (c.month && c.day) return fmt::format("XXXX-{:02}-{:02}", *c.month, *c.day);
    if (c.month) return fmt::format("XXXX-{:02}", *c.month);
    if (c.weekday) return fmt::format("XXXX-WXX-{}", *c.weekday);
    return {};
  }
  const int year = *c.year;
  if (year < 0) return fmt::format("-{:04}", -year - 1);
  switch (grain) {
    case Grain::decade:
      return fmt::format("{:03}", year / 10);
    case Grain::century:
      return fmt::format("{:02}", year / 100);
    case Grain::quarter:
      if (c.month) return fmt::format("{:04}-Q{}", year, (*c.month + 2) / 3);
      break;
    default:
      break;
  }
  if (!c.month) return fmt::format("{:04}", year);
  if (!c.day) return fmt::format("{:04}-{:02}", year, *c.month);
  return fmt::format("{:04}-{:02}-{:02}", year, *c.month, *c.day);
}

/// Moves a date by whole units of a grain.
std::optional<Date> moved(const Date& from, std::string_view unit, int by) {
  if (unit == "day") return add_days(from, by);
  if (unit == "week") return add_days(from, 7L * by);
  if (unit == "fortnight") return add_days(from, 14L * by);
  if (unit == "month") return add_months(from, by);
  if (unit == "quarter") return add_months(from, 3 * by);
  if (unit == "year") return add_months(from, 12 * by);
  if (unit == "decade") return add_months(from, 120 * by);
  if (unit == "century") return add_months(from, 1200 * by);
  return std::nullopt;
}

void put_date(const Date& date, Grain grain, Civil& civil) {
  civil.year = date.year;
  if (grain <= Grain::month || grain == Grain::quarter) civil.month = date.month;
  if (grain <= Grain::week) civil.day = date.day;
}

/// The year of a date whose year is not written: the one that brings it nearest to the article's
/// date.
std::optional<int> nearest_year(const Civil& civil, const Date& article) {
  std::optional<int> best;
  long best_distance = 0;
  for (int year = article.year - 1; year <= article.year + 1; ++year) {
    const Date candidate{year, *civil.month, civil.day.value_or(15)};
    const auto distance = days_between(article, candidate);
    if (!distance) continue;
    if (!best || std::labs(*distance) < best_distance) {
      best = year;
      best_distance = std::labs(*distance);
    }
  }
  return best;
}

std::optional<int> year_slot(const Slots& slots, std::string_view name) {
  const Number* number = slots.number(name);
  if (number == nullptr) return slots.whole(name);
  auto year = static_cast<int>(number->value.to_double());
  if (number->digits == 2 && !number->in_words && slots.value("era").empty()) {
    year += year < 50 ? 2000 : 1900;
  }
  const std::string era = slots.value("era");
  if (era == "before") year = -year;
  return year;
}

/// Reads the clock of a slot: dotted, colon, four digits or an hour, with a.m. or p.m. and minutes.
bool put_clock(const Slots& slots, Civil& civil) {
  std::optional<int> hour = slots.whole("hour");
  std::optional<int> minute = slots.whole("minute");
  bool half_unknown = false;
  if (const Number* clock = slots.number("clock")) {
    if (clock->shape == Shape::integer && clock->digits == 4) {
      const auto digits = static_cast<int>(clock->value.to_double());
      hour = digits / 100;
      minute = digits % 100;
    } else if (clock->parts[1] >= 0 && clock->shape != Shape::integer) {
      hour = clock->parts[0];
      minute = clock->parts[1];
      if (clock->shape == Shape::colon_triple && clock->parts[2] >= 0)
        civil.second = clock->parts[2];
      half_unknown = *hour >= 1 && *hour <= 12;
      // A leading zero is a twenty-four-hour clock: 04.17.
      const std::string_view words = slots.words("clock");
      if (!words.empty() && words.front() == '0') half_unknown = false;
    } else {
      hour = static_cast<int>(clock->value.to_double());
      half_unknown = *hour >= 1 && *hour <= 12;
    }
  } else if (slots.number("hour") != nullptr) {
    half_unknown = hour && *hour >= 1 && *hour <= 12;
  }
  if (!hour) return false;
  // "half past two", "quarter to nine".
  if (const auto shift = slots.whole("past")) {
    int total = *hour * 60 + *shift;
    if (total < 0) total += 24 * 60;
    hour = total / 60;
    minute = total % 60;
  }
  if (const auto short_of = slots.whole("to")) {
    const int total = (*hour * 60 - *short_of + 24 * 60) % (24 * 60);
    hour = total / 60;
    minute = total % 60;
  }
  const std::string half = slots.value("half");
  if (half == "am") {
    if (*hour > 12) return false;
    if (*hour == 12) hour = 0;
    half_unknown = false;
  } else if (half == "pm") {
    if (*hour > 12 && *hour < 24) {
      half_unknown = false;
    } else {
      if (*hour < 12) *hour += 12;
      half_unknown = false;
    }
  }
  // "At 04:72" is read as it stands, for a rule to say that there is no such time.
  const bool wrong = minute.value_or(0) > 59 || (*hour == 24 && minute.value_or(0) > 0);
  const bool expected = !slots.value("wrong").empty();
  if (*hour > 24 || minute.value_or(0) > 99 || wrong != expected) return false;
  // A scale of 1:72 is no clock.
  if (wrong && slots.words("clock").size() < 5) return false;
  civil.hour = hour;
  civil.minute = minute.value_or(0);
  civil.half_day_unknown = half_unknown;
  if (civil.zone.empty()) {
    std::string zone = slots.value("zone");
    if (!zone.empty()) {
      civil.zone = zone;
      civil.zone_words = slots.span("zone");
    } else if (const Item* place = slots.item("place"); place != nullptr) {
      civil.zone = "place";
      civil.zone_words = slots.span("place");
    }
  }
  return true;
}

bool put_calendar(const Slots& slots, const Clock& clock, Civil& civil, Grain& grain) {
  if (const Number* iso = slots.number("iso")) {
    civil.year = iso->parts[0];
    civil.month = iso->parts[1];
    civil.day = iso->parts[2];
    civil.weekday = slots.whole("weekday");
    grain = Grain::day;
    return true;
  }
  if (const Number* dotted = slots.number("dmy")) {
    // Day first, or month first when only that can be.
    int day = dotted->parts[0];
    int month = dotted->parts[1];
    if (slots.value("order") == "mdy" || month > 12) std::swap(day, month);
    if (month > 12 && day <= 12) std::swap(day, month);
    int year = dotted->parts[2];
    if (year >= 0) civil.year = year < 50 ? year + 2000 : year < 100 ? year + 1900 : year;
    civil.weekday = slots.whole("weekday");
    // A weekday settles which is the day, where it fits one of the two.
    if (civil.weekday && civil.year && weekday_of({*civil.year, month, day}) != civil.weekday &&
        weekday_of({*civil.year, day, month}) == civil.weekday) {
      std::swap(day, month);
    }
    civil.month = month;
    civil.day = day;
    grain = Grain::day;
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }
  if (const std::string holiday = slots.value("holiday"); !holiday.empty()) {
    std::optional<int> year = year_slot(slots, "year");
    civil.year_inferred = !year;
    if (!year && clock.date) {
      const auto shift = slots.whole("shift");
      year = clock.date->year + shift.value_or(0);
      const auto this_year = holiday_date(holiday, clock.date->year);
      if (!shift && this_year) {
        year =
            nearest_year(Civil{{}, this_year->month, this_year->day, {}, {}, {}, {}, false, "", {}},
                         *clock.date);
      }
    }
    if (const auto date = year ? holiday_date(holiday, *year) : std::nullopt) {
      put_date(*date, Grain::day, civil);
    } else {
      civil.year = year;
    }
    grain = Grain::day;
    return true;
  }
  civil.weekday = slots.whole("weekday");
  civil.month = slots.whole("month");
  civil.day = slots.whole("day");
  civil.year = year_slot(slots, "year");
  if (civil.day) {
    grain = Grain::day;
  } else if (civil.month) {
    grain = Grain::month;
  } else if (civil.weekday) {
    grain = Grain::day;
  } else if (civil.year) {
    grain = Grain::year;
  }
  // "on the 20th": of the article's month; "Tuesday the 20th": of the nearest month where it is
  // one.
  if (civil.day && !civil.month && !civil.year && clock.date) {
    for (const int offset : {0, 1, -1}) {
      const auto month = add_months({clock.date->year, clock.date->month, 1}, offset);
      if (!month) continue;
      if (civil.weekday && weekday_of({month->year, month->month, *civil.day}) != civil.weekday)
        continue;
      civil.month = month->month;
      civil.year = month->year;
      civil.year_inferred = true;
      break;
    }
  }
  if (civil.month && !civil.year && clock.date) {
    civil.year = nearest_year(civil, *clock.date);
    civil.year_inferred = civil.year.has_value();
  }
  return civil.day || civil.month || civil.weekday || civil.year;
}

/// "yesterday", "last week", "three days ago", "on Tuesday": resolved against the article's date.
void put_relative(const Slots& slots, const Clock& clock, Civil& civil, Grain& grain,
                  Figure& figure) {
  const std::string unit = slots.value("unit");
  if (!unit.empty()) {
    grain = grain_of(unit);
    auto by = slots.whole("shift");
    if (const Number* n = slots.number("n"); n != nullptr && by) {
      by = static_cast<int>(n->value.to_double()) * *by;
      // "Three hours later" is a length too.
      set_number(*n, figure);
      figure.unit = unit;
    } else if (const auto said = Decimal::parse(slots.value("value")); said && by) {
      figure.value = *said;
      figure.place = said->exponent() < 0 ? said->exponent() : 0;
      figure.in_words = true;
      figure.unit = unit;
      // "Half a century ago": in years.
      const int years = unit == "century" ? 100 : unit == "decade" ? 10 : 0;
      if (years > 0 && said->exponent() < 0) {
        *by *= static_cast<int>(said->to_double() * years);
        if (clock.date) put_date(*moved(*clock.date, "year", *by), grain, civil);
        civil.day_inferred = clock.date.has_value();
        return;
      }
    }
    // "Later" counts from what was told before, not from the article's date.
    if (clock.date && by && slots.value("from") != "before") {
      if (const auto date = moved(*clock.date, unit, *by)) put_date(*date, grain, civil);
      civil.day_inferred = true;
    }
    return;
  }
  if (civil.weekday && !civil.day && clock.date) {
    const int today = weekday_of(*clock.date).value_or(*civil.weekday);
    int back = (today - *civil.weekday + 7) % 7;
    const auto said = slots.whole("shift");
    if (said && *said < 0 && back == 0) back = 7;
    std::optional<Date> date = add_days(*clock.date, said && *said > 0 ? 7 - back : -back);
    const std::optional<Date> other = add_days(*clock.date, 7 - back);
    if (date) {
      civil.year = date->year;
      civil.month = date->month;
      civil.day = date->day;
      civil.day_inferred = civil.year_inferred = true;
      figure.readings.push_back({to_iso(*date), "", ""});
      if (other) figure.readings.push_back({to_iso(*other), "", ""});
    }
  }
}

/// The end of "from 9am to 5pm" and "2 to 4pm"; the half of the day at the end holds for the
/// beginning too, unless that would put the beginning last.
bool put_closing_time(const Slots& slots, Civil& start, Civil& end) {
  const Number* clock = slots.number("clock2");
  if (clock == nullptr) return false;
  const bool parts = clock->shape != Shape::integer && clock->parts[1] >= 0;
  int hour = parts ? clock->parts[0] : static_cast<int>(clock->value.to_double());
  end.minute = parts ? clock->parts[1] : 0;
  const std::string half = slots.value("half2");
  end.half_day_unknown = half.empty() && hour >= 1 && hour <= 12;
  if (half == "pm" && hour < 12) hour += 12;
  if (half == "am" && hour == 12) hour = 0;
  if (hour > 24 || *end.minute > 59) return false;
  end.hour = hour;
  if (half == "pm" && start.half_day_unknown) {
    if (*start.hour < 12 && *start.hour + 12 <= hour) start.hour = *start.hour + 12;
    start.half_day_unknown = false;
  } else if (half == "am" && start.half_day_unknown) {
    start.half_day_unknown = *start.hour > hour;
  }
  return true;
}

/// "1992 to 1994", "May 5-7", "the 1990s", "from 9am to 5pm".
bool build_period(const Slots& slots, const Clock& clock, Figure& figure) {
  TimeValue time;
  Civil& start = time.start;
  Civil end;
  if (const auto decade = year_slot(slots, "decade")) {
    start.year = *decade;
    time.grain = Grain::decade;
    end.year = *decade + 9;
  } else if (const auto century = slots.whole("century")) {
    const bool before = slots.value("era") == "before";
    start.year = before ? -*century * 100 : (*century - 1) * 100;
    end.year = before ? (-*century + 1) * 100 : *century * 100;
    time.grain = Grain::century;
  } else {
    start.month = slots.whole("month");
    start.day = slots.whole("day");
    start.year = year_slot(slots, "year");
    end.month = slots.item("month2") != nullptr ? slots.whole("month2") : start.month;
    end.day = slots.whole("day2");
    end.year = year_slot(slots, "year2");
    if (const Number* short_year = slots.number("year2");
        short_year != nullptr && short_year->digits <= 2 && start.year) {
      end.year = *start.year / 100 * 100 + static_cast<int>(short_year->value.to_double());
      if (*end.year < *start.year) *end.year += 100;
    }
    if (!end.year) end.year = start.year;
    if (!start.year) start.year = end.year;
    start.weekday = slots.whole("weekday");
    end.weekday = slots.whole("weekday2");
    time.grain = start.day ? Grain::day : start.month ? Grain::month : Grain::year;
    if (slots.number("clock") != nullptr) {
      if (!put_clock(slots, start)) return false;
      time.grain = Grain::minute;
      if (!put_closing_time(slots, start, end)) return false;
      time.iso = iso_of(start, time.grain) + "/" + iso_of(end, time.grain);
      time.end = end;
      figure.time = std::move(time);
      return true;
    }
    if (start.month && !start.year && clock.date) {
      start.year = nearest_year(start, *clock.date);
      start.year_inferred = true;
      end.year = start.year;
    }
    if (start.year && end.year && *end.year<*start.year&& * start.year> 0 && !start.month &&
        slots.value("order") == "strict") {
      return false;
    }
  }
  time.iso = iso_of(start, time.grain);
  if (end.year && (!start.year || *end.year != *start.year || end.month || end.day) &&
      time.grain != Grain::decade && time.grain != Grain::century) {
    time.end = end;
    time.iso += "/" + iso_of(end, time.grain);
  } else if (time.grain == Grain::decade || time.grain == Grain::century) {
    time.end = end;
  }
  figure.time = std::move(time);
  return true;
}

}  // namespace

namespace {

/// "the summer of 2003", "the third quarter", "last winter".
bool put_part_of_year(const Slots& slots, const Clock& clock, TimeValue& time) {
  const std::string season = slots.value("season");
  const auto quarter = slots.whole("quarter");
  if (season.empty() && (!quarter || *quarter < 1 || *quarter > 4)) return false;
  time.grain = season.empty() ? Grain::quarter : Grain::season;
  time.start.year = year_slot(slots, "year");
  if (!time.start.year && clock.date) {
    time.start.year = clock.date->year + slots.whole("shift").value_or(0);
    time.start.year_inferred = true;
  }
  if (quarter) time.start.month = *quarter * 3 - 2;
  if (!time.start.year) return true;
  time.iso = season.empty() ? iso_of(time.start, time.grain)
                            : iso_of(time.start, Grain::year) + "-" + season;
  return true;
}

}  // namespace

std::string iso_of(const Civil& civil, Grain grain) {
  std::string out = iso_date_part(civil, grain);
  if (civil.hour) {
    out += fmt::format("T{:02}:{:02}", *civil.hour, civil.minute.value_or(0));
    if (civil.second) out += fmt::format(":{:02}", *civil.second);
  }
  return out;
}

bool build_time(const Slots& slots, const Vocabulary&, const Clock& clock, Figure& figure) {
  if (figure.kind == FigureKind::duration) return build_duration(slots, figure);
  if (figure.kind == FigureKind::set) {
    TimeValue time;
    time.iso = slots.value("iso");
    if (time.iso.empty()) {
      const Number* n = slots.number("n");
      time.iso = iso_duration(n != nullptr ? n->value : Decimal(1), slots.value("unit"));
    }
    figure.time = std::move(time);
    return true;
  }
  TimeValue time;
  if (figure.kind == FigureKind::period) {
    if (!put_part_of_year(slots, clock, time)) return build_period(slots, clock, figure);
    figure.time = std::move(time);
    return true;
  }
  const bool dated = put_calendar(slots, clock, time.start, time.grain);
  if (figure.kind == FigureKind::time || figure.kind == FigureKind::datetime) {
    if (!put_clock(slots, time.start)) {
      if (slots.value("part").empty()) return false;
      put_relative(slots, clock, time.start, time.grain, figure);
      time.iso = iso_of(time.start, time.grain) + "T" + slots.value("part");
      figure.time = std::move(time);
      return true;
    }
    // "on Wednesday morning" settles the half of the day.
    const std::string part = slots.value("part");
    Civil& civil = time.start;
    if (!part.empty() && civil.half_day_unknown && civil.hour) {
      if (part == "MO") {
        if (*civil.hour == 12) civil.hour = 0;
      } else if (*civil.hour < 12 && !(part == "NI" && *civil.hour < 6)) {
        civil.hour = *civil.hour + 12;
      }
      civil.half_day_unknown = false;
    }
    time.grain = Grain::minute;
    put_relative(slots, clock, civil, time.grain, figure);
    time.grain = Grain::minute;
    figure.readings.clear();
    time.iso = iso_of(civil, time.grain);
    figure.time = std::move(time);
    return true;
  }
  if (put_part_of_year(slots, clock, time)) {
    figure.time = std::move(time);
    return true;
  }
  put_relative(slots, clock, time.start, time.grain, figure);
  if (!dated && slots.value("unit").empty() && slots.value("iso").empty()) return false;
  time.iso = slots.value("iso").empty() ? iso_of(time.start, time.grain) : slots.value("iso");
  // A week is told by its number.
  if (time.grain == Grain::week && time.start.year && time.start.day) {
    const Date date{*time.start.year, *time.start.month, *time.start.day};
    const int weekday = weekday_of(date).value_or(1);
    if (const auto thursday = add_days(date, 4 - weekday)) {
      const auto days = days_between({thursday->year, 1, 1}, *thursday);
      if (days) time.iso = fmt::format("{:04}-W{:02}", thursday->year, *days / 7 + 1);
    }
  }
  if (figure.kind == FigureKind::year && time.start.year) figure.value = Decimal(*time.start.year);
  figure.time = std::move(time);
  return true;
}

}  // namespace figcheck::extract
