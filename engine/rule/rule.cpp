// SPDX-License-Identifier: Apache-2.0
#include "rule/rule.h"

#include <algorithm>

namespace figcheck::rule {

RuleSet::RuleSet(std::vector<std::shared_ptr<const Rule>> rules) : rules_(std::move(rules)) {
  std::sort(rules_.begin(), rules_.end(),
            [](const auto& a, const auto& b) { return a->id < b->id; });
  for (const auto& rule : rules_) by_kind_[rule->kind->name].push_back(rule.get());
}

const Rule* RuleSet::find(std::string_view id) const {
  const auto found =
      std::lower_bound(rules_.begin(), rules_.end(), id,
                       [](const auto& rule, std::string_view wanted) { return rule->id < wanted; });
  return found != rules_.end() && (*found)->id == id ? found->get() : nullptr;
}

const std::vector<const Rule*>& RuleSet::on(std::string_view kind) const {
  static const std::vector<const Rule*> kNone;
  const auto found = by_kind_.find(kind);
  return found != by_kind_.end() ? found->second : kNone;
}

bool is_rule(const yaml::Node& root) { return root.is_map() && root.get("rule"); }

const std::vector<KeyDoc>& keys() {
  static const std::vector<KeyDoc> kKeys = {
      {"rule", "text", true, "the id: family/name, as in the file's path"},
      {"summary", "text", true, "what is wrong, in one line"},
      {"engine", "text", false, "the engine version that the rule needs: \">= 0.1\""},
      {"claim", "text", false, "a kind of claim that this file itself declares"},
      {"roles", "map", false, "the roles of that kind"},
      {"words", "list", false, "the words that its frames hand to rules"},
      {"frames", "map", false, "its frames, by language"},
      {"join", "map", false, "its join over a document, versions or sources"},
      {"table", "map", false, "the labels by which it finds sums in tables, by language"},
      {"on", "text", false, "the kind of claim; may be left out beside claim"},
      {"where", "expression", false, "the rule speaks only where this holds"},
      {"let", "map", false, "names for expressions, each of which may use those above it"},
      {"holds", "expression", true, "what must hold"},
      {"level", "text", true, "error, warning or note"},
      {"readings", "list", false,
       "roles: claims that differ in these alone are readings of one text, all of which must fail"},
      {"warn_when", "expression", false, "where this holds, a failure is only a warning"},
      {"message", "template", true, "one line for the reader"},
      {"arithmetic", "list of templates", false, "steps that the reader can redo"},
      {"diagnose", "list", false,
       "likely causes: {when: expression, note: template}; the first that holds is told"},
      {"repairs", "list", false,
       "what would make it right: {at: role, to: template or expression}"},
      {"at", "text", false, "the role to point at first"},
      {"why", "text", true, "why the slip matters and how the rule decides"},
      {"limits", "text or list", false, "what the rule does not see"},
      {"tests", "list", true, "articles with what the rule finds in them"},
  };
  return kKeys;
}

}  // namespace figcheck::rule
