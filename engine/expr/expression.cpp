// SPDX-License-Identifier: Apache-2.0
#include "expr/expression.h"

#include <utility>

#include "expr/parser.h"
#include "expr/tree.h"

namespace figcheck::expr {

Expression Expression::compile(std::string_view source, const Scope& scope,
                               std::optional<Type> wanted, std::vector<Mistake>& mistakes) {
  const std::size_t before = mistakes.size();
  auto program = std::make_shared<Program>();
  if (parse(source, *program, mistakes)) check(*program, scope, wanted, mistakes);
  Expression expression;
  if (mistakes.size() == before) expression.program_ = std::move(program);
  return expression;
}

Value Expression::evaluate(Environment& environment) const {
  std::vector<Value> items;
  return expr::evaluate(*program_, program_->root, environment, items);
}

const std::string& Expression::source() const { return program_->source; }
const StaticType& Expression::type() const { return program_->nodes[program_->root].type; }
const std::set<std::size_t>& Expression::roles() const { return program_->roles; }
const std::set<std::size_t>& Expression::lets() const { return program_->lets; }
std::string Expression::to_string() const { return expr::to_string(*program_, program_->root); }

Environment::Environment(const Context& context, const ClaimKind& kind, const Claim& claim,
                         std::span<const Figure> figures, std::span<const Expression> lets)
    : call_{context, claim, figures}, kind_(kind), lets_(lets), let_values_(lets.size()) {}

std::vector<const Figure*> Environment::figures_of(std::size_t role) const {
  std::vector<const Figure*> out;
  const RoleFigures* found = call_.claim.find(kind_.roles[role].name);
  if (found == nullptr) return out;
  for (const std::uint32_t index : found->figures) {
    if (index < call_.figures.size()) out.push_back(&call_.figures[index]);
  }
  return out;
}

Value Environment::role(std::size_t index) const {
  const std::vector<const Figure*> figures = figures_of(index);
  if (figures.empty()) return {};
  if (!kind_.roles[index].several) return figures.front();
  List list;
  for (const Figure* figure : figures) list.emplace_back(figure);
  return list;
}

const Value& Environment::let(std::size_t index) {
  // A let-name mentions earlier ones only, so this ends.
  if (!let_values_[index]) let_values_[index] = lets_[index].evaluate(*this);
  return *let_values_[index];
}

}  // namespace figcheck::expr
