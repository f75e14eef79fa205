// SPDX-License-Identifier: Apache-2.0
#include "expr/function.h"

#include <utility>

#include "expr/functions.h"

namespace figcheck::expr {

std::string Function::signature() const {
  std::string out = name + "(";
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const Parameter& parameter = parameters[i];
    if (i > 0) out += ", ";
    out += parameter.name;
    if (parameter.optional) out += "?";
    if (!parameter.any) out += std::string(": ") + to_string(parameter.type);
  }
  out += repeats ? ", ...)" : ")";
  out += std::string(" -> ") + to_string(result);
  if (result == Type::list && element != Type::nothing)
    out += std::string(" of ") + to_string(element);
  return out;
}

FunctionTable FunctionTable::core() {
  FunctionTable table;
  add_number_functions(table);
  add_figure_functions(table);
  add_time_functions(table);
  return table;
}

void FunctionTable::add(Function function) {
  std::string name = function.name;
  functions_.insert_or_assign(std::move(name), std::move(function));
}

const Function* FunctionTable::find(std::string_view name) const {
  const auto found = functions_.find(name);
  return found != functions_.end() ? &found->second : nullptr;
}

std::vector<std::string> FunctionTable::names() const {
  std::vector<std::string> names;
  for (const auto& [name, function] : functions_) names.push_back(name);
  return names;
}

}  // namespace figcheck::expr
