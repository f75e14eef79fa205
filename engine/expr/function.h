// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "expr/context.h"
#include "expr/value.h"
#include "figcheck/claim.h"

namespace figcheck::expr {

/// What a function may look at besides its arguments.
struct CallContext {
  const Context& context;
  const Claim& claim;
  std::span<const Figure> figures;  ///< The article's; the claim's roles are indices into them.
};

/// A parameter of a function. Arguments are checked and turned into its type before the call: a
/// `quantity` arrives as a Quantity, a `figure` as a role's Figure. An argument that is nothing, or
/// that cannot be turned, makes the result nothing (cannot-tell for a verdict) without a call.
struct Parameter {
  std::string name;
  Type type = Type::quantity;
  /// Takes any type, nothing included, unchanged.
  bool any = false;
  bool optional = false;  ///< May be left out; only at the end.
};

/// A function of the rule language.
struct Function {
  std::string name;
  std::vector<Parameter> parameters;
  Type result = Type::quantity;
  std::string doc;  ///< One line, for `figcheck rules schema`.
  std::function<Value(const CallContext&, std::span<const Value>)> call;
  bool repeats = false;           ///< The last parameter may be given many times.
  Type element = Type::quantity;  ///< Type of the items, where the result is a list.

  /// Returns "round(q: quantity, place: quantity) -> quantity".
  std::string signature() const;
};

/// The functions that expressions may call. Filled once at the start, then only read.
class FunctionTable {
 public:
  /// Returns the functions that the language has by itself; modules add their own to them.
  static FunctionTable core();

  /// Adds a function; one of the same name is replaced.
  void add(Function function);
  /// Returns the function of that name, or nullptr. The pointer is good until the next add().
  const Function* find(std::string_view name) const;
  /// Returns all names in order.
  std::vector<std::string> names() const;

 private:
  std::map<std::string, Function, std::less<>> functions_;
};

}  // namespace figcheck::expr
