// SPDX-License-Identifier: Apache-2.0
// Findings as JSON: of an article, of a comparison, and what stands in place of an unreadable
// input.
#include "figcheck/report.h"
#include "report/json.h"

namespace figcheck::report {
namespace {

/// Whether each place names its document: only where there is more than one.
enum class Ids { left_out, given };

void write_place(JsonWriter& json, Section section, const Span& span) {
  json.member("section", to_string(section));
  json.member("start", span.start);
  json.member("end", span.end);
}

/// `old_id` is the id of an old version, whose marks are told apart; empty where there is none.
void write_finding(JsonWriter& json, const Finding& finding, Ids ids, const std::string& old_id) {
  json.begin_object();
  if (ids == Ids::given) json.member("id", finding.at.id.empty() ? finding.id : finding.at.id);
  json.member("rule", finding.rule);
  json.member("level", to_string(finding.level));
  json.member("message", finding.message);
  write_place(json, finding.at.section, finding.at.span);
  json.member("text", finding.at.text);
  json.key("related");
  json.begin_array();
  for (const Mark& mark : finding.related) {
    json.begin_object();
    if (ids == Ids::given) json.member("id", mark.id.empty() ? finding.id : mark.id);
    write_place(json, mark.section, mark.span);
    json.member("text", mark.text);
    json.member("role", mark.role);
    if (!old_id.empty() && mark.id == old_id) json.member("version", "old");
    json.end_object();
  }
  json.end_array();
  json.key("arithmetic");
  json.begin_array();
  for (const std::string& step : finding.arithmetic) json.string(step);
  json.end_array();
  json.key("repairs");
  json.begin_array();
  for (const Repair& repair : finding.repairs) {
    json.begin_object();
    write_place(json, repair.section, repair.span);
    json.member("replacement", repair.replacement);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_findings(JsonWriter& json, const std::vector<Finding>& findings, Ids ids,
                    const std::string& old_id = {}) {
  json.key("findings");
  json.begin_array();
  for (const Finding& finding : findings) write_finding(json, finding, ids, old_id);
  json.end_array();
}

void write_value(JsonWriter& json, const FactValue& value) {
  json.begin_object();
  json.member("id", value.id);
  json.member("source", value.source);
  json.member("text", value.text);
  write_place(json, value.section, value.span);
  write_ends(json, value.interval);
  json.end_object();
}

}  // namespace

std::string findings_json(const Report& report) {
  JsonWriter json;
  json.begin_object();
  json.member("id", report.document.id);
  write_findings(json, report.findings, Ids::left_out);
  json.end_object();
  return json.take();
}

std::string comparison_json(const Comparison& comparison) {
  JsonWriter json;
  json.begin_object();
  json.member("event", comparison.event);
  json.key("facts");
  json.begin_array();
  for (const Fact& fact : comparison.facts) {
    json.begin_object();
    json.member("measure", fact.measure);
    json.key("values");
    json.begin_array();
    for (const FactValue& value : fact.values) write_value(json, value);
    json.end_array();
    json.member("verdict", to_string(fact.verdict));
    json.end_object();
  }
  json.end_array();
  write_findings(json, comparison.findings, Ids::given);
  json.end_object();
  return json.take();
}

std::string edit_json(const Edit& edit) {
  JsonWriter json;
  const auto write_figure = [&json](const VersionFigure& figure) {
    write_place(json, figure.section, figure.span);
    json.member("text", figure.text);
    json.member("kind", to_string(figure.kind));
  };
  json.begin_object();
  json.member("id", edit.after.id);
  json.key("changed");
  json.begin_array();
  for (const ChangedFigure& changed : edit.changed) {
    json.begin_object();
    json.key("old");
    json.begin_object();
    write_figure(changed.before);
    json.end_object();
    json.key("new");
    json.begin_object();
    write_figure(changed.after);
    json.end_object();
    json.end_object();
  }
  json.end_array();
  json.key("stale");
  json.begin_array();
  for (const StaleFigure& stale : edit.stale) {
    json.begin_object();
    write_figure(stale.figure);
    json.member("rule", stale.rule);
    json.key("against");
    json.begin_array();
    for (const std::size_t index : stale.against) json.number(index);
    json.end_array();
    json.end_object();
  }
  json.end_array();
  write_findings(json, edit.findings, Ids::left_out, edit.before.id);
  json.end_object();
  return json.take();
}

std::string error_json(const std::string& id, const Diagnostic& why) {
  JsonWriter json;
  json.begin_object();
  if (!id.empty()) json.member("id", id);
  if (why.line > 0) json.member("line", why.line);
  if (why.line > 0 && why.column > 0) json.member("column", why.column);
  json.member("code", why.code);
  json.member("error", why.message);
  json.end_object();
  return json.take();
}

}  // namespace figcheck::report
