// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "figcheck/diagnostic.h"
#include "figcheck/engine.h"

// What a house has settled for its articles: which rules run, at which level, and what is left out.
// docs/settings.md has the form of the file.
namespace figcheck {

/// A rule, or several by a pattern such as "story/*", as a setting names it.
struct RuleChoice {
  std::string pattern;
  /// The place in the file, for complaints; its message is empty. Without a file it is an option.
  Diagnostic place;
};

/// The settings of one file, or none of them. Paths are as the file's own path begins.
struct Settings {
  std::string file;  ///< Empty where there is none.
  std::string
      folder;  ///< Of the file; patterns of articles are relative to it. Ends in '/' or is empty.
  std::vector<std::string> rules;  ///< Files and folders to load.
  std::vector<RuleChoice> select;  ///< Only these run; all, where there are none.
  std::vector<RuleChoice> ignore;  ///< These do not.
  std::vector<std::pair<RuleChoice, Level>> levels;
  std::string fail_on;  ///< "error", "warning", "note" or "never".
  std::string as_of;
  std::string place;
  std::string baseline;              ///< A path.
  std::string help_uri;              ///< Where a rule's page is, with {rule} for its id.
  std::vector<std::string> exclude;  ///< Patterns of articles.
  /// Rules that do not run for articles of a pattern.
  std::vector<std::pair<std::string, std::vector<RuleChoice>>> per_file;
  std::map<std::string, std::size_t> lines;  ///< Where each key that was set stands.
};

/// Returns the path of the nearest .figcheck.yaml in the folder of `path` or above it, or an empty
/// text. An empty `path` stands for the working directory.
std::string find_settings(const std::string& path);

/// Reads a file of settings. Everything that is wrong with it is added to `diagnostics`, with codes
/// S001 and up; returns nothing when any of it is an error.
std::optional<Settings> load_settings(const std::string& file, Diagnostics& diagnostics);

/// Returns whether an article's path is one that `pattern` names: "*" is anything within a name,
/// "**" anything at all, a name without a stroke stands at any depth, and a folder for all that is
/// in it.
bool path_matches(const std::string& pattern, const std::string& path);

/// What settings come to for articles, once the rules are known.
class Policy {
 public:
  Policy() = default;
  /// Complains of rules that there are not: S004.
  Policy(const Settings& settings, const std::vector<RuleInfo>& rules, Diagnostics& diagnostics);

  /// Returns whether an article is left out.
  bool excludes(const std::string& article) const;
  /// Returns what is other than the rules themselves say.
  CheckOptions options_for(const std::string& article) const;

 private:
  std::string within(const std::string& article) const;

  std::string folder_;
  std::vector<std::string> exclude_;
  CheckOptions all_;
  std::vector<std::pair<std::string, std::vector<std::string>>> per_file_;
};

/// A key of a file of settings.
struct SettingKey {
  const char* name;
  const char* type;
  const char* doc;
};
/// Returns the keys in the order of the reference.
const std::vector<SettingKey>& setting_keys();

}  // namespace figcheck
