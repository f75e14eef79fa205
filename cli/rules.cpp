// SPDX-License-Identifier: Apache-2.0
// figcheck rules: what the rules are, whether they pass their own tests, and what is wrong with
// them.
#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <figcheck/engine.h>
#include <figcheck/report.h>
#include <figcheck/schema.h>
#include <fmt/format.h>

#include "cli/articles.h"
#include "cli/commands.h"
#include "cli/complaint.h"
#include "cli/nearest.h"
#include "cli/output.h"

namespace figcheck::cli {
namespace {

std::vector<std::string> ids_of(const std::vector<RuleInfo>& rules) {
  std::vector<std::string> ids;
  ids.reserve(rules.size());
  for (const RuleInfo& rule : rules) ids.push_back(rule.id);
  return ids;
}

Diagnostic unknown_rule(const std::string& id, const std::vector<RuleInfo>& rules) {
  std::string hint = did_you_mean(id, ids_of(rules));
  if (hint.empty()) hint = "figcheck rules list has them all";
  return complaint("U005", "", fmt::format("no rule \"{}\"", id), std::move(hint));
}

bool is_path(const std::string& name) {
  std::error_code ignored;
  return name.ends_with(".yaml") || std::filesystem::exists(name, ignored);
}

/// Returns whether a file is `path` or lies in it.
bool is_under(const std::string& file, const std::string& path) {
  const auto whole = std::filesystem::path(file).lexically_normal();
  auto part = std::filesystem::path(path).lexically_normal();
  if (!part.has_filename()) part = part.parent_path();  // "rules/" is "rules"
  return std::mismatch(part.begin(), part.end(), whole.begin(), whole.end()).first == part.end();
}

/// The rules that a command names: all, or those of some ids, files and folders.
class Selection {
 public:
  /// Files and folders are loaded as well, after those of --rules.
  explicit Selection(Arguments& arguments) {
    for (const std::string& name : arguments.paths) {
      if (is_path(name)) {
        paths_.push_back(name);
        arguments.rules.push_back(name);
      } else {
        ids_.push_back(name);
      }
    }
  }

  const std::vector<std::string>& ids() const { return ids_; }

  bool has(const RuleTestResult& test) const {
    if (ids_.empty() && paths_.empty()) return true;
    return std::find(ids_.begin(), ids_.end(), test.rule) != ids_.end() ||
           std::any_of(paths_.begin(), paths_.end(),
                       [&test](const std::string& path) { return is_under(test.file, path); });
  }

 private:
  std::vector<std::string> ids_;
  std::vector<std::string> paths_;
};

/// Complains about ids that no rule has. Returns whether there are any.
bool has_unknown(const std::vector<std::string>& ids, const std::vector<RuleInfo>& rules) {
  const std::vector<std::string> known = ids_of(rules);
  bool unknown = false;
  for (const std::string& id : ids) {
    if (std::find(known.begin(), known.end(), id) != known.end()) continue;
    complain(unknown_rule(id, rules));
    unknown = true;
  }
  return unknown;
}

Status print(const Arguments& arguments, const std::string& text, Status status) {
  std::optional<Writer> writer = Writer::open(arguments);
  if (!writer) return kNotRun;
  writer->write(text);
  return writer->close() ? status : kNotRun;
}

std::string number_of(std::size_t count, const char* noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace

Status rules_list(const Arguments& arguments) {
  const auto engine = load_engine(arguments);
  if (engine == nullptr) return kNotRun;
  std::vector<RuleInfo> rules = engine->rules();
  std::sort(rules.begin(), rules.end(),
            [](const RuleInfo& a, const RuleInfo& b) { return a.id < b.id; });
  std::size_t ids = 0;
  std::size_t claims = 0;
  for (const RuleInfo& rule : rules) {
    ids = std::max(ids, rule.id.size());
    claims = std::max(claims, rule.claim.size());
  }
  std::string out;
  for (const RuleInfo& rule : rules) {
    out += fmt::format("{:<{}}  {:<7}  {:<{}}  {}\n", rule.id, ids, to_string(rule.level),
                       rule.claim, claims, rule.summary);
  }
  return print(arguments, out, kClean);
}

Status rules_show(const Arguments& arguments) {
  const auto engine = load_engine(arguments);
  if (engine == nullptr) return kNotRun;
  const std::vector<RuleInfo> rules = engine->rules();
  if (has_unknown(arguments.paths, rules)) return kNotRun;
  std::string out;
  for (const std::string& id : arguments.paths) {
    const auto rule = std::find_if(rules.begin(), rules.end(),
                                   [&id](const RuleInfo& one) { return one.id == id; });
    if (!out.empty()) out += "\n";
    out += report::rule_page(*rule, engine->rule_examples(id));
  }
  return print(arguments, out, kClean);
}

Status rules_schema(const Arguments& arguments) {
  const auto engine = load_engine(arguments);
  if (engine == nullptr) return kNotRun;
  return print(arguments, file_schema(*engine) + "\n", kClean);
}

Status rules_test(const Arguments& arguments) {
  Arguments widened = arguments;
  const Selection selection(widened);
  const auto engine = load_engine(widened);
  if (engine == nullptr) return kNotRun;
  if (has_unknown(selection.ids(), engine->rules())) return kNotRun;

  std::string out;
  std::set<std::string> rules;
  std::size_t tests = 0;
  std::size_t failed = 0;
  for (const RuleTestResult& test : engine->test_rules()) {
    if (!selection.has(test)) continue;
    ++tests;
    rules.insert(test.rule);
    if (test.passed) continue;
    ++failed;
    out += fmt::format("{}:{}: {}: {}\n", test.file, test.line, test.rule, test.message);
  }
  if (tests == 0) {
    complain(complaint("U006", "", "no tests there"));
    return kNotRun;
  }
  out += fmt::format("{} of {}: {}.\n", number_of(tests, "test"), number_of(rules.size(), "rule"),
                     failed == 0 ? "all passed" : fmt::format("{} failed", failed));
  return print(arguments, out, failed == 0 ? kClean : kFindings);
}

Status rules_lint(const Arguments& arguments) {
  EngineOptions options;
  options.rules = arguments.rules;
  options.rules.insert(options.rules.end(), arguments.paths.begin(), arguments.paths.end());
  Diagnostics diagnostics;
  const auto engine = Engine::load(options, diagnostics);

  std::string out;
  Status status = kClean;
  for (const Diagnostic& one : diagnostics) {
    out += one.to_string() + "\n";
    const bool counts = arguments.fail_on && one.level >= *arguments.fail_on;
    if (counts && status == kClean) status = kFindings;
    // A rule that cannot be read is no finding about a rule.
    if (one.code.starts_with('F')) status = kNotRun;
  }
  if (engine == nullptr && status == kClean && arguments.fail_on) status = kNotRun;
  if (diagnostics.empty()) out = "nothing wrong\n";
  return print(arguments, out, status);
}

}  // namespace figcheck::cli
