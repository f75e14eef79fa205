// SPDX-License-Identifier: Apache-2.0
// Images: the blocks of many trees in one run of bytes.
//
//     magic, byte order, version, number of trees, then for each tree: size of its block, the block
#include <cstring>
#include <utility>

#include <fmt/format.h>

#include "yaml/block.h"
#include "yaml/body.h"
#include "yaml/node.h"

namespace figcheck::yaml {
namespace {

constexpr std::string_view kMagic = "figyaml\n";
constexpr std::uint32_t kByteOrder = 0x01020304;
constexpr std::uint32_t kVersion = 1;

void append(std::string& out, std::uint32_t number) {
  char bytes[sizeof(number)];
  std::memcpy(bytes, &number, sizeof(number));
  out.append(bytes, sizeof(number));
}

/// Takes a number from the front of `image`, or returns nullopt at its end.
std::optional<std::uint32_t> take(std::string_view& image) {
  std::uint32_t number = 0;
  if (image.size() < sizeof(number)) return std::nullopt;
  std::memcpy(&number, image.data(), sizeof(number));
  image.remove_prefix(sizeof(number));
  return number;
}

Diagnostic damaged(std::string message) {
  Diagnostic out;
  out.code = "Y010";
  out.message = std::move(message);
  return out;
}

}  // namespace

std::string write_image(const Trees& trees) {
  std::string out(kMagic);
  append(out, kByteOrder);
  append(out, kVersion);
  append(out, static_cast<std::uint32_t>(trees.size()));
  for (const auto& tree : trees) {
    const std::string_view block = tree->body_->block.bytes();
    append(out, static_cast<std::uint32_t>(block.size()));
    out += block;
  }
  return out;
}

Result<Trees> read_image(std::string_view image) {
  if (image.substr(0, kMagic.size()) != kMagic)
    return damaged("this is not an image of YAML files");
  image.remove_prefix(kMagic.size());
  if (take(image) != kByteOrder) {
    return damaged("the image of YAML files was made on a machine of another byte order");
  }
  if (const auto version = take(image); version != kVersion) {
    return damaged(fmt::format("the image of YAML files has version {}, and this engine reads {}",
                               version.value_or(0), kVersion));
  }
  const auto count = take(image);
  if (!count) return damaged("the image of YAML files is damaged: it ends too early");
  Trees trees;
  for (std::uint32_t i = 0; i < *count; ++i) {
    const auto size = take(image);
    const auto block =
        size && *size <= image.size() ? Block::open(image.substr(0, *size)) : std::nullopt;
    if (!block) {
      return damaged(
          fmt::format("the image of YAML files is damaged: file {} of {}", i + 1, *count));
    }
    image.remove_prefix(*size);
    auto body = std::make_unique<Tree::Body>();
    body->block = *block;
    body->path = block->path();
    trees.push_back(std::shared_ptr<const Tree>(new Tree(std::move(body))));
  }
  if (!image.empty())
    return damaged("the image of YAML files is damaged: it goes on after its end");
  return trees;
}

}  // namespace figcheck::yaml
