// SPDX-License-Identifier: Apache-2.0
#include "extract/vocabulary.h"

#include <algorithm>
#include <atomic>
#include <tuple>

#include <fmt/format.h>
#include <libstemmer.h>

#include "base/text.h"
#include "extract/items.h"
#include "extract/number.h"

namespace figcheck::extract {

namespace {

/// Of Vocabulary::hashes_: 16 kB, with one bit in ten for 13,000 words.
constexpr std::size_t kHashWords = 2048;

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

constexpr std::size_t kShortWord = 3;

std::optional<Decimal> number_of(const yaml::Node& node) {
  return node.is_scalar() ? Decimal::parse(node.text()) : std::nullopt;
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

void Vocabulary::load(const yaml::Trees& trees, Diagnostics& diagnostics) {
  for (const auto& tree : trees) {
    const yaml::Node root = tree->root();
    if (!root.get("vocabulary")) continue;
    for (std::size_t i = 0; i < root.size(); ++i) {
      const yaml::Node key = root.key(i);
      const yaml::Node value = root.at(i);
      const std::string_view name = key.text();
      if (name == "vocabulary") {
        language_ = std::string(value.text());
      } else if (name == "capital") {
        for (std::size_t k = 0; k < value.size(); ++k) {
          std::unordered_set<std::string>& words = capitals_[std::string(value.key(k).text())];
          for (std::size_t w = 0; w < value.at(k).size(); ++w) {
            words.insert(lower_case(value.at(k).at(w).text()));
          }
        }
      } else if (name == "groups") {
        load_groups(value, diagnostics);
      } else if (name == "numbers") {
        load_numbers(value, diagnostics);
      } else if (name == "units") {
        load_units(value, diagnostics);
      } else if (name == "currencies") {
        load_currencies(value, diagnostics);
      } else if (name == "nouns") {
        load_nouns(value, diagnostics);
      } else if (name == "sentences") {
        load_sentences(value);
      } else if (name != "phrases" && name != "hedges" && name != "identifiers" &&
                 name != "places" && name != "zones") {
        const std::string near = nearest_name(
            name, {"vocabulary", "capital", "groups", "numbers", "units", "currencies", "nouns",
                   "sentences", "phrases", "hedges", "identifiers", "places", "zones"});
        diagnostics.push_back(
            key.complain("V001", fmt::format("a vocabulary has no section \"{}\"", name),
                         near.empty() ? "" : fmt::format("did you mean \"{}\"?", near)));
      }
    }
  }
}

void Vocabulary::load_groups(const yaml::Node& groups, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const std::string group(groups.key(i).text());
    const yaml::Node members = groups.at(i);
    table_.add_class(group);
    // What messages show is not looked for.
    const bool shown = group == "show";
    const auto add_all = [&](const yaml::Node& list, const std::string& value) {
      for (std::size_t k = 0; k < list.size(); ++k) {
        if (!list.at(k).is_scalar()) {
          diagnostics.push_back(list.at(k).complain("V002", "expected a word"));
          continue;
        }
        if (shown) continue;
        add(list.at(k).text(), group, value, false);
        // Short words and marks stand in most sentences.
        if (list.at(k).text().size() <= kShortWord) table_.mark_common(table_.add_class(group));
      }
    };
    if (members.is_sequence()) {
      add_all(members, group);
    } else if (members.is_map()) {
      for (std::size_t k = 0; k < members.size(); ++k) {
        const std::string value(members.key(k).text());
        add_all(members.at(k), value);
        if (members.at(k).size() > 0) {
          first_words_[group].emplace_back(value, std::string(members.at(k).at(0).text()));
        }
        // The first word of a numbered value is how messages write it: weekday 3 is "Wednesday".
        const auto number = Decimal::parse(value);
        if (number && number->decimals() == 0 && members.at(k).size() > 0) {
          names_[{group, static_cast<int>(number->coefficient())}] =
              std::string(members.at(k).at(0).text());
        }
      }
    } else {
      diagnostics.push_back(groups.key(i).complain(
          "V002",
          fmt::format("group \"{}\" is neither a list of words nor a map of lists", group)));
    }
  }
}

void Vocabulary::load_numbers(const yaml::Node& numbers, Diagnostics& diagnostics) {
  const std::map<std::string_view, NumberRole> roles = {{"small", NumberRole::small},
                                                        {"tens", NumberRole::ten},
                                                        {"hundred", NumberRole::hundred},
                                                        {"scales", NumberRole::scale},
                                                        {"abbreviations", NumberRole::abbreviation},
                                                        {"collectives", NumberRole::collective},
                                                        {"vague", NumberRole::vague},
                                                        {"ordinals", NumberRole::nth}};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto role = roles.find(numbers.key(i).text());
    const yaml::Node words = numbers.at(i);
    if (role == roles.end()) {
      diagnostics.push_back(numbers.key(i).complain(
          "V003", fmt::format("numbers have no section \"{}\"", numbers.key(i).text())));
      continue;
    }
    for (std::size_t k = 0; k < words.size(); ++k) {
      const yaml::Node value = words.at(k);
      Word& word = entry(words.key(k).text());
      word.number_role = role->second;
      const auto low = number_of(value.is_sequence() ? value.at(0) : value);
      const auto high = value.is_sequence() ? number_of(value.at(1)) : low;
      if (!low || !high) {
        diagnostics.push_back(value.complain("V004", "expected a number"));
        continue;
      }
      word.number = *low;
      word.number_high = *high;
    }
  }
}

void Vocabulary::load_units(const yaml::Node& units, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < units.size(); ++i) {
    const yaml::Node node = units.at(i);
    Unit unit;
    unit.name = std::string(node.get("unit").text());
    if (unit.name.empty()) {
      diagnostics.push_back(node.complain("V005", "a unit needs its name under \"unit\""));
      continue;
    }
    unit.udunits = std::string(node.get("udunits").text());
    unit.written = std::string(node.get("written").text());
    if (unit.written.empty()) unit.written = unit.name;
    const yaml::Node words = node.get("words");
    // The first word is the singular where messages write the word out.
    unit.singular = unit.written;
    if (unit.written.size() > 3 && words.size() > 1)
      unit.singular = std::string(words.at(0).text());
    const yaml::Node parts = node.get("parts");
    for (std::size_t k = 0; k < parts.size(); ++k) {
      const auto factor = number_of(parts.at(k));
      if (factor && factor->sign() > 0) {
        unit.parts[std::string(parts.key(k).text())] = *factor;
      } else {
        diagnostics.push_back(parts.at(k).complain("V004", "expected a number"));
      }
    }
    const bool duration = node.get("time").text() == "true";
    for (std::size_t k = 0; k < words.size(); ++k) {
      add(words.at(k).text(), duration ? "time-unit" : "unit", unit.name, false);
    }
    // Signs count as units only behind digits, in the letters as they stand: 5m, 40C.
    const auto add_signs = [&](const char* key, const char* group) {
      const yaml::Node signs = node.get(key);
      for (std::size_t k = 0; k < signs.size(); ++k) {
        Word& word = entry(signs.at(k).text());
        const auto first = static_cast<unsigned char>(signs.at(k).text().front());
        word.senses.push_back({table_.add_class(group), unit.name, std::isupper(first) != 0,
                               std::islower(first) != 0});
      }
    };
    add_signs("signs", duration ? "time-sign" : "unit-sign");
    // Those that are words too must touch the digits: 10in, not "10 in".
    add_signs("glued", "glued-sign");
    units_[unit.name] = std::move(unit);
  }
}

void Vocabulary::load_currencies(const yaml::Node& currencies, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < currencies.size(); ++i) {
    const yaml::Node node = currencies.at(i);
    const std::string code(node.get("code").text());
    if (code.empty()) {
      diagnostics.push_back(
          node.complain("V006", "a currency needs its ISO 4217 code under \"code\""));
      continue;
    }
    const auto add_words = [&](const char* key, const char* group, const std::string& value) {
      const yaml::Node words = node.get(key);
      for (std::size_t k = 0; k < words.size(); ++k) add(words.at(k).text(), group, value, false);
    };
    const yaml::Node signs = node.get("signs");
    const std::string sign(signs.size() > 0 ? signs.at(0).text() : std::string_view(code));
    // A sign made of letters alone needs a space: CHF 20.
    const bool letters =
        std::all_of(sign.begin(), sign.end(), [](char c) { return c >= 'A' && c <= 'z'; });
    currency_signs_.try_emplace(code, letters ? sign + " " : sign);
    add_words("signs", "currency-sign", code);
    add_words("words", "currency", code);
    const auto factor = number_of(node.get("part"));
    if (factor) money_factors_[code + "/" + std::string(node.get("part").text())] = *factor;
    const std::string part = code + "/" + std::string(node.get("part").text());
    add_words("part_words", "currency", part);
    add_words("part_signs", "currency-part-sign", part);
  }
}

void Vocabulary::load_nouns(const yaml::Node& nouns, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < nouns.size(); ++i) {
    const std::string name(nouns.key(i).text());
    const yaml::Node node = nouns.at(i);
    const yaml::Node words = node.is_map() ? node.get("words") : node;
    if (!words.is_sequence() && !words.is_scalar()) {
      diagnostics.push_back(nouns.key(i).complain(
          "V007", fmt::format("noun class \"{}\" needs a list of words", name)));
      continue;
    }
    if (node.get("within")) class_parents_[name] = std::string(node.get("within").text());
    table_.add_class("noun");
    const auto add_noun = [&](std::string_view word) { noun_classes_.emplace(stem(word), name); };
    for (std::size_t k = 0; k < words.size(); ++k) add_noun(words.at(k).text());
    // A long list is one text, which loads faster.
    std::string_view rest = words.is_scalar() ? words.text() : std::string_view();
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      if (end > 0) add_noun(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
}

void Vocabulary::load_sentences(const yaml::Node& sentences) {
  const auto read = [&](const char* key, std::unordered_set<std::string>& into) {
    const yaml::Node list = sentences.get(key);
    for (std::size_t k = 0; k < list.size(); ++k) into.insert(lower_case(list.at(k).text()));
  };
  read("abbreviations", abbreviations_.always);
  read("before_figures", abbreviations_.before_figure);
  read("openers", abbreviations_.openers);
}

void Vocabulary::freeze() {
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
  const pattern::ClassId any_word = table_.add_class("word");
  const pattern::ClassId capital = table_.add_class("capital");
  const pattern::ClassId mark = table_.add_class("mark");
  const pattern::ClassId hyphen = table_.add_class("hyphen");
  // Words that patterns name and no group holds.
  for (std::size_t i = 0; i < table_.class_count(); ++i) {
    const std::string& name = table_.class_name(static_cast<pattern::ClassId>(i));
    // Of several in a row, only those count that some group holds: no other becomes one token.
    if (name.size() > 1 && name.front() == '=' && name.find(' ') == std::string::npos) {
      words_.try_emplace(name.substr(1));
    }
  }
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
  for (auto& [text, word] : words_) {
    // Digits that patterns name keep the classes of their number.
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
  for (auto& [text, word] : words_) {
    word.starts_number = may_start_number(word, number_groups_);
    word.groups = 0;
    for (const Sense& sense : word.senses) word.groups |= std::uint64_t{1} << (sense.group & 63U);
  }
  unknown_ = table_.add_symbol({any_word});
  capital_unknown_ = table_.add_symbol({any_word, capital});
  identifier_ = table_.add_symbol({table_.add_class("identifier")});
  other_mark_ = table_.add_symbol({mark});
  table_.index_symbols();
  // What words of grammar belong to is in nearly every sentence.
  const pattern::ClassId grammar = id("function-word");
  for (const auto& [text, word] : words_) {
    if (word.value_in(grammar, false) == nullptr) continue;
    for (const pattern::ClassId each : table_.classes(word.symbol)) {
      table_.mark_common(each, pattern::kOfGrammar);
    }
  }
  fill_places();
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

std::string Vocabulary::stem(std::string_view word) const {
  // A stemmer is not safe to share between threads, and costly to make.
  thread_local std::unordered_map<std::string,
                                  std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)>>
      stemmers;
  auto found = stemmers.find(language_);
  if (found == stemmers.end()) {
    found =
        stemmers
            .emplace(language_, std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)>(
                                    sb_stemmer_new(language_.c_str(), "UTF_8"), sb_stemmer_delete))
            .first;
  }
  const std::string lower = lower_case(word);
  if (!found->second) return lower;
  const sb_symbol* stemmed =
      sb_stemmer_stem(found->second.get(), reinterpret_cast<const sb_symbol*>(lower.data()),
                      static_cast<int>(lower.size()));
  if (stemmed == nullptr) return lower;
  return std::string(reinterpret_cast<const char*>(stemmed),
                     static_cast<std::size_t>(sb_stemmer_length(found->second.get())));
}

const Vocabulary::Noun& Vocabulary::noun(std::string_view word) const {
  // Articles use the same words again and again, and stemming costs more than all else that is done
  // with most of them. The table is as large at the last article as at the first.
  struct Known {
    std::uint64_t vocabulary = 0;
    WordKey key;
    Noun noun;
  };
  constexpr std::size_t kKnown = 1024;
  thread_local std::vector<Known> known(kKnown + 1);
  const WordKey key = key_of(word);
  // The last place is for words that are too long for a key.
  Known& place = known[key.empty() ? kKnown : key.hash() % kKnown];
  if (!key.empty() && place.vocabulary == id_ && place.key == key) return place.noun;
  place.vocabulary = id_;
  place.key = key;
  place.noun.stem = stem(word);
  place.noun.noun_class = &noun_class(place.noun.stem);
  return place.noun;
}

std::string Vocabulary::currency_sign(std::string_view code) const {
  const auto found = currency_signs_.find(std::string(code));
  return found == currency_signs_.end() ? std::string() : found->second;
}

const std::string& Vocabulary::noun_class(const std::string& stem) const {
  const auto found = noun_classes_.find(stem);
  return found == noun_classes_.end() ? empty_ : found->second;
}

bool Vocabulary::class_within(const std::string& part, const std::string& whole) const {
  std::string at = part;
  // The bound keeps a circle of classes from being walked for ever.
  for (int i = 0; i < 16; ++i) {
    if (at == whole) return true;
    const auto up = class_parents_.find(at);
    if (up == class_parents_.end()) return false;
    at = up->second;
  }
  return false;
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
