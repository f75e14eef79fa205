// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "base/text.h"
#include "expr/tree.h"

namespace figcheck::expr {
namespace {

bool is_moment_kind(FigureKind kind) {
  switch (kind) {
    case FigureKind::date:
    case FigureKind::weekday:
    case FigureKind::time:
    case FigureKind::datetime:
    case FigureKind::period:
    case FigureKind::set:
      return true;
    default:
      return false;
  }
}

// "1923" is a number and a date.
bool is_both_kind(FigureKind kind) { return kind == FigureKind::year; }

Type type_of(const Role& role) {
  bool quantity = false;
  bool moment = false;
  for (const FigureKind kind : role.kinds) {
    quantity = quantity || !is_moment_kind(kind) || is_both_kind(kind);
    moment = moment || is_moment_kind(kind) || is_both_kind(kind);
  }
  if (quantity == moment) return Type::figure;
  return quantity ? Type::quantity : Type::moment;
}

StaticType static_type_of(const Role& role) {
  const Type type = type_of(role);
  return role.several ? StaticType{Type::list, type, true} : StaticType{type, Type::nothing, true};
}

/// Whether a value of type `have` may stand where `want` is needed.
bool fits(const StaticType& have, Type want) {
  if (have.type == want || have.type == Type::nothing || want == Type::nothing) return true;
  if (want == Type::figure) return have.of_text && have.type != Type::list;
  return have.type == Type::figure && (want == Type::quantity || want == Type::moment);
}

StaticType item_type(const StaticType& list) { return {list.element, Type::nothing, list.of_text}; }

std::string with_article(Type type) {
  if (type == Type::nothing) return "nothing";
  return std::string("a ") + to_string(type);
}

class Checker {
 public:
  Checker(Expression::Program& program, const Scope& scope, std::vector<Mistake>& mistakes)
      : program_(program), scope_(scope), mistakes_(mistakes) {}

  void check(std::uint32_t index) {
    Node& node = program_.nodes[index];
    if (node.kind == NodeKind::each) {
      each(node);
      return;
    }
    for (const std::uint32_t child : node.children) check(child);
    switch (node.kind) {
      case NodeKind::number:
        node.type.type = Type::quantity;
        break;
      case NodeKind::text:
        node.type.type = Type::text;
        break;
      case NodeKind::verdict:
        node.type.type = Type::verdict;
        break;
      case NodeKind::name:
        name(node);
        break;
      case NodeKind::call:
        call(node);
        break;
      case NodeKind::attribute:
        attribute(node);
        break;
      case NodeKind::negative:
        require(node.children[0], Type::quantity, "\"-\"");
        node.type.type = Type::quantity;
        break;
      case NodeKind::inverse:
        require(node.children[0], Type::verdict, "\"not\"");
        node.type.type = Type::verdict;
        break;
      case NodeKind::binary:
        binary(node);
        break;
      case NodeKind::list:
        list(node);
        break;
      default:
        break;
    }
  }

  void require_result(Type wanted) {
    const Node& root = program_.nodes[program_.root];
    if (fits(root.type, wanted)) return;
    complain("E016",
             "expected " + with_article(wanted) + ", but the expression gives " +
                 with_article(root.type.type),
             wanted == Type::verdict ? "compare it with something, such as \"x <= y\"" : "", 0);
  }

 private:
  void complain(std::string code, std::string message, std::string hint, std::size_t offset) {
    mistakes_.push_back({std::move(code), std::move(message), std::move(hint), offset});
  }

  const StaticType& type(std::uint32_t index) const { return program_.nodes[index].type; }

  /// The place of the leftmost byte of a node, which for a binary one is that of its left side.
  std::size_t begin(std::uint32_t index) const {
    const Node* node = &program_.nodes[index];
    while ((node->kind == NodeKind::binary || node->kind == NodeKind::attribute) &&
           !node->children.empty()) {
      node = &program_.nodes[node->children[0]];
    }
    return node->offset;
  }

  static std::string suggestion(const std::string& name, const std::vector<std::string>& known) {
    const std::string nearest = nearest_name(name, known);
    return nearest.empty() ? "" : "did you mean \"" + nearest + "\"?";
  }

  void require(std::uint32_t child, Type wanted, const std::string& where) {
    if (fits(type(child), wanted)) return;
    complain(
        "E012",
        where + " needs " + with_article(wanted) + ", found " + with_article(type(child).type),
        type(child).type == Type::list ? "use sum(), min(), max(), all() or any() for a list" : "",
        begin(child));
  }

  void name(Node& node) {
    if (node.name == "it" && !items_.empty()) {
      node.kind = NodeKind::item;
      node.type = items_.back();
      return;
    }
    for (std::size_t i = 0; i < scope_.lets.size(); ++i) {
      if (scope_.lets[i].name != node.name) continue;
      node.kind = NodeKind::let;
      node.slot = i;
      node.type = scope_.lets[i].type;
      program_.lets.insert(i);
      return;
    }
    if (scope_.kind != nullptr) {
      const std::vector<Role>& roles = scope_.kind->roles;
      for (std::size_t i = 0; i < roles.size(); ++i) {
        if (roles[i].name != node.name) continue;
        node.kind = NodeKind::role;
        node.slot = i;
        node.type = static_type_of(roles[i]);
        program_.roles.insert(i);
        return;
      }
      const std::vector<std::string>& words = scope_.kind->words;
      if (std::find(words.begin(), words.end(), node.name) != words.end()) {
        node.kind = NodeKind::word;
        node.type.type = Type::text;
        return;
      }
    }
    unknown_name(node);
  }

  void unknown_name(Node& node) {
    node.kind = NodeKind::nothing;
    std::vector<std::string> known;
    for (const LetName& let : scope_.lets) known.push_back(let.name);
    std::string roles;
    if (scope_.kind != nullptr) {
      for (const Role& role : scope_.kind->roles) {
        known.push_back(role.name);
        roles += (roles.empty() ? "" : ", ") + role.name;
      }
      known.insert(known.end(), scope_.kind->words.begin(), scope_.kind->words.end());
    }
    std::string hint = suggestion(node.name, known);
    if (hint.empty() && node.name == "it")
      hint = "\"it\" has a meaning inside all(), any() and each() only";
    if (hint.empty() && scope_.functions != nullptr &&
        scope_.functions->find(node.name) != nullptr) {
      hint = "a function needs its brackets: " + node.name + "()";
    }
    if (hint.empty() && scope_.kind != nullptr) {
      hint = "the roles of " + scope_.kind->name + " are " + roles;
    }
    complain("E010", "unknown name \"" + node.name + "\"", std::move(hint), node.offset);
  }

  void attribute(Node& node) {
    const StaticType& base = type(node.children[0]);
    const Attribute* found = find_attribute(node.name);
    if (found == nullptr) {
      std::vector<std::string> known;
      for (const Attribute& candidate : attribute_table()) known.emplace_back(candidate.name);
      complain("E014", "unknown attribute \"" + node.name + "\"", suggestion(node.name, known),
               node.offset);
      return;
    }
    node.attribute = found;
    node.type.type = found->type;
    if (base.type == Type::nothing) return;
    if (base.type == Type::list) {
      complain("E015", "a list has no attributes", "use each(list, it." + node.name + ")",
               node.offset);
      return;
    }
    const bool fitting = found->of == Type::figure ? base.of_text : fits(base, found->of);
    if (!fitting) {
      complain("E015", with_article(base.type) + " has no attribute \"" + node.name + "\"",
               "it belongs to " + with_article(found->of), node.offset);
    }
  }

  void call(Node& node) {
    const Function* function =
        scope_.functions != nullptr ? scope_.functions->find(node.name) : nullptr;
    if (function == nullptr) {
      const std::vector<std::string> known =
          scope_.functions != nullptr ? scope_.functions->names() : std::vector<std::string>();
      complain("E011", "unknown function \"" + node.name + "\"", suggestion(node.name, known),
               node.offset);
      return;
    }
    node.function = function;
    node.type = {function->result, function->element, false};
    if (!check_count(node, *function)) return;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const Parameter& parameter =
          function->parameters[std::min(i, function->parameters.size() - 1)];
      argument(node.children[i], parameter, *function);
    }
    check_unit_names(node);
  }

  bool check_count(const Node& node, const Function& function) {
    std::size_t fewest = 0;
    for (const Parameter& parameter : function.parameters) fewest += parameter.optional ? 0U : 1U;
    const std::size_t most = function.parameters.size();
    const std::size_t count = node.children.size();
    if (count >= fewest && (function.repeats || count <= most)) return true;
    const std::string bound = function.repeats ? "at least " + std::to_string(fewest)
                              : fewest == most
                                  ? std::to_string(most)
                                  : std::to_string(fewest) + " to " + std::to_string(most);
    complain("E013",
             node.name + "() takes " + bound + (bound == "1" ? " argument" : " arguments") +
                 ", found " + std::to_string(count),
             function.signature(), node.offset);
    return false;
  }

  void argument(std::uint32_t& child, const Parameter& parameter, const Function& function) {
    if (parameter.any) return;
    const Node& node = program_.nodes[child];
    // kin(part.subject, whole.subject) reads well and means the figures.
    if (parameter.type == Type::figure && node.kind == NodeKind::attribute &&
        (node.name == "subject" || node.name == "event") && type(node.children[0]).of_text) {
      child = node.children[0];
      return;
    }
    if (function.repeats && node.type.type == Type::list &&
        (node.type.element == Type::nothing || fits(item_type(node.type), parameter.type))) {
      return;
    }
    if (fits(node.type, parameter.type)) return;
    const bool needs_role = parameter.type == Type::figure;
    complain("E012",
             function.name + "() needs " +
                 (needs_role ? "a figure of the text" : with_article(parameter.type)) + " for \"" +
                 parameter.name + "\", found " + with_article(node.type.type),
             needs_role ? "give it a role" : function.signature(), begin(child));
  }

  /// A unit in quotes must be one of the vocabulary.
  void check_unit_names(const Node& node) {
    if (scope_.units == nullptr) return;
    for (std::size_t i = 0; i < node.children.size() && i < node.function->parameters.size(); ++i) {
      const Node& child = program_.nodes[node.children[i]];
      if (node.function->parameters[i].name != "unit" || child.kind != NodeKind::text) continue;
      if (child.name.empty() || scope_.units->known(child.name)) continue;
      complain("E017", "unknown unit \"" + child.name + "\"", "units are those of the vocabulary",
               child.offset + 1);
    }
  }

  void each(Node& node) {
    node.type = node.name == "each" ? StaticType{Type::list, Type::nothing, false}
                                    : StaticType{Type::verdict, Type::nothing, false};
    if (node.children.size() != 2) {
      for (const std::uint32_t child : node.children) check(child);
      complain("E013",
               node.name + "() takes 2 arguments, found " + std::to_string(node.children.size()),
               node.name + "(list, expression with it)", node.offset);
      return;
    }
    check(node.children[0]);
    const StaticType list = type(node.children[0]);
    if (!fits(list, Type::list)) require(node.children[0], Type::list, node.name + "()");
    items_.push_back(item_type(list));
    check(node.children[1]);
    items_.pop_back();
    if (node.name == "each") {
      node.type.element = type(node.children[1]).type;
      node.type.of_text = type(node.children[1]).of_text;
    } else {
      require(node.children[1], Type::verdict, node.name + "()");
    }
  }

  void list(Node& node) {
    node.type = {Type::list, Type::nothing, !node.children.empty()};
    for (const std::uint32_t child : node.children) {
      const StaticType& item = type(child);
      node.type.of_text = node.type.of_text && item.of_text;
      if (node.type.element == Type::nothing) {
        node.type.element = item.type;
      } else if (!fits(item, node.type.element)) {
        complain("E012",
                 "the items of a list are of one type: expected " +
                     with_article(node.type.element) + ", found " + with_article(item.type),
                 "", begin(child));
      }
    }
  }

  void binary(Node& node) {
    const std::string shown = std::string("\"") + to_string(node.op) + "\"";
    const std::uint32_t left = node.children[0];
    const std::uint32_t right = node.children[1];
    node.type.type = Type::verdict;
    switch (node.op) {
      case Operator::either:
      case Operator::both:
        require(left, Type::verdict, shown);
        require(right, Type::verdict, shown);
        break;
      case Operator::add:
      case Operator::subtract:
      case Operator::multiply:
      case Operator::divide:
        node.type.type = Type::quantity;
        arithmetic(node, left, right, shown);
        break;
      case Operator::among:
        require(right, Type::list, shown);
        if (type(right).type == Type::list)
          comparable(node, type(left), item_type(type(right)), shown);
        break;
      default:
        comparable(node, type(left), type(right), shown);
        break;
    }
  }

  void arithmetic(const Node& node, std::uint32_t left, std::uint32_t right,
                  const std::string& shown) {
    if (type(left).type == Type::moment && type(right).type == Type::moment) {
      complain("E012", shown + " needs quantities, found moments", "use days(a, b) or years(a, b)",
               node.offset);
      return;
    }
    require(left, Type::quantity, shown);
    require(right, Type::quantity, shown);
  }

  void comparable(const Node& node, const StaticType& a, const StaticType& b,
                  const std::string& shown) {
    const bool equality =
        node.op == Operator::equal || node.op == Operator::unequal || node.op == Operator::among;
    const auto allowed = [&](Type type) {
      return type == Type::quantity || type == Type::moment ||
             (equality && (type == Type::text || type == Type::verdict));
    };
    for (const Type candidate : {Type::quantity, Type::moment, Type::text, Type::verdict}) {
      if (allowed(candidate) && fits(a, candidate) && fits(b, candidate)) return;
    }
    complain(
        "E012", shown + " cannot compare " + with_article(a.type) + " with " + with_article(b.type),
        a.type == Type::list || b.type == Type::list ? "use all() or any() for the items of a list"
                                                     : "",
        node.offset);
  }

  Expression::Program& program_;
  const Scope& scope_;
  std::vector<Mistake>& mistakes_;
  std::vector<StaticType> items_;
};

}  // namespace

void check(Expression::Program& program, const Scope& scope, std::optional<Type> wanted,
           std::vector<Mistake>& mistakes) {
  const std::size_t before = mistakes.size();
  Checker checker(program, scope, mistakes);
  checker.check(program.root);
  if (wanted && mistakes.size() == before) checker.require_result(*wanted);
  const auto first = mistakes.begin() + static_cast<std::ptrdiff_t>(before);
  std::stable_sort(first, mistakes.end(),
                   [](const Mistake& a, const Mistake& b) { return a.offset < b.offset; });
}

}  // namespace figcheck::expr
