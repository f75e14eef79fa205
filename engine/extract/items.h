// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "extract/number.h"

// The steps from tokens to items, in their order.
namespace figcheck::extract {

/// Adds one item for each word, mark and number; several words that are one entry are one item.
/// Returns whether there is a number, or a word that one in words may begin with.
bool look_up(std::string_view text, Tokens& tokens, const Vocabulary& vocabulary,
             std::vector<Item>& items);

/// Puts the items that make one number together, and gives every number its symbol.
void compose_numbers(std::string_view text, const Vocabulary& vocabulary, Numbers& numbers,
                     std::vector<Item>& items);

/// Joins "25 to 40" and "25-40" into one number where a thing or unit follows.
void join_ranges(std::string_view text, const Vocabulary& vocabulary, Numbers& numbers,
                 std::vector<Item>& items);

}  // namespace figcheck::extract
