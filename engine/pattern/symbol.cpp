// SPDX-License-Identifier: Apache-2.0
#include "pattern/symbol.h"

#include <algorithm>

namespace figcheck::pattern {

SymbolTable::SymbolTable() {
  // Symbol 0 has no class: a word that nobody asks for.
  add_symbol({});
}

ClassId SymbolTable::add_class(std::string_view name) {
  const auto [place, added] =
      class_ids_.emplace(std::string(name), static_cast<ClassId>(class_names_.size()));
  if (added) class_names_.emplace_back(name);
  return place->second;
}

std::optional<ClassId> SymbolTable::find_class(std::string_view name) const {
  const auto found = class_ids_.find(name);
  if (found == class_ids_.end()) return std::nullopt;
  return found->second;
}

void SymbolTable::mark_common(ClassId id, std::uint16_t weight) {
  if (common_.size() <= id) common_.resize(id + std::size_t{1});
  common_[id] = std::max(common_[id], weight);
}

Symbol SymbolTable::add_symbol(std::vector<ClassId> classes) {
  std::sort(classes.begin(), classes.end());
  classes.erase(std::unique(classes.begin(), classes.end()), classes.end());
  // A vocabulary that asks for more symbols than there can be falls back to the word that nobody
  // asks for: its phrases are then missed, never misread.
  if (classes_of_.size() >= kMaxSymbols && !symbols_.contains(classes)) return 0;
  const auto [place, added] =
      symbols_.emplace(std::move(classes), static_cast<Symbol>(classes_of_.size()));
  if (added) classes_of_.push_back(place->first);
  return place->second;
}

std::optional<Symbol> SymbolTable::find_symbol(const std::vector<ClassId>& classes) const {
  const auto found = symbols_.find(classes);
  if (found == symbols_.end()) return std::nullopt;
  return found->second;
}

std::optional<Symbol> SymbolTable::find_low_symbol(std::uint64_t classes) const {
  if (complete()) {
    const auto found = low_symbols_.find(classes);
    return found != low_symbols_.end() ? std::optional(found->second) : std::nullopt;
  }
  std::vector<ClassId> ids;
  for (ClassId id = 0; id < 64; ++id) {
    if (((classes >> id) & 1U) != 0) ids.push_back(id);
  }
  return find_symbol(ids);
}

void SymbolTable::index_symbols() {
  with_class_.assign(class_names_.size(), {});
  low_symbols_.clear();
  for (std::size_t i = 0; i < classes_of_.size(); ++i) {
    std::uint64_t low = 0;
    for (const ClassId id : classes_of_[i]) {
      with_class_[id].push_back(static_cast<Symbol>(i));
      if (id < 64) low |= std::uint64_t{1} << id;
    }
    if (classes_of_[i].empty() || classes_of_[i].back() < 64)
      low_symbols_.emplace(low, static_cast<Symbol>(i));
  }
  indexed_ = classes_of_.size();
}

bool SymbolTable::has_symbols(ClassId id) const {
  if (complete()) return id < with_class_.size() && !with_class_[id].empty();
  return !symbols_with(id).empty();
}

std::vector<Symbol> SymbolTable::symbols_with(ClassId id) const {
  if (complete()) {
    return id < with_class_.size() ? with_class_[id] : std::vector<Symbol>();
  }
  std::vector<Symbol> with;
  for (std::size_t i = 0; i < classes_of_.size(); ++i) {
    if (std::binary_search(classes_of_[i].begin(), classes_of_[i].end(), id)) {
      with.push_back(static_cast<Symbol>(i));
    }
  }
  return with;
}

}  // namespace figcheck::pattern
