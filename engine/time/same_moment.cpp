// SPDX-License-Identifier: Apache-2.0
#include "time/same_moment.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "model/zone.h"
#include "time/instant.h"

namespace figcheck::time {
namespace {

constexpr int kDay = 24 * 60;
/// How many answers a message can do with when the day is not known.
constexpr std::size_t kMostAnswers = 4;

/// One of the two clock times, ready for comparing.
struct Side {
  const Civil* time = nullptr;
  ZoneChoices zones;        ///< Those that tzdata knows, each once.
  std::vector<int> clocks;  ///< Minutes since midnight that it may show.
  Days days;

  const ZoneChoice& likeliest() const {
    const auto strict = std::find_if(zones.begin(), zones.end(),
                                     [](const ZoneChoice& zone) { return !zone.loose; });
    return strict == zones.end() ? zones.front() : *strict;
  }

  bool has_zone(const std::string& zone) const {
    return std::any_of(zones.begin(), zones.end(),
                       [&zone](const ZoneChoice& choice) { return choice.zone == zone; });
  }
};

Side side_of(const ZonedClock& clock, const KnownTime& known) {
  Side side;
  side.time = &clock.time;
  side.clocks = possible_clocks(clock.time);
  side.days = possible_days(clock.time, known);
  for (const ZoneChoice& choice : clock.zones) {
    if (!side.has_zone(choice.zone) && zone_exists(choice.zone)) side.zones.push_back(choice);
  }
  return side;
}

/// How well the other side agrees with an instant.
enum class Fit { none, clock, full };

struct Local {
  CivilMinute civil;
  int offset = 0;
};

std::optional<Local> local_at(const std::string& zone, long instant) {
  const std::optional<UtcOffset> offset = offset_at_utc(zone, instant);
  if (!offset) return std::nullopt;
  return Local{civil_of(instant + offset->minutes), offset->minutes};
}

Fit fit_at(const Side& other, const std::string& zone, long instant) {
  const std::optional<UtcOffset> offset = offset_at_utc(zone, instant);
  if (!offset) return Fit::none;
  const long local = instant + offset->minutes;
  const long clock = (local % kDay + kDay) % kDay;
  if (std::find(other.clocks.begin(), other.clocks.end(), clock) == other.clocks.end())
    return Fit::none;
  const Date date = civil_of(local).date;
  if (agrees(*other.time, date)) return Fit::full;
  // Midnight may be called by the day that it ends.
  if (clock == 0) {
    const std::optional<Date> before = add_days(date, -1);
    if (before && agrees(*other.time, *before)) return Fit::full;
  }
  return Fit::clock;
}

Fit best_fit(const Side& other, const std::string& zone, const std::vector<long>& instants) {
  Fit best = Fit::none;
  for (const long instant : instants) best = std::max(best, fit_at(other, zone, instant));
  return best;
}

/// How often a pair of zones fits, over the days that it may be.
struct Count {
  std::size_t days = 0;  ///< Days on which the anchor's clock time exists.
  std::size_t full = 0;
  std::size_t clock = 0;
};

/// The comparison of one side, whose days are gone through, with the other.
class Comparison {
 public:
  Comparison(const Side& anchor, const Side& other) : anchor_(anchor), other_(other) {}

  /// Counts the days on which a zone of the anchor fits each zone of the other side.
  std::vector<Count> count(const std::string& anchor_zone) const {
    std::vector<Count> counts(other_.zones.size());
    for (const Date& date : anchor_.days.dates) {
      const std::vector<long> instants = possible_instants(*anchor_.time, anchor_zone, date);
      if (instants.empty()) continue;
      for (std::size_t i = 0; i < counts.size(); ++i) {
        const Fit fit = best_fit(other_, other_.zones[i].zone, instants);
        ++counts[i].days;
        if (fit == Fit::full) ++counts[i].full;
        if (fit == Fit::clock) ++counts[i].clock;
      }
    }
    return counts;
  }

  void decide(SameMoment& result) const {
    bool all = true;         // Every strict pair of zones fits on every day.
    bool some_pair = false;  // One of them does.
    bool no_pair = false;    // One of them never fits.
    bool any_strict = false;
    bool any = false;
    bool clock = false;
    bool exists = false;
    for (const ZoneChoice& a : anchor_.zones) {
      const std::vector<Count> counts = count(a.zone);
      for (std::size_t i = 0; i < counts.size(); ++i) {
        const Count& c = counts[i];
        exists = exists || c.days > 0;
        any = any || c.full > 0;
        if (a.loose || other_.zones[i].loose) continue;
        const bool whole = c.days > 0 && c.full == c.days;
        all = all && whole;
        some_pair = some_pair || whole;
        no_pair = no_pair || c.full == 0;
        any_strict = any_strict || c.full > 0;
        clock = clock || c.clock > 0;
      }
    }
    if (!exists) {
      result.doubt = Doubt::nonexistent;
    } else if (any_strict) {
      result.verdict = all ? Verdict::holds : Verdict::cannot_tell;
      if (!all) result.doubt = some_pair || no_pair ? Doubt::zones : Doubt::days;
    } else if (any) {
      result.doubt = Doubt::loose;
    } else {
      result.verdict = Verdict::fails;
      result.only_day_wrong = clock;
    }
  }

  /// Fills in what each side is by the other's clock, by the likeliest zones. `dated` tells whether
  /// the likeliest day is known well enough to be named; else all days count, and there may be
  /// several answers.
  void work_out(bool dated, SideArithmetic& anchor, SideArithmetic& other,
                std::optional<Date>& anchor_date, std::optional<Date>& other_date,
                bool& other_nonexistent) const {
    anchor.zone = anchor_.likeliest();
    other.zone = other_.likeliest();
    for (const Date& date : anchor_.days.dates) {
      const std::vector<long> instants = possible_instants(*anchor_.time, anchor.zone.zone, date);
      if (instants.empty()) continue;
      convert(instants, date, dated, anchor.zone.zone, other.zone.zone, anchor);

      const std::optional<Date> there = other_day(instants.front(), other.zone.zone);
      if (there) {
        bool skipped = false;
        const std::vector<long> back =
            possible_instants(*other_.time, other.zone.zone, *there, &skipped);
        other_nonexistent = other_nonexistent || (skipped && back.empty());
        convert(back, *there, dated, other.zone.zone, anchor.zone.zone, other);
      }
      if (dated) {
        anchor_date = date;
        other_date = there;
        break;
      }
    }
    sort_by_nearness(anchor.elsewhere, other_.clocks);
    sort_by_nearness(other.elsewhere, anchor_.clocks);
  }

 private:
  /// Adds what the instants are in another zone, and the offset of their own.
  static void convert(const std::vector<long>& instants, const Date& date, bool dated,
                      const std::string& own_zone, const std::string& zone, SideArithmetic& out) {
    for (const long instant : instants) {
      const std::optional<Local> own = local_at(own_zone, instant);
      const std::optional<Local> local = local_at(zone, instant);
      if (!own || !local) continue;
      add_new(out.offsets, offset_text(own->offset));
      Elsewhere there;
      there.hour = local->civil.hour;
      there.minute = local->civil.minute;
      there.day_shift = static_cast<int>(days_between(date, local->civil.date).value_or(0));
      if (dated) there.date = local->civil.date;
      add_new(out.elsewhere, there);
    }
  }

  template <typename T>
  static void add_new(std::vector<T>& list, T value) {
    if (list.size() < kMostAnswers && std::find(list.begin(), list.end(), value) == list.end()) {
      list.push_back(std::move(value));
    }
  }

  /// Returns the other side's own date at about an instant: the one that it states, when that is
  /// near.
  std::optional<Date> other_day(long instant, const std::string& zone) const {
    const std::optional<Local> local = local_at(zone, instant);
    if (!local) return std::nullopt;
    for (const int shift : {0, -1, 1, -2, 2, -3, 3, -4, 4}) {
      const std::optional<Date> date = add_days(local->civil.date, shift);
      if (date && agrees(*other_.time, *date)) return date;
    }
    return local->civil.date;
  }

  /// Puts first what is nearest to a printed clock, round the dial.
  static void sort_by_nearness(std::vector<Elsewhere>& list, const std::vector<int>& clocks) {
    const auto distance = [&clocks](const Elsewhere& there) {
      int least = kDay;
      for (const int clock : clocks) {
        const int apart = std::abs(there.hour * 60 + there.minute - clock);
        least = std::min({least, apart, kDay - apart});
      }
      return least;
    };
    std::stable_sort(list.begin(), list.end(), [&distance](const Elsewhere& a, const Elsewhere& b) {
      return distance(a) < distance(b);
    });
  }

  const Side& anchor_;
  const Side& other_;
};

/// Returns the offset, on the first day that fits, of a zone that would make the pair right in
/// place of one side's zones.
std::optional<std::string> right_offset(const Side& anchor, const Side& other,
                                        const std::string& candidate, bool for_anchor) {
  const Side& kept = for_anchor ? other : anchor;
  for (const Date& date : anchor.days.dates) {
    for (const ZoneChoice& choice : kept.zones) {
      if (choice.loose) continue;
      const std::string& anchor_zone = for_anchor ? candidate : choice.zone;
      const std::string& other_zone = for_anchor ? choice.zone : candidate;
      for (const long instant : possible_instants(*anchor.time, anchor_zone, date)) {
        if (fit_at(other, other_zone, instant) != Fit::full) continue;
        const std::optional<Local> local = local_at(candidate, instant);
        if (local) return offset_text(local->offset);
      }
    }
  }
  return std::nullopt;
}

/// Whether the first side's days are gone through: those that are stated, and of those the fewer.
bool first_is_anchor(const Days& first, const Days& second) {
  if (first.stated != second.stated) return first.stated;
  return first.dates.size() <= second.dates.size();
}

}  // namespace

const char* to_string(Doubt doubt) {
  switch (doubt) {
    case Doubt::none:
      break;
    case Doubt::no_time:
      return "one of the two has no clock time";
    case Doubt::no_zone:
      return "the zone of one of the two is not known";
    case Doubt::no_day:
      return "the day does not exist";
    case Doubt::nonexistent:
      return "the clocks skip that time on that day";
    case Doubt::zones:
      return "it depends on which zone is meant";
    case Doubt::days:
      return "it depends on the day";
    case Doubt::loose:
      return "it is right only if the zone's name is used loosely";
  }
  return "";
}

SameMoment compare_moments(const ZonedClock& first, const ZonedClock& second,
                           const KnownTime& known, const ZoneChoices& candidates) {
  const Side a = side_of(first, known);
  const Side b = side_of(second, known);
  SameMoment result;
  if (a.clocks.empty() || b.clocks.empty()) {
    result.doubt = Doubt::no_time;
  } else if (a.zones.empty() || b.zones.empty()) {
    result.doubt = Doubt::no_zone;
  } else if (a.days.dates.empty() || b.days.dates.empty()) {
    result.doubt = Doubt::no_day;
  }
  if (result.doubt != Doubt::none) return result;

  const bool forward = first_is_anchor(a.days, b.days);
  const Side& anchor = forward ? a : b;
  const Side& other = forward ? b : a;
  const Comparison comparison(anchor, other);
  comparison.decide(result);
  if (result.verdict == Verdict::fails && !anchor.days.stated) {
    // The day may be the other side's own.
    SameMoment swapped;
    Comparison(other, anchor).decide(swapped);
    if (swapped.verdict != Verdict::fails) {
      result.verdict = swapped.verdict;
      result.doubt = swapped.doubt;
    }
  }

  const bool dated = anchor.days.dates.size() == 1 || known.date.has_value();
  std::optional<Date> anchor_date;
  std::optional<Date> other_date;
  bool other_nonexistent = false;
  comparison.work_out(dated, forward ? result.first : result.second,
                      forward ? result.second : result.first, anchor_date, other_date,
                      other_nonexistent);
  result.date = forward ? anchor_date : other_date;
  if (result.verdict != Verdict::fails) return result;
  if (other_nonexistent) {
    result.verdict = Verdict::cannot_tell;
    result.doubt = Doubt::nonexistent;
    return result;
  }
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    for (const bool for_first : {true, false}) {
      const std::string& zone = candidates[i].zone;
      if ((for_first ? a : b).has_zone(zone) || !zone_exists(zone)) continue;
      if (auto offset = right_offset(anchor, other, zone, for_first == forward)) {
        result.right_in.push_back({i, for_first, *std::move(offset)});
      }
    }
  }
  return result;
}

}  // namespace figcheck::time
