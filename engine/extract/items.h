// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "extract/number.h"

// The steps from tokens to items, in their order.
namespace figcheck::extract {

/// A number of one token.
Number number_of_token(const Token& token);

/// Adds one item for each word, mark and number; several words that are one entry are one item.
void look_up(std::string_view text, const std::vector<Token>& tokens, const Vocabulary& vocabulary,
             std::vector<Item>& items);

/// Puts the items that make one number together, and gives every number its symbol.
void compose_numbers(std::string_view text, const Vocabulary& vocabulary, std::vector<Item>& items);

/// Joins "25 to 40" and "25-40" into one number where a thing or unit follows.
void join_ranges(std::string_view text, const Vocabulary& vocabulary, std::vector<Item>& items);

}  // namespace figcheck::extract
