// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "figcheck/decimal.h"
#include "figcheck/diagnostic.h"
#include "yaml/node.h"

namespace figcheck::pipeline {

/// What one unit of a currency cost in another over some time: the least and the most.
struct RateRange {
  Decimal low;
  Decimal high;
};

/// A month, counted from January of year 0.
constexpr int month_number(int year, int month) { return year * 12 + month - 1; }

/// Exchange rates by month or year. Immutable once loaded.
class Rates {
 public:
  /// Reads the files among `trees` that have `rates` at their root; docs/rates.md has the form.
  /// Where two have a month, the later one counts.
  static Rates load(const yaml::Trees& trees, Diagnostics& diagnostics);

  /// What one of `from` cost in `to` from the one month to the other, both included; nullopt unless
  /// the table has both currencies somewhere in that time.
  std::optional<RateRange> range(std::string_view from, std::string_view to, int first,
                                 int last) const;

 private:
  /// Each value is for `step` months. The numbers are read only when they are asked for.
  struct Series {
    int first = 0;
    int step = 1;
    std::string_view values;
    std::vector<std::uint32_t> starts;  ///< Where each value starts.
  };

  /// Returns the number at `index`, or nullopt outside the series and for what is no rate.
  static std::optional<Decimal> rate_at(const Series& series, int index);
  std::optional<RateRange> at(std::string_view currency, int month) const;

  std::string base_;
  /// The trees own the texts.
  std::map<std::string, std::vector<Series>, std::less<>> series_;
};

}  // namespace figcheck::pipeline
