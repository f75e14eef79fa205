// SPDX-License-Identifier: Apache-2.0
// From the words that were read to symbols and the table that they are looked up in.
#include <algorithm>
#include <cctype>
#include <tuple>

#include "extract/number.h"
#include "extract/vocabulary.h"

namespace figcheck::extract {

void Vocabulary::freeze() {
  set_capitals();
  for (const char* name : {"word", "capital", "mark", "hyphen"}) table_.add_class(name);
  // Words that patterns name and no group holds.
  for (std::size_t i = 0; i < table_.class_count(); ++i) {
    const std::string& name = table_.class_name(static_cast<pattern::ClassId>(i));
    // Of several in a row, only those count that some group holds: no other becomes one token.
    if (name.size() > 1 && name.front() == '=' && name.find(' ') == std::string::npos) {
      words_.try_emplace(name.substr(1));
    }
  }
  name_words();
  name_digits();
  name_groups();
  for (auto& [text, word] : words_) {
    word.starts_number = may_start_number(word, number_groups_);
    word.groups = 0;
    for (const Sense& sense : word.senses) word.groups |= std::uint64_t{1} << (sense.group & 63U);
  }
  const pattern::ClassId any_word = table_.add_class("word");
  unknown_ = table_.add_symbol({any_word});
  capital_unknown_ = table_.add_symbol({any_word, table_.add_class("capital")});
  identifier_ = table_.add_symbol({table_.add_class("identifier")});
  other_mark_ = table_.add_symbol({table_.add_class("mark")});
  table_.index_symbols();
  // What words of grammar belong to is in nearly every sentence.
  const pattern::ClassId grammar = table_.add_class("function-word");
  for (const auto& [text, word] : words_) {
    if (word.value_in(grammar, false) == nullptr) continue;
    for (const pattern::ClassId each : table_.classes(word.symbol)) {
      table_.mark_common(each, pattern::kOfGrammar);
    }
  }
  fill_places();
}

/// Words that are in a group only with a capital letter.
void Vocabulary::set_capitals() {
  for (const auto& [group, words] : capitals_) {
    const auto id = table_.find_class(group);
    if (!id) continue;
    for (const std::string& text : words) {
      const auto found = words_.find(text);
      if (found == words_.end()) continue;
      for (Sense& sense : found->second.senses) {
        if (sense.group == *id) sense.needs_capital = true;
      }
    }
  }
}

/// Gives words and marks their symbols.
void Vocabulary::name_words() {
  const pattern::ClassId any_word = table_.add_class("word");
  const pattern::ClassId capital = table_.add_class("capital");
  const pattern::ClassId mark = table_.add_class("mark");
  const pattern::ClassId hyphen = table_.add_class("hyphen");
  // Most words are names of places and no more than that: they share two symbols.
  std::map<std::pair<pattern::ClassId, bool>, std::pair<pattern::Symbol, pattern::Symbol>> plain;
  std::string literal_name = "=";
  std::vector<pattern::ClassId> small;
  std::vector<pattern::ClassId> large;
  for (auto& [text, word] : words_) {
    literal_name.replace(1, std::string::npos, text);
    const auto literal = table_.find_class(literal_name);
    const bool letters = !text.empty() && std::isalpha(static_cast<unsigned char>(text[0])) != 0;
    const bool single = letters && !literal && word.senses.size() == 1 &&
                        !word.senses[0].needs_small && word.number_role == NumberRole::none;
    const std::pair<pattern::ClassId, bool> key =
        single ? std::pair(word.senses[0].group, word.senses[0].needs_capital)
               : std::pair(pattern::ClassId{0}, false);
    if (single) {
      const auto known = plain.find(key);
      if (known != plain.end()) {
        std::tie(word.symbol, word.capital_symbol) = known->second;
        continue;
      }
    }
    small.clear();
    large.clear();
    if (literal) small.push_back(*literal);
    large = small;
    const unsigned char first = static_cast<unsigned char>(text.empty() ? ' ' : text[0]);
    const bool is_mark = first < 0x80 && !std::isalnum(first) && first != '\'';
    // A hyphen holds a compound together: it parts nothing, as other marks do.
    const pattern::ClassId own = text == "-" ? hyphen : is_mark ? mark : any_word;
    small.push_back(own);
    large.push_back(own);
    large.push_back(capital);
    for (const Sense& sense : word.senses) {
      if (sense.holds(false)) small.push_back(sense.group);
      if (sense.holds(true)) large.push_back(sense.group);
    }
    if (word.number_role != NumberRole::none) {
      const auto classes = word_number_classes(word, table_);
      small.insert(small.end(), classes.begin(), classes.end());
      large.insert(large.end(), classes.begin(), classes.end());
    }
    word.symbol = table_.add_symbol(small);
    word.capital_symbol = table_.add_symbol(large);
    if (single) plain[key] = {word.symbol, word.capital_symbol};
    if (is_mark) marks_[text] = word.symbol;
  }
}

/// Digits that patterns name keep the classes of their number.
void Vocabulary::name_digits() {
  for (auto& [text, word] : words_) {
    if (text.empty() || text[0] < '0' || text[0] > '9') continue;
    Tokens tokens;
    tokenize(text, {0, text.size()}, tokens);
    if (tokens.list.size() != 1 || tokens.list[0].kind != TokenKind::number) continue;
    auto classes = number_classes(*tokens.list[0].number);
    const auto literal = table_.find_class(pattern::SymbolTable::word_class(text));
    if (!literal) continue;
    classes.push_back(*literal);
    named_numbers_[text] = table_.add_symbol(std::move(classes));
  }
}

void Vocabulary::name_groups() {
  const auto id = [&](const char* name) { return table_.add_class(name); };
  number_groups_ = {id("number-joiner"),
                    id("article"),
                    id("half-word"),
                    id("mixed-part"),
                    id("number-of"),
                    id("decimal-point"),
                    id("minus"),
                    id("ordinal-suffix"),
                    id("currency-sign"),
                    id("currency"),
                    id("unit"),
                    id("unit-sign"),
                    id("time-sign"),
                    id("range-word"),
                    id("range-blocker"),
                    id("range-opener"),
                    id("counted"),
                    {id("unit"), id("percent-word"), id("currency"), id("time-unit"),
                     id("points-word"), id("unit-sign"), id("time-sign")}};
  subject_groups_ = {id("function-word"), id("event-verb"),   id("place"),
                     id("say-verb"),      id("according-to"), id("article"),
                     id("them"),          id("list-or"),      {}};
  mention_groups_ = {id("definite-word"), id("another-word"),  id("subset-word"),
                     id("topic"),         id("noun-family"),   id("clause-end"),
                     id("relative-word"), id("function-word"), id("event-verb"),
                     id("caption-label"), id("compared-word")};
  for (const auto& [ending, word] : values_of("plural-ending")) {
    subject_groups_.plural_endings.push_back(ending);
  }
}

void Vocabulary::fill_places() {
  std::size_t size = 64;
  while (size < (words_.size() + abbreviations_.always.size()) * 3 / 2) size *= 2;
  places_.assign(size, {});
  hashes_.assign(kHashWords, 0);
  for (const auto& [text, word] : words_) place_of(text).word = &word;
  for (const std::string& text : abbreviations_.always) {
    if (text.size() < 2 || text.back() != '.') continue;
    place_of(text.substr(0, text.size() - 1)).takes_stop = true;
  }
  for (std::size_t i = 0; i < ascii_marks_.size(); ++i) {
    const char written = static_cast<char>(i);
    const std::string_view text(&written, 1);
    ascii_marks_[i].word = find(text);
    const auto found = marks_.find(text);
    ascii_marks_[i].symbol = ascii_marks_[i].word != nullptr ? ascii_marks_[i].word->symbol
                             : found != marks_.end()         ? found->second
                                                             : other_mark_;
  }
}

Vocabulary::Entry& Vocabulary::place_of(const std::string& text) {
  const WordKey key = key_of(text);
  if (key.empty()) return long_words_[text];
  const std::size_t hash = key.hash();
  const std::size_t mask = places_.size() - 1;
  std::size_t i = hash & mask;
  while (!places_[i].key.empty() && places_[i].key != key) i = (i + 1) & mask;
  places_[i].key = key;
  hashes_[(hash >> 6U) % kHashWords] |= std::uint64_t{1} << (hash & 63U);
  return places_[i];
}

}  // namespace figcheck::extract
