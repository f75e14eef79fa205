// SPDX-License-Identifier: Apache-2.0
#include "expr/digits.h"

#include <algorithm>
#include <cstddef>

namespace figcheck::expr {

bool is_slip(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (a == b || a.size() - b.size() > 1) return false;
  const auto first =
      static_cast<std::size_t>(std::mismatch(b.begin(), b.end(), a.begin()).first - b.begin());
  const bool long_enough = a.size() >= 3;
  if (a.size() > b.size()) return long_enough && a.substr(first + 1) == b.substr(first);
  if (long_enough && a.substr(first + 1) == b.substr(first + 1)) return true;
  return first + 1 < a.size() && a[first] == b[first + 1] && a[first + 1] == b[first] &&
         a.substr(first + 2) == b.substr(first + 2);
}

}  // namespace figcheck::expr
