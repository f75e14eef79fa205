// SPDX-License-Identifier: Apache-2.0
#include "model/unit.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <mutex>
#include <string_view>
#include <utility>
#include <vector>

#include <locale.h>
#include <udunits2.h>

#include "base/text.h"

namespace figcheck {
namespace {

/// Digits of a factor that survive the library's arithmetic in binary. An offset is what is left of
/// a difference of larger numbers (491.67 - 459.67 for degF), so it has fewer.
constexpr int kFactorDigits = 15;
constexpr int kOffsetDigits = 12;
/// A power of two, so that dividing by it is exact.
constexpr double kFar = 1099511627776.0;

struct FreeSystem {
  void operator()(ut_system* system) const { ut_free_system(system); }
};
struct FreeUnit {
  void operator()(ut_unit* unit) const { ut_free(unit); }
};
struct FreeConverter {
  void operator()(cv_converter* converter) const { cv_free(converter); }
};
using Unit = std::unique_ptr<ut_unit, FreeUnit>;
using Converter = std::unique_ptr<cv_converter, FreeConverter>;

/// Gives this thread the C locale for a while: UDUNITS reads numbers by the locale, and the program
/// that we are part of may have set one in which 0.3048 ends at the point.
class PlainNumbers {
 public:
  PlainNumbers() : plain_(newlocale(LC_ALL_MASK, "C", nullptr)) {
    if (plain_ != nullptr) before_ = uselocale(plain_);
  }
  ~PlainNumbers() {
    if (plain_ == nullptr) return;
    uselocale(before_);
    freelocale(plain_);
  }
  PlainNumbers(const PlainNumbers&) = delete;
  PlainNumbers& operator=(const PlainNumbers&) = delete;

 private:
  locale_t plain_;
  locale_t before_ = nullptr;
};

/// Collects the base units of a product: {"kg", 1}, {"m", -1}.
struct Dimension {
  std::vector<std::pair<std::string, int>> factors;
};

ut_status visit_product(const ut_unit* /*unit*/, int count, const ut_unit* const* basics,
                        const int* powers, void* out) {
  for (int i = 0; i < count; ++i) {
    if (ut_is_dimensionless(basics[i]) != 0) continue;  // the radian is a number, too
    const char* const symbol = ut_get_symbol(basics[i], UT_ASCII);
    if (symbol == nullptr) return UT_BAD_ARG;
    static_cast<Dimension*>(out)->factors.emplace_back(symbol, powers[i]);
  }
  return UT_SUCCESS;
}

ut_status visit_basic(const ut_unit* unit, void* out) {
  const int once = 1;
  return visit_product(unit, 1, &unit, &once, out);
}

ut_status visit_galilean(const ut_unit* /*unit*/, double /*scale*/, const ut_unit* underlying,
                         double /*offset*/, void* out);

// Seconds since a date and logarithms of a ratio convert by no straight line.
ut_status visit_timestamp(const ut_unit* /*unit*/, const ut_unit* /*time*/, double /*origin*/,
                          void* /*out*/) {
  return UT_BAD_ARG;
}

ut_status visit_logarithmic(const ut_unit* /*unit*/, double /*base*/, const ut_unit* /*reference*/,
                            void* /*out*/) {
  return UT_BAD_ARG;
}

const ut_visitor kVisitor = {visit_basic, visit_product, visit_galilean, visit_timestamp,
                             visit_logarithmic};

ut_status visit_galilean(const ut_unit* /*unit*/, double /*scale*/, const ut_unit* underlying,
                         double /*offset*/, void* out) {
  return ut_accept_visitor(underlying, &kVisitor, out);
}

/// The units that UDUNITS knows, loaded once. The library keeps state between calls, so each call
/// is made under one lock; answers are kept.
class Units {
 public:
  Units() {
    const PlainNumbers plain;
    ut_set_error_message_handler(ut_ignore);
    system_.reset(ut_read_xml(nullptr));
  }

  std::optional<Conversion> conversion(const std::string& from, const std::string& to) {
    const std::lock_guard lock(mutex_);
    auto key = std::pair(from, to);
    const auto found = conversions_.find(key);
    if (found != conversions_.end()) return found->second;
    const PlainNumbers plain;
    std::optional<Conversion> answer = work_out(from, to);
    conversions_.emplace(std::move(key), answer);
    return answer;
  }

  bool has(const std::string& specification) {
    const std::lock_guard lock(mutex_);
    const PlainNumbers plain;
    return parse(specification) != nullptr;
  }

  std::string dimension(const std::string& specification) {
    const std::lock_guard lock(mutex_);
    const PlainNumbers plain;
    return dimension_text(parse(specification));
  }

 private:
  Unit parse(const std::string& specification) {
    // To UDUNITS nothing is the number 1, and bytes that are not UTF-8 are Latin-1; to us both are
    // slips.
    const bool text = !specification.empty() && specification.find('\0') == std::string::npos &&
                      !find_invalid_utf8(specification);
    if (!system_ || !text) return nullptr;
    return Unit(ut_parse(system_.get(), specification.c_str(), UT_UTF8));
  }

  static std::string dimension_text(const Unit& unit) {
    Dimension dimension;
    if (!unit || ut_accept_visitor(unit.get(), &kVisitor, &dimension) != UT_SUCCESS) return {};
    if (dimension.factors.empty()) return "1";
    std::sort(dimension.factors.begin(), dimension.factors.end());
    std::string text;
    for (const auto& [symbol, power] : dimension.factors) {
      if (!text.empty()) text += '.';
      text += symbol;
      if (power != 1) text += std::to_string(power);
    }
    return text;
  }

  std::optional<Conversion> work_out(const std::string& from, const std::string& to) {
    const Unit source = parse(from);
    const Unit target = parse(to);
    // UDUNITS would also convert seconds into hertz, by 1 / x, and ratios into decibels.
    const std::string dimension = dimension_text(source);
    if (dimension.empty() || dimension != dimension_text(target)) return std::nullopt;
    const Converter converter(ut_get_converter(source.get(), target.get()));
    if (!converter) return std::nullopt;
    const auto at = [&converter](double x) { return cv_convert_double(converter.get(), x); };

    const double offset = at(0);
    const double factor = offset == 0 ? at(1) : (at(kFar) - offset) / kFar;
    if (!std::isfinite(offset) || !std::isfinite(factor) || factor == 0) return std::nullopt;
    return Conversion{Decimal::from_double(factor, kFactorDigits),
                      Decimal::from_double(offset, kOffsetDigits)};
  }

  std::mutex mutex_;
  std::unique_ptr<ut_system, FreeSystem> system_;
  std::map<std::pair<std::string, std::string>, std::optional<Conversion>> conversions_;
};

Units& units() {
  static Units loaded;
  return loaded;
}

}  // namespace

std::optional<Conversion> conversion(const std::string& from, const std::string& to) {
  return units().conversion(from, to);
}

bool unit_exists(const std::string& specification) { return units().has(specification); }

std::string dimension_of(const std::string& specification) {
  return units().dimension(specification);
}

}  // namespace figcheck
