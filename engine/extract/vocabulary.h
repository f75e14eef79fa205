// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "document/sentence.h"
#include "extract/token.h"
#include "extract/word_key.h"
#include "figcheck/decimal.h"
#include "figcheck/diagnostic.h"
#include "pattern/pattern.h"
#include "pattern/symbol.h"
#include "yaml/key.h"
#include "yaml/node.h"

// The vocabulary of a language: which words there are, which groups they belong to, and what they
// are worth. Read from rules/vocabulary/<language>/*.yaml; docs/vocabulary.md has the format.
namespace figcheck::extract {

/// What a number word does to the number that is being put together.
enum class NumberRole : std::uint8_t {
  none,
  small,  ///< one to nineteen
  ten,    ///< twenty
  hundred,
  scale,         ///< million: `number` is the power of ten
  abbreviation,  ///< bn: a scale that only stands behind digits
  collective,    ///< dozen
  vague,         ///< hundreds, several: a range of its own
  nth,           ///< third
};

/// One thing that a word is.
struct Sense {
  pattern::ClassId group = 0;
  std::string value;  ///< "9" for "September" in month-name; the group's own name for most.
  bool needs_capital = false;
  bool needs_small = false;

  /// Whether the word is this when it begins with a capital letter, or does not.
  bool holds(bool capital) const { return capital ? !needs_small : !needs_capital; }
};

/// All that a word, or a fixed sequence of words, is.
struct Word {
  pattern::Symbol symbol = 0;          ///< When it is written small.
  pattern::Symbol capital_symbol = 0;  ///< When it begins with a capital letter.
  std::uint8_t longest = 1;            ///< The most words of an entry that begins with this word.
  bool starts_number = false;          ///< Whether a number may begin with it.
  NumberRole number_role = NumberRole::none;
  std::uint32_t seconds = 0;  ///< What their second words may begin with: see second_bit().
  std::vector<Sense> senses;
  Decimal number;       ///< Of a number word; the power of ten of a scale.
  Decimal number_high;  ///< Of a vague number word: the upper end; `number` is the lower.

  /// The groups of its senses, each as one of 64 bits: most questions end there. Known once the
  /// vocabulary is frozen; until then all are possible.
  std::uint64_t groups = ~std::uint64_t{0};

  /// The value that it has in a group, or nullptr when it is not in it.
  const std::string* value_in(pattern::ClassId group, bool capital) const {
    return ((groups >> (group & 63U)) & 1U) != 0 ? find_value(group, capital) : nullptr;
  }

 private:
  const std::string* find_value(pattern::ClassId group, bool capital) const;
};

/// The bit of Word::seconds for a second word that begins with this byte, a capital or not.
inline std::uint32_t second_bit(char first) {
  return 1U << (static_cast<unsigned char>(first) & 0x1FU);
}

struct Unit {
  std::string name;      ///< "km": the unit in reports and rules.
  std::string udunits;   ///< "km"; empty for what does not convert.
  std::string written;   ///< How a repair or message writes several of it: "km", "miles".
  std::string singular;  ///< How it writes one: "mile".
  /// Smaller units that are written behind it, as in 6ft 2in, and how many of them it has.
  std::map<std::string, Decimal> parts;
};

/// The groups that tell how the words of a number are put together.
struct NumberGroups {
  pattern::ClassId joiner, article, half, mixed_part, of, point, minus, suffix, currency_sign,
      currency, unit, unit_sign, time_sign, range_word, range_blocker, range_opener, counted;
  std::vector<pattern::ClassId> after_range;  ///< What the two ends of a range may be measured in.
};

/// Lets words be looked up by a view.
struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

/// The groups that tell what a figure counts and who says so.
struct SubjectGroups {
  pattern::ClassId function_word, event_verb, place, say_verb, according_to, article, them, list_or;
  std::vector<std::string> plural_endings;
};

/// The groups that tell how a figure is mentioned.
struct MentionGroups {
  pattern::ClassId definite, another, subset, topic, family, clause_end, relative, function,
      topic_stop, label, base;
};
/// The sections of a vocabulary file.
const yaml::KeyDocs& vocabulary_keys();

class Vocabulary {
 public:
  Vocabulary();

  /// Reads the vocabulary files among `trees`; problems go to `diagnostics`.
  void load(const yaml::Trees& trees, Diagnostics& diagnostics);

  /// Adds a word (or several words in a row) to a group. For places and zones, which have files of
  /// their own.
  void add(std::string_view words, std::string_view group, std::string value, bool needs_capital);

  /// Gives every word its symbol. After this nothing may be added. Literal words of patterns must
  /// have been declared by then: the table has their classes.
  void freeze();

  /// What there is under one word.
  struct Entry {
    WordKey key;                 ///< Empty for words of more than 16 bytes.
    const Word* word = nullptr;  ///< Null where only the abbreviation is known.
    bool takes_stop = false;     ///< With a stop behind it, it is an abbreviation.
  };
  /// Finds a word, its capitals made small; null when there is none.
  const Entry* find_entry(const WordKey& key) const;
  const Entry* find_entry(std::string_view folded) const;
  const Word* find(std::string_view folded) const {
    const Entry* entry = find_entry(folded);
    return entry != nullptr ? entry->word : nullptr;
  }

  /// What patterns have to know of the words that are loaded so far.
  pattern::Options pattern_options() const;

  /// The symbol of a word that is in no vocabulary.
  pattern::Symbol unknown_symbol(bool capital) const {
    return capital ? capital_unknown_ : unknown_;
  }
  /// A punctuation mark, as folded_mark() gives it. Every mark has a symbol, and some are words.
  struct Mark {
    const Word* word = nullptr;
    pattern::Symbol symbol = 0;
  };
  Mark mark(std::string_view folded) const;
  pattern::Symbol identifier_symbol() const { return identifier_; }
  /// The symbol of a number that a pattern names by its digits ("747"), or nullopt.
  std::optional<pattern::Symbol> named_number(std::string_view digits) const;
  const NumberGroups& number_groups() const { return number_groups_; }
  const SubjectGroups& subject_groups() const { return subject_groups_; }
  const MentionGroups& mention_groups() const { return mention_groups_; }

  pattern::SymbolTable& table() { return table_; }
  const pattern::SymbolTable& table() const { return table_; }
  const document::Abbreviations& abbreviations() const { return abbreviations_; }

  const Unit* unit(std::string_view name) const;
  const std::unordered_map<std::string, Unit>& units() const { return units_; }
  /// The parts of a currency's main unit that a word such as "cents" or "p" is: 0.01.
  Decimal money_factor(std::string_view value) const;

  /// How a message writes a currency in front of a number: "$", "\u20AC", "CHF "; empty when it is
  /// none.
  std::string currency_sign(std::string_view code) const;

  /// The class of nouns that a stem belongs to ("person"), or an empty string. A class may be part
  /// of another: "child" nouns are persons.
  const std::string& noun_class(const std::string& stem) const;
  /// Whether the things of a class are things of another.
  bool class_within(const std::string& part, const std::string& whole) const;
  /// The stem under which a noun is compared, by the language's stemmer.
  std::string stem(std::string_view word) const;
  /// A word of an article as a noun. Its class is empty when it is not known as one.
  struct Noun {
    std::string stem;
    const std::string* noun_class = nullptr;
  };
  /// Returns the noun that a word is. It stays valid until the next call of the same thread.
  const Noun& noun(std::string_view word) const;

  /// Names for messages: name_of("weekday", 3) is "Wednesday".
  std::string name_of(const std::string& what, int number) const;

  /// The first word that a group gives to a value ("show", "about"), or an empty string.
  std::string word_for(const std::string& group, const std::string& value) const;
  /// The values of a group, each with its first word, in the order of the file.
  std::vector<std::pair<std::string, std::string>> values_of(const std::string& group) const;

  const std::string& language() const { return language_; }

 private:
  void load_groups(const yaml::Node& groups, Diagnostics& diagnostics);
  void load_numbers(const yaml::Node& numbers, Diagnostics& diagnostics);
  void load_units(const yaml::Node& units, Diagnostics& diagnostics);
  void load_currencies(const yaml::Node& currencies, Diagnostics& diagnostics);
  void load_nouns(const yaml::Node& nouns, Diagnostics& diagnostics);
  void load_sentences(const yaml::Node& sentences);
  /// Of hashes_: 16 kB, with one bit in ten for 13,000 words.
  static constexpr std::size_t kHashWords = 2048;

  void set_capitals();
  void name_words();
  void name_digits();
  void name_groups();
  void fill_places();
  Entry& place_of(const std::string& text);
  Word& entry(std::string_view words);

  std::string language_ = "en";
  std::uint64_t id_;  ///< Of no other vocabulary of the process.
  pattern::SymbolTable table_;
  std::unordered_map<std::string, Word, WordHash, std::equal_to<>> words_;
  std::unordered_map<std::string, pattern::Symbol, WordHash, std::equal_to<>> named_numbers_;
  NumberGroups number_groups_{};
  SubjectGroups subject_groups_{};
  MentionGroups mention_groups_{};
  /// Of a group, the words that belong to it only with a capital letter.
  std::map<std::string, std::unordered_set<std::string>> capitals_;
  std::unordered_map<std::string, pattern::Symbol, WordHash, std::equal_to<>> marks_;
  /// All words of up to 16 bytes in one open table: most words of an article are in none of the
  /// groups, and this finds that out with one look. Its size is a power of two.
  std::vector<Entry> places_;
  /// For each of the lowest bits of a hash whether any word has them: small enough to stay near the
  /// processor, and most unknown words go no further.
  std::vector<std::uint64_t> hashes_;
  std::unordered_map<std::string, Entry, WordHash, std::equal_to<>> long_words_;
  std::array<Mark, 128> ascii_marks_{};
  pattern::Symbol unknown_ = 0;
  pattern::Symbol capital_unknown_ = 0;
  pattern::Symbol identifier_ = 0;
  pattern::Symbol other_mark_ = 0;
  document::Abbreviations abbreviations_;
  std::unordered_map<std::string, Unit> units_;
  std::unordered_map<std::string, Decimal> money_factors_;
  std::unordered_map<std::string, std::string> currency_signs_;
  std::unordered_map<std::string, std::string> noun_classes_;
  std::unordered_map<std::string, std::string> class_parents_;
  std::map<std::pair<std::string, int>, std::string> names_;
  std::map<std::string, std::vector<std::pair<std::string, std::string>>> first_words_;
  std::string empty_;
};

}  // namespace figcheck::extract
