// SPDX-License-Identifier: Apache-2.0
#include "re2_pass.h"

#include <cctype>
#include <set>

#include "base/text.h"
#include "pipeline/embed/shipped.h"
#include "yaml/node.h"

namespace figcheck::bench {

namespace {

re2::RE2::Options options() {
  re2::RE2::Options out(re2::RE2::Quiet);
  out.set_case_sensitive(false);
  out.set_max_mem(64 << 20);  // So that it never falls back to slower automata.
  return out;
}

void add_scalars(const yaml::Node& node, std::set<std::string>& words) {
  if (node.is_scalar()) words.insert(lower_case(node.text()));
  for (std::size_t i = 0; i < node.size(); ++i) add_scalars(node.at(i), words);
}

/// Adds the words of lists that stand under one of these keys, in each map of a list.
void add_fields(const yaml::Node& list, std::initializer_list<const char*> keys,
                std::set<std::string>& words) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    for (const char* key : keys) add_scalars(list.at(i).get(key), words);
  }
}

std::set<std::string> starters() {
  std::set<std::string> words;
  const auto trees = yaml::read_image(pipeline::shipped_image());
  if (!trees) return words;
  for (const auto& tree : trees.value()) {
    const yaml::Node root = tree->root();
    if (!root.get("vocabulary")) continue;
    const yaml::Node numbers = root.get("numbers");
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      for (std::size_t k = 0; k < numbers.at(i).size(); ++k) {
        words.insert(lower_case(numbers.at(i).key(k).text()));
      }
    }
    for (const char* group :
         {"month-name", "weekday-name", "percent-word", "half-word", "fractions"}) {
      add_scalars(root.get("groups").get(group), words);
    }
    add_fields(root.get("units"), {"words"}, words);
    add_fields(root.get("currencies"), {"signs", "words", "part_words"}, words);
  }
  return words;
}

void add_triggers(const pipeline::Knowledge& knowledge, std::set<std::string>& words) {
  const pattern::SymbolTable& table = knowledge.vocabulary.table();
  const std::string literal = pattern::SymbolTable::word_class("");
  std::set<std::string> groups;
  for (std::size_t reach = 0; reach < frame::kReaches; ++reach) {
    const auto& index = knowledge.claims.index(static_cast<frame::Reach>(reach));
    for (const auto& classes : index.triggers()) {
      for (const pattern::ClassId id : classes) {
        // Kinds of figures, and words of grammar.
        if (table.common_weight(id) > 0) continue;
        const std::string& name = table.class_name(id);
        if (name.starts_with(literal)) {
          words.insert(name.substr(literal.size()));
        } else {
          groups.insert(name);
        }
      }
    }
  }
  for (const auto& tree : knowledge.trees) {
    const yaml::Node root = tree->root();
    if (!root.get("vocabulary")) continue;
    for (const std::string& group : groups) add_scalars(root.get("groups").get(group), words);
  }
}

std::string alternation(const std::set<std::string>& words) {
  std::string bare = "\\b(?:\\d[\\d.,:/]*";
  std::string signs;
  for (const std::string& word : words) {
    const auto first = static_cast<unsigned char>(word.front());
    const bool letters = first < 0x80 && std::isalnum(first) != 0;
    std::string& out = letters ? bare : signs;
    out += '|';
    out += re2::RE2::QuoteMeta(word);
  }
  return bare + ")\\b" + signs;
}

}  // namespace

Re2Pass Re2Pass::numbers() { return Re2Pass(starters()); }

Re2Pass Re2Pass::numbers_and_triggers(const pipeline::Knowledge& knowledge) {
  std::set<std::string> words = starters();
  add_triggers(knowledge, words);
  return Re2Pass(words);
}

Re2Pass::Re2Pass(const std::set<std::string>& words)
    : words_(words.size() + 1),
      regex_(std::make_unique<const re2::RE2>(alternation(words), options())) {}

std::size_t Re2Pass::count(std::string_view text) const {
  const re2::StringPiece whole(text.data(), text.size());
  re2::StringPiece found;
  std::size_t at = 0;
  std::size_t places = 0;
  while (at < text.size() &&
         regex_->Match(whole, at, text.size(), re2::RE2::UNANCHORED, &found, 1)) {
    at = static_cast<std::size_t>(found.data() - text.data()) + found.size();
    ++places;
  }
  return places;
}

}  // namespace figcheck::bench
