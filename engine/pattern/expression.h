// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "pattern/symbol.h"

namespace figcheck::pattern {

/// A parsed pattern.
struct Expression {
  enum class Kind {
    symbols,  ///< One token of any of `classes`.
    any,      ///< One token of none of `classes`.
    gap,      ///< Up to `most` tokens of none of `classes`, as few as do; any number if negative.
    sequence,
    choice,
    repeat,   ///< `children[0]`, from `least` to `most` times.
    capture,  ///< `children[0]`, remembered.
    begin,
    end,
  };
  Kind kind = Kind::sequence;
  std::vector<ClassId> classes;
  int least = 0;
  int most = 0;
  bool slot =
      false;  ///< A capture, or a figure of a list, that may be followed by a tail of words.
  std::vector<std::unique_ptr<Expression>> children;
};

}  // namespace figcheck::pattern
