// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "base/text.h"
#include "figcheck/settings.h"

namespace figcheck {
namespace {

namespace fs = std::filesystem;

/// The ids that a choice names. Complains when there are none.
std::vector<std::string> ids_of(const RuleChoice& choice, const std::vector<RuleInfo>& rules,
                                Diagnostics& diagnostics) {
  std::vector<std::string> ids;
  std::vector<std::string> known;
  for (const RuleInfo& rule : rules) {
    known.push_back(rule.id);
    // A family alone names all of its rules.
    const bool family = rule.id.starts_with(choice.pattern + "/");
    if (family || path_matches(choice.pattern, rule.id)) ids.push_back(rule.id);
  }
  if (ids.empty()) {
    Diagnostic problem = choice.place;
    problem.code = "S004";
    problem.message = fmt::format("no rule \"{}\"", choice.pattern);
    const std::string near = nearest_name(choice.pattern, known);
    problem.hint = near.empty() ? "figcheck rules list has them all"
                                : fmt::format("did you mean \"{}\"?", near);
    diagnostics.push_back(std::move(problem));
  }
  return ids;
}

}  // namespace

Policy::Policy(const Settings& settings, const std::vector<RuleInfo>& rules,
               Diagnostics& diagnostics)
    : folder_(settings.folder), exclude_(settings.exclude) {
  if (!settings.select.empty()) {
    for (const RuleInfo& rule : rules) all_.off.insert(rule.id);
    for (const RuleChoice& choice : settings.select) {
      for (const std::string& id : ids_of(choice, rules, diagnostics)) all_.off.erase(id);
    }
  }
  for (const RuleChoice& choice : settings.ignore) {
    for (const std::string& id : ids_of(choice, rules, diagnostics)) all_.off.insert(id);
  }
  for (const auto& [choice, level] : settings.levels) {
    for (const std::string& id : ids_of(choice, rules, diagnostics)) all_.levels[id] = level;
  }
  for (const auto& [pattern, choices] : settings.per_file) {
    std::vector<std::string> ids;
    for (const RuleChoice& choice : choices) {
      const auto more = ids_of(choice, rules, diagnostics);
      ids.insert(ids.end(), more.begin(), more.end());
    }
    per_file_.emplace_back(pattern, std::move(ids));
  }
}

/// The article's path from the folder of the settings, or as it is where it lies elsewhere.
std::string Policy::within(const std::string& article) const {
  std::error_code failed;
  const fs::path folder = fs::weakly_canonical(folder_.empty() ? "." : folder_, failed);
  if (failed) return article;
  const fs::path whole = fs::weakly_canonical(article, failed);
  if (failed) return article;
  const fs::path inner = whole.lexically_relative(folder);
  return inner.empty() || *inner.begin() == ".." ? whole.generic_string() : inner.generic_string();
}

bool Policy::excludes(const std::string& article) const {
  if (exclude_.empty()) return false;
  const std::string path = within(article);
  return std::any_of(exclude_.begin(), exclude_.end(),
                     [&path](const std::string& pattern) { return path_matches(pattern, path); });
}

CheckOptions Policy::options_for(const std::string& article) const {
  if (per_file_.empty()) return all_;
  CheckOptions options = all_;
  const std::string path = within(article);
  for (const auto& [pattern, ids] : per_file_) {
    if (path_matches(pattern, path)) options.off.insert(ids.begin(), ids.end());
  }
  return options;
}

}  // namespace figcheck
