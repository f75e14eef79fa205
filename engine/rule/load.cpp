// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "rule/identity.h"
#include "rule/reader.h"
#include "rule/rule.h"
#include "rule/tests.h"

namespace figcheck::rule {
namespace {

/// Words that have a meaning in expressions already.
bool is_reserved(const std::string& name) {
  static const std::set<std::string> kReserved = {"and",  "or",    "not",     "in",
                                                  "true", "false", "nothing", "it"};
  return kReserved.count(name) > 0;
}

bool is_let_name(const std::string& name) {
  if (name.empty() || name[0] < 'a' || name[0] > 'z') return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

/// Makes one Rule of one file.
class RuleLoader {
 public:
  RuleLoader(const Vocabulary& vocabulary, Diagnostics& diagnostics)
      : vocabulary_(vocabulary), reader_(diagnostics) {}

  /// Returns nullptr when anything is wrong.
  std::shared_ptr<const Rule> load(const yaml::Node& root, const std::string& pack) {
    rule_.pack = pack;
    rule_.file = root.file();
    rule_.line = root.line();
    // A rule for a newer engine may have keys that this one does not know: only the version is
    // told.
    if (!engine_is_new_enough(root.get("engine"))) return nullptr;
    reader_.keys(root, keys(), "a rule");
    read_identity(root.get("rule"));
    rule_.summary = reader_.line(root.get("summary"));
    rule_.why = reader_.text(root.get("why"));
    read_limits(root.get("limits"));
    read_level(root.get("level"));
    rule_.tests = read_tests(root.get("tests"), reader_);
    if (read_kind(root)) read_expressions(root);
    return reader_.failed() ? nullptr : std::make_shared<const Rule>(std::move(rule_));
  }

 private:
  bool engine_is_new_enough(const yaml::Node& node) {
    if (!node) return true;
    const std::string requirement = reader_.line(node);
    if (requirement.empty()) return false;
    const std::optional<bool> met = meets_requirement(requirement, vocabulary_.engine_version);
    if (!met) {
      reader_.complain(node, "R011", "expected an engine version such as \">= 0.1\"");
    } else if (!*met) {
      reader_.complain(
          node, "R010",
          "the rule needs engine " + requirement + ", and this is " + vocabulary_.engine_version);
    }
    return met.value_or(false);
  }

  void read_identity(const yaml::Node& node) {
    rule_.id = reader_.line(node);
    if (rule_.id.empty()) return;
    const std::string problem = id_problem(rule_.id);
    if (!problem.empty()) {
      reader_.complain(node, "R005", problem);
      return;
    }
    const std::string wanted = id_of_path(node.file());
    if (rule_.id != wanted) {
      reader_.complain(
          node, "R004",
          "the rule's id is \"" + rule_.id + "\", but its file is that of \"" + wanted + "\"");
    }
  }

  void read_limits(const yaml::Node& node) {
    for (const yaml::Node& item : reader_.items(node, true)) {
      const std::string text = reader_.text(item);
      rule_.limits += (rule_.limits.empty() ? "" : "\n") + text;
    }
  }

  void read_level(const yaml::Node& node) {
    const std::string name = reader_.line(node);
    if (name.empty()) return;
    for (const Level level : {Level::note, Level::warning, Level::error}) {
      if (name != to_string(level)) continue;
      rule_.level = level;
      return;
    }
    reader_.complain(node, "R007", "unknown level \"" + name + "\"",
                     "levels are error, warning and note");
  }

  bool read_kind(const yaml::Node& root) {
    const yaml::Node node = root.get("on") ? root.get("on") : root.get("claim");
    if (!node) {
      reader_.complain(root, "R002", "a rule needs the key \"on\"");
      return false;
    }
    const std::string name = reader_.line(node);
    if (name.empty()) return false;
    std::vector<std::string> known;
    for (const auto& kind : vocabulary_.kinds) {
      known.push_back(kind->name);
      if (kind->name == name) rule_.kind = kind;
    }
    if (rule_.kind) return true;
    reader_.complain(node, "R006", "unknown kind of claim \"" + name + "\"",
                     suggestion(name, known));
    return false;
  }

  void read_expressions(const yaml::Node& root) {
    scope_.kind = rule_.kind.get();
    scope_.functions = vocabulary_.functions;
    scope_.units = vocabulary_.units;
    read_lets(root.get("let"));
    rule_.where = condition(root.get("where"));
    rule_.holds = condition(root.get("holds"));
    rule_.warn_when = condition(root.get("warn_when"));
    rule_.message = words(root.get("message"));
    for (const yaml::Node& item : reader_.items(root.get("arithmetic"), true)) {
      rule_.arithmetic.push_back(words(item));
    }
    read_diagnoses(root.get("diagnose"));
    read_repairs(root.get("repairs"));
    read_at(root.get("at"));
    for (const yaml::Node& item : reader_.items(root.get("readings"), true)) {
      if (const auto index = role(item)) rule_.readings.push_back(*index);
    }
    if (root.get("cleared_by")) rule_.cleared_by = condition(root.get("cleared_by"));
    complain_of_unused_lets(root.get("let"));
    if (!rule_.holds) return;
    std::set<std::size_t> judged = rule_.holds.roles();
    add_roles_of_lets(rule_.holds.lets(), judged);
    rule_.judged.assign(judged.begin(), judged.end());
  }

  expr::Expression condition(const yaml::Node& node) {
    return expression(node, expr::Type::verdict);
  }

  expr::Expression expression(const yaml::Node& node, std::optional<expr::Type> wanted) {
    expr::Expression out = reader_.expression(node, scope_, wanted);
    if (out) used_.insert(out.lets().begin(), out.lets().end());
    return out;
  }

  expr::Template words(const yaml::Node& node) {
    expr::Template out = reader_.words(node, scope_);
    used_.insert(out.lets().begin(), out.lets().end());
    return out;
  }

  void read_lets(const yaml::Node& node) {
    if (!node) return;
    if (!node.is_map()) {
      reader_.complain(node, "R003", "expected a map from names to expressions");
      return;
    }
    for (std::size_t i = 0; i < node.size(); ++i) {
      const yaml::Node key = node.key(i);
      const std::string name(key.text());
      const auto& words = rule_.kind->words;
      if (!is_let_name(name) || is_reserved(name)) {
        reader_.complain(key, "R013", "\"" + name + "\" cannot be a name",
                         "names are small letters, digits and \"_\", and no word of the language");
      } else if (rule_.kind->find(name) != nullptr ||
                 std::find(words.begin(), words.end(), name) != words.end()) {
        reader_.complain(
            key, "R013",
            "\"" + name + "\" is a name of the claim " + rule_.kind->name + " already");
      }
      expr::Expression value = expression(node.at(i), std::nullopt);
      // A name whose expression is wrong still counts as known, so that its uses are not wrong too.
      const expr::StaticType type = value ? value.type() : expr::StaticType{};
      scope_.lets.push_back({name, type});
      rule_.let_names.push_back(name);
      rule_.lets.push_back(std::move(value));
    }
  }

  void complain_of_unused_lets(const yaml::Node& node) {
    // After a mistake in an expression, what it would have used is not known.
    if (reader_.failed()) return;
    for (std::size_t i = 0; i < rule_.let_names.size(); ++i) {
      if (used_.count(i) > 0) continue;
      reader_.remark(Level::warning, node.key(i), "R012",
                     "\"" + rule_.let_names[i] + "\" is never used");
    }
  }

  void add_roles_of_lets(const std::set<std::size_t>& lets, std::set<std::size_t>& roles) const {
    for (const std::size_t let : lets) {
      const expr::Expression& value = rule_.lets[let];
      if (!value) continue;
      roles.insert(value.roles().begin(), value.roles().end());
      add_roles_of_lets(value.lets(), roles);
    }
  }

  std::optional<std::size_t> role(const yaml::Node& node) {
    const std::string name = reader_.line(node);
    if (name.empty()) return std::nullopt;
    std::vector<std::string> known;
    for (std::size_t i = 0; i < rule_.kind->roles.size(); ++i) {
      if (rule_.kind->roles[i].name == name) return i;
      known.push_back(rule_.kind->roles[i].name);
    }
    reader_.complain(node, "R014",
                     "the claim " + rule_.kind->name + " has no role \"" + name + "\"",
                     suggestion(name, known));
    return std::nullopt;
  }

  void read_diagnoses(const yaml::Node& node) {
    for (const yaml::Node& item : reader_.items(node, true)) {
      if (!reader_.keys(item, diagnosis_keys(), "a diagnosis")) continue;
      rule_.diagnoses.push_back({condition(item.get("when")), words(item.get("note"))});
    }
  }

  void read_repairs(const yaml::Node& node) {
    for (const yaml::Node& item : reader_.items(node, true)) {
      if (!reader_.keys(item, repair_keys(), "a repair")) continue;
      RepairPlan plan;
      if (const std::optional<std::size_t> found = role(item.get("at"))) plan.role = *found;
      const yaml::Node to = item.get("to");
      if (to.is_scalar() && to.text().find('{') != std::string_view::npos) {
        plan.words = words(to);
      } else {
        plan.value = expression(to, std::nullopt);
      }
      rule_.repairs.push_back(std::move(plan));
    }
  }

  void read_at(const yaml::Node& node) {
    if (node) {
      rule_.at = role(node).value_or(0);
    } else if (!rule_.message.roles().empty()) {
      rule_.at = rule_.message.roles().front();
    }
  }

  const Vocabulary& vocabulary_;
  Reader reader_;
  Rule rule_;
  expr::Scope scope_;
  std::set<std::size_t> used_;  ///< Let-names that something mentions.
};

/// Puts a file's diagnostics in the order of its lines.
void sort_from(std::size_t first, Diagnostics& diagnostics) {
  std::stable_sort(diagnostics.begin() + static_cast<std::ptrdiff_t>(first), diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) {
                     return std::tie(a.line, a.column) < std::tie(b.line, b.column);
                   });
}

std::string place_of(const Rule& rule) { return rule.file + ":" + std::to_string(rule.line); }

}  // namespace

RuleSet load(const std::vector<Pack>& packs, const Vocabulary& vocabulary,
             Diagnostics& diagnostics) {
  std::map<std::string, std::shared_ptr<const Rule>> by_id;
  for (const Pack& pack : packs) {
    for (const auto& tree : pack.trees) {
      const yaml::Node root = tree->root();
      const std::size_t before = diagnostics.size();
      std::shared_ptr<const Rule> rule = RuleLoader(vocabulary, diagnostics).load(root, pack.name);
      sort_from(before, diagnostics);
      if (!rule) continue;
      const auto [found, added] = by_id.try_emplace(rule->id, rule);
      if (added) continue;
      const Rule& earlier = *found->second;
      Reader reader(diagnostics);
      if (earlier.pack == pack.name) {
        reader.complain(root.get("rule"), "R008",
                        "the pack " + pack.name + " has the rule \"" + rule->id + "\" twice",
                        "the other is at " + place_of(earlier));
        continue;
      }
      reader.remark(Level::note, root.get("rule"), "R009",
                    "replaces the rule of the pack " + earlier.pack + " at " + place_of(earlier));
      found->second = std::move(rule);
    }
  }
  std::vector<std::shared_ptr<const Rule>> rules;
  rules.reserve(by_id.size());
  for (auto& [id, rule] : by_id) rules.push_back(std::move(rule));
  return RuleSet(std::move(rules));
}

}  // namespace figcheck::rule
