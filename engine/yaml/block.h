// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/node.h"

// The bytes of one tree. A parsed tree and a tree of an image are both read from this form, so the
// two cannot differ. In the machine's own byte order, without any padding between the parts:
//
//     Header
//     Record[nodes]       level by level: the root first, and each container's children in one run,
//     in
//                         the order of the containers; a map's run is key, value, key, value, ...
//     KeyIndex[indexed]   the maps with more than kUnindexed entries, in the order of their records
//     uint32[order]       for each of these maps its entries' places, sorted by key
//     path, source, pool  text; the pool holds the scalars that are not in the source letter by
//     letter
namespace figcheck::yaml {

/// Containers nested deeper than this are refused, so that readers may recurse.
inline constexpr std::size_t kMaxDepth = 64;

/// Maps of at most this many entries are searched from end to end.
inline constexpr std::size_t kUnindexed = 16;

struct Record {
  std::uint32_t offset = 0;  ///< The node's first byte in the source.
  std::uint32_t line = 0;    ///< From 1.
  /// For a scalar its text's first byte in the source or the pool; for a container its first child.
  std::uint32_t begin = 0;
  std::uint32_t packed = 0;

  /// `size` is the bytes of a scalar, the items of a sequence or the entries of a map: below 2^28.
  void pack(Type type, bool quoted, bool pooled, std::size_t size) {
    packed = static_cast<std::uint32_t>(size << 4) | (pooled ? 8U : 0U) | (quoted ? 4U : 0U) |
             static_cast<std::uint32_t>(type);
  }
  Type type() const { return static_cast<Type>(packed & 3U); }
  bool quoted() const { return (packed & 4U) != 0; }
  bool pooled() const { return (packed & 8U) != 0; }
  std::uint32_t size() const { return packed >> 4; }
  bool container() const { return type() == Type::sequence || type() == Type::map; }
  /// The number of records that a container's children take.
  std::uint64_t children() const { return std::uint64_t{size()} * (type() == Type::map ? 2 : 1); }
};

struct KeyIndex {
  std::uint32_t record = 0;
  std::uint32_t begin = 0;  ///< Its first place in the order.
};

/// A tree that is being made.
struct Parts {
  std::string_view path;
  std::string_view source;
  std::string pool;
  std::vector<Record> records;
  std::vector<KeyIndex> indexes;
  std::vector<std::uint32_t> order;

  std::string_view text(const Record& scalar) const {
    return (scalar.pooled() ? std::string_view(pool) : source).substr(scalar.begin, scalar.size());
  }
};

/// Returns the bytes of a tree.
std::string encode(const Parts& parts);

/// A view of the bytes of a tree. They need no alignment and must outlive it.
class Block {
 public:
  Block() = default;

  /// Returns nullopt unless every call on the block stays inside the bytes, its containers form a
  /// tree of at most kMaxDepth levels and all keys are scalars. Takes time for the records and none
  /// for the text, whose UTF-8 is not checked.
  static std::optional<Block> open(std::string_view bytes);

  std::string_view bytes() const { return bytes_; }
  std::string_view path() const { return path_; }
  std::string_view source() const { return source_; }
  Record record(std::uint32_t index) const { return load<Record>(records_, index); }

  std::string_view text(const Record& scalar) const {
    return (scalar.pooled() ? pool_ : source_).substr(scalar.begin, scalar.size());
  }

  /// Returns the record of the value under a key of the map at `index`.
  std::optional<std::uint32_t> find(std::uint32_t index, std::string_view key) const;

 private:
  struct Header {
    std::uint32_t path = 0;
    std::uint32_t source = 0;
    std::uint32_t pool = 0;
    std::uint32_t records = 0;
    std::uint32_t indexes = 0;
    std::uint32_t order = 0;
  };
  friend std::string encode(const Parts& parts);

  template <typename T>
  static T load(const char* from, std::size_t index) {
    T value;
    std::memcpy(&value, from + index * sizeof(T), sizeof(T));
    return value;
  }

  bool records_are_sound() const;
  bool indexes_are_sound() const;
  /// Returns where the sorted places of a map begin, or null when it has none.
  const char* order_of(std::uint32_t index) const;

  std::string_view bytes_;
  std::string_view path_;
  std::string_view source_;
  std::string_view pool_;
  const char* records_ = nullptr;
  const char* indexes_ = nullptr;
  const char* order_ = nullptr;
  Header header_;
};

}  // namespace figcheck::yaml
