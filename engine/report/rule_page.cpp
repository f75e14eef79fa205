// SPDX-License-Identifier: Apache-2.0
// A rule as a page for people, and the index of all pages. Everything on it comes from the rule's
// own file, and what is said of an example is what the engine says of it now.
#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "figcheck/report.h"
#include "report/screen.h"

namespace figcheck::report {
namespace {

constexpr std::size_t kMostLeftAlone = 3;

/// Prose in lines of up to 100 columns, so that a change of a word is a change of few lines.
std::string wrapped(std::string_view text, std::string_view margin) {
  constexpr std::size_t kColumns = 100;
  std::string out;
  std::size_t column = 0;
  while (!text.empty()) {
    const std::size_t size = std::min(text.find_first_of(" \n"), text.size());
    const std::string_view word = text.substr(0, size);
    text.remove_prefix(std::min(size + 1, text.size()));
    if (word.empty()) continue;
    const std::size_t columns = columns_of(word);
    if (column > 0 && column + 1 + columns > kColumns) {
      out += '\n';
      out += margin;
      column = margin.size();
    } else if (column > 0) {
      out += ' ';
      ++column;
    }
    out += word;
    column += columns;
  }
  return out + '\n';
}

std::string fenced(const std::string& info, std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  return fmt::format("```{}\n{}\n```\n", info, text);
}

/// The article's own words, below what has to be known of it from outside.
std::string article(const Document& document, const std::string& name) {
  std::string known = name;
  const auto add = [&known](const char* what, const std::string& value) {
    if (value.empty()) return;
    known += fmt::format("{}{} {}", known.empty() ? "" : ", ", what, value);
  };
  add("by", document.metadata.source);
  add("of", document.metadata.date);
  add("from", document.metadata.place);
  std::string text = document.source_text;
  if (!document.source_headline.empty()) text = document.source_headline + "\n\n" + text;
  std::string out;
  if (!known.empty()) out = fmt::format("An article {}:\n\n", known);
  return out + fenced("text", text) + "\n";
}

std::string articles(const RuleExample& example) {
  std::string out;
  const bool sources =
      example.documents.size() > 1 && !example.documents.back().metadata.source.empty();
  for (std::size_t i = 0; i < example.documents.size(); ++i) {
    std::string name;
    if (example.documents.size() > 1 && !sources) name = i == 0 ? "before the edit" : "after it";
    out += article(example.documents[i], name);
  }
  return out;
}

/// What the engine says of an example, without the path of a file that there is not.
std::string said_of(const RuleExample& example) {
  std::string out;
  for (const Finding& finding : example.findings) {
    std::string steps;
    for (const std::string& step : finding.arithmetic) steps += fmt::format("\n  = {}", step);
    std::string repairs;
    for (const Repair& repair : finding.repairs) {
      repairs += fmt::format("{}\"{}\"", repairs.empty() ? "" : ", or ", repair.replacement);
    }
    if (!repairs.empty()) repairs = "\n  repair: " + repairs;
    out += fmt::format("{}: {}{}{}\n", to_string(finding.level), finding.message, steps, repairs);
  }
  return fenced("text", out) + "\n";
}

const RuleExample* first_with(const std::vector<RuleExample>& examples, Verdict verdict) {
  const auto found = std::find_if(examples.begin(), examples.end(), [verdict](const auto& one) {
    return one.verdict == verdict && !one.documents.empty();
  });
  return found == examples.end() ? nullptr : &*found;
}

/// Limits are a text, or a line each where the rule lists them.
std::string limits_of(std::string_view limits) {
  if (limits.find('\n') == std::string_view::npos) return wrapped(limits, "");
  std::string out;
  while (!limits.empty()) {
    const std::size_t size = std::min(limits.find('\n'), limits.size());
    out += "* " + wrapped(limits.substr(0, size), "  ");
    limits.remove_prefix(std::min(size + 1, limits.size()));
  }
  return out;
}

std::string family_of(const std::string& id) { return id.substr(0, id.find('/')); }

}  // namespace

std::string rule_page(const RuleInfo& rule, const std::vector<RuleExample>& examples) {
  std::string out = fmt::format("# {}\n\n{}.\n\n", rule.id, rule.summary);
  out += "| | |\n| --- | --- |\n";
  out += fmt::format("| level | {} |\n", to_string(rule.level));
  out += fmt::format("| claim | `{}` ({}) |\n", rule.claim, rule.roles);
  out += fmt::format("| pack | {} |\n", rule.pack);
  if (!rule.file.empty()) out += fmt::format("| file | `{}` |\n", rule.file);
  if (!rule.why.empty()) out += "\n## Why\n\n" + wrapped(rule.why, "");
  if (const RuleExample* fails = first_with(examples, Verdict::fails)) {
    out += "\n## An example that fails\n\n" + articles(*fails) + said_of(*fails);
  }
  if (const RuleExample* holds = first_with(examples, Verdict::holds)) {
    out += "## An example that holds\n\n" + articles(*holds);
  }
  std::size_t left_alone = 0;
  for (const RuleExample& example : examples) {
    if (example.verdict != Verdict::cannot_tell || example.documents.empty()) continue;
    if (++left_alone > kMostLeftAlone) break;
    out += (left_alone == 1 ? "## Left alone\n\n" : "") + articles(example);
  }
  while (out.ends_with("\n\n")) out.pop_back();
  if (!rule.limits.empty()) out += "\n## Limits\n\n" + limits_of(rule.limits);
  return out;
}

std::string rule_index(const std::vector<RuleInfo>& rules) {
  std::vector<const RuleInfo*> sorted;
  for (const RuleInfo& rule : rules) sorted.push_back(&rule);
  std::sort(sorted.begin(), sorted.end(),
            [](const RuleInfo* a, const RuleInfo* b) { return a->id < b->id; });
  std::string out =
      "# The rules\n\nWritten by `figcheck rules docs`; each page comes from the rule's own "
      "file.\n";
  std::string family;
  for (const RuleInfo* rule : sorted) {
    if (family_of(rule->id) != family) {
      family = family_of(rule->id);
      out += fmt::format("\n## {}\n\n| rule | level | finds |\n| --- | --- | --- |\n", family);
    }
    out += fmt::format("| [{0}]({0}.md) | {1} | {2} |\n", rule->id, to_string(rule->level),
                       rule->summary);
  }
  return out;
}

}  // namespace figcheck::report
