// SPDX-License-Identifier: Apache-2.0
#include "pattern/letters.h"

#include <algorithm>

#include "base/text.h"
#include "pattern/expression.h"
#include "pattern/pattern.h"

namespace figcheck::pattern {

namespace {

/// Where code points begin that take two and three bytes of UTF-8. The latter end before the
/// surrogates.
constexpr char32_t kTwoBytes = 0x80;
constexpr char32_t kThreeBytes = 0x800;
constexpr std::size_t kMostOfOneByte = 0x100;
constexpr std::size_t kMostOfTwoBytes = kThreeBytes - kTwoBytes;
static_assert(kThreeBytes + kMaxSymbols < 0xD800);

}  // namespace

Place tail_of(const Options& options, const SymbolTable& table) {
  Place tail{{}, true};
  for (const std::string& name : options.slot_tail_barriers) {
    if (const auto id = table.find_class(name)) tail.classes.push_back(*id);
  }
  return tail;
}

Letters::Letters(const Expression& tree, const Options& options, const SymbolTable& table)
    : letter_of_(table.symbol_count(), 0), sizes_(1, letter_of_.size()) {
  part_all(tree, table);
  if (options.slot_tail > 0) part(tail_of(options, table).classes, table);
  symbols_.resize(sizes_.size());
  for (std::size_t i = letter_of_.size(); i-- > 0;)
    symbols_[letter_of_[i]] = static_cast<Symbol>(i);
  if (count() <= kMostOfOneByte) return;
  width_ = count() <= kMostOfTwoBytes ? 2 : 3;
  base_ = width_ == 2 ? kTwoBytes : kThreeBytes;
}

void Letters::part_all(const Expression& tree, const SymbolTable& table) {
  using Kind = Expression::Kind;
  if (tree.kind == Kind::symbols || tree.kind == Kind::any || tree.kind == Kind::gap) {
    part(tree.classes, table);
  }
  for (const auto& child : tree.children) part_all(*child, table);
}

void Letters::part(const std::vector<ClassId>& classes, const SymbolTable& table) {
  std::vector<Symbol> members;
  for (const ClassId id : classes) {
    const auto some = table.symbols_with(id);
    members.insert(members.end(), some.begin(), some.end());
  }
  std::sort(members.begin(), members.end());
  members.erase(std::unique(members.begin(), members.end()), members.end());
  std::vector<std::size_t> among(sizes_.size());
  for (const Symbol symbol : members) ++among[letter_of_[symbol]];
  // Where all symbols of a letter are members, they keep it.
  std::vector<Letter> moved(among.size());
  for (std::size_t i = 0; i < among.size(); ++i) {
    moved[i] = static_cast<Letter>(i);
    if (among[i] == 0 || among[i] == sizes_[i]) continue;
    moved[i] = static_cast<Letter>(sizes_.size());
    sizes_.push_back(among[i]);
    sizes_[i] -= among[i];
  }
  for (const Symbol symbol : members) letter_of_[symbol] = moved[letter_of_[symbol]];
}

std::vector<Letters::Letter> Letters::at(const Place& place, const SymbolTable& table) const {
  std::vector<Letter> letters;
  for (std::size_t i = 0; i < symbols_.size(); ++i) {
    const auto& classes = table.classes(symbols_[i]);
    const bool among = std::any_of(place.classes.begin(), place.classes.end(), [&](ClassId id) {
      return std::binary_search(classes.begin(), classes.end(), id);
    });
    if (among != place.negated) letters.push_back(static_cast<Letter>(i));
  }
  return letters;
}

void Letters::spell(std::span<const Symbol> symbols, std::string& out) const {
  out.clear();
  if (width_ == 1) {
    out.reserve(symbols.size());
    for (const Symbol symbol : symbols) out.push_back(static_cast<char>(of(symbol)));
    return;
  }
  for (const Symbol symbol : symbols) append_utf8(out, code_of(of(symbol)));
}

}  // namespace figcheck::pattern
