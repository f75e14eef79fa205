// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "figcheck/result.h"

// YAML as the engine reads it: an immutable tree in which every node knows its file, line and
// column. The tree comes from text (by yaml-cpp) or from a compact image of trees made at build
// time; what is read from it is the same either way. Anchors, aliases, tags and several documents
// in one file are refused, and so is a key that stands twice in one map.
namespace figcheck::yaml {

enum class Type : std::uint8_t { null, scalar, sequence, map };

class Tree;
struct Record;

/// A node of a tree; a small value that stays good as long as its Tree does.
class Node {
 public:
  Node() = default;

  /// False for a node that is not there, such as get("x") of a map without x. All calls on such a
  /// node give nothing.
  explicit operator bool() const { return tree_ != nullptr; }

  Type type() const;
  bool is_scalar() const { return *this && type() == Type::scalar; }
  bool is_sequence() const { return *this && type() == Type::sequence; }
  bool is_map() const { return *this && type() == Type::map; }
  bool is_null() const { return *this && type() == Type::null; }

  /// The text of a scalar, without its quotes.
  std::string_view text() const;
  /// Whether a scalar stood in quotes or in a block: "none" is a word and none is nothing.
  bool quoted() const;

  /// The number of items of a sequence or of entries of a map.
  std::size_t size() const;
  /// An item of a sequence, or the value of a map's entry, by its place.
  Node at(std::size_t index) const;
  /// The key of a map's entry, by its place.
  Node key(std::size_t index) const;
  /// The value under a key, or no node. Quick for maps of any size.
  Node get(std::string_view key) const;

  /// The file's path, and where the node begins, both from 1, the column in bytes. For a scalar in
  /// quotes that is the first byte inside them; for a block scalar its indicator; for a value or
  /// item that is not written, its key or dash.
  const std::string& file() const;
  std::size_t line() const;
  std::size_t column() const;

  /// Returns an error that points at this node or, where `into` is not 0, at that byte of its text,
  /// whatever quotes, escapes and folded lines the text was written with.
  Diagnostic complain(std::string code, std::string message, std::string hint = "",
                      std::size_t into = 0) const;

 private:
  friend class Tree;
  Node(const Tree* tree, std::uint32_t index) : tree_(tree), index_(index) {}
  Record record() const;

  const Tree* tree_ = nullptr;
  std::uint32_t index_ = 0;
};

/// One YAML file. Immutable, so threads may share it; nodes point into it, so it is handed around
/// by shared_ptr.
class Tree {
 public:
  /// Reads YAML text. `path` is the name for diagnostics and need not exist. A byte order mark is
  /// passed over; an empty text gives a null. Fails with
  ///
  ///     Y001  not valid YAML; what is probably meant is in the hint
  ///     Y002  a key twice in one map
  ///     Y003  anchors, aliases, tags, several documents, keys that are not text
  ///     Y004  nested deeper than 64 levels, so that recursion over a tree is safe
  ///     Y005  larger than 64 MB
  ///     D001  not valid UTF-8
  static Result<std::shared_ptr<const Tree>> parse(std::string_view text, std::string path);

  const std::string& path() const;
  Node root() const;

  ~Tree();

 private:
  friend class Node;
  friend std::string write_image(const std::vector<std::shared_ptr<const Tree>>& trees);
  friend Result<std::vector<std::shared_ptr<const Tree>>> read_image(std::string_view image);
  struct Body;
  explicit Tree(std::unique_ptr<Body> body);
  /// Returns the tree whose bytes (see block.h) these are.
  static std::shared_ptr<const Tree> adopt(std::string bytes);
  std::unique_ptr<Body> body_;
};

using Trees = std::vector<std::shared_ptr<const Tree>>;

/// Returns the trees with their sources in a compact form, some 16 bytes a node on top of the
/// source. It is for the machine's own byte order.
std::string write_image(const Trees& trees);

/// Reads what write_image() wrote, without a copy of it: about a millisecond for a megabyte of
/// YAML. The bytes need no alignment and must outlive the trees, which point into them. Fails with
/// Y010 for an image that is damaged or of another version; never crashes on one, though damage
/// inside a text, or to a line number, is not noticed.
Result<Trees> read_image(std::string_view image);

/// Reads a file, or every *.yaml file below a folder in the order of their paths. Problems of
/// single files are added to `diagnostics`; the rest is returned. Paths are given as `path` and the
/// rest joined. Names with a dot in front and links to folders are passed over; a name in .yml gets
/// a warning, Y006.
Trees load(const std::string& path, Diagnostics& diagnostics);

}  // namespace figcheck::yaml
