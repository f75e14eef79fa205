// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "pattern/pattern.h"

namespace figcheck::pattern {

namespace {

/// How common the things are that a list of classes asks for: a word is rarer than a group of words,
/// and those are rarer than a kind of figure or the shape of a number, which a class of many symbols is.
std::size_t commonness(const std::vector<ClassId>& classes, const SymbolTable& table) {
  std::size_t sum = 0;
  for (const ClassId id : classes) {
    const std::string& name = table.class_name(id);
    const bool mark = name.size() == 2 && name[0] == '=' &&
                      !std::isalnum(static_cast<unsigned char>(name[1]));
    const bool literal = name.front() == '=';
    const bool is_short = literal && name.size() <= 4;
    sum += mark ? 200U : is_short ? 60U : literal ? 1U : table.is_common(id) ? 300U : 20U;
  }
  return sum;
}

}  // namespace

void Index::add(const Pattern& pattern, std::uint32_t number, const SymbolTable& table) {
  const auto& required = pattern.required();
  const auto rarest = std::min_element(required.begin(), required.end(),
                                       [&](const auto& a, const auto& b) {
                                         return commonness(a, table) < commonness(b, table);
                                       });
  const auto entry = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back({number, required});
  if (rarest == required.end()) {
    always_.push_back(entry);
    return;
  }
  for (const ClassId id : *rarest) {
    if (by_class_.size() <= id) by_class_.resize(id + std::size_t{1});
    by_class_[id].push_back(entry);
  }
}

void Index::finish(std::size_t class_count) {
  if (by_class_.size() < class_count) by_class_.resize(class_count);
}

void Index::Present::reset(std::size_t class_count) {
  bits_.assign((class_count + 63) / 64, 0);
  classes_.clear();
  std::fill(symbols_.begin(), symbols_.end(), 0);
}

void Index::Present::add(const SymbolTable& table, Symbol symbol) {
  const std::size_t word = symbol >> 6;
  if (symbols_.size() <= word) symbols_.resize(word + 1);
  const std::uint64_t bit = std::uint64_t{1} << (symbol & 63);
  if (symbols_[word] & bit) return;
  symbols_[word] |= bit;
  for (const ClassId id : table.classes(symbol)) {
    std::uint64_t& place = bits_[id >> 6];
    const std::uint64_t class_bit = std::uint64_t{1} << (id & 63);
    if (place & class_bit) continue;
    place |= class_bit;
    classes_.push_back(id);
  }
}

void Index::candidates(const Present& present, std::vector<std::uint32_t>& numbers) const {
  const auto consider = [&](std::uint32_t entry) {
    const Entry& found = entries_[entry];
    for (const auto& need : found.required) {
      if (std::none_of(need.begin(), need.end(), [&](ClassId id) { return present.has(id); })) return;
    }
    numbers.push_back(found.number);
  };
  const std::size_t first = numbers.size();
  for (const std::uint32_t entry : always_) consider(entry);
  for (const ClassId id : present.classes()) {
    if (id >= by_class_.size()) continue;
    for (const std::uint32_t entry : by_class_[id]) consider(entry);
  }
  std::sort(numbers.begin() + static_cast<std::ptrdiff_t>(first), numbers.end());
  numbers.erase(std::unique(numbers.begin() + static_cast<std::ptrdiff_t>(first), numbers.end()),
                numbers.end());
}

}  // namespace figcheck::pattern
