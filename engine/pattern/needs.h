// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "pattern/expression.h"
#include "pattern/symbol.h"

namespace figcheck::pattern {

/// What a sentence must have for an expression to match in it.
struct Needs {
  /// False where a word or group is asked for that no symbol of the table has.
  bool possible = true;
  /// Of each of these lists at least one class.
  std::vector<std::vector<ClassId>> lists;
};

/// Returns the needs of an expression. While symbols may still be added to the table, everything is
/// possible.
Needs needs_of(const Expression& tree, const SymbolTable& table);

/// The most tokens that an expression can match, with the words of its slots' noun phrases, of
/// which there are at most `slot_tail` behind each.
std::size_t longest_match(const Expression& tree, int slot_tail);

/// Whether an expression asks for one of the ends of the sentence anywhere.
bool asks_for(const Expression& tree, Expression::Kind end);

/// How common the things are that a list of classes asks for, to be compared: a word is rarer than
/// a group of words, and those are rarer than a kind of figure or the shape of a number.
std::size_t commonness(const std::vector<ClassId>& classes, const SymbolTable& table);

}  // namespace figcheck::pattern
