// SPDX-License-Identifier: Apache-2.0
// Reads the vocabulary files.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "extract/vocabulary.h"

namespace figcheck::extract {

namespace {

constexpr std::size_t kShortWord = 3;

std::optional<Decimal> number_of(const yaml::Node& node) {
  return node.is_scalar() ? Decimal::parse(node.text()) : std::nullopt;
}

}  // namespace

void Vocabulary::load(const yaml::Trees& trees, Diagnostics& diagnostics) {
  std::vector<std::string> known;
  for (const yaml::KeyDoc& key : vocabulary_keys()) known.push_back(key.name);
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
      } else if (std::find(known.begin(), known.end(), name) == known.end()) {
        const std::string near = nearest_name(name, known);
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

}  // namespace figcheck::extract
