// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "yaml/block.h"

namespace figcheck::yaml {

struct Tree::Body {
  std::string path;
  std::string owned;  ///< The bytes of a parsed tree; empty when an image holds them.
  Block block;
};

}  // namespace figcheck::yaml
