// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "yaml/node.h"

namespace figcheck::yaml {

/// Returns a tree in one line with the line and column of every node. Nothing is '~', and what
/// stood in quotes is in quotes:
///
///     {a@1:1: [~@1:5, "b"@1:9]@1:4}@1:1
inline std::string dump(const Node& node) {
  std::string out;
  switch (node.type()) {
    case Type::null:
      out = "~";
      break;
    case Type::scalar:
      out = node.quoted() ? '"' + std::string(node.text()) + '"' : std::string(node.text());
      break;
    case Type::sequence:
      for (std::size_t i = 0; i < node.size(); ++i) {
        out += i == 0 ? "[" : ", ";
        out += dump(node.at(i));
      }
      out += node.size() == 0 ? "[]" : "]";
      break;
    case Type::map:
      for (std::size_t i = 0; i < node.size(); ++i) {
        out += i == 0 ? "{" : ", ";
        out += dump(node.key(i));
        out += ": ";
        out += dump(node.at(i));
      }
      out += node.size() == 0 ? "{}" : "}";
      break;
  }
  return out + '@' + std::to_string(node.line()) + ':' + std::to_string(node.column());
}

/// Returns the dump of a text's tree, or the diagnostic that it was refused with.
inline std::string read(std::string_view text) {
  const auto tree = Tree::parse(text, "a.yaml");
  return tree ? dump((*tree)->root()) : tree.error().to_string();
}

}  // namespace figcheck::yaml
