// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "figcheck/span.h"

namespace figcheck {

/// The figures of a claim in one of its roles: one, or several where the role is a list ("parts").
struct RoleFigures {
  std::string role;
  std::vector<std::uint32_t>
      figures;  ///< Indices into the article's figures, in the order of the text.
};

/// A relation that the text asserts between figures.
struct Claim {
  std::string kind;   ///< "part-of-whole"
  std::string frame;  ///< Where it comes from: the frame's or join's own text.
  std::vector<RoleFigures> roles;
  /// Words of the frame that rules may ask for, as "name" to the vocabulary's value: the direction
  /// "up" or "down" of a verb, a factor such as "2" of "doubled".
  std::vector<std::pair<std::string, std::string>> words;
  std::uint32_t sentence = 0;
  Span text_span;  ///< In Document::text: from the first to the last of its words.

  const RoleFigures* find(std::string_view role) const;
  /// The value of a frame word, or an empty string.
  std::string_view word(std::string_view name) const;
};

}  // namespace figcheck
