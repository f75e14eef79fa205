// SPDX-License-Identifier: Apache-2.0
#include "time/gazetteer.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "base/text.h"
#include "model/zone.h"
#include "time/fold_name.h"
#include "time/read_zones.h"

namespace figcheck::time {
namespace {

constexpr std::array kKinds = {PlaceKind::country, PlaceKind::demonym, PlaceKind::city,
                               PlaceKind::subdivision, PlaceKind::region};

std::optional<PlaceKind> kind_by_name(std::string_view name) {
  for (const PlaceKind kind : kKinds) {
    if (name == to_string(kind)) return kind;
  }
  return std::nullopt;
}

std::uint64_t hash_of(std::string_view folded) {
  return static_cast<std::uint64_t>(std::hash<std::string_view>()(folded));
}

}  // namespace

const char* to_string(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::country:
      return "country";
    case PlaceKind::demonym:
      return "demonym";
    case PlaceKind::city:
      return "city";
    case PlaceKind::subdivision:
      return "subdivision";
    case PlaceKind::region:
      break;
  }
  return "region";
}

/// Reads the files in one pass; zones that come from a country are filled in at the end, since the
/// country's file may come later.
class GazetteerLoader {
 public:
  GazetteerLoader(Gazetteer& gazetteer, Diagnostics& diagnostics)
      : gazetteer_(gazetteer), diagnostics_(diagnostics) {}

  void read_file(const std::shared_ptr<const yaml::Tree>& tree) {
    const yaml::Node list = tree->root().get("places");
    if (!list) return;
    gazetteer_.trees_.push_back(tree);
    const yaml::Node kind = tree->root().get("kind");
    file_kind_ = PlaceKind::region;
    if (kind) read_kind(kind, file_kind_);
    for (std::size_t i = 0; i < list.size(); ++i) read_place(list.at(i));
  }

  void finish() {
    std::vector<Place>& places = gazetteer_.places_;
    // The spans are set only now that the vector of zones no longer grows.
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (extents_[i].begin == extents_[i].minor_end) extents_[i] = of_country(i);
      const std::span<const std::string> zones(gazetteer_.zone_names_);
      places[i].zones = zones.subspan(extents_[i].begin, extents_[i].main_end - extents_[i].begin);
      places[i].minor_zones =
          zones.subspan(extents_[i].main_end, extents_[i].minor_end - extents_[i].main_end);
    }
    index();
    if (drop_replaced()) index();
  }

 private:
  /// A place's zones, as indices into zone_names_: first the main ones, then the minor ones.
  struct Extent {
    std::size_t begin = 0;
    std::size_t main_end = 0;
    std::size_t minor_end = 0;
  };

  void read_kind(const yaml::Node& node, PlaceKind& kind) {
    if (const std::optional<PlaceKind> found = kind_by_name(node.text())) {
      kind = *found;
      return;
    }
    std::vector<std::string> known;
    for (const PlaceKind each : kKinds) known.emplace_back(to_string(each));
    const std::string near = nearest_name(node.text(), known);
    diagnostics_.push_back(
        node.complain("G003", fmt::format("no kind of place is called \"{}\"", node.text()),
                      near.empty() ? "" : fmt::format("did you mean \"{}\"?", near)));
  }

  void read_place(const yaml::Node& node) {
    if (!node.is_map()) {
      diagnostics_.push_back(node.complain("G002", "expected a place in braces"));
      return;
    }
    Place place;
    place.kind = file_kind_;
    yaml::Node zones;
    yaml::Node minor;
    yaml::Node also;
    for (std::size_t i = 0; i < node.size(); ++i) {
      const yaml::Node value = node.at(i);
      const std::string_view key = node.key(i).text();
      if (key == "name") {
        place.name = value.text();
      } else if (key == "country") {
        place.country = value.text();
      } else if (key == "of") {
        place.country = value.text();
        place.kind = PlaceKind::demonym;
      } else if (key == "kind") {
        read_kind(value, place.kind);
      } else if (key == "zones") {
        zones = value;
      } else if (key == "minor") {
        minor = value;
      } else if (key == "also") {
        also = value;
      } else if (key == "ambiguous") {
        place.ambiguous = value.text() == "true";
      } else {
        unknown_key(node.key(i),
                    {"name", "country", "of", "kind", "zones", "minor", "also", "ambiguous"},
                    diagnostics_);
      }
    }
    if (place.name.empty()) {
      diagnostics_.push_back(node.complain("G002", "a place needs a name"));
      return;
    }
    const auto index = static_cast<std::uint32_t>(gazetteer_.places_.size());
    Extent extent;
    extent.begin = gazetteer_.zone_names_.size();
    if (zones) read_words(zones, gazetteer_.zone_names_, diagnostics_);
    extent.main_end = gazetteer_.zone_names_.size();
    if (minor) read_words(minor, gazetteer_.zone_names_, diagnostics_);
    extent.minor_end = gazetteer_.zone_names_.size();
    if (place.kind == PlaceKind::country) countries_[place.country] = index;
    add_name(place.name, index);
    for (std::size_t i = 0; also && i < also.size(); ++i) add_name(also.at(i).text(), index);
    gazetteer_.places_.push_back(place);
    gazetteer_.nodes_.push_back(node);
    extents_.push_back(extent);
  }

  void add_name(std::string_view text, std::uint32_t place) {
    fold_name(text, folded_);
    gazetteer_.names_.push_back({hash_of(folded_), place, text});
  }

  Extent of_country(std::size_t place) {
    const std::string_view code = gazetteer_.places_[place].country;
    const auto found = countries_.find(code);
    if (found != countries_.end() &&
        extents_[found->second].main_end > extents_[found->second].begin) {
      return extents_[found->second];
    }
    const yaml::Node& node = gazetteer_.nodes_[place];
    if (!code.empty() && found == countries_.end()) {
      diagnostics_.push_back(
          node.complain("G004", fmt::format("no file of places has a country \"{}\"", code)));
    } else {
      diagnostics_.push_back(
          node.complain("G005", fmt::format("\"{}\" has neither zones nor a country with zones",
                                            gazetteer_.places_[place].name)));
    }
    return {};
  }

  void index() {
    std::vector<std::uint32_t>& order = gazetteer_.by_hash_;
    const std::vector<Gazetteer::Name>& names = gazetteer_.names_;
    order.resize(names.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&names](std::uint32_t a, std::uint32_t b) {
      return names[a].hash != names[b].hash ? names[a].hash < names[b].hash : a < b;
    });
  }

  /// Takes the names away from places that a later file gives again. Returns whether there were
  /// any.
  bool drop_replaced() {
    const std::vector<std::uint32_t>& order = gazetteer_.by_hash_;
    std::vector<Gazetteer::Name>& names = gazetteer_.names_;
    std::set<std::uint32_t> dropped;
    for (std::size_t i = 0; i < order.size(); ++i) {
      for (std::size_t k = i + 1; k < order.size() && names[order[k]].hash == names[order[i]].hash;
           ++k) {
        const std::uint32_t earlier = names[order[i]].place;
        if (replaces(gazetteer_.places_[names[order[k]].place], gazetteer_.places_[earlier])) {
          dropped.insert(earlier);
        }
      }
    }
    std::erase_if(names,
                  [&](const Gazetteer::Name& name) { return dropped.count(name.place) > 0; });
    return !dropped.empty();
  }

  static bool replaces(const Place& later, const Place& earlier) {
    return &later != &earlier && later.name == earlier.name && later.kind == earlier.kind &&
           later.country == earlier.country;
  }

  Gazetteer& gazetteer_;
  Diagnostics& diagnostics_;
  PlaceKind file_kind_ = PlaceKind::region;
  std::vector<Extent> extents_;
  std::unordered_map<std::string_view, std::uint32_t> countries_;
  std::string folded_;
};

Gazetteer Gazetteer::load(const yaml::Trees& trees, Diagnostics& diagnostics) {
  Gazetteer gazetteer;
  GazetteerLoader loader(gazetteer, diagnostics);
  for (const auto& tree : trees) loader.read_file(tree);
  loader.finish();
  return gazetteer;
}

std::vector<const Place*> Gazetteer::find(std::string_view name) const {
  const std::string folded = fold_name(name);
  const std::uint64_t hash = hash_of(folded);
  const auto first = std::lower_bound(
      by_hash_.begin(), by_hash_.end(), hash,
      [this](std::uint32_t index, std::uint64_t value) { return names_[index].hash < value; });
  std::vector<const Place*> found;
  for (auto at = first; at != by_hash_.end() && names_[*at].hash == hash; ++at) {
    const Name& each = names_[*at];
    const bool same =
        is_all_capital(each.text) ? each.text == name : fold_name(each.text) == folded;
    const Place* const place = &places_[each.place];
    if (same && std::find(found.begin(), found.end(), place) == found.end()) found.push_back(place);
  }
  return found;
}

void Gazetteer::for_each_name(
    const std::function<void(std::string_view, std::uint32_t)>& callback) const {
  for (const Name& name : names_) {
    callback(name.text, name.place);
    const std::string plain = without_accents(name.text);
    if (plain != name.text) callback(plain, name.place);
  }
}

void Gazetteer::check_zones(Diagnostics& diagnostics) const {
  std::set<std::string> unknown;
  for (std::size_t i = 0; i < places_.size(); ++i) {
    for (const auto& zones : {places_[i].zones, places_[i].minor_zones}) {
      for (const std::string& zone : zones) {
        if (zone_exists(zone) || !unknown.insert(zone).second) continue;
        diagnostics.push_back(
            nodes_[i].complain("G006", fmt::format("tzdata has no zone \"{}\"", zone)));
      }
    }
  }
}

ZoneChoices choices_of(const Place& place, std::string_view why) {
  ZoneChoices choices;
  for (const std::string& zone : place.zones) choices.push_back({zone, std::string(why), false});
  for (const std::string& zone : place.minor_zones)
    choices.push_back({zone, std::string(why), true});
  return choices;
}

}  // namespace figcheck::time
