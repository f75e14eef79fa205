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

}  // namespace figcheck::rule
