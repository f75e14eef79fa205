// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "expr/expression.h"
#include "expr/template.h"
#include "figcheck/diagnostic.h"
#include "model/claim_kind.h"
#include "rule/keys.h"
#include "yaml/node.h"

// Rules as they stand under rules/core/<family>/<name>.yaml. docs/rules.md is their reference.
namespace figcheck::rule {

/// A text to put in place of a figure: a template, or an expression whose quantity is written in
/// the figure's style.
struct RepairPlan {
  std::size_t role = 0;  ///< Index into the kind's roles.
  expr::Template words;
  expr::Expression value;  ///< Used when it is set.
};

/// A likely cause of a failure, in words for the reader.
struct Diagnosis {
  expr::Expression when;
  expr::Template note;
};

/// An article of a test of a claim across documents.
struct TestDocument {
  std::string source;
  std::string date;
  std::string text;
  std::string title;
};

/// A test that a rule carries. Figures are marked in the text: "[2,261 children]{part}".
struct RuleTest {
  std::string text;
  std::string title;
  std::string date;
  std::string place;
  std::vector<TestDocument> documents;
  /// Of a rule on versions: what the article was before; its title is the new one's unless said.
  std::optional<TestDocument> old;
  /// Marked name to "fails" or "warns"; empty when the rule must be silent.
  std::vector<std::pair<std::string, std::string>> finds;
  std::string file;
  std::size_t line = 0;
};

/// What must hold of one kind of claim. Immutable once loaded.
struct Rule {
  std::string id;  ///< "figures/part-exceeds-whole"
  std::string pack;
  std::string summary;
  std::string why;
  std::string limits;
  std::shared_ptr<const ClaimKind> kind;
  expr::Expression where;  ///< Not set when the rule has no condition.
  std::vector<std::string> let_names;
  std::vector<expr::Expression> lets;
  expr::Expression holds;
  Level level = Level::error;
  expr::Expression warn_when;  ///< Not set when a failure is never softened.
  expr::Template message;
  std::vector<expr::Template> arithmetic;
  std::vector<Diagnosis> diagnoses;
  std::vector<RepairPlan> repairs;
  std::size_t at = 0;  ///< The role to point at first: an index into the kind's roles.
  /// Roles: claims that differ in these alone are readings of one text.
  std::vector<std::size_t> readings;
  /// Where this holds for any of the readings, none is told; not set when `holds` decides that.
  expr::Expression cleared_by;
  std::vector<std::size_t> judged;  ///< The roles that `holds` rests on, through let-names too.
  std::vector<RuleTest> tests;
  std::string file;
  std::size_t line = 0;
};

/// All rules, in the order of their ids, found by kind of claim. Immutable; shared between threads.
class RuleSet {
 public:
  RuleSet() = default;
  explicit RuleSet(std::vector<std::shared_ptr<const Rule>> rules);

  const std::vector<std::shared_ptr<const Rule>>& rules() const { return rules_; }
  /// Returns the rule of that id, or nullptr.
  const Rule* find(std::string_view id) const;
  /// Returns the rules on a kind of claim, in the order of their ids.
  const std::vector<const Rule*>& on(std::string_view kind) const;

 private:
  std::vector<std::shared_ptr<const Rule>> rules_;
  std::map<std::string, std::vector<const Rule*>, std::less<>> by_kind_;
};

/// A folder of rules. A later pack may replace a rule of an earlier one.
struct Pack {
  std::string name;
  yaml::Trees trees;  ///< Those whose top level has `rule:`.
};

/// What rules are compiled against. `functions` and the kinds must outlive the rules; the kinds are
/// kept alive by them.
struct Vocabulary {
  std::vector<std::shared_ptr<const ClaimKind>> kinds;
  const expr::FunctionTable* functions = nullptr;
  const expr::Units* units = nullptr;
  std::string engine_version = "0.1.0";  ///< Compared with a rule's `engine: ">= 0.1"`.
};

/// Returns whether a YAML tree is a rule: a map with the key `rule`.
bool is_rule(const yaml::Node& root);

/// Reads all rules of all packs. Adds everything that is wrong with any of them to `diagnostics`,
/// with codes R001 and up for the files and E001 and up for expressions; rules with errors are left
/// out.
RuleSet load(const std::vector<Pack>& packs, const Vocabulary& vocabulary,
             Diagnostics& diagnostics);

}  // namespace figcheck::rule
