// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>
#include <re2/re2.h>

#include "base/text.h"
#include "pattern/entries.h"
#include "pattern/expression.h"
#include "pattern/needs.h"
#include "pattern/pattern.h"

namespace figcheck::pattern {

namespace {

constexpr int kMaxDepth = 40;
constexpr int kMaxRepeat = 8;
constexpr int kDefaultGap = 8;

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalnum(byte) || c == '\'';
}

std::unique_ptr<Expression> make(Expression::Kind kind) {
  auto made = std::make_unique<Expression>();
  made->kind = kind;
  return made;
}

}  // namespace

struct Parser {
  std::string_view text;
  const yaml::Node& node;
  std::size_t into;
  const Options& options;
  SymbolTable& table;
  Diagnostics& diagnostics;
  std::vector<Capture> captures;
  std::size_t at = 0;
  bool failed = false;

  void complain(const char* code, std::size_t where, std::string message, std::string hint = "") {
    failed = true;
    diagnostics.push_back(node.complain(code, std::move(message), std::move(hint), into + where));
  }

  void skip_space() {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n')) ++at;
  }

  bool done() {
    skip_space();
    return at >= text.size();
  }

  std::string read_name() {
    const std::size_t start = at;
    while (at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) ||
                                text[at] == '-' || text[at] == '_')) {
      ++at;
    }
    return std::string(text.substr(start, at - start));
  }

  /// Reads class names separated by "|", up to `close`, which is taken too.
  std::vector<std::string> read_class_names(char close) {
    std::vector<std::string> names;
    for (;;) {
      names.push_back(read_name());
      if (at < text.size() && text[at] == '|') {
        ++at;
        continue;
      }
      if (at < text.size() && text[at] == close) {
        ++at;
      } else {
        complain("P001", at, fmt::format("expected '{}' here", close));
        at = text.size();
      }
      return names;
    }
  }

  std::vector<ClassId> class_ids(const std::vector<std::string>& names, std::size_t where) {
    std::vector<ClassId> ids;
    for (const std::string& name : names) {
      if (const auto id = table.find_class(name)) {
        ids.push_back(*id);
        continue;
      }
      std::vector<std::string> known;
      for (std::size_t i = 0; i < table.class_count(); ++i) {
        const std::string& candidate = table.class_name(static_cast<ClassId>(i));
        if (candidate.front() != '=') known.push_back(candidate);
      }
      const std::string near = nearest_name(name, known);
      complain("P003", where, fmt::format("no class or group is called \"{}\"", name),
               near.empty() ? "" : fmt::format("did you mean \"{}\"?", near));
    }
    return ids;
  }

  std::unique_ptr<Expression> capture(std::string name, bool is_group,
                                      std::unique_ptr<Expression> inner, bool slot) {
    captures.push_back({std::move(name), is_group, inner->classes});
    auto made = make(Expression::Kind::capture);
    made->most = static_cast<int>(captures.size());  // The group's number in the regex.
    made->slot = slot;
    made->children.push_back(std::move(inner));
    return made;
  }

  std::unique_ptr<Expression> read_slot() {
    const std::size_t start = at++;
    const std::string name = read_name();
    std::vector<std::string> names;
    const bool several = at < text.size() && text[at] == '+';
    const bool bare = at < text.size() && text[at] == '!';
    if (several || bare) ++at;
    const bool wide = several && at < text.size() && text[at] == '+';
    if (wide) ++at;
    const bool with_classes = at < text.size() && text[at] == ':';
    if (with_classes) {
      ++at;
      names = read_class_names('}');
    } else {
      if (at < text.size() && text[at] == '}') {
        ++at;
      } else {
        complain("P001", at, "expected '}' to end the slot");
        at = text.size();
        return nullptr;
      }
      if (options.slot_classes) names = options.slot_classes(name);
      if (names.empty()) {
        const std::string near = nearest_name(name, options.slot_names);
        complain("P002", start + 1, fmt::format("there is no role or slot \"{}\" here", name),
                 near.empty() ? "" : fmt::format("did you mean \"{}\"?", near));
        return nullptr;
      }
    }
    auto inner = make(Expression::Kind::symbols);
    inner->classes = class_ids(names, start + 1);
    if (several) {
      auto made = capture(name, false, list_of(*inner, wide), false);
      captures.back().classes = inner->classes;
      return made;
    }
    return capture(name, false, std::move(inner), !bare);
  }

  /// Words of a list, none of which is a figure of its own kinds; in a list that is not wide, no
  /// figure at all.
  std::unique_ptr<Expression> list_words(const Expression& figure, bool wide, int most) {
    auto words = make(Expression::Kind::gap);
    words->most = most;
    if (wide) {
      words->classes = figure.classes;
      for (const std::string& name : options.list_barriers) {
        words->classes.push_back(table.add_class(name));
      }
      return words;
    }
    words->classes = barriers();
    for (const std::string& name : options.slot_tail_barriers) {
      words->classes.push_back(table.add_class(name));
    }
    return words;
  }

  /// Two figures or more, with separators and a few words between them.
  std::unique_ptr<Expression> list_of(const Expression& figure, bool wide) {
    constexpr int kMostFigures = 12;
    constexpr int kWords = 4;
    constexpr int kWideWords = 8;
    const auto copy = [&] {
      auto made = make(Expression::Kind::symbols);
      made->classes = figure.classes;
      made->slot = !wide;
      return made;
    };
    auto separator = make(Expression::Kind::symbols);
    for (const std::string& name : options.list_separators) {
      separator->classes.push_back(table.add_class(name));
    }
    auto separators = make(Expression::Kind::repeat);
    separators->least = 1;
    separators->most = 2;
    separators->children.push_back(std::move(separator));
    auto next = make(Expression::Kind::sequence);
    if (wide) next->children.push_back(list_words(figure, wide, kWideWords));
    next->children.push_back(std::move(separators));
    next->children.push_back(list_words(figure, wide, wide ? kWideWords : kWords));
    next->children.push_back(copy());
    auto more = make(Expression::Kind::repeat);
    more->least = 1;
    more->most = kMostFigures;
    more->children.push_back(std::move(next));
    auto list = make(Expression::Kind::sequence);
    list->children.push_back(copy());
    list->children.push_back(std::move(more));
    if (wide) list->children.push_back(list_words(figure, wide, kWideWords));
    return list;
  }

  std::unique_ptr<Expression> read_group() {
    const std::size_t start = at++;
    const std::string name = read_name();
    auto inner = make(Expression::Kind::symbols);
    inner->classes = class_ids({name}, start + 1);
    if (at < text.size() && text[at] == ':') {
      ++at;
      return capture(read_name(), true, std::move(inner), false);
    }
    return inner;
  }

  std::vector<ClassId> barriers() {
    std::vector<ClassId> ids;
    for (const std::string& name : options.barriers) ids.push_back(table.add_class(name));
    return ids;
  }

  /// 9/11 is one word.
  bool slash_between_digits() const {
    const auto digit = [&](std::size_t i) {
      return i < text.size() && text[i] >= '0' && text[i] <= '9';
    };
    return text[at] == '/' && at > 0 && digit(at - 1) && digit(at + 1);
  }

  std::unique_ptr<Expression> read_atom(int depth) {
    const char c = text[at];
    if (c == '{') return read_slot();
    if (c == '@') return read_group();
    if (c == '<') {
      const std::size_t start = at++;
      auto made = make(Expression::Kind::symbols);
      made->classes = class_ids(read_class_names('>'), start + 1);
      return made;
    }
    if (c == '(') {
      const std::size_t start = at++;
      auto inner = read_choice(depth + 1);
      skip_space();
      if (at < text.size() && text[at] == ')') {
        ++at;
      } else {
        complain("P001", start, "this '(' has no ')'");
      }
      return inner;
    }
    if (c == '_') {
      ++at;
      auto made = make(Expression::Kind::any);
      made->classes = barriers();
      return made;
    }
    if (c == '^' || c == '$') {
      ++at;
      return make(c == '^' ? Expression::Kind::begin : Expression::Kind::end);
    }
    if (text.substr(at, 3) == "///") {
      at += 3;
      return far_behind(kSentenceBreak);
    }
    if (text.substr(at, 2) == "##") {
      at += 2;
      return far_behind(kHeadlineBreak);
    }
    if (text.substr(at, 2) == "//") {
      at += 2;
      auto stop = make(Expression::Kind::repeat);
      stop->most = 1;
      auto mark = make(Expression::Kind::symbols);
      mark->classes = {table.add_class("mark")};
      stop->children.push_back(std::move(mark));
      auto sequence = make(Expression::Kind::sequence);
      sequence->children.push_back(std::move(stop));
      auto boundary = make(Expression::Kind::symbols);
      boundary->classes = {table.add_class(kSentenceBreak)};
      sequence->children.push_back(std::move(boundary));
      return sequence;
    }
    if (text.substr(at, 4) == "....") {
      at += 4;
      auto made = make(Expression::Kind::gap);
      made->most = -1;
      for (const char* name : {kSentenceBreak, kHeadlineBreak})
        made->classes.push_back(table.add_class(name));
      return made;
    }
    if (text.substr(at, 3) == "...") {
      at += 3;
      int most = 0;
      bool said = false;
      while (at < text.size() && std::isdigit(static_cast<unsigned char>(text[at]))) {
        most = std::min(99, most * 10 + (text[at++] - '0'));
        said = true;
      }
      auto made = make(Expression::Kind::gap);
      made->most = said ? most : kDefaultGap;
      made->classes = barriers();
      return made;
    }
    std::string word;
    if (c == '\\' && at + 1 < text.size()) {
      word = text[at + 1];
      at += 2;
    } else if (is_word_byte(c)) {
      const std::size_t start = at;
      // A stop inside belongs to the word ("p.m."), and so does a last one after such a stop.
      bool stops = false;
      while (at < text.size() && (is_word_byte(text[at]) ||
                                  (text[at] == '.' && at > start && at + 1 < text.size() &&
                                   is_word_byte(text[at + 1])) ||
                                  (text[at] == '.' && stops) || slash_between_digits())) {
        if (text[at] == '.') stops = true;
        ++at;
      }
      word = lower_case(text.substr(start, at - start));
    } else if (c == ')' || c == '|' || c == '?' || c == '*' || c == '+' || c == '}' || c == '>') {
      complain("P001", at, fmt::format("'{}' is not expected here", c));
      at = text.size();
      return nullptr;
    } else {
      word = c;
      ++at;
    }
    return word_of(word);
  }

  /// Anything, a break, and anything again.
  std::unique_ptr<Expression> far_behind(const char* boundary) {
    const auto anything = [&] {
      auto made = make(Expression::Kind::gap);
      made->most = -1;
      return made;
    };
    auto sequence = make(Expression::Kind::sequence);
    sequence->children.push_back(anything());
    sequence->children.push_back(make(Expression::Kind::symbols));
    sequence->children.back()->classes = {table.add_class(boundary)};
    sequence->children.push_back(anything());
    return sequence;
  }

  std::unique_ptr<Expression> read_item(int depth) {
    auto atom = read_atom(depth);
    if (!atom || at >= text.size()) return atom;
    const char c = text[at];
    if (c != '?' && c != '*' && c != '+') return atom;
    ++at;
    auto made = make(Expression::Kind::repeat);
    made->least = c == '+' ? 1 : 0;
    made->most = c == '?' ? 1 : kMaxRepeat;
    made->children.push_back(std::move(atom));
    return made;
  }

  std::unique_ptr<Expression> read_sequence(int depth) {
    auto made = make(Expression::Kind::sequence);
    while (!done() && text[at] != '|' && text[at] != ')') {
      if (auto item = read_item(depth)) made->children.push_back(std::move(item));
    }
    return made;
  }

  /// The one token that a branch takes, when it takes no more and nobody asks which it was.
  static Expression* token_of(Expression& branch) {
    Expression* at = &branch;
    while (at->kind == Expression::Kind::sequence && at->children.size() == 1) {
      at = at->children[0].get();
    }
    return at->kind == Expression::Kind::symbols && !at->slot ? at : nullptr;
  }

  /// Adds a branch to a choice. Words one after the other are one branch: (of|in|at) is a choice of
  /// one.
  static void add_branch(Expression& choice, std::unique_ptr<Expression> branch) {
    Expression* last = token_of(*choice.children.back());
    const Expression* next = token_of(*branch);
    if (last == nullptr || next == nullptr) {
      choice.children.push_back(std::move(branch));
      return;
    }
    last->classes.insert(last->classes.end(), next->classes.begin(), next->classes.end());
  }

  std::unique_ptr<Expression> word_of(const std::string& word) {
    auto made = make(Expression::Kind::symbols);
    made->classes = {table.add_class(SymbolTable::word_class(word))};
    return made;
  }

  std::unique_ptr<Expression> read_choice(int depth) {
    if (depth > kMaxDepth) {
      complain("P001", at, "the brackets are nested too deep");
      at = text.size();
      return make(Expression::Kind::sequence);
    }
    auto first = read_sequence(depth);
    if (done() || text[at] != '|') return first;
    auto made = make(Expression::Kind::choice);
    made->children.push_back(std::move(first));
    while (!done() && text[at] == '|') {
      ++at;
      add_branch(*made, read_sequence(depth));
    }
    return made;
  }
};

std::shared_ptr<Pattern> Pattern::parse(std::string_view text, const yaml::Node& node,
                                        std::size_t into, const Options& options,
                                        SymbolTable& table, Diagnostics& diagnostics) {
  Parser parser{text, node, into, options, table, diagnostics, {}};
  auto tree = parser.read_choice(0);
  if (!parser.done()) {
    parser.complain("P001", parser.at, fmt::format("'{}' is not expected here", text[parser.at]));
  }
  if (parser.failed) return nullptr;
  allow_entries(*tree, options, table);
  std::shared_ptr<Pattern> made(new Pattern);
  if (needs_of(*tree, table).lists.empty()) {
    parser.complain("P004", 0, "this pattern can match without any word or figure of its own");
    return nullptr;
  }
  made->text_ = std::string(text);
  made->longest_ = longest_match(*tree, options.slot_tail);
  made->asks_for_begin_ = asks_for(*tree, Expression::Kind::begin);
  made->asks_for_end_ = asks_for(*tree, Expression::Kind::end);
  made->tree_ = std::move(tree);
  made->captures_ = std::move(parser.captures);
  made->options_ = options;
  return made;
}

std::shared_ptr<Pattern> Pattern::parse(const yaml::Node& node, const Options& options,
                                        SymbolTable& table, Diagnostics& diagnostics) {
  if (!node.is_scalar()) {
    diagnostics.push_back(node.complain("P001", "expected a pattern in quotes"));
    return nullptr;
  }
  return parse(node.text(), node, 0, options, table, diagnostics);
}

}  // namespace figcheck::pattern
