// SPDX-License-Identifier: Apache-2.0
#include "time/zone_names.h"

#include <cstddef>

#include <fmt/format.h>

#include "base/text.h"
#include "time/fold_name.h"
#include "time/read_zones.h"

namespace figcheck::time {
namespace {

constexpr const char* kUniversal = "UTC";

std::optional<Season> season_by_name(std::string_view name) {
  if (name == "standard") return Season::standard;
  if (name == "summer") return Season::summer;
  return std::nullopt;
}

void read_reading(const yaml::Node& node, ZoneName& name, Diagnostics& diagnostics) {
  ZoneReading reading;
  if (node.is_scalar()) {
    reading.zone = std::string(node.text());
  } else if (node.is_map()) {
    for (std::size_t i = 0; i < node.size(); ++i) {
      const std::string_view key = node.key(i).text();
      const yaml::Node value = node.at(i);
      if (key == "zone") {
        reading.zone = std::string(value.text());
      } else if (key == "loose") {
        read_words(value, reading.loose, diagnostics);
      } else if (key == "season") {
        const std::optional<Season> season = season_by_name(value.text());
        if (!season) {
          diagnostics.push_back(value.complain("G002", "a season is \"standard\" or \"summer\""));
        }
        reading.season = season.value_or(Season::any);
      } else {
        unknown_key(node.key(i), {"zone", "loose", "season"}, diagnostics);
      }
    }
  }
  if (reading.zone.empty()) {
    diagnostics.push_back(node.complain("G005", "expected a zone"));
  } else {
    name.readings.push_back(std::move(reading));
  }
}

ZoneName read_name(const yaml::Node& node, Diagnostics& diagnostics) {
  ZoneName name;
  for (std::size_t i = 0; i < node.size(); ++i) {
    const std::string_view key = node.key(i).text();
    const yaml::Node value = node.at(i);
    if (key == "words") {
      read_words(value, name.words, diagnostics);
    } else if (key == "zones" && value.is_sequence()) {
      for (std::size_t k = 0; k < value.size(); ++k) read_reading(value.at(k), name, diagnostics);
    } else if (key == "zones") {
      diagnostics.push_back(value.complain("G002", "expected a list in square brackets"));
    } else {
      unknown_key(node.key(i), {"words", "zones"}, diagnostics);
    }
  }
  return name;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Reads "3", "03", "5:30", "0530" as minutes.
std::optional<int> offset_minutes(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (is_digit(c)) {
      digits += c;
    } else if ((c != ':' && c != '.') || digits.empty() || digits.size() > 2) {
      return std::nullopt;
    } else {
      digits.insert(0, 2 - digits.size(), '0');
    }
  }
  if (digits.empty() || digits.size() == 3 || digits.size() > 4) return std::nullopt;
  if (digits.size() <= 2) digits += "00";
  const int number = std::stoi(digits);
  if (number % 100 > 59 || number / 100 > 14) return std::nullopt;
  return number / 100 * 60 + number % 100;
}

}  // namespace

ZoneNames ZoneNames::load(const yaml::Trees& trees, Diagnostics& diagnostics) {
  ZoneNames result;
  for (const auto& tree : trees) {
    // A file of places has lists of zones too, but not at its root.
    const yaml::Node list = tree->root().get("zones");
    if (!list || !list.is_sequence()) continue;
    for (std::size_t i = 0; i < list.size(); ++i) {
      ZoneName name = read_name(list.at(i), diagnostics);
      if (name.words.empty() || name.readings.empty()) {
        diagnostics.push_back(list.at(i).complain("G002", "a zone needs words and zones"));
        continue;
      }
      const auto index = static_cast<std::uint32_t>(result.names_.size());
      for (const std::string& word : name.words) {
        if (is_all_capital(word)) {
          result.exact_[word] = index;
        } else {
          result.folded_[fold_name(word)] = index;
        }
      }
      result.names_.push_back(std::move(name));
    }
  }
  return result;
}

const ZoneName* ZoneNames::find(std::string_view words) const {
  if (const auto exact = exact_.find(std::string(words)); exact != exact_.end()) {
    return &names_[exact->second];
  }
  const auto folded = folded_.find(fold_name(words));
  return folded == folded_.end() ? nullptr : &names_[folded->second];
}

void ZoneNames::for_each_word(
    const std::function<void(std::string_view, std::uint32_t)>& callback) const {
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    for (const std::string& word : names_[i].words) {
      if (find(word) == &names_[i]) callback(word, i);
    }
  }
}

std::optional<std::string> ZoneNames::find_offset(std::string_view words) const {
  std::string text = fold_space(words);
  for (std::size_t at = text.find("\u2212"); at != std::string::npos; at = text.find("\u2212")) {
    text.replace(at, 3, 1, '-');
  }
  const std::size_t sign = text.find_first_of("+-");
  if (sign == std::string::npos) return std::nullopt;
  const ZoneName* const base = find(fold_space(text.substr(0, sign)));
  if (base == nullptr || base->readings.front().zone != kUniversal) return std::nullopt;
  const std::optional<int> minutes = offset_minutes(fold_space(text.substr(sign + 1)));
  if (!minutes) return std::nullopt;
  if (*minutes == 0) return kUniversal;
  return *minutes % 60 == 0
             ? fmt::format("{}{}{}", kUniversal, text[sign], *minutes / 60)
             : fmt::format("{}{}{}:{:02}", kUniversal, text[sign], *minutes / 60, *minutes % 60);
}

ZoneChoices choices_of(const ZoneName& name) {
  ZoneChoices choices;
  for (const ZoneReading& reading : name.readings) {
    choices.push_back({reading.zone, name.words.front(), false});
  }
  for (const ZoneReading& reading : name.readings) {
    for (const std::string& zone : reading.loose) {
      choices.push_back({zone, name.words.front(), true});
    }
  }
  return choices;
}

}  // namespace figcheck::time
