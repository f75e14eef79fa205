// SPDX-License-Identifier: Apache-2.0
// Money of one currency in another, at the time that an article speaks of.
#include <algorithm>
#include <limits>

#include "base/text.h"
#include "pipeline/functions.h"

namespace figcheck::pipeline {

using expr::CallContext;
using expr::Type;
using expr::Value;

namespace {

/// The group that says which other currencies have a word: its values are codes, the first of which
/// is the currency that the vocabulary takes the word for.
constexpr const char* kNamesakes = "namesake-currency";

/// Without any date a rate of these years will do,
constexpr int kAnyTimeFirst = month_number(1990, 1);
constexpr int kAnyTimeLast = month_number(2049, 12);
/// unless the currency lost so much of its worth that it says nothing.
constexpr int kSteady = 4;

/// Calls back with each piece of a figure's text between digits and spaces.
template <typename Callback>
void for_each_piece(std::string_view text, Callback callback) {
  constexpr std::string_view kApart = " \t\n-,.0123456789";
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(kApart), text.size());
    if (end > 0) callback(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// The currencies that a figure may be of, the likeliest first.
std::vector<std::string> currencies_of(const extract::Vocabulary& vocabulary,
                                       const Figure& figure) {
  std::vector<std::string> out = {figure.unit};
  const auto group = vocabulary.table().find_class(kNamesakes);
  if (!group) return out;
  for_each_piece(figure.text, [&](std::string_view piece) {
    const extract::Word* word = vocabulary.find(lower_case(piece));
    const std::string* codes = word != nullptr ? word->value_in(*group, false) : nullptr;
    if (codes == nullptr || !codes->starts_with(figure.unit)) return;
    for_each_piece(*codes, [&](std::string_view code) {
      if (std::find(out.begin(), out.end(), code) == out.end()) out.emplace_back(code);
    });
  });
  return out;
}

struct Months {
  int first = std::numeric_limits<int>::max();
  int last = std::numeric_limits<int>::min();

  bool empty() const { return first > last; }
  void include(int from, int to) {
    first = std::min(first, from);
    last = std::max(last, to);
  }
};

bool tells_a_year(const Figure& figure) {
  return figure.kind == FigureKind::year || figure.kind == FigureKind::date ||
         figure.kind == FigureKind::period || figure.kind == FigureKind::datetime;
}

/// The time that a sentence may speak of: the article's own, and every year that it names.
Months months_of(const CallContext& call, const Figure& figure) {
  Months months;
  const ArticleContext& context = context_of(call);
  const auto& date = context.article_of(figure).clock.date;
  if (date) {
    const int month = month_number(date->year, date->month);
    months.include(month - 1, month + 1);
  }
  // Figures stand in the order of the text, so those of a sentence are neighbours.
  const auto figures = context.figures();
  const auto at = static_cast<std::size_t>(&figure - figures.data());
  const auto same = [&](const Figure& other) {
    return other.sentence == figure.sentence && other.block == figure.block &&
           other.section == figure.section;
  };
  const auto look = [&](const Figure& other) {
    if (!tells_a_year(other) || !other.time || !other.time->start.year) return;
    const int year = *other.time->start.year;
    if (date && year == date->year) return;
    const int end = other.time->end && other.time->end->year ? *other.time->end->year : year;
    months.include(month_number(year, 1) - 1, month_number(end, 12) + 1);
  };
  for (std::size_t i = at; i > 0 && same(figures[i - 1]); --i) look(figures[i - 1]);
  for (std::size_t i = at + 1; i < figures.size() && same(figures[i]); ++i) look(figures[i]);
  return months;
}

/// What the money of `from` is worth in each currency that `to` may be of.
expr::List exchanges(const CallContext& call, const Figure& from, const Figure& to) {
  expr::List out;
  const auto& knowledge = context_of(call).knowledge();
  Months months = months_of(call, from);
  const bool any_time = months.empty();
  if (any_time) months.include(kAnyTimeFirst, kAnyTimeLast);
  for (const std::string& a : currencies_of(knowledge.vocabulary, from)) {
    for (const std::string& b : currencies_of(knowledge.vocabulary, to)) {
      const auto rate = knowledge.rates.range(a, b, months.first, months.last);
      // The writer may mean this currency: nothing can be told.
      if (!rate) {
        if (a == from.unit && b == to.unit) return {};
        continue;
      }
      if (any_time && rate->high > rate->low * Decimal(kSteady)) return {};
      const Interval range(Bound{rate->low, true}, Bound{rate->high, true});
      expr::Quantity worth = *expr::quantity_of(from);
      worth.interval = worth.interval * range;
      worth.strict = worth.strict * range;
      worth.unit = to.unit;
      if (worth.nominal) {
        const auto middle = Decimal::divide(rate->low + rate->high, 2);
        worth.nominal = middle ? std::optional(*worth.nominal * *middle) : std::nullopt;
      }
      out.emplace_back(std::move(worth));
    }
  }
  return out;
}

Value exchange(const CallContext& call, std::span<const Value> arguments) {
  const Figure& from = figure_of(arguments[0]);
  const Figure& to = figure_of(arguments[1]);
  if (from.kind != FigureKind::money || to.kind != FigureKind::money) return {};
  if (!expr::quantity_of(from) || !expr::quantity_of(to)) return {};
  expr::List list = exchanges(call, from, to);
  return list.empty() ? Value() : Value(std::move(list));
}

}  // namespace

void add_money_functions(expr::FunctionTable& functions) {
  expr::Function list = figure_function(
      "exchange", {"from", "to"}, Type::list,
      "money in the other figure's currency, by the rates of the article's date and of the years "
      "that its sentence names: one for each currency that the words may mean",
      exchange);
  list.element = Type::quantity;
  functions.add(std::move(list));
  functions.add(figure_function(
      "exchanged", {"from", "to"}, Type::quantity, "the first of these: the likeliest currencies",
      [](const CallContext& call, std::span<const Value> arguments) -> Value {
        const Value all = exchange(call, arguments);
        return all.list() != nullptr ? all.list()->front() : Value();
      }));
}

}  // namespace figcheck::pipeline
