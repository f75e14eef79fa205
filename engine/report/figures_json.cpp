// SPDX-License-Identifier: Apache-2.0
// Every figure of an article as JSON.
#include "figcheck/report.h"
#include "report/json.h"
#include "report/reading.h"

namespace figcheck::report {
namespace {

void write_strings(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts) {
  json.key(name);
  json.begin_array();
  for (const std::string& text : texts) json.string(text);
  json.end_array();
}

void write_figure(JsonWriter& json, const Figure& figure) {
  json.begin_object();
  json.member("section", to_string(figure.section));
  json.member("start", figure.span.start);
  json.member("end", figure.span.end);
  json.member("text", figure.text);
  json.member("kind", to_string(figure.kind));
  if (const std::string value = value_of(figure); value.empty()) {
    json.key("value");
    json.null();
  } else {
    json.member("value", value);
  }
  if (figure.upper) json.member("upper", figure.upper->to_string());
  write_ends(json, figure.interval);
  json.member("unit", figure.unit);
  json.member("subject", figure.subject.words);
  json.member("hedge", to_string(figure.hedge));
  json.member("status", to_string(figure.status));
  write_strings(json, "rules", figure.rules);
  if (!figure.reason.empty()) json.member("reason", figure.reason);
  if (const auto readings = readings_of(figure); !readings.empty()) {
    write_strings(json, "readings", readings);
  }
  if (figure.quoted) json.flag("quoted");
  if (!figure.attribution.empty()) json.member("attribution", figure.attribution);
  if (!figure.place_name.empty()) json.member("place", figure.place_name);
  json.end_object();
}

}  // namespace

std::string figures_json(const Report& report) {
  JsonWriter json;
  json.begin_object();
  json.member("id", report.document.id);
  json.key("figures");
  json.begin_array();
  for (const Figure& figure : report.figures) write_figure(json, figure);
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace figcheck::report
