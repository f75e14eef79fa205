// SPDX-License-Identifier: Apache-2.0
#include "pattern/outline.h"

#include <algorithm>

#include "pattern/expression.h"
#include "pattern/pattern.h"

namespace figcheck::pattern {

std::uint32_t Outlines::add(const Expression& tree, const Options& options,
                            const SymbolTable& table, Places& places) {
  const auto begin = static_cast<std::uint32_t>(steps_.size());
  write(tree, options, table, places);
  return begin;
}

void Outlines::write_step(Kind kind, Places::Id place, int least, int most) {
  Step& step = steps_.emplace_back();
  step.kind = kind;
  step.place = place;
  step.least = static_cast<std::int16_t>(least);
  step.most = static_cast<std::int16_t>(most);
  step.end = static_cast<std::uint32_t>(steps_.size());
}

void Outlines::write(const Expression& tree, const Options& options, const SymbolTable& table,
                     Places& places) {
  using Tree = Expression::Kind;
  const auto at = steps_.size();
  // The words of a noun phrase that may follow a slot; what comes later is written first.
  const bool has_tail = tree.slot && options.slot_tail > 0 &&
                        (tree.kind == Tree::symbols || tree.kind == Tree::capture);
  if (has_tail) {
    write_step(Kind::sequence);
    write_step(Kind::gap, places.add(tail_of(options, table), table), 0, options.slot_tail);
  }
  switch (tree.kind) {
    case Tree::symbols:
      write_step(Kind::token, places.add({tree.classes, false}, table));
      break;
    case Tree::any:
      write_step(Kind::token, places.add({tree.classes, true}, table));
      break;
    case Tree::gap:
      write_step(Kind::gap, places.add({tree.classes, true}, table), 0, tree.most);
      break;
    case Tree::capture:
      write(*tree.children[0], options, table, places);
      break;
    case Tree::begin:
      write_step(Kind::first);
      break;
    case Tree::end:
      write_step(Kind::last);
      break;
    case Tree::sequence:
    case Tree::choice:
    case Tree::repeat: {
      const auto group = steps_.size();
      write_step(tree.kind == Tree::sequence ? Kind::sequence
                 : tree.kind == Tree::choice ? Kind::choice
                                             : Kind::repeat,
                 0, tree.least, tree.most);
      for (std::size_t i = tree.children.size(); i-- > 0;) {
        write(*tree.children[i], options, table, places);
      }
      steps_[group].end = static_cast<std::uint32_t>(steps_.size());
      break;
    }
  }
  if (has_tail) steps_[at].end = static_cast<std::uint32_t>(steps_.size());
}

}  // namespace figcheck::pattern
