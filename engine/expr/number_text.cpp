// SPDX-License-Identifier: Apache-2.0
#include "expr/number_text.h"

#include <algorithm>
#include <cstdint>

namespace figcheck::expr {

std::string with_commas(std::string_view plain) {
  std::string out(plain);
  const std::size_t first = !out.empty() && out[0] == '-' ? 1 : 0;
  std::size_t place = std::min(out.find('.'), out.size());
  while (place > first + 3) {
    place -= 3;
    out.insert(place, 1, ',');
  }
  return out;
}

std::string fixed(const Decimal& value, int decimals) {
  std::string out = value.rounded(-decimals).to_string();
  const std::size_t point = out.find('.');
  const std::size_t have = point == std::string::npos ? 0 : out.size() - point - 1;
  const auto want = static_cast<std::size_t>(decimals);
  if (have < want) {
    if (have == 0) out += '.';
    out.append(want - have, '0');
  } else if (have > want) {
    out.resize(want == 0 ? point : point + 1 + want);
  }
  return out;
}

int leading_place(const Decimal& value) {
  int place = value.exponent();
  for (std::int64_t rest = value.absolute().coefficient(); rest >= 10; rest /= 10) ++place;
  return value.sign() == 0 ? 0 : place;
}

}  // namespace figcheck::expr
