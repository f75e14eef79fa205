// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "pattern/pattern.h"
#include "yaml/node.h"

namespace figcheck::pattern {

/// A small language for tests: every literal word of its patterns is a symbol, numbers have the
/// class "number", every other word has none but "word".
struct Words {
  SymbolTable table;
  std::vector<std::shared_ptr<const yaml::Tree>> trees;
  std::map<std::string, Symbol, std::less<>> symbols;
  Symbol number = 0;
  Symbol other = 0;

  Words() {
    table.add_class("word");
    table.mark_common(table.add_class("number"));
    table.add_class("mark");
    table.add_class("unit");
  }

  std::shared_ptr<Pattern> parse(const std::string& text, const Options& options = {}) {
    auto tree = yaml::Tree::parse("'" + text + "'", "test.yaml");
    trees.push_back(tree.value());
    Diagnostics diagnostics;
    return Pattern::parse(trees.back()->root(), options, table, diagnostics);
  }

  /// Makes the symbols, of all words that patterns have named and of `units`.
  void finish(std::string_view units = "") {
    const ClassId word = *table.find_class("word");
    std::istringstream in{std::string(units)};
    for (std::string unit; in >> unit;)
      symbols[unit] = table.add_symbol({word, *table.find_class("unit")});
    for (std::size_t i = 0; i < table.class_count(); ++i) {
      const auto id = static_cast<ClassId>(i);
      const std::string& name = table.class_name(id);
      if (name.size() < 2 || name[0] != '=' || name.find(' ') != std::string::npos) continue;
      const bool mark = name == "=,";
      symbols[name.substr(1)] = table.add_symbol({mark ? *table.find_class("mark") : word, id});
    }
    number = table.add_symbol({*table.find_class("number")});
    other = table.add_symbol({word});
    table.index_symbols();
  }

  /// The symbols of words between spaces.
  std::vector<Symbol> sentence(std::string_view text) const {
    std::vector<Symbol> out;
    std::istringstream in{std::string(text)};
    for (std::string word; in >> word;) {
      const auto known = symbols.find(word);
      const bool digits = word[0] >= '0' && word[0] <= '9';
      out.push_back(digits ? number : known != symbols.end() ? known->second : other);
    }
    return out;
  }
};

}  // namespace figcheck::pattern
