// SPDX-License-Identifier: Apache-2.0
// Which settings hold: those of the command line go before those of a file.
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "cli/complaint.h"
#include "cli/options.h"

namespace figcheck::cli {
namespace {

std::vector<RuleChoice> choices(const std::vector<std::string>& typed, const char* option) {
  std::vector<RuleChoice> out;
  for (const std::string& pattern : typed) {
    Diagnostic place;
    place.file = option;
    out.push_back({pattern, place});
  }
  return out;
}

/// The settings nearest to the first article. An article under others is complained about: one run
/// has one set of rules.
std::string find(const Arguments& arguments, Diagnostics& problems) {
  const auto place_of = [&arguments](const std::string& path) {
    return path == "-" ? arguments.stdin_filename : path;
  };
  if (arguments.paths.empty()) return find_settings("");
  std::string found = find_settings(place_of(arguments.paths.front()));
  for (const std::string& path : arguments.paths) {
    const std::string other = find_settings(place_of(path));
    if (other == found) continue;
    const auto named = [](const std::string& file) { return file.empty() ? "none" : file; };
    problems.push_back(
        complaint("U007", path,
                  fmt::format("its settings are {}, and those of {} are {}", named(other),
                              arguments.paths.front(), named(found)),
                  "check them one after the other, or say --config FILE or --no-config"));
    break;
  }
  return found;
}

}  // namespace

Diagnostics settle(const Typed& typed, bool articles, Arguments& arguments) {
  Diagnostics problems;
  std::string file = typed.config;
  if (file.empty() && !typed.no_config) {
    file = articles ? find(arguments, problems) : find_settings("");
  }
  if (!file.empty()) {
    if (auto loaded = load_settings(file, problems)) arguments.settings = *std::move(loaded);
  }
  Settings& settings = arguments.settings;
  const auto said = [&settings](const char* key, bool typed_too) {
    if (typed_too) settings.lines[key] = 0;
  };
  settings.rules.insert(settings.rules.end(), typed.rules.begin(), typed.rules.end());
  arguments.rules = settings.rules;
  if (!typed.select.empty()) settings.select = choices(typed.select, "--select");
  for (RuleChoice& choice : choices(typed.ignore, "--ignore")) {
    settings.ignore.push_back(std::move(choice));
  }
  settings.exclude.insert(settings.exclude.end(), typed.exclude.begin(), typed.exclude.end());
  said("rules", !typed.rules.empty());
  said("select", !typed.select.empty());
  said("ignore", !typed.ignore.empty());
  said("exclude", !typed.exclude.empty());
  said("fail-on", !typed.fail_on.empty());
  said("as-of", !typed.as_of.empty());
  said("place", !typed.place.empty());
  return problems;
}

}  // namespace figcheck::cli
