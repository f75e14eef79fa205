// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>
#include <utility>

#include "expr/functions.h"
#include "model/calendar.h"

namespace figcheck::expr {
namespace {

using Arguments = std::span<const Value>;

const Parameter kM{"m", Type::moment};
const Parameter kA{"a", Type::moment};
const Parameter kB{"b", Type::moment};

const Civil& civil(const Value& value) { return std::get<Moment>(value.body).civil; }

std::optional<Date> date_of(const Civil& c) {
  if (!c.year || !c.month || !c.day) return std::nullopt;
  return Date{*c.year, *c.month, *c.day};
}

Quantity between(std::int64_t low, std::int64_t high, const char* unit) {
  const Interval interval = Interval::closed(low, high);
  return {interval, interval, unit, low == high ? std::optional<Decimal>(low) : std::nullopt};
}

Value date_exists(const CallContext&, Arguments a) {
  const Civil& c = civil(a[0]);
  if (!c.month || !c.day) return Verdict::cannot_tell;
  if (*c.month < 1 || *c.month > 12 || *c.day < 1) return Verdict::fails;
  if (*c.day > days_in_month(*c.month, c.year)) return Verdict::fails;
  // The 29th of February exists in some years.
  if (!c.year && *c.day > days_in_month(*c.month, 2023)) return Verdict::cannot_tell;
  return Verdict::holds;
}

std::optional<long> days_from(const Value& a, const Value& b) {
  const std::optional<Date> from = date_of(civil(a));
  const std::optional<Date> to = date_of(civil(b));
  if (!from || !to) return std::nullopt;
  return days_between(*from, *to);
}

Value days(const CallContext&, Arguments a) {
  const std::optional<long> count = days_from(a[0], a[1]);
  return count ? Value(Quantity::exactly(*count, kDayUnit)) : Value();
}

// Years before Christ are negative, without a year zero.
Value years(const CallContext&, Arguments a) {
  const Civil& from = civil(a[0]);
  const Civil& to = civil(a[1]);
  if (!from.year || !to.year) return {};
  const bool crosses = (*from.year < 0) != (*to.year < 0);
  const int skipped = crosses ? (*from.year < 0 ? 1 : -1) : 0;
  return between(*to.year - *from.year - skipped, *to.year - *from.year - skipped, kYearUnit);
}

// With a whole date on both sides the age is exact; with less, the birthday may or may not have
// been.
Value full_years_between(const CallContext&, Arguments a) {
  const Civil& birth = civil(a[0]);
  const Civil& at = civil(a[1]);
  if (const auto from = date_of(birth), to = date_of(at); from && to) {
    const std::optional<int> count = full_years(*from, *to);
    return count ? Value(between(*count, *count, kYearUnit)) : Value();
  }
  if (!birth.year || !at.year || (*birth.year < 0) != (*at.year < 0)) return {};
  const int difference = *at.year - *birth.year;
  if (birth.month && at.month && *birth.month != *at.month) {
    const int count = difference - (*at.month < *birth.month ? 1 : 0);
    return between(count, count, kYearUnit);
  }
  return between(difference - 1, difference, kYearUnit);
}

// Without years the two are of one, or the second is of the next.
Value days_apart(const CallContext&, Arguments a) {
  Civil from = civil(a[0]);
  Civil to = civil(a[1]);
  if (from.year.has_value() != to.year.has_value()) return {};
  const bool wraps = !from.year;
  if (wraps) from.year = to.year = 2023;
  const std::optional<Date> first = date_of(from);
  const std::optional<Date> last = date_of(to);
  std::optional<long> count = first && last ? days_between(*first, *last) : std::nullopt;
  if (!count) return {};
  if (wraps && *count < 0) *count += 365;
  return Quantity::exactly(*count, kDayUnit);
}

Value within_days(const CallContext&, Arguments a) {
  const std::optional<long> count = days_from(a[0], a[1]);
  if (!count) return Verdict::cannot_tell;
  return Interval::less_equal(Interval::exactly(std::labs(*count)),
                              std::get<Quantity>(a[2].body).interval);
}

Value weekday(const CallContext&, Arguments a) {
  const std::optional<Date> date = date_of(civil(a[0]));
  const std::optional<int> day = date ? weekday_of(*date) : std::nullopt;
  return day ? Value(Quantity::exactly(*day)) : Value();
}

Value article_date(const CallContext& call, Arguments) {
  const std::optional<Civil> date = call.context.article_date();
  return date ? Value(Moment{*date, nullptr}) : Value();
}

Value at_or_now(const CallContext& call, Arguments a) {
  if (const auto said = a[0].moment()) return Value(*said);
  return article_date(call, a);
}

}  // namespace

void add_time_functions(FunctionTable& table) {
  table.add({"article_date",
             {},
             Type::moment,
             "the article's own date; nothing when nobody says it",
             article_date});
  table.add({"at_or_now",
             {{"m", Type::nothing, true}},
             Type::moment,
             "the moment, or the article's own date where nothing says it",
             at_or_now});
  table.add({"date_exists", {kM}, Type::verdict, "whether the calendar has the date", date_exists});
  table.add(
      {"days", {kA, kB}, Type::quantity, "the days from a to b, negative when b is earlier", days});
  table.add({"days_apart",
             {kA, kB},
             Type::quantity,
             "the days from a to b, which are of one year, or b of the next, where no year is said",
             days_apart});
  table.add({"years", {kA, kB}, Type::quantity, "the calendar years from a to b", years});
  table.add({"full_years",
             {{"birth", Type::moment}, {"at", Type::moment}},
             Type::quantity,
             "the age at a date, which is one of two where only years are known",
             full_years_between});
  table.add({"within_days",
             {kA, kB, {"n", Type::quantity}},
             Type::verdict,
             "whether a and b are at most n days apart",
             within_days});
  table.add(
      {"weekday",
       {kM},
       Type::quantity,
       "the weekday that the calendar gives a date, 1 for Monday to 7; .weekday is the one written",
       weekday});
}

}  // namespace figcheck::expr
