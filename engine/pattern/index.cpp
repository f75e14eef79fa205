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
  entry.outline = pattern.add_outline(outlines_, table, places_);
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
    const auto need = [&](std::size_t i) {
      return entry_needs_[entry.begin + std::min(i, lists.size() - 1)];
    };
    filed_[need(0)].push_back({need(1), need(2), at});
  }
  entries_.push_back(entry);
}

void Index::finish(const SymbolTable& table) {
  std::vector<std::vector<Need>> met_by(table.class_count());
  for (const auto& [classes, need] : needs_) {
    for (const ClassId id : classes) met_by[id].push_back(need);
  }
  need_of_place_.assign(places_.count(), -1);
  for (const auto& [classes, need] : needs_) {
    const Places::Id place = places_.add({classes, false}, table);
    if (place < need_of_place_.size()) need_of_place_[place] = need;
  }
  need_of_place_.resize(places_.count(), -1);
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

std::vector<std::vector<ClassId>> Index::triggers() const {
  std::vector<std::vector<ClassId>> out;
  for (const auto& [classes, need] : needs_) {
    if (!filed_[need].empty()) out.push_back(classes);
  }
  return out;
}

bool Index::triggered(std::span<const Symbol> symbols) const {
  unsigned all = 0;
  for (const Symbol symbol : symbols) {
    if (symbol < triggers_.size()) all |= triggers_[symbol];
  }
  constexpr unsigned kBoth = kEntriesOfNumbers | kNumber;
  return !always_.empty() || (all & kEntries) != 0 || (all & kBoth) == kBoth;
}

bool Index::Candidate::find(const Pattern& pattern, std::span<const Symbol> symbols,
                            std::size_t begin, const SymbolTable& table, Match& match) const {
  begin = std::max<std::size_t>(begin, from);
  symbols = symbols.first(to);
  if (starts == 0) return begin < to && pattern.find(symbols, begin, table, match);
  const std::uint64_t rest = begin - from < kBits ? starts >> (begin - from) : 0;
  if (rest == 0) return false;
  begin += static_cast<std::size_t>(std::countr_zero(rest));
  return pattern.match_at(symbols, begin, table, match);
}

void Index::Finder::note(const Index& index) {
  met_.assign(index.filed_.size(), 0);
  met_list_.clear();
  shift_ = 0;
  while (symbols_.size() > kBits << shift_) ++shift_;
  for (std::size_t i = 0; i < symbols_.size(); ++i) {
    const std::size_t symbol = symbols_[i];
    if (symbol >= index.triggers_.size()) continue;
    const std::uint64_t here = std::uint64_t{1} << (i >> shift_);
    for (std::uint32_t k = index.met_begin_[symbol]; k < index.met_begin_[symbol + 1]; ++k) {
      const Need need = index.met_[k];
      if (met_[need] == 0) met_list_.push_back(need);
      met_[need] |= here;
    }
  }
}

const std::uint64_t* Index::Finder::mask(const Index& index, Places::Id place) {
  std::uint64_t* words = &masks_[place * mask_words_];
  if (mask_of_[place] == sentence_) return words;
  mask_of_[place] = sentence_;
  if (const std::int32_t need = index.need_of_place_[place]; need >= 0 && shift_ == 0) {
    words[0] = met_[static_cast<std::size_t>(need)];
    words[1] = 0;
    return words;
  }
  const Places::View view = index.places_.view(place);
  for (std::size_t begin = 0, word = 0; word < mask_words_; begin += kBits, ++word) {
    const std::size_t end = std::min(symbols_.size(), begin + kBits);
    std::uint64_t taken = 0;
    for (std::size_t i = begin; i < end; ++i) {
      taken |= std::uint64_t{view.takes(symbols_[i])} << (i - begin);
    }
    words[word] = taken;
  }
  return words;
}

/// What an outline asks about the tokens [from, to) of the sentence, the first of them as position
/// 0.
template <class Bits>
struct Index::Finder::Window {
  static constexpr std::size_t kWords = sizeof(Bits) / sizeof(std::uint64_t);

  Finder& finder;
  const Index& index;
  std::size_t from;
  std::size_t to;

  static std::uint64_t& word(NarrowBits& bits, std::size_t) { return bits.word; }
  static std::uint64_t& word(WideBits& bits, std::size_t i) { return bits.words[i]; }

  Bits mask(Places::Id place) {
    // Behind the tokens of the sentence there is one word of zeros.
    const std::uint64_t* words = finder.mask(index, place);
    const std::size_t shift = from % kBits;
    Bits out{};
    std::size_t at = from / kBits;
    for (std::size_t i = 0; i < kWords && at + 1 < finder.mask_words_; ++i, ++at) {
      word(out, i) = words[at] >> shift;
      if (shift > 0) word(out, i) |= words[at + 1] << (kBits - shift);
    }
    return out;
  }

  /// The positions from 0 up to `count`, without it.
  static Bits up_to(std::size_t count) {
    Bits out{};
    for (std::size_t i = 0; i < kWords && count > 0; ++i) {
      word(out, i) = count >= kBits ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
      count -= std::min(count, kBits);
    }
    return out;
  }

  static Bits only(std::size_t position) {
    Bits out{};
    word(out, position / kBits) = std::uint64_t{1} << (position % kBits);
    return out;
  }

  Bits ends() const { return up_to(to - from + 1); }
  Bits first() const { return from == 0 ? only(0) : Bits{}; }
  Bits last() const { return to == finder.symbols_.size() ? only(to - from) : Bits{}; }
};

/// Whether a match begins within the tokens of the candidate, which then is made to begin with the
/// first one.
bool Index::Finder::begins(const Index& index, const Entry& entry, Candidate& candidate) {
  const std::size_t tokens = candidate.to - candidate.from;
  const std::size_t most = std::min(tokens, before_ - candidate.from);
  if (tokens < kBits) {
    Window<NarrowBits> window{*this, index, candidate.from, candidate.to};
    const auto starts = index.outlines_.starts<NarrowBits>(entry.outline, window);
    candidate.starts = (starts & window.up_to(most)).word;
    return candidate.starts != 0;
  }
  if (tokens >= WideBits::kWords * kBits) return true;
  Window<WideBits> window{*this, index, candidate.from, candidate.to};
  const auto starts = index.outlines_.starts<WideBits>(entry.outline, window) & window.up_to(most);
  for (std::size_t i = 0; i < WideBits::kWords; ++i) {
    if (starts.words[i] == 0) continue;
    candidate.from += static_cast<std::uint32_t>(
        i * kBits + static_cast<std::size_t>(std::countr_zero(starts.words[i])));
    return true;
  }
  return false;
}

void Index::Finder::consider(const Index& index, std::uint32_t at) {
  const Entry& entry = index.entries_[at];
  const std::size_t tokens = symbols_.size();
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
  if (candidate.from >= std::min<std::size_t>(candidate.to, before_)) return;
  if (begins(index, entry, candidate)) candidates_.push_back(candidate);
}

const std::vector<Index::Candidate>& Index::Finder::find(const Index& index,
                                                         std::span<const Symbol> symbols,
                                                         std::size_t before) {
  candidates_.clear();
  if (symbols.empty()) return candidates_;
  if (!index.triggered(symbols)) return candidates_;
  symbols_ = symbols;
  before_ = before;
  mask_words_ = symbols.size() / kBits + 2;
  if (masks_.size() < index.places_.count() * mask_words_)
    masks_.resize(index.places_.count() * mask_words_);
  if (mask_of_.size() < index.places_.count()) mask_of_.resize(index.places_.count());
  if (++sentence_ == 0) {
    std::fill(mask_of_.begin(), mask_of_.end(), 0);
    sentence_ = 1;
  }
  note(index);
  for (const std::uint32_t entry : index.always_) consider(index, entry);
  for (const Need need : met_list_) {
    for (const auto& [second, third, entry] : index.filed_[need]) {
      if (met_[second] != 0 && met_[third] != 0) consider(index, entry);
    }
  }
  std::sort(candidates_.begin(), candidates_.end(),
            [](const Candidate& a, const Candidate& b) { return a.number < b.number; });
  return candidates_;
}

}  // namespace figcheck::pattern
