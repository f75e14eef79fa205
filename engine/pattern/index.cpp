// SPDX-License-Identifier: Apache-2.0
#include "pattern/index.h"

#include <algorithm>

#include "pattern/needs.h"

namespace figcheck::pattern {

namespace {

constexpr std::uint16_t kNoLocal = 0xFFFF;

}  // namespace

std::uint16_t Index::local(ClassId id) {
  if (local_of_.size() <= id) local_of_.resize(id + std::size_t{1}, kNoLocal);
  if (local_of_[id] == kNoLocal) {
    local_of_[id] = static_cast<std::uint16_t>(filed_.size());
    filed_.emplace_back();
  }
  return local_of_[id];
}

void Index::add(const Pattern& pattern, std::uint32_t number, const SymbolTable& table) {
  auto required = pattern.required(table);
  if (!required) return;
  auto& lists = *required;
  std::stable_sort(lists.begin(), lists.end(), [&](const auto& a, const auto& b) {
    return commonness(a, table) < commonness(b, table);
  });
  Entry entry;
  entry.number = number;
  entry.longest = static_cast<std::uint32_t>(pattern.longest());
  entry.ends = pattern.asks_for_end();
  entry.begin = static_cast<std::uint32_t>(needs_.size());
  for (const auto& list : lists) {
    needs_.push_back(static_cast<std::uint16_t>(list.size()));
    for (const ClassId id : list) needs_.push_back(local(id));
  }
  entry.end = static_cast<std::uint32_t>(needs_.size());
  const auto at = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back(entry);
  if (lists.empty()) {
    always_.push_back(at);
    return;
  }
  for (const ClassId id : lists.front()) filed_[local(id)].push_back(at);
}

void Index::finish(const SymbolTable& table) {
  locals_begin_.clear();
  locals_.clear();
  triggers_.assign(table.symbol_count(), false);
  for (std::size_t symbol = 0; symbol < table.symbol_count(); ++symbol) {
    locals_begin_.push_back(static_cast<std::uint32_t>(locals_.size()));
    for (const ClassId id : table.classes(static_cast<Symbol>(symbol))) {
      if (id >= local_of_.size() || local_of_[id] == kNoLocal) continue;
      locals_.push_back(local_of_[id]);
      if (!filed_[local_of_[id]].empty()) triggers_[symbol] = true;
    }
  }
  locals_begin_.push_back(static_cast<std::uint32_t>(locals_.size()));
}

void Index::Finder::note(const Index& index, std::span<const Symbol> symbols) {
  const std::size_t classes = index.filed_.size();
  present_.assign((classes + 63) / 64, 0);
  if (places_.size() < classes) places_.resize(classes);
  noted_.clear();
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    const std::size_t symbol = symbols[i];
    if (symbol + 1 >= index.locals_begin_.size()) continue;
    const auto at = static_cast<std::uint32_t>(i);
    for (std::uint32_t k = index.locals_begin_[symbol]; k < index.locals_begin_[symbol + 1]; ++k) {
      const std::uint16_t id = index.locals_[k];
      const std::uint64_t bit = std::uint64_t{1} << (id & 63U);
      if ((present_[id >> 6U] & bit) == 0) {
        present_[id >> 6U] |= bit;
        places_[id].first = at;
        noted_.push_back(id);
      }
      places_[id].last = at;
    }
  }
}

void Index::Finder::consider(const Index& index, std::uint32_t at, std::size_t tokens) {
  const Entry& entry = index.entries_[at];
  // Of each list the match has a token, which stands between the first and the last of the sentence
  // that would do.
  std::size_t latest_first = 0;
  std::size_t earliest_last = tokens - 1;
  for (std::size_t k = entry.begin; k < entry.end;) {
    const std::size_t end = k + 1 + index.needs_[k];
    std::size_t first = tokens;
    std::size_t last = 0;
    for (++k; k < end; ++k) {
      const std::uint16_t id = index.needs_[k];
      if (((present_[id >> 6U] >> (id & 63U)) & 1U) == 0) continue;
      first = std::min<std::size_t>(first, places_[id].first);
      last = std::max<std::size_t>(last, places_[id].last);
    }
    if (first == tokens) return;
    latest_first = std::max(latest_first, first);
    earliest_last = std::min(earliest_last, last);
  }
  if (latest_first >= earliest_last + entry.longest) return;
  Candidate candidate;
  candidate.number = entry.number;
  if (entry.begin < entry.end) {
    if (latest_first >= entry.longest) {
      candidate.from = static_cast<std::uint32_t>(latest_first + 1 - entry.longest);
    }
    if (!entry.ends) tokens = std::min<std::size_t>(tokens, earliest_last + entry.longest);
  }
  candidate.to = static_cast<std::uint32_t>(tokens);
  candidates_.push_back(candidate);
}

const std::vector<Index::Candidate>& Index::Finder::find(const Index& index,
                                                         std::span<const Symbol> symbols) {
  candidates_.clear();
  if (symbols.empty()) return candidates_;
  const bool any = index.always() || std::any_of(symbols.begin(), symbols.end(), [&](Symbol symbol) {
                     return index.triggers(symbol);
                   });
  if (!any) return candidates_;
  note(index, symbols);
  for (const std::uint32_t entry : index.always_) consider(index, entry, symbols.size());
  for (const std::uint16_t id : noted_) {
    for (const std::uint32_t entry : index.filed_[id]) consider(index, entry, symbols.size());
  }
  std::sort(candidates_.begin(), candidates_.end(),
            [](const Candidate& a, const Candidate& b) { return a.number < b.number; });
  candidates_.erase(std::unique(candidates_.begin(), candidates_.end()), candidates_.end());
  return candidates_;
}

}  // namespace figcheck::pattern
