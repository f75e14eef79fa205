// SPDX-License-Identifier: Apache-2.0
#include <cstring>
#include <limits>
#include <string>

#include <doctest/doctest.h>

#include "yaml/node.h"

namespace figcheck::yaml {
namespace {

Trees sample() {
  std::string names = "names:\n";
  for (int i = 0; i < 20; ++i) names += "  n" + std::to_string(i * 7 % 20) + ": 'é''" + "'\n";
  Trees trees;
  for (const std::string& text :
       {std::string("rule: a\nwhy: >\n  it folds\n  twice\non: [b, 'c', {d: e, f: }]\nx: ~\n"),
        std::string(), names}) {
    auto tree = Tree::parse(text, "rules/" + std::to_string(trees.size()) + ".yaml");
    REQUIRE(tree);
    trees.push_back(std::move(tree).value());
  }
  return trees;
}

/// Whether two nodes are alike in all that can be asked of them.
bool same(const Node& a, const Node& b) {
  const Diagnostic here = a.complain("R001", "m", "h", 3);
  const Diagnostic there = b.complain("R001", "m", "h", 3);
  if (a.type() != b.type() || a.text() != b.text() || a.quoted() != b.quoted() ||
      a.size() != b.size() || a.file() != b.file() || a.line() != b.line() ||
      a.column() != b.column() || here.to_string() != there.to_string()) {
    return false;
  }
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!same(a.at(i), b.at(i))) return false;
    if (!a.is_map()) continue;
    if (!same(a.key(i), b.key(i))) return false;
    if (!same(a.get(a.key(i).text()), b.get(a.key(i).text()))) return false;
  }
  return true;
}

/// Asks everything of a node and returns the number of nodes below it.
std::size_t walk(const Node& node) {
  std::size_t nodes = 1 + node.text().size() % 2 + node.file().size() % 2 + node.line() % 2;
  nodes += node.complain("R001", "m", "h", node.column()).line % 2;
  for (std::size_t i = 0; i < node.size(); ++i) {
    nodes += walk(node.at(i));
    if (node.is_map()) nodes += walk(node.key(i)) + (node.get(node.key(i).text()) ? 1U : 0U);
  }
  return nodes;
}

/// Reads an image that may be damaged and walks through all of it.
void survive(std::string_view image) {
  // A copy of its own, so that a sanitizer sees a read past its end.
  const std::vector<char> copy(image.begin(), image.end());
  const auto trees = read_image(std::string_view(copy.data(), copy.size()));
  if (!trees) {
    CHECK(trees.error().code == "Y010");
    return;
  }
  for (const auto& tree : *trees) CHECK(walk(tree->root()) > 0);
}

std::string refusal(std::string_view image) {
  const auto trees = read_image(image);
  return trees ? "" : trees.error().to_string();
}

TEST_CASE("trees from an image are the trees that were written") {
  const Trees trees = sample();
  const std::string image = write_image(trees);
  // One byte to the side, since nobody promises that an image is aligned.
  const std::string shifted = 'x' + image;
  for (const std::string_view bytes :
       {std::string_view(image), std::string_view(shifted).substr(1)}) {
    const auto again = read_image(bytes);
    REQUIRE(again);
    REQUIRE(again->size() == trees.size());
    for (std::size_t i = 0; i < trees.size(); ++i) {
      CHECK((*again)[i]->path() == trees[i]->path());
      CHECK(same((*again)[i]->root(), trees[i]->root()));
    }
    CHECK(write_image(*again) == image);
  }
  CHECK(read_image(write_image({}))->empty());
}

TEST_CASE("an image that is not ours is refused with the reason") {
  const std::string image = write_image(sample());
  CHECK(refusal("") == "error: this is not an image of YAML files [Y010]");
  CHECK(refusal("rule: a") == "error: this is not an image of YAML files [Y010]");
  std::string other = image;
  std::swap(other[8], other[11]);
  CHECK(refusal(other) ==
        "error: the image of YAML files was made on a machine of another byte order [Y010]");
  other = image;
  const std::uint32_t version = 7;
  std::memcpy(other.data() + 12, &version, sizeof(version));
  CHECK(refusal(other) ==
        "error: the image of YAML files has version 7, and this engine reads 1 [Y010]");
  CHECK(refusal(image + 'x') ==
        "error: the image of YAML files is damaged: it goes on after its end [Y010]");
  CHECK(refusal(image.substr(0, 18)) ==
        "error: the image of YAML files is damaged: it ends too early [Y010]");
  CHECK(refusal(image.substr(0, image.size() - 1)) ==
        "error: the image of YAML files is damaged: file 3 of 3 [Y010]");
}

TEST_CASE("an image that was cut off is refused") {
  const std::string image = write_image(sample());
  for (std::size_t size = 0; size < image.size(); ++size) {
    const std::vector<char> copy(image.begin(), image.begin() + static_cast<std::ptrdiff_t>(size));
    CHECK_FALSE(read_image(std::string_view(copy.data(), copy.size())));
  }
}

TEST_CASE("no damage to an image leads outside it or in circles") {
  const std::string image = write_image(sample());
  for (std::size_t bit = 0; bit < image.size() * 8; ++bit) {
    std::string damaged = image;
    damaged[bit / 8] = static_cast<char>(static_cast<unsigned char>(damaged[bit / 8]) ^
                                         static_cast<unsigned char>(1U << (bit % 8)));
    survive(damaged);
  }
  // Whole numbers that fit in well, and the largest.
  for (std::size_t at = 0; at + 4 <= image.size(); ++at) {
    for (const std::uint32_t number : {0U, 1U, 2U, 3U, 0x12U, 0x13U, 0x22U, 0x7FFFFFFFU,
                                       std::numeric_limits<std::uint32_t>::max()}) {
      std::string damaged = image;
      std::memcpy(damaged.data() + at, &number, sizeof(number));
      survive(damaged);
    }
  }
}

}  // namespace
}  // namespace figcheck::yaml
