// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <bit>
#include <utility>

#include "pattern/needs.h"
#include "pattern/pattern.h"

namespace figcheck::pattern {

void Index::add(const Pattern& pattern, std::uint32_t number, const SymbolTable& table) {
  auto required = pattern.required(table);
  if (!required) return;
  auto& lists = *required;
  std::stable_sort(lists.begin(), lists.end(), [&](const auto& a, const auto& b) {
    return commonness(a, table) < commonness(b, table);
  });
  const auto entry = static_cast<std::uint32_t>(entries_.size());
  const auto begin = static_cast<std::uint32_t>(needs_.size());
  // The first list holds wherever the entry is found by it.
  for (std::size_t i = 1; i < lists.size(); ++i) {
    needs_.push_back(static_cast<ClassId>(lists[i].size()));
    needs_.insert(needs_.end(), lists[i].begin(), lists[i].end());
  }
  entries_.push_back({number, begin, static_cast<std::uint32_t>(needs_.size())});
  if (lists.empty()) {
    always_.push_back(entry);
    return;
  }
  for (const ClassId id : lists.front()) {
    if (by_class_.size() <= id) by_class_.resize(id + std::size_t{1});
    by_class_[id].push_back(entry);
  }
}

void Index::finish(std::size_t class_count) {
  if (by_class_.size() < class_count) by_class_.resize(class_count);
  filed_.assign((by_class_.size() + 63) / 64, 0);
  for (std::size_t id = 0; id < by_class_.size(); ++id) {
    if (!by_class_[id].empty()) filed_[id >> 6U] |= std::uint64_t{1} << (id & 63U);
  }
}

bool Index::meets(const Entry& entry, const Present& present) const {
  for (std::size_t at = entry.begin; at < entry.end;) {
    const std::size_t last = at + needs_[at];
    bool met = false;
    while (at < last && !met) met = present.has(needs_[++at]);
    if (!met) return false;
    at = last + 1;
  }
  return true;
}

void Index::candidates(const Present& present, std::vector<std::uint32_t>& numbers) const {
  const auto consider = [&](std::uint32_t entry) {
    if (meets(entries_[entry], present)) numbers.push_back(entries_[entry].number);
  };
  const std::size_t first = numbers.size();
  for (const std::uint32_t entry : always_) consider(entry);
  const std::vector<std::uint64_t>& bits = present.bits();
  for (std::size_t i = 0; i < filed_.size() && i < bits.size(); ++i) {
    for (std::uint64_t both = filed_[i] & bits[i]; both != 0; both &= both - 1) {
      const std::size_t id = i * 64 + static_cast<std::size_t>(std::countr_zero(both));
      for (const std::uint32_t entry : by_class_[id]) consider(entry);
    }
  }
  std::sort(numbers.begin() + static_cast<std::ptrdiff_t>(first), numbers.end());
  numbers.erase(std::unique(numbers.begin() + static_cast<std::ptrdiff_t>(first), numbers.end()),
                numbers.end());
}

}  // namespace figcheck::pattern
