// SPDX-License-Identifier: Apache-2.0
#include "pattern/places.h"

#include <algorithm>

namespace figcheck::pattern {

Places::Id Places::add(const Place& place, const SymbolTable& table) {
  const auto [known, added] = known_.try_emplace({place.negated, place.classes}, Id{0});
  if (!added) return known->second;
  symbols_ = table.symbol_count();
  words_ = symbols_ / 64 + 1;
  const std::size_t begin = bits_.size();
  bits_.resize(begin + words_);
  for (const ClassId id : place.classes) {
    for (const Symbol symbol : table.symbols_with(id)) {
      bits_[begin + symbol / 64] |= std::uint64_t{1} << (symbol % 64);
    }
  }
  const auto bits = bits_.begin() + static_cast<std::ptrdiff_t>(begin);
  if (place.negated) std::transform(bits, bits_.end(), bits, [](auto word) { return ~word; });
  std::uint64_t hash = 0;
  for (auto word = bits; word != bits_.end(); ++word) {
    hash = (hash ^ *word) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 32U;
  }
  const auto [first, last] = by_hash_.equal_range(hash);
  for (auto same = first; same != last; ++same) {
    const auto other = bits_.begin() + static_cast<std::ptrdiff_t>(same->second * words_);
    if (!std::equal(bits, bits_.end(), other)) continue;
    bits_.resize(begin);
    return known->second = same->second;
  }
  known->second = static_cast<Id>(begin / words_);
  by_hash_.emplace(hash, known->second);
  return known->second;
}

}  // namespace figcheck::pattern
