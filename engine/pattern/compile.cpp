// SPDX-License-Identifier: Apache-2.0
#include <re2/re2.h>

#include <algorithm>

#include <fmt/format.h>

#include "pattern/expression.h"
#include "pattern/needs.h"
#include "pattern/pattern.h"
#include "pattern/prefilter.h"

namespace figcheck::pattern {

namespace {

std::vector<Symbol> members(const std::vector<ClassId>& classes, const SymbolTable& table) {
  std::vector<Symbol> all;
  for (const ClassId id : classes) {
    const auto some = table.symbols_with(id);
    all.insert(all.end(), some.begin(), some.end());
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

/// Writes a character class of the symbols; one that nothing matches when there are none.
std::string bracket(const std::vector<Symbol>& symbols, bool negated) {
  if (symbols.empty()) return negated ? "." : "[^\\x00-\\x{10FFFF}]";
  std::string out = negated ? "[^" : "[";
  for (std::size_t i = 0; i < symbols.size();) {
    std::size_t last = i;
    while (last + 1 < symbols.size() && symbols[last + 1] == symbols[last] + 1) ++last;
    append_symbol(out, symbols[i]);
    if (last > i) {
      out += '-';
      append_symbol(out, symbols[last]);
    }
    i = last + 1;
  }
  return out + ']';
}

struct Writer {
  const SymbolTable& table;
  const Options& options;
  std::string tail;

  std::string write(const Expression& tree) const {
    using Kind = Expression::Kind;
    switch (tree.kind) {
      case Kind::symbols:
        return bracket(members(tree.classes, table), false) + (tree.slot ? tail : "");
      case Kind::any:
        return bracket(members(tree.classes, table), true);
      case Kind::gap:
        return fmt::format("{}{{0,{}}}?", bracket(members(tree.classes, table), true), tree.most);
      case Kind::sequence: {
        std::string out;
        for (const auto& child : tree.children) out += write(*child);
        return out;
      }
      case Kind::choice: {
        std::string out = "(?:";
        bool any = false;
        for (const auto& child : tree.children) {
          if (!needs_of(*child, table).possible) continue;
          if (any) out += '|';
          out += write(*child);
          any = true;
        }
        return any ? out + ')' : bracket({}, false);
      }
      case Kind::repeat:
        return fmt::format("(?:{}){{{},{}}}", write(*tree.children[0]), tree.least, tree.most);
      case Kind::capture:
        return "(" + write(*tree.children[0]) + ")" + (tree.slot ? tail : "");
      case Kind::begin:
        return "\\A";
      case Kind::end:
        return "\\z";
    }
    return {};
  }
};

}  // namespace

Pattern::Pattern() = default;
Pattern::~Pattern() = default;

std::optional<std::vector<std::vector<ClassId>>> Pattern::required(const SymbolTable& table) const {
  Needs needs = needs_of(*tree_, table);
  if (!needs.possible) return std::nullopt;
  return std::move(needs.lists);
}

std::string Pattern::regex(const SymbolTable& table) const {
  Writer writer{table, options_, {}};
  if (options_.slot_tail > 0) {
    std::vector<ClassId> stops;
    for (const std::string& name : options_.slot_tail_barriers) {
      if (const auto id = table.find_class(name)) stops.push_back(*id);
    }
    writer.tail = fmt::format("{}{{0,{}}}?", bracket(members(stops, table), true), options_.slot_tail);
  }
  return writer.write(*tree_);
}

bool Pattern::find(std::string_view symbols, std::size_t from, const SymbolTable& table,
                   Match& match) const {
  const Prefilter* prefilter = ready_prefilter_.load(std::memory_order_acquire);
  if (prefilter == nullptr) {
    std::call_once(filtered_, [&] {
      prefilter_ = std::make_unique<Prefilter>(*tree_, options_, table);
      ready_prefilter_.store(prefilter_.get(), std::memory_order_release);
    });
    prefilter = prefilter_.get();
  }
  if (!prefilter->may_match(symbols, from)) return false;
  std::call_once(compiled_, [&] {
    RE2::Options quiet(RE2::Quiet);
    quiet.set_max_mem(16 << 20);
    regex_ = std::make_unique<RE2>(regex(table), quiet);
  });
  if (!regex_->ok()) return false;
  constexpr int kMaxGroups = 24;
  re2::StringPiece groups[kMaxGroups];
  const int count = std::min(kMaxGroups, static_cast<int>(captures_.size()) + 1);
  const re2::StringPiece text(symbols.data(), symbols.size());
  if (!regex_->Match(text, from * kSymbolBytes, symbols.size(), RE2::UNANCHORED, groups, count)) {
    return false;
  }
  const auto token_at = [&](const char* where) {
    return static_cast<std::size_t>(where - symbols.data()) / kSymbolBytes;
  };
  match.begin = token_at(groups[0].data());
  match.end = token_at(groups[0].data() + groups[0].size());
  match.captures.assign(captures_.size(), {Match::npos, Match::npos});
  for (int i = 1; i < count; ++i) {
    if (groups[i].data() == nullptr) continue;
    match.captures[static_cast<std::size_t>(i) - 1] = {
        token_at(groups[i].data()), token_at(groups[i].data() + groups[i].size())};
  }
  return true;
}

}  // namespace figcheck::pattern
