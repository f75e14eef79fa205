// SPDX-License-Identifier: Apache-2.0
// The schema of the files under rules/. Keys, and what they mean, come from the tables that the
// loader holds files to; what stands under a key is described here, and a test holds all shipped
// files to it.
#include "figcheck/schema.h"

#include <set>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "extract/vocabulary.h"
#include "figcheck/figure.h"
#include "frame/claim_file.h"
#include "rule/keys.h"

namespace figcheck {
namespace {

using Json = nlohmann::ordered_json;

Json reference(const std::string& name) { return {{"$ref", "#/$defs/" + name}}; }

Json list_of(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }

Json map_of(Json values) {
  return {{"type", "object"}, {"additionalProperties", std::move(values)}};
}

Json either(Json one, Json other) {
  return {{"anyOf", Json::array({std::move(one), std::move(other)})}};
}

Json one_of(const std::vector<std::string>& words) { return {{"enum", words}}; }

/// Words that an editor offers where others may stand as well.
Json such_as(const std::vector<std::string>& words) {
  return either(one_of(words), reference("text"));
}

/// What stands under a key of a type, where nothing more is known.
Json of_type(const std::string& type) {
  const Json text = reference("text");
  if (type == "map") return {{"type", "object"}};
  if (type == "list") return {{"type", "array"}};
  if (type == "list of templates") return either(text, list_of(text));
  if (type == "text or list") return either(text, list_of(text));
  if (type == "text or map") return either(text, {{"type", "object"}});
  return text;
}

/// A map with the keys of a table and no others; `values` says more of some of them.
Json map_with(const yaml::KeyDocs& keys, const std::vector<std::pair<std::string, Json>>& values) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const yaml::KeyDoc& key : keys) {
    Json value = of_type(key.type);
    for (const auto& [name, more] : values) {
      if (name == key.name) value = more;
    }
    value["description"] = key.doc;
    properties[key.name] = std::move(value);
    if (key.required) required.push_back(key.name);
  }
  return {{"type", "object"},
          {"properties", std::move(properties)},
          {"required", std::move(required)},
          {"additionalProperties", false}};
}

std::vector<std::string> kinds_of_figures() {
  std::vector<std::string> names;
  for (int kind = 0; kind <= static_cast<int>(FigureKind::list); ++kind) {
    names.emplace_back(to_string(static_cast<FigureKind>(kind)));
  }
  return names;
}

std::vector<std::string> kinds_of_claims(const Engine& engine) {
  std::set<std::string> names;
  for (const RuleInfo& rule : engine.rules()) names.insert(rule.claim);
  return {names.begin(), names.end()};
}

Json roles() {
  std::vector<std::string> kinds = kinds_of_figures();
  kinds.emplace_back("any");
  const Json kind = one_of(kinds);
  return map_of(either(kind, list_of(either(kind, list_of(kind)))));
}

Json frames() {
  const Json frame = either(
      reference("text"),
      {{"type", "object"},
       {"properties", {{"pattern", reference("text")}, {"words", map_of(reference("text"))}}},
       {"required", Json::array({"pattern"})},
       {"additionalProperties", false}});
  return either(map_of(list_of(frame)), list_of(frame));
}

Json join() {
  const Json part = one_of({"headline", "body", "caption"});
  const Json made = either(one_of({"mention", "group", "pair"}), map_of(reference("text")));
  const Json one =
      map_with(frame::join_keys(), {{"within", one_of({"article", "sources", "versions"})},
                                    {"of", made},
                                    {"first", part},
                                    {"again", part},
                                    {"on", list_of(one_of(frame::join_fields()))},
                                    {"take", map_of(reference("text"))},
                                    {"sole", list_of(reference("text"))},
                                    {"only", list_of(reference("text"))},
                                    {"without", list_of(reference("text"))}});
  return either(one, list_of(one));
}

Json table() {
  std::vector<std::pair<std::string, Json>> labels;
  for (const yaml::KeyDoc& key : frame::table_keys()) {
    labels.emplace_back(key.name, list_of(reference("text")));
  }
  return map_of(map_with(frame::table_keys(), labels));
}

/// What a claim file and a rule with a claim of its own have in common.
std::vector<std::pair<std::string, Json>> claim_values() {
  return {{"roles", reference("roles")},
          {"words", list_of(reference("text"))},
          {"stops", list_of(reference("text"))},
          {"frames", reference("frames")},
          {"join", reference("join")},
          {"table", reference("table")},
          {"parts", map_of(map_of(reference("text")))}};
}

Json claim() { return map_with(frame::claim_keys(), claim_values()); }

Json test() {
  const Json finds = either({{"const", "nothing"}}, map_of(one_of({"fails", "warns"})));
  return map_with(rule::test_keys(),
                  {{"old", either(reference("text"), map_with(rule::old_keys(), {}))},
                   {"documents", list_of(map_with(rule::document_keys(), {}))},
                   {"finds", finds}});
}

Json rule_file(const Engine& engine) {
  const Json diagnosis = map_with(rule::diagnosis_keys(), {});
  const Json repair = map_with(rule::repair_keys(), {});
  auto values = claim_values();
  values.emplace_back(
      "rule", Json{{"type", "string"}, {"pattern", "^[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9-]*$"}});
  values.emplace_back("on", such_as(kinds_of_claims(engine)));
  values.emplace_back("let", map_of(reference("text")));
  values.emplace_back("level", one_of({"error", "warning", "note"}));
  values.emplace_back("readings", either(reference("text"), list_of(reference("text"))));
  values.emplace_back("diagnose", either(diagnosis, list_of(diagnosis)));
  values.emplace_back("repairs", either(repair, list_of(repair)));
  values.emplace_back("tests", list_of(reference("test")));
  Json out = map_with(rule::keys(), values);
  out["anyOf"] = Json::array({{{"required", {"on"}}}, {{"required", {"claim"}}}});
  return out;
}

Json vocabulary() {
  const Json text = reference("text");
  const Json words = list_of(text);
  const Json number = either(text, list_of(text));
  return map_with(extract::vocabulary_keys(),
                  {{"capital", map_of(words)},
                   {"groups", map_of(either(words, map_of(words)))},
                   {"numbers", map_of(map_of(number))},
                   {"units", list_of({{"type", "object"}, {"required", {"unit"}}})},
                   {"currencies", list_of({{"type", "object"}, {"required", {"code"}}})},
                   {"nouns", map_of({{"type", {"string", "array", "object"}}})},
                   {"sentences", map_of(words)},
                   {"phrases", list_of({{"type", "object"}, {"required", {"kind", "patterns"}}})},
                   {"hedges", map_of(words)},
                   {"identifiers", list_of(either(text, words))},
                   {"places", reference("places")},
                   {"zones", reference("zones")}});
}

Json places() {
  return {{"type", "object"},
          {"properties", {{"kind", reference("text")}, {"places", reference("places")}}},
          {"required", {"places"}},
          {"additionalProperties", false}};
}

Json zones() {
  return {{"type", "object"},
          {"properties", {{"zones", reference("zones")}}},
          {"required", {"zones"}},
          {"additionalProperties", false}};
}

Json rates() {
  const Json series = {{"type", "object"}, {"required", {"currency", "from", "values"}}};
  return {{"type", "object"},
          {"properties", {{"rates", reference("text")}, {"series", list_of(series)}}},
          {"required", {"rates", "series"}},
          {"additionalProperties", false}};
}

/// `then` for a file that has the key, else `otherwise`.
Json when(const char* key, Json then, Json otherwise) {
  return {{"if", {{"type", "object"}, {"required", Json::array({key})}}},
          {"then", std::move(then)},
          {"else", std::move(otherwise)}};
}

}  // namespace

std::string file_schema(const Engine& engine) {
  Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                 {"title", "A file of figcheck: a rule, a claim, words or places"},
                 {"type", "object"}};
  schema.update(
      when("rule", reference("rule"),
           when("vocabulary", reference("vocabulary"),
                when("claim", reference("claim"),
                     when("places", reference("place-file"),
                          when("rates", reference("rate-file"), reference("zone-file")))))));
  schema["$defs"] = {{"text", {{"type", {"string", "number", "boolean"}}}},
                     {"roles", roles()},
                     {"frames", frames()},
                     {"join", join()},
                     {"table", table()},
                     {"test", test()},
                     {"rule", rule_file(engine)},
                     {"claim", claim()},
                     {"vocabulary", vocabulary()},
                     {"places", list_of({{"type", "object"}, {"required", {"name"}}})},
                     {"zones", list_of({{"type", "object"}, {"required", {"words", "zones"}}})},
                     {"place-file", places()},
                     {"rate-file", rates()},
                     {"zone-file", zones()}};
  return schema.dump(2);
}

}  // namespace figcheck
