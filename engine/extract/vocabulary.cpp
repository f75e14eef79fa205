// SPDX-License-Identifier: Apache-2.0
#include "extract/vocabulary.h"

#include <algorithm>
#include <atomic>

#include "base/text.h"
#include "extract/number.h"

namespace figcheck::extract {

namespace {

/// Cuts an entry into the words that the tokenizer would make of it, joined by single spaces.
std::string folded_entry(std::string_view words, std::size_t& count) {
  Tokens cut;
  tokenize(words, {0, words.size()}, cut);
  const std::vector<Token>& tokens = cut.list;
  std::string folded;
  count = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view token = words.substr(tokens[i].span.start, tokens[i].span.size());
    // The stop of an abbreviation belongs to it: "sept."
    if (token == "." && i > 0 && tokens[i].glued) {
      folded += '.';
      continue;
    }
    if (count > 0) folded += ' ';
    folded +=
        tokens[i].kind == TokenKind::mark ? std::string(folded_mark(token)) : lower_case(token);
    ++count;
  }
  return folded;
}

}  // namespace

const std::string* Word::find_value(pattern::ClassId group, bool capital) const {
  for (const Sense& sense : senses) {
    if (sense.group == group && sense.holds(capital)) return &sense.value;
  }
  return nullptr;
}

Vocabulary::Vocabulary() {
  static std::atomic<std::uint64_t> last = 0;
  id_ = ++last;
  declare_number_classes(table_);
}

Word& Vocabulary::entry(std::string_view words) {
  std::size_t count = 0;
  std::string folded = folded_entry(words, count);
  if (count > 1) {
    const std::size_t space = folded.find(' ');
    Word& first = words_[folded.substr(0, space)];
    first.seconds |= second_bit(folded[space + 1]);
    first.longest = std::max<std::uint8_t>(first.longest, static_cast<std::uint8_t>(count));
  }
  if (!folded.empty() && folded.back() == '.') abbreviations_.always.insert(folded);
  return words_[std::move(folded)];
}

void Vocabulary::add(std::string_view words, std::string_view group, std::string value,
                     bool needs_capital) {
  entry(words).senses.push_back({table_.add_class(group), std::move(value), needs_capital, false});
}

pattern::Options Vocabulary::pattern_options() const {
  pattern::Options options;
  options.longest_entry = [this](std::string_view word) {
    const auto found = words_.find(word);
    return found == words_.end() ? std::size_t{0} : std::size_t{found->second.longest};
  };
  options.is_entry = [this](std::string_view words) {
    const auto found = words_.find(words);
    if (found == words_.end()) return false;
    return !found->second.senses.empty() || found->second.number_role != NumberRole::none;
  };
  return options;
}

const Vocabulary::Entry* Vocabulary::find_entry(const WordKey& key) const {
  if (places_.empty()) return nullptr;
  const std::size_t hash = key.hash();
  if (((hashes_[(hash >> 6U) % kHashWords] >> (hash & 63U)) & 1U) == 0) return nullptr;
  const std::size_t mask = places_.size() - 1;
  for (std::size_t i = hash & mask; !places_[i].key.empty(); i = (i + 1) & mask) {
    if (places_[i].key == key) return &places_[i];
  }
  return nullptr;
}

const Vocabulary::Entry* Vocabulary::find_entry(std::string_view folded) const {
  const WordKey key = key_of(folded);
  if (!key.empty()) return find_entry(key);
  const auto found = long_words_.find(folded);
  return found == long_words_.end() ? nullptr : &found->second;
}

Vocabulary::Mark Vocabulary::mark(std::string_view folded) const {
  if (folded.size() == 1 && static_cast<unsigned char>(folded[0]) < ascii_marks_.size()) {
    return ascii_marks_[static_cast<unsigned char>(folded[0])];
  }
  if (const Word* word = find(folded)) return {word, word->symbol};
  const auto found = marks_.find(folded);
  return {nullptr, found == marks_.end() ? other_mark_ : found->second};
}

std::optional<pattern::Symbol> Vocabulary::named_number(std::string_view digits) const {
  const auto found = named_numbers_.find(digits);
  return found == named_numbers_.end() ? std::nullopt : std::optional(found->second);
}

const Unit* Vocabulary::unit(std::string_view name) const {
  const auto found = units_.find(std::string(name));
  return found == units_.end() ? nullptr : &found->second;
}

Decimal Vocabulary::money_factor(std::string_view value) const {
  const auto found = money_factors_.find(std::string(value));
  return found == money_factors_.end() ? Decimal(1) : found->second;
}

std::string Vocabulary::currency_sign(std::string_view code) const {
  const auto found = currency_signs_.find(std::string(code));
  return found == currency_signs_.end() ? std::string() : found->second;
}

std::string Vocabulary::word_for(const std::string& group, const std::string& value) const {
  const auto found = first_words_.find(group);
  if (found == first_words_.end()) return {};
  for (const auto& [key, word] : found->second) {
    if (key == value) return word;
  }
  return {};
}

std::vector<std::pair<std::string, std::string>> Vocabulary::values_of(
    const std::string& group) const {
  const auto found = first_words_.find(group);
  return found == first_words_.end() ? std::vector<std::pair<std::string, std::string>>()
                                     : found->second;
}

std::string Vocabulary::name_of(const std::string& what, int number) const {
  const auto found = names_.find({what, number});
  return found == names_.end() ? std::string() : found->second;
}

}  // namespace figcheck::extract
