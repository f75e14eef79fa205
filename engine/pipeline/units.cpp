// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "pipeline/knowledge.h"

namespace figcheck::pipeline {

namespace {

bool is_currency(std::string_view unit) {
  return unit.size() == 3 &&
         std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

std::string VocabularyUnits::specification(std::string_view unit) const {
  const extract::Unit* found = vocabulary_.unit(unit);
  return found == nullptr ? std::string() : found->udunits;
}

bool VocabularyUnits::known(std::string_view unit) const {
  return unit == expr::kPercentUnit || unit == expr::kPointsUnit || unit == "times" ||
         is_currency(unit) || vocabulary_.unit(unit) != nullptr;
}

std::string VocabularyUnits::with_unit(std::string_view number, std::string_view unit,
                                       bool one) const {
  const std::string text(number);
  if (unit.empty()) return text;
  if (unit == expr::kPercentUnit) return text + "%";
  const std::string sign = vocabulary_.currency_sign(unit);
  if (!sign.empty()) {
    // A minus stands before the sign.
    if (text.front() == '-') return "-" + sign + text.substr(1);
    return sign + text;
  }
  if (const extract::Unit* found = vocabulary_.unit(unit)) {
    return text + " " + (one ? found->singular : found->written);
  }
  return text + " " + std::string(unit);
}

}  // namespace figcheck::pipeline
