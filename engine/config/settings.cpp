// SPDX-License-Identifier: Apache-2.0
#include "figcheck/settings.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "base/text.h"
#include "model/calendar.h"
#include "yaml/node.h"

namespace figcheck {
namespace {

namespace fs = std::filesystem;

constexpr const char* kName = ".figcheck.yaml";

/// Reads one file, key by key.
class SettingsReader {
 public:
  SettingsReader(Settings& settings, Diagnostics& diagnostics)
      : settings_(settings), diagnostics_(diagnostics) {}

  void read(const yaml::Node& root) {
    for (std::size_t i = 0; i < root.size(); ++i) {
      const std::string key(root.key(i).text());
      if (is_known(root.key(i))) {
        settings_.lines[key] = root.key(i).line();
        read_value(key, root.at(i));
      }
    }
  }

 private:
  bool is_known(const yaml::Node& key) {
    std::vector<std::string> known;
    for (const SettingKey& one : setting_keys()) known.emplace_back(one.name);
    if (std::find(known.begin(), known.end(), key.text()) != known.end()) return true;
    const std::string near = nearest_name(key.text(), known);
    complain(key, "S001", fmt::format("there is no setting \"{}\"", key.text()),
             near.empty() ? "" : fmt::format("did you mean \"{}\"?", near));
    return false;
  }

  void read_value(const std::string& key, const yaml::Node& value) {
    if (key == "rules") {
      for (const std::string& path : texts(value)) settings_.rules.push_back(beside(path));
    } else if (key == "select") {
      settings_.select = choices(value);
    } else if (key == "ignore") {
      settings_.ignore = choices(value);
    } else if (key == "levels") {
      read_levels(value);
    } else if (key == "fail-on") {
      read_fail_on(value);
    } else if (key == "as-of") {
      settings_.as_of = text(value);
      if (!settings_.as_of.empty() && !parse_stamp(settings_.as_of)) {
        complain(value, "S003", fmt::format("\"{}\" is no day", settings_.as_of),
                 "write it as 2023-09-20");
      }
    } else if (key == "place") {
      settings_.place = text(value);
    } else if (key == "help-uri") {
      settings_.help_uri = text(value);
      if (settings_.help_uri.find("{rule}") == std::string::npos) {
        complain(value, "S003", "the address has no {rule}",
                 "such as https://news.example/rules/{rule}.md");
      }
    } else if (key == "exclude") {
      settings_.exclude = texts(value);
    } else if (key == "per-file") {
      read_per_file(value);
    }
  }

  void read_levels(const yaml::Node& value) {
    if (!is_map(value, "a map from rules to levels")) return;
    for (std::size_t i = 0; i < value.size(); ++i) {
      const std::string name = text(value.at(i));
      bool known = false;
      for (const Level level : {Level::note, Level::warning, Level::error}) {
        if (name != to_string(level)) continue;
        settings_.levels.emplace_back(choice(value.key(i)), level);
        known = true;
      }
      if (!known && !name.empty()) {
        refuse(value.at(i), name, {"error", "warning", "note"});
      }
    }
  }

  void read_fail_on(const yaml::Node& value) {
    settings_.fail_on = text(value);
    const std::vector<std::string> known = {"error", "warning", "note", "never"};
    if (settings_.fail_on.empty()) return;
    if (std::find(known.begin(), known.end(), settings_.fail_on) == known.end()) {
      refuse(value, settings_.fail_on, known);
    }
  }

  void read_per_file(const yaml::Node& value) {
    if (!is_map(value, "a map from articles to rules")) return;
    for (std::size_t i = 0; i < value.size(); ++i) {
      settings_.per_file.emplace_back(std::string(value.key(i).text()), choices(value.at(i)));
    }
  }

  void refuse(const yaml::Node& node, const std::string& name,
              const std::vector<std::string>& known) {
    std::string expected;
    for (std::size_t i = 0; i < known.size(); ++i) {
      expected += (i == 0 ? "" : i + 1 == known.size() ? " or " : ", ") + known[i];
    }
    const std::string near = nearest_name(name, known);
    complain(node, "S003", fmt::format("unknown level \"{}\": expected {}", name, expected),
             near.empty() ? "" : fmt::format("did you mean \"{}\"?", near));
  }

  bool is_map(const yaml::Node& node, const char* expected) {
    if (node.is_map() || node.is_null()) return true;
    complain(node, "S002", fmt::format("expected {}", expected));
    return false;
  }

  std::string text(const yaml::Node& node) {
    if (node.is_scalar()) return std::string(node.text());
    if (!node.is_null()) complain(node, "S002", "expected a text");
    return {};
  }

  /// A list of texts, or one.
  std::vector<yaml::Node> items(const yaml::Node& node) {
    std::vector<yaml::Node> out;
    if (node.is_scalar()) out.push_back(node);
    for (std::size_t i = 0; node.is_sequence() && i < node.size(); ++i) out.push_back(node.at(i));
    if (node.is_map()) complain(node, "S002", "expected a list");
    return out;
  }

  std::vector<std::string> texts(const yaml::Node& node) {
    std::vector<std::string> out;
    for (const yaml::Node& item : items(node)) {
      if (std::string one = text(item); !one.empty()) out.push_back(std::move(one));
    }
    return out;
  }

  static RuleChoice choice(const yaml::Node& node) {
    return {std::string(node.text()), node.complain("S004", "")};
  }

  std::vector<RuleChoice> choices(const yaml::Node& node) {
    std::vector<RuleChoice> out;
    for (const yaml::Node& item : items(node)) {
      if (!text(item).empty()) out.push_back(choice(item));
    }
    return out;
  }

  std::string beside(const std::string& path) const {
    return fs::path(path).is_absolute() ? path : settings_.folder + path;
  }

  void complain(const yaml::Node& node, const char* code, std::string message,
                std::string hint = "") {
    diagnostics_.push_back(node.complain(code, std::move(message), std::move(hint)));
  }

  Settings& settings_;
  Diagnostics& diagnostics_;
};

}  // namespace

const std::vector<SettingKey>& setting_keys() {
  static const std::vector<SettingKey> kKeys = {
      {"rules", "paths", "rules, words and claims that add to the shipped ones or replace them"},
      {"select", "rules", "only these run"},
      {"ignore", "rules", "these do not run"},
      {"levels", "map", "levels that replace those of rules"},
      {"fail-on", "text", "the level from which on the exit status is 1"},
      {"as-of", "date", "the date of articles that do not say theirs"},
      {"place", "text", "the place of articles that do not say theirs"},
      {"exclude", "patterns", "articles that are left out"},
      {"per-file", "map", "rules that do not run for articles of a pattern"},
      {"help-uri", "text", "where a rule's page is, with {rule} for its id, for SARIF"},
  };
  return kKeys;
}

std::string find_settings(const std::string& path) {
  std::error_code failed;
  fs::path folder = fs::path(path).parent_path();
  folder = fs::absolute(folder.empty() ? "." : folder, failed);
  if (failed) return {};
  folder = folder.lexically_normal();
  const fs::path here = fs::current_path(failed);
  for (;;) {
    const fs::path file = folder / kName;
    if (fs::is_regular_file(file, failed)) {
      // Below the working directory the path is told from there.
      const fs::path inner = file.lexically_relative(here);
      const bool below = !inner.empty() && *inner.begin() != "..";
      return (below ? inner : file).generic_string();
    }
    const fs::path above = folder.parent_path();
    if (above == folder || above.empty()) return {};
    folder = above;
  }
}

std::optional<Settings> load_settings(const std::string& file, Diagnostics& diagnostics) {
  Diagnostics found;
  Settings settings;
  settings.file = file;
  settings.folder = fs::path(file).parent_path().generic_string();
  if (!settings.folder.empty() && !settings.folder.ends_with('/')) settings.folder += '/';
  std::error_code ignored;
  if (fs::is_directory(file, ignored)) {
    Diagnostic problem;
    problem.code = "F002";
    problem.file = file;
    problem.message = "this is a folder";
    found.push_back(std::move(problem));
  } else {
    for (const auto& tree : yaml::load(file, found)) {
      const yaml::Node root = tree->root();
      if (root.is_map()) {
        SettingsReader(settings, found).read(root);
      } else if (!root.is_null()) {
        found.push_back(root.complain("S002", "expected a map of settings"));
      }
    }
  }
  const bool good = !has_errors(found);
  diagnostics.insert(diagnostics.end(), found.begin(), found.end());
  if (!good) return std::nullopt;
  return settings;
}

}  // namespace figcheck
