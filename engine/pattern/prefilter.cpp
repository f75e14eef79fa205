// SPDX-License-Identifier: Apache-2.0
#include "pattern/prefilter.h"

#include <algorithm>
#include <bit>

#include "pattern/needs.h"
#include "pattern/pattern.h"

namespace figcheck::pattern {

namespace {

/// Whether every match of the expression begins (or ends) at an end of the sentence.
bool is_anchored(const Expression& tree, Expression::Kind anchor) {
  using Kind = Expression::Kind;
  if (tree.kind == anchor) return true;
  if (tree.children.empty()) return false;
  switch (tree.kind) {
    case Kind::sequence:
      return is_anchored(anchor == Kind::begin ? *tree.children.front() : *tree.children.back(),
                         anchor);
    case Kind::choice:
      return std::all_of(tree.children.begin(), tree.children.end(),
                         [&](const auto& child) { return is_anchored(*child, anchor); });
    case Kind::capture:
      return is_anchored(*tree.children[0], anchor);
    default:
      return false;
  }
}

}  // namespace

struct Prefilter::Builder {
  Prefilter& filter;
  const Options& options;
  const SymbolTable& table;
  std::size_t places = 0;

  Part build(const Expression& tree) {
    using Kind = Expression::Kind;
    switch (tree.kind) {
      case Kind::symbols:
        return with_tail(tree, place({tree.classes, false}));
      case Kind::any:
        return place({tree.classes, true});
      case Kind::gap:
        return any_number(place({tree.classes, true}));
      case Kind::sequence: {
        Part all{0, 0, true};
        for (const auto& child : tree.children) all = joined(all, build(*child));
        return all;
      }
      case Kind::choice: {
        Part all;
        for (const auto& child : tree.children) {
          if (!needs_of(*child, table).possible) continue;
          const Part part = build(*child);
          all.first |= part.first;
          all.last |= part.last;
          all.optional = all.optional || part.optional;
        }
        return all;
      }
      case Kind::repeat: {
        Part part = build(*tree.children[0]);
        if (tree.most > 1) connect(part.last, part.first);
        part.optional = part.optional || tree.least == 0;
        return part;
      }
      case Kind::capture:
        return with_tail(tree, build(*tree.children[0]));
      case Kind::begin:
      case Kind::end:
        return {0, 0, true};
    }
    return {};
  }

  Part place(const Place& tokens) {
    if (places >= kMostPlaces) {
      filter.passes_all_ = true;
      return {};
    }
    const Places bit = Places{1} << places++;
    for (const Letters::Letter letter : filter.letters_.at(tokens, table)) {
      filter.fits_[letter] |= bit;
    }
    return {bit, bit, false};
  }

  Part any_number(Part part) {
    connect(part.last, part.first);
    part.optional = true;
    return part;
  }

  /// The words of a noun phrase that may follow a slot.
  Part with_tail(const Expression& tree, const Part& slot) {
    if (!tree.slot || options.slot_tail <= 0) return slot;
    return joined(slot, any_number(place(tail_of(options, table))));
  }

  Part joined(const Part& a, const Part& b) {
    connect(a.last, b.first);
    return {a.optional ? a.first | b.first : a.first, b.optional ? a.last | b.last : b.last,
            a.optional && b.optional};
  }

  void connect(Places from, Places to) {
    for (; from != 0; from &= from - 1) {
      filter.follow_[static_cast<std::size_t>(std::countr_zero(from))] |= to;
    }
  }
};

Prefilter::Prefilter(const Expression& tree, const Options& options, const SymbolTable& table,
                     const Letters& letters)
    : letters_(letters), fits_(letters.count()) {
  whole_ = Builder{*this, options, table}.build(tree);
  from_start_ = is_anchored(tree, Expression::Kind::begin);
  to_end_ = is_anchored(tree, Expression::Kind::end);
}

bool Prefilter::may_match(std::span<const Symbol> symbols, std::size_t from) const {
  if (passes_all_ || whole_.optional) return true;
  if (from_start_ && from > 0) return false;
  Places state = 0;
  Places first = whole_.first;
  for (std::size_t i = from; i < symbols.size(); ++i) {
    Places next = first;
    for (; state != 0; state &= state - 1) {
      next |= follow_[static_cast<std::size_t>(std::countr_zero(state))];
    }
    state = next & fits_[letters_.of(symbols[i])];
    if ((state & whole_.last) != 0 && (!to_end_ || i + 1 == symbols.size())) return true;
    if (from_start_) {
      if (state == 0) return false;
      first = 0;
    }
  }
  return false;
}

}  // namespace figcheck::pattern
