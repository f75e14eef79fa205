// SPDX-License-Identifier: Apache-2.0
#include "pipeline/rates.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace figcheck::pipeline {

namespace {

/// "1999" or "1999-01".
struct Start {
  int month = 0;
  bool yearly = false;
};

std::optional<Start> read_start(std::string_view text) {
  int year = 0;
  const char* const end = text.data() + text.size();
  const auto [after, error] = std::from_chars(text.data(), end, year);
  if (error != std::errc() || year < 1000 || year > 9999) return std::nullopt;
  if (after == end) return Start{month_number(year, 1), true};
  int month = 0;
  if (*after != '-') return std::nullopt;
  const auto [last, wrong] = std::from_chars(after + 1, end, month);
  if (wrong != std::errc() || last != end || month < 1 || month > 12) return std::nullopt;
  return Start{month_number(year, month), false};
}

/// Returns where each of the words begins that single spaces part.
std::vector<std::uint32_t> word_starts(std::string_view words) {
  std::vector<std::uint32_t> starts = {0};
  for (std::size_t at = words.find(' '); at != std::string_view::npos;
       at = words.find(' ', at + 1)) {
    starts.push_back(static_cast<std::uint32_t>(at + 1));
  }
  return starts;
}

void include(std::optional<RateRange>& range, const Decimal& low, const Decimal& high) {
  if (!range) {
    range = RateRange{low, high};
  } else {
    range->low = std::min(range->low, low);
    range->high = std::max(range->high, high);
  }
}

void include(std::optional<RateRange>& range, const std::optional<Decimal>& value) {
  if (value) include(range, *value, *value);
}

}  // namespace

Rates Rates::load(const yaml::Trees& trees, Diagnostics& diagnostics) {
  Rates result;
  for (const auto& tree : trees) {
    const yaml::Node base = tree->root().get("rates");
    if (!base) continue;
    if (!result.base_.empty() && result.base_ != base.text()) {
      diagnostics.push_back(base.complain(
          "M001", fmt::format("rates are of {} elsewhere; all files need one", result.base_)));
      continue;
    }
    result.base_ = std::string(base.text());
    const yaml::Node list = tree->root().get("series");
    for (std::size_t i = 0; i < list.size(); ++i) {
      const yaml::Node node = list.at(i);
      const std::string currency(node.get("currency").text());
      const auto start = read_start(node.get("from").text());
      const std::string_view values = node.get("values").text();
      if (currency.empty() || !start || values.empty()) {
        diagnostics.push_back(node.complain(
            "M002", "a series needs a currency, the month or year of its first rate, and values"));
      } else if (values.find_first_not_of("0123456789. ") != std::string_view::npos) {
        diagnostics.push_back(
            node.get("values").complain("M003", "values are numbers with single spaces between"));
      } else {
        result.series_[currency].push_back(
            {start->month, start->yearly ? 12 : 1, values, word_starts(values)});
      }
    }
  }
  return result;
}

std::optional<Decimal> Rates::rate_at(const Series& series, int index) {
  if (index < 0 || static_cast<std::size_t>(index) >= series.starts.size()) return std::nullopt;
  const std::string_view rest =
      series.values.substr(series.starts[static_cast<std::size_t>(index)]);
  const auto value = Decimal::parse(rest.substr(0, rest.find(' ')));
  return value && value->sign() > 0 ? value : std::nullopt;
}

// A year's average stands for whatever its neighbours' averages leave room for.
std::optional<RateRange> Rates::at(std::string_view currency, int month) const {
  if (currency == base_) return RateRange{1, 1};
  const auto found = series_.find(currency);
  if (found == series_.end()) return std::nullopt;
  for (auto series = found->second.rbegin(); series != found->second.rend(); ++series) {
    if (month < series->first) continue;
    const int index = (month - series->first) / series->step;
    const auto value = rate_at(*series, index);
    if (!value) continue;
    std::optional<RateRange> range = RateRange{*value, *value};
    if (series->step > 1) {
      include(range, rate_at(*series, index - 1));
      include(range, rate_at(*series, index + 1));
    }
    return range;
  }
  return std::nullopt;
}

std::optional<RateRange> Rates::range(std::string_view from, std::string_view to, int first,
                                      int last) const {
  std::optional<RateRange> range;
  // One time through a table of text for each month: no more than what the text may speak of.
  for (int month = first; month <= last; ++month) {
    const auto a = at(from, month);
    const auto b = a ? at(to, month) : std::nullopt;
    if (!b) continue;
    const auto low = Decimal::divide(b->low, a->high);
    const auto high = Decimal::divide(b->high, a->low);
    if (low && high) include(range, *low, *high);
  }
  return range;
}

}  // namespace figcheck::pipeline
