// SPDX-License-Identifier: Apache-2.0
#include "pattern/needs.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <utility>

namespace figcheck::pattern {

namespace {

Needs needs_of_choice(const Expression& tree, const SymbolTable& table) {
  std::vector<Needs> branches;
  for (const auto& child : tree.children) {
    Needs branch = needs_of(*child, table);
    if (branch.possible) branches.push_back(std::move(branch));
  }
  if (branches.empty()) return {false, {}};
  if (branches.size() == 1) return std::move(branches.front());
  // The rarest list of each branch, joined; nothing when a branch needs nothing.
  std::vector<ClassId> joined;
  for (const Needs& branch : branches) {
    if (branch.lists.empty()) return {};
    const auto rarest = std::min_element(
        branch.lists.begin(), branch.lists.end(),
        [&](const auto& a, const auto& b) { return commonness(a, table) < commonness(b, table); });
    joined.insert(joined.end(), rarest->begin(), rarest->end());
  }
  std::sort(joined.begin(), joined.end());
  joined.erase(std::unique(joined.begin(), joined.end()), joined.end());
  Needs all{true, {std::move(joined)}};
  // What every branch needs, wherever it stands there.
  for (const std::vector<ClassId>& list : branches[0].lists) {
    const bool everywhere = std::all_of(branches.begin(), branches.end(), [&](const Needs& branch) {
      return std::find(branch.lists.begin(), branch.lists.end(), list) != branch.lists.end();
    });
    if (everywhere && list != all.lists[0]) all.lists.push_back(list);
  }
  return all;
}

}  // namespace

Needs needs_of(const Expression& tree, const SymbolTable& table) {
  using Kind = Expression::Kind;
  switch (tree.kind) {
    case Kind::symbols: {
      if (!table.complete()) return {true, {tree.classes}};
      std::vector<ClassId> some;
      std::copy_if(tree.classes.begin(), tree.classes.end(), std::back_inserter(some),
                   [&](ClassId id) { return table.has_symbols(id); });
      if (some.empty()) return {false, {}};
      return {true, {std::move(some)}};
    }
    case Kind::sequence: {
      Needs all;
      for (const auto& child : tree.children) {
        Needs part = needs_of(*child, table);
        if (!part.possible) return {false, {}};
        std::move(part.lists.begin(), part.lists.end(), std::back_inserter(all.lists));
      }
      return all;
    }
    case Kind::choice:
      return needs_of_choice(tree, table);
    case Kind::repeat:
      return tree.least > 0 ? needs_of(*tree.children[0], table) : Needs();
    case Kind::capture:
      return needs_of(*tree.children[0], table);
    case Kind::any:
    case Kind::gap:
    case Kind::begin:
    case Kind::end:
      return {};
  }
  return {};
}

namespace {

/// More tokens than a text has, and little enough to add up.
constexpr std::size_t kAnyLength = std::size_t{1} << 20;

}  // namespace

std::size_t longest_match(const Expression& tree, int slot_tail) {
  using Kind = Expression::Kind;
  const std::size_t tail = tree.slot && slot_tail > 0 ? static_cast<std::size_t>(slot_tail) : 0;
  const auto most = static_cast<std::size_t>(std::max(tree.most, 0));
  switch (tree.kind) {
    case Kind::symbols:
      return 1 + tail;
    case Kind::any:
      return 1;
    case Kind::gap:
      return tree.most < 0 ? kAnyLength : most;
    case Kind::repeat:
      return most * longest_match(*tree.children[0], slot_tail);
    case Kind::capture:
      return longest_match(*tree.children[0], slot_tail) + tail;
    case Kind::sequence: {
      std::size_t sum = 0;
      for (const auto& child : tree.children) sum += longest_match(*child, slot_tail);
      return sum;
    }
    case Kind::choice: {
      std::size_t longest = 0;
      for (const auto& child : tree.children) {
        longest = std::max(longest, longest_match(*child, slot_tail));
      }
      return longest;
    }
    case Kind::begin:
    case Kind::end:
      return 0;
  }
  return 0;
}

bool asks_for(const Expression& tree, Expression::Kind end) {
  return tree.kind == end || std::any_of(tree.children.begin(), tree.children.end(),
                                         [&](const auto& child) { return asks_for(*child, end); });
}

std::size_t commonness(const std::vector<ClassId>& classes, const SymbolTable& table) {
  std::size_t sum = 0;
  for (const ClassId id : classes) {
    const std::string& name = table.class_name(id);
    const bool mark =
        name.size() == 2 && name[0] == '=' && !std::isalnum(static_cast<unsigned char>(name[1]));
    const std::size_t by_name = mark ? 500U : name.front() == '=' ? 1U : 20U;
    sum += std::max<std::size_t>(by_name, table.common_weight(id));
  }
  return sum;
}

}  // namespace figcheck::pattern
