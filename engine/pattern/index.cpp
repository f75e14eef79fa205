// SPDX-License-Identifier: Apache-2.0
#include "pattern/index.h"

#include <algorithm>
#include <bit>
#include <set>

#include "pattern/needs.h"

namespace figcheck::pattern {

namespace {

constexpr std::size_t kBits = 64;

/// Whether nearly every sentence has one of these classes, and many times: "a word", or a group of
/// many words of grammar. To ask for it would cost more than it spares.
bool is_everywhere(const std::vector<ClassId>& classes, const SymbolTable& table) {
  constexpr std::size_t kMany = 5;
  std::set<Symbol> of_grammar;
  for (const ClassId id : classes) {
    if (table.common_weight(id) >= kOfAll) return true;
    if (table.common_weight(id) != kOfGrammar) continue;
    for (const Symbol symbol : table.symbols_with(id)) {
      const auto& all = table.classes(symbol);
      if (std::all_of(all.begin(), all.end(),
                      [&](ClassId each) { return table.common_weight(each) >= kOfGrammar; })) {
        of_grammar.insert(symbol);
      }
    }
  }
  return of_grammar.size() >= kMany;
}

/// Numbers alone, of whatever shape: most sentences have none.
bool is_number(const std::vector<ClassId>& classes, const SymbolTable& table) {
  return std::all_of(classes.begin(), classes.end(),
                     [&](ClassId id) { return table.common_weight(id) == kOfManyNumbers; });
}

}  // namespace

Index::Need Index::need_of(const std::vector<ClassId>& classes) {
  const auto [place, added] = needs_.try_emplace(classes, static_cast<Need>(needs_.size()));
  if (added) filed_.emplace_back();
  return place->second;
}

void Index::add(const Pattern& pattern, std::uint32_t number, const SymbolTable& table) {
  auto required = pattern.required(table);
  if (!required) return;
  auto& lists = *required;
  std::stable_sort(lists.begin(), lists.end(), [&](const auto& a, const auto& b) {
    return commonness(a, table) < commonness(b, table);
  });
  const auto others = lists.begin() + (lists.empty() ? 0 : 1);
  lists.erase(std::remove_if(others, lists.end(),
                             [&](const auto& list) { return is_everywhere(list, table); }),
              lists.end());
  Entry entry;
  entry.number = number;
  entry.longest = static_cast<std::uint32_t>(pattern.longest());
  entry.to_end = pattern.asks_for_end();
  entry.begin = static_cast<std::uint32_t>(entry_needs_.size());
  for (auto& list : lists) {
    std::sort(list.begin(), list.end());
    entry_needs_.push_back(need_of(list));
    entry.numbers = entry.numbers || is_number(list, table);
  }
  entry.end = static_cast<std::uint32_t>(entry_needs_.size());
  const auto at = static_cast<std::uint32_t>(entries_.size());
  if (lists.empty()) {
    always_.push_back(at);
  } else {
    const Need second = entry_needs_[lists.size() > 1 ? entry.begin + 1 : entry.begin];
    filed_[entry_needs_[entry.begin]].push_back({second, at});
  }
  entries_.push_back(entry);
}

void Index::finish(const SymbolTable& table) {
  std::vector<std::vector<Need>> met_by(table.class_count());
  for (const auto& [classes, need] : needs_) {
    for (const ClassId id : classes) met_by[id].push_back(need);
  }
  with_entries_.clear();
  for (std::size_t need = 0; need < filed_.size(); ++need) {
    if (!filed_[need].empty()) with_entries_.push_back(static_cast<Need>(need));
  }
  met_begin_.assign(1, 0);
  met_.clear();
  std::vector<std::uint8_t> triggers(filed_.size());
  for (const auto& [classes, need] : needs_) {
    if (is_number(classes, table)) triggers[need] |= std::uint8_t{kNumber};
    for (const Filed& filed : filed_[need]) {
      const Trigger trigger = entries_[filed.entry].numbers ? kEntriesOfNumbers : kEntries;
      triggers[need] |= static_cast<std::uint8_t>(trigger);
    }
  }
  triggers_.assign(table.symbol_count(), 0);
  for (std::size_t symbol = 0; symbol < table.symbol_count(); ++symbol) {
    std::set<Need> met;
    for (const ClassId id : table.classes(static_cast<Symbol>(symbol))) {
      met.insert(met_by[id].begin(), met_by[id].end());
    }
    met_.insert(met_.end(), met.begin(), met.end());
    met_begin_.push_back(static_cast<std::uint32_t>(met_.size()));
    for (const Need need : met) triggers_[symbol] |= triggers[need];
  }
}

bool Index::triggered(std::span<const Symbol> symbols) const {
  unsigned all = 0;
  for (const Symbol symbol : symbols) {
    if (symbol < triggers_.size()) all |= triggers_[symbol];
  }
  constexpr unsigned kBoth = kEntriesOfNumbers | kNumber;
  return !always_.empty() || (all & kEntries) != 0 || (all & kBoth) == kBoth;
}

void Index::Finder::note(const Index& index, std::span<const Symbol> symbols) {
  met_.assign(index.filed_.size(), 0);
  shift_ = 0;
  while (symbols.size() > kBits << shift_) ++shift_;
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    const std::size_t symbol = symbols[i];
    if (symbol >= index.triggers_.size()) continue;
    const std::uint64_t here = std::uint64_t{1} << (i >> shift_);
    for (std::uint32_t k = index.met_begin_[symbol]; k < index.met_begin_[symbol + 1]; ++k) {
      met_[index.met_[k]] |= here;
    }
  }
}

void Index::Finder::consider(const Index& index, std::uint32_t at, std::size_t tokens) {
  const Entry& entry = index.entries_[at];
  // For each need the match has a token, which stands between the first and the last of the
  // sentence that would do.
  std::size_t latest_first = 0;
  std::size_t earliest_last = tokens - 1;
  for (std::size_t k = entry.begin; k < entry.end; ++k) {
    const std::uint64_t met = met_[index.entry_needs_[k]];
    if (met == 0) return;
    const auto first = static_cast<std::size_t>(std::countr_zero(met)) << shift_;
    const auto after = static_cast<std::size_t>(std::bit_width(met)) << shift_;
    latest_first = std::max(latest_first, first);
    earliest_last = std::min(earliest_last, after - 1);
  }
  Candidate candidate{entry.number, 0, static_cast<std::uint32_t>(tokens)};
  if (entry.begin < entry.end) {
    if (latest_first >= earliest_last + entry.longest) return;
    if (latest_first >= entry.longest) {
      candidate.from = static_cast<std::uint32_t>(latest_first + 1 - entry.longest);
    }
    if (!entry.to_end) {
      candidate.to = static_cast<std::uint32_t>(std::min(tokens, earliest_last + entry.longest));
    }
  }
  candidates_.push_back(candidate);
}

const std::vector<Index::Candidate>& Index::Finder::find(const Index& index,
                                                         std::span<const Symbol> symbols) {
  candidates_.clear();
  if (symbols.empty()) return candidates_;
  if (!index.triggered(symbols)) return candidates_;
  note(index, symbols);
  for (const std::uint32_t entry : index.always_) consider(index, entry, symbols.size());
  for (const Need need : index.with_entries_) {
    if (met_[need] == 0) continue;
    for (const auto& [second, entry] : index.filed_[need]) {
      if (met_[second] != 0) consider(index, entry, symbols.size());
    }
  }
  std::sort(candidates_.begin(), candidates_.end(),
            [](const Candidate& a, const Candidate& b) { return a.number < b.number; });
  return candidates_;
}

}  // namespace figcheck::pattern
