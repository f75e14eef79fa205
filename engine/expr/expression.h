// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "expr/context.h"
#include "expr/function.h"
#include "expr/value.h"
#include "figcheck/claim.h"
#include "figcheck/diagnostic.h"
#include "model/claim_kind.h"

// Expressions of rules: `part <= whole`, `rounds_to(change(old, new), percent)`. Compiled once,
// with all names and types checked, into something immutable that many threads evaluate.
namespace figcheck::expr {

/// A static type: what is known of a value before there is one.
struct StaticType {
  Type type = Type::nothing;
  Type element = Type::nothing;  ///< Type of the items of a list.
  /// Whether the value, or each item of the list, is a figure of the text: it has all the
  /// attributes.
  bool of_text = false;
};

/// A mistake in an expression, `offset` bytes into its text.
struct Mistake {
  std::string code;  ///< "E010"
  std::string message;
  std::string hint;
  std::size_t offset = 0;
};

/// A name that stands for an expression: an entry of a rule's `let:`.
struct LetName {
  std::string name;
  StaticType type;
};

/// What an expression may name.
struct Scope {
  const ClaimKind* kind = nullptr;  ///< Its roles and words.
  const FunctionTable* functions = nullptr;
  const Units* units = nullptr;  ///< For unit names in convert(); not checked when null.
  std::vector<LetName> lets;
};

class Environment;

/// A compiled expression. A cheap copy of a shared, immutable program.
class Expression {
 public:
  Expression() = default;

  /// False for an expression that was never compiled.
  explicit operator bool() const { return program_ != nullptr; }

  /// Compiles `source`. `wanted` is the type that the place needs: verdict for a condition; nullopt
  /// for any. Adds every mistake it finds to `mistakes` and returns an empty Expression when there
  /// are any. The scope's kind and functions must outlive the expression.
  static Expression compile(std::string_view source, const Scope& scope, std::optional<Type> wanted,
                            std::vector<Mistake>& mistakes);

  /// Returns the value for one claim. Never throws; what cannot be worked out is nothing.
  Value evaluate(Environment& environment) const;

  const std::string& source() const;
  const StaticType& type() const;
  /// Returns the roles and the let-names that the expression mentions, as indices into the kind's
  /// roles and the scope's lets.
  const std::set<std::size_t>& roles() const;
  const std::set<std::size_t>& lets() const;

  /// Returns the tree in prefix form: "(<= part whole)".
  std::string to_string() const;

  struct Program;

 private:
  std::shared_ptr<const Program> program_;
};

/// The names' values for one claim. Let-names are worked out when first asked for and kept, so an
/// Environment serves one thread; it is made afresh for each claim and rule.
class Environment {
 public:
  /// `lets` are in the order of the scope's. All arguments must outlive the environment.
  Environment(const Context& context, const ClaimKind& kind, const Claim& claim,
              std::span<const Figure> figures, std::span<const Expression> lets = {});

  /// Returns the value of a role: a figure, a list of figures, or nothing when the frame left it
  /// out.
  Value role(std::size_t index) const;
  /// Returns the value of a let-name.
  const Value& let(std::size_t index);
  /// Returns the figures of a role, in the order of the text.
  std::vector<const Figure*> figures_of(std::size_t role) const;

  const CallContext& call() const { return call_; }
  const Context& context() const { return call_.context; }
  const Claim& claim() const { return call_.claim; }
  const ClaimKind& kind() const { return kind_; }

 private:
  CallContext call_;
  const ClaimKind& kind_;
  std::span<const Expression> lets_;
  std::vector<std::optional<Value>> let_values_;
};

/// Returns the attributes that a figure has behind a dot, each with its type and a line of
/// explanation, in order of their names, for `figcheck rules schema`.
struct AttributeDoc {
  std::string name;
  Type type;
  std::string doc;
};
std::vector<AttributeDoc> attributes();

}  // namespace figcheck::expr
