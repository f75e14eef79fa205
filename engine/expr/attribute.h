// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "expr/value.h"

namespace figcheck::expr {

/// A property behind a dot: `part.unit`, `article_date().year`.
struct Attribute {
  const char* name;
  /// What it belongs to: a quantity, a moment, or a figure of the text, which has all of them.
  Type of;
  Type type;
  const char* doc;
  Value (*get)(const Value& base);
};

/// Returns all attributes in the order of their names.
const std::vector<Attribute>& attribute_table();

/// Returns the attribute of that name, or nullptr.
const Attribute* find_attribute(std::string_view name);

}  // namespace figcheck::expr
