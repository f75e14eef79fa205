// SPDX-License-Identifier: Apache-2.0
#include "expr/tree.h"

namespace figcheck::expr {

const char* to_string(Operator op) {
  static constexpr const char* kNames[] = {"",   "or", "and", "<",  "<=", ">", ">=", "=",
                                           "!=", "~",  "!~",  "in", "+",  "-", "*",  "/"};
  return kNames[static_cast<std::size_t>(op)];
}

std::string to_string(const Expression::Program& program, std::uint32_t index) {
  const Node& node = program.nodes[index];
  const auto with_children = [&](std::string head) {
    std::string out = "(" + std::move(head);
    for (const std::uint32_t child : node.children) out += " " + to_string(program, child);
    return out + ")";
  };
  switch (node.kind) {
    case NodeKind::number:
      return node.number.nominal->to_string() + node.number.unit;
    case NodeKind::text:
      return "'" + node.name + "'";
    case NodeKind::verdict:
      return node.verdict == Verdict::holds ? "true" : "false";
    case NodeKind::nothing:
      return "nothing";
    case NodeKind::item:
      return "it";
    case NodeKind::name:
    case NodeKind::role:
    case NodeKind::let:
    case NodeKind::word:
      return node.name;
    case NodeKind::call:
    case NodeKind::each:
      return with_children(node.name);
    case NodeKind::attribute:
      return with_children("." + node.name);
    case NodeKind::negative:
      return with_children("-");
    case NodeKind::inverse:
      return with_children("not");
    case NodeKind::binary:
      return with_children(to_string(node.op));
    case NodeKind::list:
      return with_children("list");
  }
  return "";
}

}  // namespace figcheck::expr
