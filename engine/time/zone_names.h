// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "time/zone_choice.h"
#include "yaml/node.h"

namespace figcheck::time {

/// The half of the year in which a zone's words are right. "EST" in July is loose usage.
enum class Season : std::uint8_t { any, standard, summer };

/// One thing that the words of a zone can mean.
struct ZoneReading {
  std::string zone;                ///< A name of tzdata or a fixed offset.
  std::vector<std::string> loose;  ///< Zones that writers also mean by the words.
  Season season = Season::any;
};

/// A zone as articles name it: "GMT", "Eastern time". The likeliest reading comes first.
struct ZoneName {
  std::vector<std::string> words;
  std::vector<ZoneReading> readings;
};

/// The names and abbreviations of zones. Immutable, so it can be shared between threads.
class ZoneNames {
 public:
  /// Reads the files among `trees` that have a list `zones`; docs/places.md has the form. A word
  /// that is given again in a later file has the later meaning. Problems go to `diagnostics`, as in
  /// Gazetteer.
  static ZoneNames load(const yaml::Trees& trees, Diagnostics& diagnostics);

  /// Returns what the words name, or nullptr. Abbreviations are found only as they stand ("IST"),
  /// other words in any case.
  const ZoneName* find(std::string_view words) const;

  /// Calls back with every word and the index of its name, in the order of the files.
  void for_each_word(const std::function<void(std::string_view, std::uint32_t)>& callback) const;

  const std::vector<ZoneName>& names() const { return names_; }

  /// Reads a zone that is written as an offset from universal time: "GMT+3", "UTC -5:30",
  /// "UTC+0530". Returns the fixed zone "UTC+3", or nullopt for anything else.
  std::optional<std::string> find_offset(std::string_view words) const;

 private:
  std::vector<ZoneName> names_;
  std::unordered_map<std::string, std::uint32_t> exact_;   ///< Words without a small letter.
  std::unordered_map<std::string, std::uint32_t> folded_;  ///< All others.
};

/// Returns the readings as choices: each one, then what loose usage means by them.
ZoneChoices choices_of(const ZoneName& name);

}  // namespace figcheck::time
