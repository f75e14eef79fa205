// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "time/zone_choice.h"
#include "yaml/node.h"

namespace figcheck::time {

enum class PlaceKind : std::uint8_t {
  country,
  demonym,  ///< "Azerbaijani"
  city,
  subdivision,  ///< A state or province.
  region,       ///< Anything else that has a clock: the West Bank, Siberia, the West Coast.
};

/// Returns "country", "demonym" and so on: the word in YAML.
const char* to_string(PlaceKind kind);

/// A name of a place, with the zones that its clocks may follow. Its views last as long as its
/// Gazetteer.
struct Place {
  std::string_view name;
  /// ISO 3166 code; for a name that several places share, the largest one's. May be empty.
  std::string_view country;
  PlaceKind kind = PlaceKind::region;
  /// Also a personal name or a common word, so that it needs more than a capital letter: Jordan,
  /// Nice.
  bool ambiguous = false;
  std::span<const std::string> zones;        ///< Where most people live first.
  std::span<const std::string> minor_zones;  ///< Of islands and edges: under 5% of the people.
};

/// The places that the vocabulary knows, by name. Immutable, so it can be shared between threads.
class Gazetteer {
 public:
  Gazetteer() = default;
  Gazetteer(Gazetteer&&) = default;
  Gazetteer& operator=(Gazetteer&&) = default;

  /// Reads the files among `trees` that have a list `places` and a `kind`; docs/places.md has the
  /// form. A place of the same name, kind and country in a later file replaces the earlier one.
  ///
  /// Problems go to `diagnostics`: G001 unknown key, G002 wrong type or no name, G003 unknown kind,
  /// G004 unknown country, G005 no zone.
  static Gazetteer load(const yaml::Trees& trees, Diagnostics& diagnostics);

  /// Returns the places of a name or of one of its other names. Case and accents do not matter (see
  /// fold_name), but a name without small letters ("US") is only found as it stands.
  std::vector<const Place*> find(std::string_view name) const;

  const std::vector<Place>& places() const { return places_; }

  /// Calls back with every name and other name and the place's index in places(), in the order of
  /// the files. A name with accents comes without them too: "São Paulo", "Sao Paulo".
  void for_each_name(const std::function<void(std::string_view, std::uint32_t)>& callback) const;

  /// Adds G006 for each zone that the system's tzdata does not know. Opens every zone, which takes
  /// some 20 ms: for tests and `figcheck rules lint`, not for every start.
  void check_zones(Diagnostics& diagnostics) const;

 private:
  friend class GazetteerLoader;

  struct Name {
    std::uint64_t hash = 0;  ///< Of the folded name.
    std::uint32_t place = 0;
    std::string_view text;
  };

  yaml::Trees trees_;
  std::vector<Place> places_;
  std::vector<yaml::Node> nodes_;        ///< Where each place is written.
  std::vector<std::string> zone_names_;  ///< What the places' spans point into.
  std::vector<Name> names_;              ///< In the order of the files.
  std::vector<std::uint32_t> by_hash_;   ///< Indices into names_, sorted by hash.
};

/// Returns the zones of a place as choices, minor ones as loose.
ZoneChoices choices_of(const Place& place, std::string_view why);

}  // namespace figcheck::time
