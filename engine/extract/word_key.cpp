// SPDX-License-Identifier: Apache-2.0
#include "extract/word_key.h"

#include <bit>
#include <cstring>

namespace figcheck::extract {

namespace {

constexpr std::size_t kWidth = sizeof(std::uint64_t);

constexpr std::uint64_t each_byte(std::uint64_t byte) { return byte * 0x0101010101010101U; }

std::uint64_t eight_bytes(std::string_view text, std::size_t at) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text.data() + at, kWidth);
  return bytes;
}

/// How many letters eight bytes begin with; their capitals are made small and all others made zero.
std::size_t take_letters(std::uint64_t& bytes) {
  const std::uint64_t small = bytes | each_byte(0x20);
  const std::uint64_t seven_bits = small & each_byte(0x7F);
  // The upper bit of each byte from 'a' on, and of each behind 'z'; none carries into its
  // neighbour.
  const std::uint64_t from_a = seven_bits + each_byte(0x80 - 'a');
  const std::uint64_t behind_z = seven_bits + each_byte(0x7F - 'z');
  const std::uint64_t letters = from_a & ~behind_z & ~bytes & each_byte(0x80);
  const std::uint64_t others = letters ^ each_byte(0x80);
  if (others == 0) {
    bytes = small;
    return kWidth;
  }
  // The upper bit of the first other byte, so 8 bits for each letter and 7.
  const auto bits = static_cast<unsigned>(std::countr_zero(others)) & ~7U;
  bytes = small & ((std::uint64_t{1} << bits) - 1);
  return bits / 8;
}

std::size_t count_letters(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() &&
         ((text[end] >= 'a' && text[end] <= 'z') || (text[end] >= 'A' && text[end] <= 'Z'))) {
    ++end;
  }
  return end - at;
}

}  // namespace

WordKey key_of(std::string_view word) {
  if (word.size() > 2 * kWidth) return {};
  char bytes[2 * kWidth] = {};
  std::memcpy(bytes, word.data(), word.size());
  return {eight_bytes({bytes, sizeof bytes}, 0), eight_bytes({bytes, sizeof bytes}, kWidth)};
}

std::size_t read_letters(std::string_view text, std::size_t at, WordKey& key) {
  if (std::endian::native == std::endian::little && text.size() - at >= 2 * kWidth) {
    key.low = eight_bytes(text, at);
    key.high = 0;
    const std::size_t first = take_letters(key.low);
    if (first < kWidth) return first;
    key.high = eight_bytes(text, at + kWidth);
    const std::size_t second = take_letters(key.high);
    if (second < kWidth) return kWidth + second;
  }
  const std::size_t count = count_letters(text, at);
  key = key_of(text.substr(at, count));
  if (key.empty()) return count;
  char bytes[2 * kWidth] = {};
  for (std::size_t i = 0; i < count; ++i) bytes[i] = static_cast<char>(text[at + i] | 0x20);
  key = key_of({bytes, count});
  return count;
}

}  // namespace figcheck::extract
