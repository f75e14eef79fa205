// SPDX-License-Identifier: Apache-2.0
// Findings as SARIF 2.1.0, which code hosts and editors read.
#include <fmt/format.h>

#include "figcheck/report.h"
#include "report/json.h"

namespace figcheck::report {
namespace {

constexpr const char* kSchema = "https://json.schemastore.org/sarif-2.1.0.json";

/// A path as a URI reference: what is no letter, digit, "-._~" or "/" in per cent.
std::string uri_of(const std::string& path) {
  std::string out = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_' || c == '~' || c == '/';
    if (plain) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

void write_text(JsonWriter& json, const char* name, const std::string& text) {
  json.key(name);
  json.begin_object();
  json.member("text", text);
  json.end_object();
}

void write_artifact(JsonWriter& json, const Document& document) {
  json.key("artifactLocation");
  json.begin_object();
  json.member("uri", uri_of(document.id));
  json.end_object();
}

void write_region(JsonWriter& json, const char* name, const std::string& source, const Span& span) {
  const Position from = position_of(source, span.start);
  const Position to = position_of(source, span.end);
  json.key(name);
  json.begin_object();
  json.member("startLine", from.line);
  json.member("startColumn", from.column);
  json.member("endLine", to.line);
  json.member("endColumn", to.column);
  json.member("byteOffset", span.start);
  json.member("byteLength", span.size());
  json.end_object();
}

/// A title outside the text (of JSON Lines) has no place in the file; its words are told instead.
void write_location(JsonWriter& json, const Document& document, const Mark& mark,
                    const std::string& message) {
  json.begin_object();
  json.key("physicalLocation");
  json.begin_object();
  write_artifact(json, document);
  if (mark.section == Section::text) {
    write_region(json, "region", document.source_text, mark.span);
  }
  json.end_object();
  if (!message.empty()) write_text(json, "message", message);
  json.end_object();
}

void write_fixes(JsonWriter& json, const Document& document, const Finding& finding) {
  json.key("fixes");
  json.begin_array();
  for (const Repair& repair : finding.repairs) {
    if (repair.section != Section::text) continue;
    json.begin_object();
    write_text(json, "description", "Write \"" + repair.replacement + "\"");
    json.key("artifactChanges");
    json.begin_array();
    json.begin_object();
    write_artifact(json, document);
    json.key("replacements");
    json.begin_array();
    json.begin_object();
    write_region(json, "deletedRegion", document.source_text, repair.span);
    write_text(json, "insertedContent", repair.replacement);
    json.end_object();
    json.end_array();
    json.end_object();
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

/// Why and limits, as text and in Markdown, and where the rule's page is.
void write_help(JsonWriter& json, const RuleInfo& rule, std::string uri) {
  const std::string why = rule.why.empty() ? rule.summary : rule.why;
  json.key("help");
  json.begin_object();
  json.member("text", rule.limits.empty() ? why : why + "\n\nLimits: " + rule.limits);
  json.member("markdown", rule.limits.empty() ? why : why + "\n\n**Limits.** " + rule.limits);
  json.end_object();
  constexpr std::string_view kPlace = "{rule}";
  if (const std::size_t at = uri.find(kPlace); at != std::string::npos) {
    json.member("helpUri", uri.replace(at, kPlace.size(), rule.id));
  }
}

}  // namespace

std::string sarif_begin(const std::vector<RuleInfo>& rules, const std::string& help_uri) {
  JsonWriter json;
  json.begin_object();
  json.member("$schema", kSchema);
  json.member("version", "2.1.0");
  json.key("runs");
  json.begin_array();
  json.begin_object();
  json.key("tool");
  json.begin_object();
  json.key("driver");
  json.begin_object();
  json.member("name", "figcheck");
  json.member("version", version());
  json.key("rules");
  json.begin_array();
  for (const RuleInfo& rule : rules) {
    json.begin_object();
    json.member("id", rule.id);
    write_text(json, "shortDescription", rule.summary);
    write_text(json, "fullDescription", rule.why.empty() ? rule.summary : rule.why);
    write_help(json, rule, help_uri);
    json.key("defaultConfiguration");
    json.begin_object();
    json.member("level", to_string(rule.level));
    json.end_object();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  json.end_object();
  json.member("columnKind", "unicodeCodePoints");
  json.key("results");
  json.begin_array();
  return json.take();
}

std::string sarif_results(const Document& document, const std::vector<Finding>& findings) {
  std::string out;
  for (const Finding& finding : findings) {
    JsonWriter json;
    json.begin_object();
    json.member("ruleId", finding.rule);
    json.member("level", to_string(finding.level));
    std::string message = finding.message;
    for (const std::string& step : finding.arithmetic) message += "\n" + step;
    write_text(json, "message", message);
    json.key("locations");
    json.begin_array();
    write_location(json, document, finding.at, "");
    json.end_array();
    json.key("relatedLocations");
    json.begin_array();
    for (const Mark& mark : finding.related) {
      if (!mark.id.empty() && mark.id != document.id) continue;
      write_location(json, document, mark, mark.role + ": " + mark.text);
    }
    json.end_array();
    write_fixes(json, document, finding);
    json.end_object();
    out += (out.empty() ? "" : ",\n") + json.take();
  }
  return out;
}

std::string sarif_end(bool complete) {
  return fmt::format("],\"invocations\":[{{\"executionSuccessful\":{}}}]}}]}}",
                     complete ? "true" : "false");
}

}  // namespace figcheck::report
