// SPDX-License-Identifier: Apache-2.0
// figcheck config show: the settings that hold, each with where it comes from.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cli/articles.h"
#include "cli/commands.h"
#include "cli/output.h"

namespace figcheck::cli {
namespace {

std::string list_of(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) out += (out.empty() ? "" : ", ") + item;
  return "[" + out + "]";
}

std::vector<std::string> names(const std::vector<RuleChoice>& choices) {
  std::vector<std::string> out;
  for (const RuleChoice& choice : choices) out.push_back(choice.pattern);
  return out;
}

/// The value of a key, in YAML; empty where there is none.
std::string value_of(const std::string& key, const Arguments& arguments) {
  const Settings& settings = arguments.settings;
  const auto list = [](const std::vector<std::string>& items) {
    return items.empty() ? std::string() : list_of(items);
  };
  if (key == "rules") return list(settings.rules);
  if (key == "select") return list(names(settings.select));
  if (key == "ignore") return list(names(settings.ignore));
  if (key == "exclude") return list(settings.exclude);
  if (key == "fail-on") return arguments.fail_on ? to_string(*arguments.fail_on) : "never";
  if (key == "as-of") return arguments.as_of;
  if (key == "place") return arguments.place;
  if (key == "help-uri") return settings.help_uri;
  std::vector<std::string> pairs;
  if (key == "levels") {
    for (const auto& [choice, level] : settings.levels) {
      pairs.push_back(fmt::format("{}: {}", choice.pattern, to_string(level)));
    }
  } else if (key == "per-file") {
    for (const auto& [pattern, choices] : settings.per_file) {
      pairs.push_back(fmt::format("\"{}\": {}", pattern, list_of(names(choices))));
    }
  }
  if (pairs.empty()) return {};
  const std::string inner = list_of(pairs);
  return "{" + inner.substr(1, inner.size() - 2) + "}";
}

std::string origin_of(const std::string& key, const Settings& settings) {
  const auto found = settings.lines.find(key);
  if (found == settings.lines.end()) return "default";
  if (found->second == 0) return "command line";
  return fmt::format("{}:{}", settings.file, found->second);
}

}  // namespace

Status config_show(const Arguments& arguments) {
  const auto engine = load_engine(arguments);
  if (engine == nullptr || !load_policy(arguments, *engine)) return kNotRun;
  std::size_t width = 0;
  std::vector<std::pair<std::string, std::string>> rows;
  for (const SettingKey& key : setting_keys()) {
    const std::string value = value_of(key.name, arguments);
    rows.emplace_back(fmt::format("{}:{}{}", key.name, value.empty() ? "" : " ", value),
                      origin_of(key.name, arguments.settings));
    width = std::max(width, rows.back().first.size());
  }
  std::optional<Writer> writer = Writer::open(arguments);
  if (!writer) return kNotRun;
  for (const auto& [line, origin] : rows) {
    writer->write(fmt::format("{:<{}}  # {}\n", line, width, origin));
  }
  return writer->close() ? kClean : kNotRun;
}

}  // namespace figcheck::cli
