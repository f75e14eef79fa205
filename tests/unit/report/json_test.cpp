// SPDX-License-Identifier: Apache-2.0
#include "report/json.h"

#include <string>

#include <doctest/doctest.h>

using figcheck::report::JsonWriter;

TEST_CASE("JSON strings are escaped, and broken UTF-8 in them is replaced") {
  struct Row {
    std::string text;
    std::string json;
  };
  const Row rows[] = {
      {"", R"("")"},
      {"plain", R"("plain")"},
      {"\"quoted\" \\ back", R"("\"quoted\" \\ back")"},
      {"a\nb\tc\rd", R"("a\nb\tc\rd")"},
      {std::string("\0\x01\x1f\x7f", 4), "\"\\u0000\\u0001\\u001f\x7f\""},
      {"\u00E9\u20AC\U0001F600\uFFFD", "\"\u00E9\u20AC\U0001F600\uFFFD\""},
      {"bad\xFFtail\xE2\x82", "\"bad\uFFFDtail\uFFFD\uFFFD\""},
  };
  for (const Row& row : rows) {
    JsonWriter json;
    json.string(row.text);
    CAPTURE(row.json);
    CHECK(json.take() == row.json);
  }
}

TEST_CASE("JSON values are parted by commas and by nothing else") {
  JsonWriter json;
  json.begin_object();
  json.member("a", std::size_t{0});
  json.key("b");
  json.begin_array();
  json.string("x:");
  json.string("y[");
  json.begin_object();
  json.end_object();
  json.null();
  json.end_array();
  json.flag("c");
  json.member("d", "{");
  json.member("e", "");
  json.end_object();
  CHECK(json.take() == R"({"a":0,"b":["x:","y[",{},null],"c":true,"d":"{","e":""})");
}
