// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace figcheck {

/// A half-open range of bytes, [start, end).
///
/// In everything that figcheck reports, a span counts bytes of the article as it was handed in:
/// of the file, or of the JSON Lines field that its section names. Inside the engine, a span may
/// also count bytes of a Document's plain text; which one is said where it is declared.
struct Span {
  std::size_t start = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - start; }
  bool empty() const { return start == end; }
  bool contains(const Span& other) const { return start <= other.start && other.end <= end; }
  bool overlaps(const Span& other) const { return start < other.end && other.start < end; }

  friend bool operator==(const Span&, const Span&) = default;
};

}  // namespace figcheck
