// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "pipeline/embed/shipped.h"
#include "pipeline/knowledge.h"

namespace figcheck::pipeline {

namespace {

yaml::Trees rules_of(const yaml::Trees& trees) {
  yaml::Trees rules;
  for (const auto& tree : trees) {
    if (rule::is_rule(tree->root())) rules.push_back(tree);
  }
  return rules;
}

bool is_all_capital(std::string_view words) {
  return std::none_of(words.begin(), words.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::shared_ptr<const Knowledge> load_knowledge(const EngineOptions& options,
                                                Diagnostics& diagnostics) {
  auto made = std::make_shared<Knowledge>();
  Knowledge& k = *made;
  std::vector<rule::Pack> packs;
  if (!options.bare) {
    auto shipped = yaml::read_image(shipped_image());
    if (!shipped) {
      diagnostics.push_back(shipped.error());
      return nullptr;
    }
    k.trees = std::move(shipped).value();
    packs.push_back({"core", rules_of(k.trees)});
  }
  for (const std::string& path : options.rules) {
    yaml::Trees more = yaml::load(path, diagnostics);
    packs.push_back({path, rules_of(more)});
    k.trees.insert(k.trees.end(), more.begin(), more.end());
  }

  // Words first, then the patterns that name them, and only then the symbols.
  k.vocabulary.load(k.trees, diagnostics);
  k.gazetteer = time::Gazetteer::load(k.trees, diagnostics);
  k.zones = time::ZoneNames::load(k.trees, diagnostics);
  k.rates = Rates::load(k.trees, diagnostics);
  k.gazetteer.for_each_name([&](std::string_view name, std::uint32_t index) {
    const time::Place& place = k.gazetteer.places()[index];
    k.vocabulary.add(name, place.ambiguous ? "ambiguous-place" : "place", std::string(name), true);
  });
  k.zones.for_each_word([&](std::string_view words, std::uint32_t) {
    k.vocabulary.add(words, "zone", std::string(words), is_all_capital(words));
  });
  k.phrasebook.load(k.trees, k.vocabulary, diagnostics);
  k.claims.load(k.trees, k.vocabulary, diagnostics);
  k.vocabulary.freeze();
  k.phrasebook.finish(k.vocabulary);
  k.claims.finish(k.vocabulary);
  k.extractor = std::make_unique<extract::Extractor>(k.vocabulary, k.phrasebook);

  k.functions = expr::FunctionTable::core();
  add_functions(k.functions);
  k.units = std::make_unique<VocabularyUnits>(k.vocabulary);
  rule::Vocabulary words;
  words.kinds = k.claims.kinds();
  words.functions = &k.functions;
  words.units = k.units.get();
  words.engine_version = version();
  k.rules = rule::load(packs, words, diagnostics);
  if (has_errors(diagnostics)) return nullptr;
  return made;
}

}  // namespace figcheck::pipeline
