// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "expr/attribute.h"
#include "expr/expression.h"

// The tree of an expression: made by the parser, given names and types by the checker, walked by
// the evaluator.
namespace figcheck::expr {

enum class NodeKind : std::uint8_t {
  number,
  text,
  verdict,
  nothing,
  name,  ///< Not yet looked up; none is left after checking.
  role,
  let,
  word,
  item,  ///< `it` inside all(), any() and each().
  call,
  each,  ///< all(), any() and each(): a list, then an expression for each of its items.
  attribute,
  negative,
  inverse,  ///< `not`
  binary,
  list,
};

enum class Operator : std::uint8_t {
  none,
  either,
  both,
  less,
  less_equal,
  greater,
  greater_equal,
  equal,
  unequal,
  meets,
  misses,
  among,
  add,
  subtract,
  multiply,
  divide
};

/// Returns the operator as it is written: "<=", "and".
const char* to_string(Operator op);

struct Node {
  NodeKind kind = NodeKind::nothing;
  Operator op = Operator::none;
  std::string name;  ///< Of a name, a call or an attribute; the text of a text.
  Quantity number;
  Verdict verdict = Verdict::holds;
  std::vector<std::uint32_t> children;
  std::size_t offset = 0;  ///< Where it begins in the source; for binary nodes, its operator.
  std::size_t depth = 1;
  std::size_t slot = 0;  ///< Index of a role or let-name.
  const Function* function = nullptr;
  const Attribute* attribute = nullptr;
  StaticType type;
};

struct Expression::Program {
  std::string source;
  std::vector<Node> nodes;  ///< Children come before their parents.
  std::uint32_t root = 0;
  std::set<std::size_t> roles;
  std::set<std::size_t> lets;
};

/// Prints a tree in prefix form.
std::string to_string(const Expression::Program& program, std::uint32_t node);

/// Looks up all names and checks all types. Adds what is wrong to `mistakes`.
void check(Expression::Program& program, const Scope& scope, std::optional<Type> wanted,
           std::vector<Mistake>& mistakes);

/// Works out the value of a node. `items` are the values of `it`, innermost last.
Value evaluate(const Expression::Program& program, std::uint32_t node, Environment& environment,
               std::vector<Value>& items);

}  // namespace figcheck::expr
