// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pattern/expression.h"
#include "pattern/pattern.h"

namespace figcheck::pattern {

/// Lets literal words that stand side by side also match as one token, where the vocabulary has
/// them as one entry: "of (whom|which)" then finds "of whom" both as two words and as one.
void allow_entries(Expression& tree, const Options& options, SymbolTable& table);

}  // namespace figcheck::pattern
