// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "expr/function.h"
#include "extract/extract.h"
#include "extract/phrase.h"
#include "extract/vocabulary.h"
#include "figcheck/engine.h"
#include "frame/claim_file.h"
#include "pipeline/rates.h"
#include "rule/rule.h"
#include "time/gazetteer.h"
#include "time/zone_names.h"

namespace figcheck::pipeline {

/// Units as the rule language sees them: the vocabulary's, and currencies by their code.
class VocabularyUnits : public expr::Units {
 public:
  explicit VocabularyUnits(const extract::Vocabulary& vocabulary) : vocabulary_(vocabulary) {}
  std::string specification(std::string_view unit) const override;
  bool known(std::string_view unit) const override;
  std::string with_unit(std::string_view number, std::string_view unit, bool one) const override;

 private:
  const extract::Vocabulary& vocabulary_;
};

/// Everything that was loaded: one for each engine, immutable from then on.
struct Knowledge {
  yaml::Trees trees;
  extract::Vocabulary vocabulary;
  extract::Phrasebook phrasebook;
  time::Gazetteer gazetteer;
  time::ZoneNames zones;
  Rates rates;
  frame::ClaimBook claims;
  expr::FunctionTable functions;
  std::unique_ptr<VocabularyUnits> units;
  rule::RuleSet rules;
  std::unique_ptr<extract::Extractor> extractor;
};

/// Loads the shipped rules and the packs of `options`. Everything that is wrong goes to
/// `diagnostics`.
std::shared_ptr<const Knowledge> load_knowledge(const EngineOptions& options,
                                                Diagnostics& diagnostics);

/// Adds the functions that need more than figures: zones, places and the moments of clock times.
void add_functions(expr::FunctionTable& functions);

}  // namespace figcheck::pipeline
