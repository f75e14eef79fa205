// SPDX-License-Identifier: Apache-2.0
#include "pattern/entries.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace figcheck::pattern {

namespace {

using Kind = Expression::Kind;

/// A pattern with more ways to read its words than this is left as it is written.
constexpr std::size_t kMostRows = 64;

/// Where one token stands.
struct Place {
  std::vector<ClassId> classes;
  bool optional = false;
};
/// One way to read literal words: all choices between one word and several are made.
using Row = std::vector<Place>;

/// Whether the expression is made of tokens side by side and nothing that is remembered.
bool is_plain(const Expression& tree) {
  switch (tree.kind) {
    case Kind::symbols:
      return !tree.slot;
    case Kind::sequence:
    case Kind::choice:
      return std::all_of(tree.children.begin(), tree.children.end(),
                         [](const auto& child) { return is_plain(*child); });
    case Kind::repeat:
      return tree.most == 1 && is_plain(*tree.children[0]);
    default:
      return false;
  }
}

class Entries {
 public:
  Entries(const Options& options, SymbolTable& table) : options_(options), table_(table) {}

  void allow(Expression& tree) {
    if (is_plain(tree)) {
      if (auto better = read_both_ways(rows_of(tree))) tree = std::move(*better);
      return;
    }
    if (tree.kind != Kind::sequence) {
      for (auto& child : tree.children) allow(*child);
      return;
    }
    std::vector<std::unique_ptr<Expression>> children;
    for (std::size_t i = 0; i < tree.children.size();) {
      Expression run;
      for (; i < tree.children.size() && is_plain(*tree.children[i]); ++i) {
        run.children.push_back(std::move(tree.children[i]));
      }
      if (run.children.empty()) {
        allow(*tree.children[i]);
        children.push_back(std::move(tree.children[i++]));
        continue;
      }
      if (auto better = read_both_ways(rows_of(run))) {
        children.push_back(std::make_unique<Expression>(std::move(*better)));
        continue;
      }
      std::move(run.children.begin(), run.children.end(), std::back_inserter(children));
    }
    tree.children = std::move(children);
  }

 private:
  /// All rows of a plain expression; none when there are too many.
  std::vector<Row> rows_of(const Expression& tree) const {
    switch (tree.kind) {
      case Kind::symbols:
        return {{{tree.classes, false}}};
      case Kind::repeat: {
        std::vector<Row> rows = rows_of(*tree.children[0]);
        if (rows.size() == 1 && rows[0].size() == 1) {
          rows[0][0].optional = rows[0][0].optional || tree.least == 0;
        } else if (tree.least == 0 && !rows.empty()) {
          rows.emplace_back();
        }
        return rows;
      }
      case Kind::choice: {
        std::vector<Row> rows;
        for (const auto& child : tree.children) {
          std::vector<Row> more = rows_of(*child);
          if (more.empty()) return {};
          std::move(more.begin(), more.end(), std::back_inserter(rows));
        }
        return rows.size() > kMostRows ? std::vector<Row>() : rows;
      }
      default: {
        std::vector<Row> rows(1);
        for (const auto& child : tree.children) {
          const std::vector<Row> next = rows_of(*child);
          if (rows.size() * next.size() > kMostRows) return {};
          std::vector<Row> joined;
          for (const Row& row : rows) {
            for (const Row& tail : next) {
              joined.push_back(row);
              joined.back().insert(joined.back().end(), tail.begin(), tail.end());
            }
          }
          rows = std::move(joined);
        }
        return rows;
      }
    }
  }

  /// The rows with their entries, or nullopt when no row has one.
  std::optional<Expression> read_both_ways(const std::vector<Row>& rows) {
    bool any = false;
    Expression all;
    all.kind = Kind::choice;
    for (const Row& row : rows) {
      auto sequence = std::make_unique<Expression>();
      any = append(row, 0, *sequence) || any;
      all.children.push_back(std::move(sequence));
    }
    if (!any) return std::nullopt;
    return all;
  }

  /// Appends the row from a place on; returns whether there is an entry in it.
  bool append(const Row& row, std::size_t from, Expression& sequence) {
    for (std::size_t i = from; i < row.size(); ++i) {
      const auto entries = entries_at(row, i);
      if (entries.empty()) {
        sequence.children.push_back(token(row[i].classes, row[i].optional));
        continue;
      }
      auto choice = std::make_unique<Expression>();
      choice->kind = Kind::choice;
      auto apart = std::make_unique<Expression>();
      apart->children.push_back(token(row[i].classes, row[i].optional));
      append(row, i + 1, *apart);
      choice->children.push_back(std::move(apart));
      for (const auto& [end, classes] : entries) {
        auto as_one = std::make_unique<Expression>();
        as_one->children.push_back(token(classes, false));
        append(row, end, *as_one);
        choice->children.push_back(std::move(as_one));
      }
      sequence.children.push_back(std::move(choice));
      return true;
    }
    return false;
  }

  static std::unique_ptr<Expression> token(const std::vector<ClassId>& classes, bool optional) {
    auto made = std::make_unique<Expression>();
    made->kind = Kind::symbols;
    made->classes = classes;
    if (!optional) return made;
    auto repeat = std::make_unique<Expression>();
    repeat->kind = Kind::repeat;
    repeat->most = 1;
    repeat->children.push_back(std::move(made));
    return repeat;
  }

  /// The entries of several words that begin at a place, by the place behind them.
  std::map<std::size_t, std::vector<ClassId>> entries_at(const Row& row, std::size_t i) {
    std::map<std::size_t, std::vector<ClassId>> found;
    for (const ClassId id : row[i].classes) {
      const std::string& name = table_.class_name(id);
      if (name.front() != '=') continue;
      const std::string word = name.substr(1);
      const std::size_t longest = options_.longest_entry(word);
      if (longest > 1) extend(row, i + 1, word, longest - 1, found);
    }
    return found;
  }

  void extend(const Row& row, std::size_t i, const std::string& words, std::size_t more,
              std::map<std::size_t, std::vector<ClassId>>& found) {
    if (i >= row.size() || more == 0) return;
    // A copy: adding a class may move the names.
    for (const ClassId id : row[i].classes) {
      const std::string name = table_.class_name(id);
      if (name.front() != '=') continue;
      const std::string longer = words + ' ' + name.substr(1);
      if (options_.is_entry(longer)) {
        found[i + 1].push_back(table_.add_class(SymbolTable::word_class(longer)));
      }
      extend(row, i + 1, longer, more - 1, found);
    }
    if (row[i].optional) extend(row, i + 1, words, more, found);
  }

  const Options& options_;
  SymbolTable& table_;
};

}  // namespace

void allow_entries(Expression& tree, const Options& options, SymbolTable& table) {
  if (options.longest_entry && options.is_entry) Entries(options, table).allow(tree);
}

}  // namespace figcheck::pattern
