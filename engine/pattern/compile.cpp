// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>
#include <re2/re2.h>

#include "pattern/expression.h"
#include "pattern/letters.h"
#include "pattern/needs.h"
#include "pattern/outline.h"
#include "pattern/pattern.h"
#include "pattern/prefilter.h"

namespace figcheck::pattern {

namespace {

/// Writes the character class of a place; one that nothing matches when no letter stands there.
std::string bracket(const Place& place, const Letters& letters, const SymbolTable& table) {
  const std::vector<Letters::Letter> some = letters.at(place, table);
  if (some.empty()) return letters.width() == 1 ? "[^\\x00-\\xFF]" : "[^\\x00-\\x{10FFFF}]";
  std::string out = "[";
  for (std::size_t i = 0; i < some.size();) {
    std::size_t last = i;
    while (last + 1 < some.size() && some[last + 1] == some[last] + 1) ++last;
    const auto code = [&](std::size_t at) {
      return fmt::format("\\x{{{:X}}}", static_cast<std::uint32_t>(letters.code_of(some[at])));
    };
    out += code(i);
    if (last > i) out += '-' + code(last);
    i = last + 1;
  }
  return out + ']';
}

struct Writer {
  const SymbolTable& table;
  const Letters& letters;
  std::string tail;

  std::string write(const Expression& tree) const {
    using Kind = Expression::Kind;
    switch (tree.kind) {
      case Kind::symbols:
        return bracket({tree.classes, false}, letters, table) + (tree.slot ? tail : "");
      case Kind::any:
        return bracket({tree.classes, true}, letters, table);
      case Kind::gap:
        if (tree.most < 0) return bracket({tree.classes, true}, letters, table) + "*?";
        return fmt::format("{}{{0,{}}}?", bracket({tree.classes, true}, letters, table), tree.most);
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
        return any ? out + ')' : bracket({}, letters, table);
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

std::string regex_of(const Expression& tree, const Options& options, const Letters& letters,
                     const SymbolTable& table) {
  Writer writer{table, letters, {}};
  if (options.slot_tail > 0) {
    writer.tail = fmt::format("{}{{0,{}}}?", bracket(tail_of(options, table), letters, table),
                              options.slot_tail);
  }
  return writer.write(tree);
}

bool names_class(const Expression& tree, ClassId id) {
  using Kind = Expression::Kind;
  if (tree.kind == Kind::symbols) {
    return std::find(tree.classes.begin(), tree.classes.end(), id) != tree.classes.end();
  }
  return std::any_of(tree.children.begin(), tree.children.end(),
                     [&](const auto& child) { return names_class(*child, id); });
}

}  // namespace

/// What is made of the parsed tree when it is first needed; the RE2 only when the filter lets a
/// sentence pass, as most patterns never meet one.
struct Pattern::Compiled {
  Compiled(const Expression& tree, const Options& options, const SymbolTable& table)
      : letters(tree, options, table), prefilter(tree, options, table, letters) {}

  Letters letters;
  Prefilter prefilter;
  std::once_flag once;
  std::unique_ptr<RE2> regex;
};

Pattern::Pattern() = default;
Pattern::~Pattern() = default;

std::optional<std::vector<std::vector<ClassId>>> Pattern::required(const SymbolTable& table) const {
  Needs needs = needs_of(*tree_, table);
  if (!needs.possible) return std::nullopt;
  return std::move(needs.lists);
}

bool Pattern::names(ClassId id) const { return names_class(*tree_, id); }

std::string Pattern::regex(const SymbolTable& table) const {
  return regex_of(*tree_, options_, Letters(*tree_, options_, table), table);
}

const Pattern::Compiled& Pattern::compiled(const SymbolTable& table) const {
  if (const Compiled* ready = ready_.load(std::memory_order_acquire)) return *ready;
  std::call_once(once_, [&] {
    compiled_ = std::make_unique<Compiled>(*tree_, options_, table);
    ready_.store(compiled_.get(), std::memory_order_release);
  });
  return *compiled_;
}

bool Pattern::find(std::span<const Symbol> symbols, std::size_t from, const SymbolTable& table,
                   Match& match) const {
  const Compiled& compiled = this->compiled(table);
  return compiled.prefilter.may_match(symbols, from) &&
         run(compiled, symbols, from, false, table, match);
}

bool Pattern::match_at(std::span<const Symbol> symbols, std::size_t begin, const SymbolTable& table,
                       Match& match) const {
  return run(compiled(table), symbols, begin, true, table, match);
}

std::uint32_t Pattern::add_outline(Outlines& outlines, const SymbolTable& table,
                                   Places& places) const {
  return outlines.add(*tree_, options_, table, places);
}

bool Pattern::run(const Compiled& compiled, std::span<const Symbol> symbols, std::size_t from,
                  bool anchored, const SymbolTable& table, Match& match) const {
  const Letters& letters = compiled.letters;
  std::call_once(compiled_->once, [&] {
    RE2::Options options(RE2::Quiet);
    options.set_max_mem(16 << 20);
    if (letters.width() == 1) options.set_encoding(RE2::Options::EncodingLatin1);
    compiled_->regex = std::make_unique<RE2>(regex_of(*tree_, options_, letters, table), options);
  });
  if (!compiled.regex->ok()) return false;
  // Only "^" looks at what stands before the place to search from.
  const std::size_t base = asks_for_begin_ ? 0 : from;
  std::string& spelt = match.letters;
  letters.spell(symbols.subspan(base), spelt);
  constexpr int kMaxGroups = 24;
  re2::StringPiece groups[kMaxGroups];
  const int count = std::min(kMaxGroups, static_cast<int>(captures_.size()) + 1);
  const std::size_t width = letters.width();
  if (!compiled.regex->Match(spelt, (from - base) * width, spelt.size(),
                             anchored ? RE2::ANCHOR_START : RE2::UNANCHORED, groups, count)) {
    return false;
  }
  const auto token_at = [&](const char* where) {
    return base + static_cast<std::size_t>(where - spelt.data()) / width;
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
