// SPDX-License-Identifier: Apache-2.0
#include "expr/parser.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "expr/lexer.h"

namespace figcheck::expr {
namespace {

using Index = std::optional<std::uint32_t>;

struct Spelling {
  const char* text;
  Operator op;
};
constexpr Spelling kComparisons[] = {
    {"<", Operator::less},           {"<=", Operator::less_equal}, {">", Operator::greater},
    {">=", Operator::greater_equal}, {"=", Operator::equal},       {"!=", Operator::unequal},
    {"~", Operator::meets},          {"!~", Operator::misses},     {"in", Operator::among}};
constexpr Spelling kSums[] = {{"+", Operator::add}, {"-", Operator::subtract}};
constexpr Spelling kProducts[] = {{"*", Operator::multiply}, {"/", Operator::divide}};
constexpr Spelling kOr[] = {{"or", Operator::either}};
constexpr Spelling kAnd[] = {{"and", Operator::both}};

bool is_quantifier(const std::string& name) {
  return name == "all" || name == "any" || name == "each";
}
bool is_operator_word(const std::string& name) {
  return name == "and" || name == "or" || name == "not" || name == "in";
}

// Every function returns no index after a mistake, and its callers hand that on.
class Parser {
 public:
  Parser(std::vector<Token> tokens, Expression::Program& program, std::vector<Mistake>& mistakes)
      : tokens_(std::move(tokens)), program_(program), mistakes_(mistakes) {}

  bool run() {
    if (peek().kind == TokenKind::end) {
      complain("E001", "expected an expression, found nothing");
      return false;
    }
    const Index root = expression();
    if (!root) return false;
    if (peek().kind != TokenKind::end) {
      if (find(kComparisons) != nullptr) {
        complain("E006", "comparisons do not chain", "write \"a < b and b < c\"");
      } else {
        complain("E001", "expected an operator or the end, found " + describe(peek()));
      }
      return false;
    }
    program_.root = *root;
    return true;
  }

 private:
  /// Counts how deep the recursion is while it lives.
  class Level {
   public:
    explicit Level(std::size_t& depth) : depth_(depth) { ++depth_; }
    ~Level() { --depth_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;

   private:
    std::size_t& depth_;
  };

  const Token& peek(std::size_t ahead = 0) const {
    return tokens_[std::min(next_ + ahead, tokens_.size() - 1)];
  }
  const Token& take() { return tokens_[next_ + 1 < tokens_.size() ? next_++ : next_]; }

  bool at(const char* text) const {
    const Token& token = peek();
    return (token.kind == TokenKind::symbol || token.kind == TokenKind::name) && token.text == text;
  }

  template <std::size_t size>
  const Spelling* find(const Spelling (&spellings)[size]) const {
    for (const Spelling& spelling : spellings) {
      if (at(spelling.text)) return &spelling;
    }
    return nullptr;
  }

  static std::string describe(const Token& token) {
    switch (token.kind) {
      case TokenKind::end:
        return "the end";
      case TokenKind::text:
        return "a text";
      case TokenKind::number:
      case TokenKind::percent:
        return "a number";
      case TokenKind::name:
      case TokenKind::symbol:
        break;
    }
    return "\"" + token.text + "\"";
  }

  Index complain(std::string code, std::string message, std::string hint = "") {
    return complain_at(std::move(code), std::move(message), std::move(hint), peek().offset);
  }
  Index complain_at(std::string code, std::string message, std::string hint, std::size_t offset) {
    mistakes_.push_back({std::move(code), std::move(message), std::move(hint), offset});
    return std::nullopt;
  }

  Index too_deep(std::size_t offset) {
    return complain_at("E007", "the expression is nested too deep",
                       "at most " + std::to_string(kMaxDepth) + " levels; use let: for parts",
                       offset);
  }

  Index add(Node node) {
    for (const std::uint32_t child : node.children) {
      node.depth = std::max(node.depth, program_.nodes[child].depth + 1);
    }
    // A long sum is as deep as it is long, and the evaluator walks it by recursion.
    if (node.depth > kMaxDepth) return too_deep(node.offset);
    program_.nodes.push_back(std::move(node));
    return static_cast<std::uint32_t>(program_.nodes.size() - 1);
  }

  Index add(NodeKind kind, std::size_t offset, std::string name = "") {
    Node node;
    node.kind = kind;
    node.offset = offset;
    node.name = std::move(name);
    return add(std::move(node));
  }

  Index binary(Operator op, std::size_t offset, std::uint32_t left, std::uint32_t right) {
    Node node;
    node.kind = NodeKind::binary;
    node.op = op;
    node.offset = offset;
    node.children = {left, right};
    return add(std::move(node));
  }

  template <std::size_t size>
  Index chain(const Spelling (&spellings)[size], Index (Parser::*operand)()) {
    Index left = (this->*operand)();
    while (left) {
      const Spelling* found = find(spellings);
      if (found == nullptr) break;
      const std::size_t offset = take().offset;
      const Index right = (this->*operand)();
      if (!right) return right;
      left = binary(found->op, offset, *left, *right);
    }
    return left;
  }

  Index expression() {
    const Level level(depth_);
    if (depth_ > kMaxDepth) return too_deep(peek().offset);
    return chain(kOr, &Parser::and_expression);
  }

  Index and_expression() { return chain(kAnd, &Parser::not_expression); }

  Index prefix(NodeKind kind, Index (Parser::*operand)()) {
    const Level level(depth_);
    if (depth_ > kMaxDepth) return too_deep(peek().offset);
    Node node;
    node.kind = kind;
    node.offset = take().offset;
    const Index inner = (this->*operand)();
    if (!inner) return inner;
    node.children = {*inner};
    return add(std::move(node));
  }

  Index not_expression() {
    if (at("not")) return prefix(NodeKind::inverse, &Parser::not_expression);
    return comparison();
  }

  Index comparison() {
    const Index left = sum();
    if (!left) return left;
    const Spelling* found = find(kComparisons);
    if (found == nullptr) return left;
    const std::size_t offset = take().offset;
    const Index right = sum();
    if (!right) return right;
    return binary(found->op, offset, *left, *right);
  }

  Index sum() { return chain(kSums, &Parser::product); }
  Index product() { return chain(kProducts, &Parser::unary); }

  Index unary() {
    if (at("-")) return prefix(NodeKind::negative, &Parser::unary);
    return postfix();
  }

  Index postfix() {
    Index base = primary();
    while (base && at(".")) {
      take();
      if (peek().kind != TokenKind::name) {
        return complain("E001",
                        "expected the name of an attribute after \".\", found " + describe(peek()));
      }
      Node node;
      node.kind = NodeKind::attribute;
      node.offset = peek().offset;
      node.name = take().text;
      node.children = {*base};
      base = add(std::move(node));
    }
    return base;
  }

  Index primary() {
    const Token& token = peek();
    switch (token.kind) {
      case TokenKind::number:
      case TokenKind::percent: {
        Node node;
        node.kind = NodeKind::number;
        node.offset = token.offset;
        node.number = Quantity::exactly(Decimal::parse(token.text).value_or(Decimal()),
                                        token.kind == TokenKind::percent ? kPercentUnit : "");
        take();
        return add(std::move(node));
      }
      case TokenKind::text: {
        take();
        return add(NodeKind::text, token.offset, token.text);
      }
      case TokenKind::name:
        return name();
      case TokenKind::symbol:
        if (at("(")) return group();
        if (at("[")) return list();
        break;
      case TokenKind::end:
        break;
    }
    return complain("E001", "expected a number, a name or \"(\", found " + describe(token));
  }

  Index name() {
    if (is_operator_word(peek().text)) {
      return complain("E001", "expected a number, a name or \"(\", found \"" + peek().text + "\"");
    }
    const Token token = take();
    if (at("(")) return call(token);
    if (token.text == "true" || token.text == "false") {
      Node node;
      node.kind = NodeKind::verdict;
      node.offset = token.offset;
      node.verdict = token.text == "true" ? Verdict::holds : Verdict::fails;
      return add(std::move(node));
    }
    if (token.text == "nothing") return add(NodeKind::nothing, token.offset);
    return add(NodeKind::name, token.offset, token.text);
  }

  bool close(const char* bracket, std::size_t opened) {
    if (at(bracket)) {
      take();
      return true;
    }
    const char* open = bracket[0] == ')' ? "(" : "[";
    complain("E008", std::string("expected \"") + bracket + "\" for the \"" + open +
                         "\" at column " + std::to_string(opened + 1) +
                         " of the expression, found " + describe(peek()));
    return false;
  }

  Index group() {
    const std::size_t opened = take().offset;
    const Index inner = expression();
    if (!inner || !close(")", opened)) return std::nullopt;
    return inner;
  }

  /// Reads expressions up to the closing bracket into `items`.
  bool items_up_to(const char* bracket, std::size_t opened, std::vector<std::uint32_t>& items) {
    while (!at(bracket)) {
      const Index item = expression();
      if (!item) return false;
      items.push_back(*item);
      if (!at(",")) break;
      take();
    }
    return close(bracket, opened);
  }

  Index list() {
    Node node;
    node.kind = NodeKind::list;
    node.offset = take().offset;
    if (!items_up_to("]", node.offset, node.children)) return std::nullopt;
    return add(std::move(node));
  }

  Index call(const Token& name) {
    Node node;
    node.kind = is_quantifier(name.text) ? NodeKind::each : NodeKind::call;
    node.name = name.text;
    node.offset = name.offset;
    const std::size_t opened = take().offset;
    if (!items_up_to(")", opened, node.children)) return std::nullopt;
    return add(std::move(node));
  }

  std::vector<Token> tokens_;
  Expression::Program& program_;
  std::vector<Mistake>& mistakes_;
  std::size_t next_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace

bool parse(std::string_view source, Expression::Program& program, std::vector<Mistake>& mistakes) {
  program.source = std::string(source);
  std::vector<Token> tokens;
  if (!tokenize(source, tokens, mistakes)) return false;
  return Parser(std::move(tokens), program, mistakes).run();
}

}  // namespace figcheck::expr
