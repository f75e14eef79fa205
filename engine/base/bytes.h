// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

// Looking for bytes eight at a time.
namespace figcheck {

/// Eight times the same byte.
constexpr std::uint64_t each_byte(std::uint64_t byte) { return byte * 0x0101010101010101U; }

/// The upper bit of the first of eight bytes that is zero; bits above it mean nothing.
constexpr std::uint64_t zero_bytes(std::uint64_t bytes) {
  return (bytes - each_byte(0x01)) & ~bytes & each_byte(0x80);
}

/// Returns the first place from `from` on that has one of the bytes `wanted`, or, where
/// `beyond_ascii`, any byte from 0x80 on; the end of the text when there is none.
template <bool beyond_ascii, char... wanted>
std::size_t find_byte(std::string_view text, std::size_t from) {
  if constexpr (std::endian::native == std::endian::little) {
    for (; text.size() - from >= sizeof(std::uint64_t); from += sizeof(std::uint64_t)) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, text.data() + from, sizeof eight);
      std::uint64_t found = beyond_ascii ? eight & each_byte(0x80) : 0;
      ((found |= zero_bytes(eight ^ each_byte(static_cast<unsigned char>(wanted)))), ...);
      if (found != 0) return from + static_cast<std::size_t>(std::countr_zero(found)) / 8;
    }
  }
  for (; from < text.size(); ++from) {
    const char c = text[from];
    if (((c == wanted) || ... || (beyond_ascii && static_cast<unsigned char>(c) >= 0x80))) break;
  }
  return from;
}

}  // namespace figcheck
