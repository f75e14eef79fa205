// SPDX-License-Identifier: Apache-2.0
#include "yaml/block.h"

#include <limits>
#include <type_traits>

namespace figcheck::yaml {
namespace {

template <typename T>
void append(std::string& out, const T* values, std::size_t count) {
  static_assert(std::has_unique_object_representations_v<T>, "padding would reach the image");
  const std::size_t at = out.size();
  out.resize(at + count * sizeof(T));
  if (count != 0) std::memcpy(out.data() + at, values, count * sizeof(T));
}

}  // namespace

std::string encode(const Parts& parts) {
  Block::Header header;
  header.path = static_cast<std::uint32_t>(parts.path.size());
  header.source = static_cast<std::uint32_t>(parts.source.size());
  header.pool = static_cast<std::uint32_t>(parts.pool.size());
  header.records = static_cast<std::uint32_t>(parts.records.size());
  header.indexes = static_cast<std::uint32_t>(parts.indexes.size());
  header.order = static_cast<std::uint32_t>(parts.order.size());
  std::string out;
  out.reserve(sizeof(header) + parts.records.size() * sizeof(Record) +
              parts.indexes.size() * sizeof(KeyIndex) + parts.order.size() * sizeof(std::uint32_t) +
              parts.path.size() + parts.source.size() + parts.pool.size());
  append(out, &header, 1);
  append(out, parts.records.data(), parts.records.size());
  append(out, parts.indexes.data(), parts.indexes.size());
  append(out, parts.order.data(), parts.order.size());
  out += parts.path;
  out += parts.source;
  out += parts.pool;
  return out;
}

std::optional<Block> Block::open(std::string_view bytes) {
  Block block;
  if (bytes.size() < sizeof(Header)) return std::nullopt;
  block.bytes_ = bytes;
  block.header_ = load<Header>(bytes.data(), 0);
  const Header& header = block.header_;

  std::uint64_t end = sizeof(Header);
  const auto part = [&bytes, &end](std::uint64_t size) {
    const std::uint64_t begin = end;
    end += size;
    // Past the end, all that counts is that `end` differs from the size in the test below: the sum
    // of six products of 32-bit numbers cannot wrap round.
    return end <= bytes.size() ? bytes.substr(begin, size) : std::string_view();
  };
  block.records_ = part(std::uint64_t{header.records} * sizeof(Record)).data();
  block.indexes_ = part(std::uint64_t{header.indexes} * sizeof(KeyIndex)).data();
  block.order_ = part(std::uint64_t{header.order} * sizeof(std::uint32_t)).data();
  block.path_ = part(header.path);
  block.source_ = part(header.source);
  block.pool_ = part(header.pool);
  if (end != bytes.size()) return std::nullopt;
  if (!block.records_are_sound() || !block.indexes_are_sound()) return std::nullopt;
  return block;
}

bool Block::records_are_sound() const {
  if (header_.records == 0) return false;
  // Each container's children must begin where those of the container before it end. So every
  // record but the root is the child of exactly one other before it, and there is neither a circle
  // nor a shared branch.
  std::uint64_t next = 1;
  std::uint64_t level_end = 1;
  std::size_t level = 0;
  for (std::uint32_t i = 0; i < header_.records; ++i) {
    if (i == level_end) {
      if (next == level_end || ++level > kMaxDepth) return false;
      level_end = next;
    }
    const Record record = this->record(i);
    if (record.offset > source_.size()) return false;
    if (record.container()) {
      if (record.begin != next || record.children() > header_.records - next) return false;
      next += record.children();
      if (record.type() == Type::map) {
        for (std::uint64_t key = record.begin; key < next; key += 2) {
          if (this->record(static_cast<std::uint32_t>(key)).type() != Type::scalar) return false;
        }
      }
    } else {
      const std::size_t room = record.pooled() ? pool_.size() : source_.size();
      if (record.begin > room || record.size() > room - record.begin) return false;
    }
  }
  return next == header_.records;
}

bool Block::indexes_are_sound() const {
  std::uint64_t next = 0;
  for (std::uint32_t i = 0; i < header_.indexes; ++i) {
    const auto index = load<KeyIndex>(indexes_, i);
    if (i > 0 && index.record <= load<KeyIndex>(indexes_, i - 1).record) return false;
    if (index.record >= header_.records || index.begin != next) return false;
    const Record map = record(index.record);
    if (map.type() != Type::map || map.size() > header_.order - next) return false;
    next += map.size();
    for (std::uint64_t place = index.begin; place < next; ++place) {
      if (load<std::uint32_t>(order_, place) >= map.size()) return false;
    }
  }
  return next == header_.order;
}

const char* Block::order_of(std::uint32_t index) const {
  std::size_t low = 0;
  std::size_t high = header_.indexes;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const auto found = load<KeyIndex>(indexes_, middle);
    if (found.record == index) return order_ + found.begin * sizeof(std::uint32_t);
    if (found.record < index) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return nullptr;
}

std::optional<std::uint32_t> Block::find(std::uint32_t index, std::string_view key) const {
  const Record map = record(index);
  const char* order = map.size() > kUnindexed ? order_of(index) : nullptr;
  if (order == nullptr) {
    for (std::uint32_t i = 0; i < map.size(); ++i) {
      const std::uint32_t at = map.begin + 2 * i;
      if (text(record(at)) == key) return at + 1;
    }
    return std::nullopt;
  }
  std::size_t low = 0;
  std::size_t high = map.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::uint32_t at = map.begin + 2 * load<std::uint32_t>(order, middle);
    const int compared = text(record(at)).compare(key);
    if (compared == 0) return at + 1;
    if (compared < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return std::nullopt;
}

}  // namespace figcheck::yaml
