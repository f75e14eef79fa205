// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "expr/compare.h"
#include "expr/quantity.h"
#include "expr/tree.h"

namespace figcheck::expr {
namespace {

Value from(std::optional<Quantity> quantity) {
  return quantity ? Value(*std::move(quantity)) : Value();
}

/// One walk over a tree for one claim.
class Evaluation {
 public:
  Evaluation(const Expression::Program& program, Environment& environment,
             std::vector<Value>& items)
      : program_(program), environment_(environment), items_(items) {}

  Value value(std::uint32_t index) {
    const Node& node = program_.nodes[index];
    switch (node.kind) {
      case NodeKind::number:
        return node.number;
      case NodeKind::text:
        return node.name;
      case NodeKind::verdict:
        return node.verdict;
      case NodeKind::nothing:
      case NodeKind::name:
        return {};
      case NodeKind::role:
        return environment_.role(node.slot);
      case NodeKind::let:
        return environment_.let(node.slot);
      case NodeKind::word:
        return word(node.name);
      case NodeKind::item:
        return items_.empty() ? Value() : items_.back();
      case NodeKind::call:
        return call(node);
      case NodeKind::each:
        return each(node);
      case NodeKind::attribute:
        return node.attribute->get(value(node.children[0]));
      case NodeKind::negative: {
        const std::optional<Quantity> quantity = value(node.children[0]).quantity();
        return quantity ? Value(negate(*quantity)) : Value();
      }
      case NodeKind::inverse:
        return !value(node.children[0]).verdict();
      case NodeKind::binary:
        return binary(node);
      case NodeKind::list: {
        List list;
        for (const std::uint32_t child : node.children) list.push_back(value(child));
        return list;
      }
    }
    return {};
  }

 private:
  const Units& units() const { return environment_.context().units(); }

  Value word(const std::string& name) const {
    const std::string_view found = environment_.claim().word(name);
    return found.empty() ? Value() : Value(std::string(found));
  }

  Value binary(const Node& node) {
    switch (node.op) {
      case Operator::both: {
        const Verdict left = value(node.children[0]).verdict();
        return left == Verdict::fails ? left : left && value(node.children[1]).verdict();
      }
      case Operator::either: {
        const Verdict left = value(node.children[0]).verdict();
        return left == Verdict::holds ? left : left || value(node.children[1]).verdict();
      }
      case Operator::add:
      case Operator::subtract:
      case Operator::multiply:
      case Operator::divide:
        return arithmetic(node.op, value(node.children[0]).quantity(),
                          value(node.children[1]).quantity());
      case Operator::among:
        return among(value(node.children[0]), value(node.children[1]));
      default:
        return compare(node.op, value(node.children[0]), value(node.children[1]), units());
    }
  }

  Value arithmetic(Operator op, const std::optional<Quantity>& a,
                   const std::optional<Quantity>& b) const {
    if (!a || !b) return {};
    switch (op) {
      case Operator::add:
        return from(add(*a, *b, units()));
      case Operator::subtract:
        return from(subtract(*a, *b, units()));
      case Operator::multiply:
        return from(multiply(*a, *b));
      default:
        return from(divide(*a, *b, units()));
    }
  }

  Value among(const Value& wanted, const Value& list) const {
    if (list.list() == nullptr) return Verdict::cannot_tell;
    Verdict verdict = Verdict::fails;
    for (const Value& item : *list.list()) {
      verdict = verdict || compare(Operator::equal, wanted, item, units());
    }
    return verdict;
  }

  Value each(const Node& node) {
    const Value list = value(node.children[0]);
    if (list.list() == nullptr) return node.name == "each" ? Value() : Value(Verdict::cannot_tell);
    List results;
    for (const Value& item : *list.list()) {
      items_.push_back(item);
      results.push_back(value(node.children[1]));
      items_.pop_back();
    }
    if (node.name == "each") return results;
    const bool all = node.name == "all";
    Verdict verdict = all ? Verdict::holds : Verdict::fails;
    for (const Value& result : results) {
      verdict = all ? verdict && result.verdict() : verdict || result.verdict();
    }
    return verdict;
  }

  /// Turns an argument into its parameter's type. Returns false when it cannot be.
  static bool coerce(const Parameter& parameter, Value& argument) {
    if (parameter.any) return true;
    switch (parameter.type) {
      case Type::quantity:
        argument = from(argument.quantity());
        break;
      case Type::moment: {
        const std::optional<Moment> moment = argument.moment();
        argument = moment ? Value(*moment) : Value();
        break;
      }
      case Type::figure:
        argument = Value(argument.figure());
        break;
      case Type::verdict:
        return argument.type() == Type::verdict;
      case Type::text:
        return argument.text() != nullptr;
      case Type::list:
        return argument.list() != nullptr;
      case Type::nothing:
        break;
    }
    return !argument.is_nothing();
  }

  Value call(const Node& node) {
    const Function& function = *node.function;
    Value unknown = function.result == Type::verdict ? Value(Verdict::cannot_tell) : Value();
    std::vector<Value> arguments;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const Parameter& parameter = function.parameters[std::min(i, function.parameters.size() - 1)];
      Value argument = value(node.children[i]);
      const bool spread =
          function.repeats && argument.list() != nullptr && parameter.type != Type::list;
      if (spread) {
        for (Value item : *argument.list()) {
          if (!coerce(parameter, item)) return unknown;
          arguments.push_back(std::move(item));
        }
        continue;
      }
      if (!coerce(parameter, argument)) return unknown;
      arguments.push_back(std::move(argument));
    }
    return function.call(environment_.call(), arguments);
  }

  const Expression::Program& program_;
  Environment& environment_;
  std::vector<Value>& items_;
};

}  // namespace

Value evaluate(const Expression::Program& program, std::uint32_t node, Environment& environment,
               std::vector<Value>& items) {
  return Evaluation(program, environment, items).value(node);
}

}  // namespace figcheck::expr
