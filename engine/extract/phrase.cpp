// SPDX-License-Identifier: Apache-2.0
#include "extract/phrase.h"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"

namespace figcheck::extract {

namespace {

constexpr std::array<std::pair<const char*, Hedge>, 9> kHedges = {{
    {"about", Hedge::about},
    {"nearly", Hedge::nearly},
    {"just-over", Hedge::just_over},
    {"over", Hedge::over},
    {"at-least", Hedge::at_least},
    {"under", Hedge::under},
    {"up-to", Hedge::up_to},
    {"exactly", Hedge::exactly},
    {"none", Hedge::none},
}};

}  // namespace

void Phrasebook::load(const yaml::Trees& trees, Vocabulary& vocabulary, Diagnostics& diagnostics) {
  for (const auto& tree : trees) {
    const yaml::Node root = tree->root();
    if (!root.get("vocabulary")) continue;
    load_phrases(root.get("identifiers"), true, vocabulary, diagnostics);
    load_phrases(root.get("phrases"), false, vocabulary, diagnostics);
    const yaml::Node hedges = root.get("hedges");
    for (std::size_t i = 0; i < hedges.size(); ++i) {
      const std::string_view name = hedges.key(i).text();
      HedgePhrase hedge;
      bool known = name == "not";
      hedge.negates = known;
      for (const auto& [text, value] : kHedges) {
        if (name != text) continue;
        hedge.hedge = value;
        known = true;
      }
      if (!known) {
        diagnostics.push_back(
            hedges.key(i).complain("V010", fmt::format("there is no hedge \"{}\"", name)));
        continue;
      }
      for (std::size_t k = 0; k < hedges.at(i).size(); ++k) {
        pattern::Options options = vocabulary.pattern_options();
        options.barriers = {"figure"};
        hedge.pattern =
            pattern::Pattern::parse(hedges.at(i).at(k), options, vocabulary.table(), diagnostics);
        if (hedge.pattern) hedges_.push_back(hedge);
      }
    }
  }
}

void Phrasebook::load_phrases(const yaml::Node& list, bool identifiers, Vocabulary& vocabulary,
                              Diagnostics& diagnostics) {
  pattern::Options options = vocabulary.pattern_options();
  options.barriers = {"number", "mark"};
  for (std::size_t i = 0; i < list.size(); ++i) {
    const yaml::Node node = list.at(i);
    auto phrase = std::make_unique<Phrase>();
    phrase->identifier = identifiers;
    yaml::Node patterns = node;
    if (!identifiers) {
      const auto kind = figure_kind_by_name(node.get("kind").text());
      if (!kind) {
        diagnostics.push_back(
            node.complain("V011", "a phrase needs the kind of its figure under \"kind\""));
        continue;
      }
      phrase->kind = *kind;
      const yaml::Node with = node.get("with");
      for (std::size_t k = 0; k < with.size(); ++k) {
        phrase->with[std::string(with.key(k).text())] = std::string(with.at(k).text());
      }
      patterns = node.get("patterns");
    }
    const auto add = [&](const yaml::Node& pattern_node) {
      if (auto parsed =
              pattern::Pattern::parse(pattern_node, options, vocabulary.table(), diagnostics)) {
        phrase->patterns.push_back(std::move(parsed));
      }
    };
    if (patterns.is_scalar()) {
      add(patterns);
    } else {
      for (std::size_t k = 0; k < patterns.size(); ++k) add(patterns.at(k));
    }
    phrases_.push_back(std::move(phrase));
  }
}

void Phrasebook::finish(const Vocabulary& vocabulary) {
  for (const auto& phrase : phrases_) {
    for (const auto& pattern : phrase->patterns) {
      index_.add(*pattern, static_cast<std::uint32_t>(entries_.size()), vocabulary.table());
      entries_.push_back({phrase.get(), pattern.get()});
    }
  }
  for (std::size_t i = 0; i < hedges_.size(); ++i) {
    hedge_index_.add(*hedges_[i].pattern, static_cast<std::uint32_t>(i), vocabulary.table());
  }
  index_.finish(vocabulary.table());
  hedge_index_.finish(vocabulary.table());
}

}  // namespace figcheck::extract
