// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace figcheck::yaml {

/// A key that a map in one of our files may have: what loaders hold files to, and what the
/// reference and the schema for editors are made of.
struct KeyDoc {
  std::string name;
  std::string type;  ///< "text", "expression", "template", "list", "map" and so on.
  bool required = false;
  std::string doc;
};
using KeyDocs = std::vector<KeyDoc>;

}  // namespace figcheck::yaml
