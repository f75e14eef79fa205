// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "yaml/block.h"
#include "yaml/body.h"
#include "yaml/node.h"
#include "yaml/position.h"

namespace figcheck::yaml {

Tree::Tree(std::unique_ptr<Body> body) : body_(std::move(body)) {}
Tree::~Tree() = default;

const std::string& Tree::path() const { return body_->path; }
Node Tree::root() const { return Node(this, 0); }

std::shared_ptr<const Tree> Tree::adopt(std::string bytes) {
  auto body = std::make_unique<Body>();
  body->owned = std::move(bytes);
  body->block = Block::open(body->owned).value();
  body->path = body->block.path();
  return std::shared_ptr<const Tree>(new Tree(std::move(body)));
}

Record Node::record() const { return tree_->body_->block.record(index_); }

Type Node::type() const { return tree_ == nullptr ? Type::null : record().type(); }

std::string_view Node::text() const {
  return is_scalar() ? tree_->body_->block.text(record()) : std::string_view();
}

bool Node::quoted() const { return is_scalar() && record().quoted(); }

std::size_t Node::size() const { return is_sequence() || is_map() ? record().size() : 0; }

Node Node::at(std::size_t index) const {
  if (index >= size()) return {};
  const Record own = record();
  const std::size_t place = own.type() == Type::map ? 2 * index + 1 : index;
  return Node(tree_, own.begin + static_cast<std::uint32_t>(place));
}

Node Node::key(std::size_t index) const {
  if (!is_map() || index >= size()) return {};
  return Node(tree_, record().begin + static_cast<std::uint32_t>(2 * index));
}

Node Node::get(std::string_view key) const {
  if (!is_map()) return {};
  const auto found = tree_->body_->block.find(index_, key);
  return found ? Node(tree_, *found) : Node();
}

const std::string& Node::file() const {
  static const std::string kNoFile;
  return tree_ == nullptr ? kNoFile : tree_->path();
}

std::size_t Node::line() const { return tree_ == nullptr ? 0 : record().line; }

std::size_t Node::column() const {
  if (tree_ == nullptr) return 0;
  const std::size_t offset = record().offset;
  const std::string_view before = tree_->body_->block.source().substr(0, offset);
  const std::size_t line_end = before.rfind('\n');
  return line_end == std::string_view::npos ? offset + 1 : offset - line_end;
}

Diagnostic Node::complain(std::string code, std::string message, std::string hint,
                          std::size_t into) const {
  if (tree_ == nullptr) {
    Diagnostic out;
    out.code = std::move(code);
    out.message = std::move(message);
    out.hint = std::move(hint);
    return out;
  }
  const Block& block = tree_->body_->block;
  const Record own = record();
  std::size_t offset = own.offset;
  if (into > 0 && is_scalar()) {
    const std::string_view written = text();
    offset = own.pooled() ? source_offset(block.source(), offset, own.quoted(), written, into)
                          : offset + std::min(into, written.size());
  }
  return diagnose(block.source(), tree_->path(), offset, std::move(code), std::move(message),
                  std::move(hint));
}

}  // namespace figcheck::yaml
