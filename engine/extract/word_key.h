// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

// Short words as numbers, so that a word of an article is looked up without a string being made of
// it.
namespace figcheck::extract {

/// A word of up to 16 bytes in two machine words, which are the word itself: equal keys are equal
/// words. The empty key belongs to no word.
struct WordKey {
  std::uint64_t low = 0;
  std::uint64_t high = 0;

  bool empty() const { return low == 0; }
  std::uint64_t hash() const {
    const std::uint64_t mixed = (low ^ (high * 0x9E3779B97F4A7C15U)) * 0xD6E8FEB86659FD93U;
    return mixed ^ (mixed >> 32U);
  }
  friend bool operator==(const WordKey&, const WordKey&) = default;
};

/// Returns the key of a word, or the empty key where the word is longer than 16 bytes.
WordKey key_of(std::string_view word);

/// Returns how many ASCII letters stand in `text` from `at` on, and puts the key of the word that
/// they make, its capitals made small, into `key`: empty for more than 16.
std::size_t read_letters(std::string_view text, std::size_t at, WordKey& key);

}  // namespace figcheck::extract
