// SPDX-License-Identifier: Apache-2.0
// The fields of one line of JSON Lines, by simdjson.
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <simdjson.h>

#include "base/text.h"
#include "document/read.h"
#include "document/readers.h"

namespace figcheck::document {

namespace {

using simdjson::dom::element_type;

Diagnostic complain(const char* code, std::string message, std::string_view file,
                    std::size_t line) {
  Diagnostic problem;
  problem.code = code;
  problem.file = file;
  problem.line = line;
  problem.message = std::move(message);
  return problem;
}

// Returns the words for a value of a type that was not expected.
const char* name_of(element_type type) {
  switch (type) {
    case element_type::ARRAY:
      return "an array";
    case element_type::OBJECT:
      return "an object";
    case element_type::INT64:
    case element_type::UINT64:
    case element_type::DOUBLE:
      return "a number";
    case element_type::STRING:
      return "a string";
    case element_type::BOOL:
      return "true or false";
    case element_type::NULL_VALUE:
      return "null";
  }
  return "something else";
}

bool is_number(element_type type) {
  return type == element_type::INT64 || type == element_type::UINT64 ||
         type == element_type::DOUBLE;
}

// Returns the text of an id: a string, or a number as its digits.
std::optional<std::string> read_id(const simdjson::dom::element& value) {
  if (value.is_string()) return std::string(value.get_string().value_unsafe());
  if (is_number(value.type())) return simdjson::to_string(value);
  return std::nullopt;
}

/// Reads one JSON object. `parser` owns what is returned.
Result<simdjson::dom::object> parse_object(simdjson::dom::parser& parser, std::string_view line,
                                           std::string_view file, std::size_t line_number) {
  line.remove_prefix(byte_order_mark(line));
  if (!simdjson::validate_utf8(line.data(), line.size())) {
    Diagnostic problem = complain("D001", "not valid UTF-8", file, line_number);
    problem.column = find_invalid_utf8(line).value_or(0) + 1;
    problem.hint = "save it as UTF-8";
    return problem;
  }
  simdjson::dom::element root;
  if (const auto error = parser.parse(line.data(), line.size()).get(root)) {
    Diagnostic problem = complain("D010", "not valid JSON", file, line_number);
    problem.hint = simdjson::error_message(error);
    return problem;
  }
  simdjson::dom::object object;
  if (root.get_object().get(object)) {
    return complain("D010", std::string(name_of(root.type())) + " where an object is expected",
                    file, line_number);
  }
  return object;
}

/// Reads the fields of a record. `within` names the object in complaints: "old." or nothing.
Result<Record> read_fields(const simdjson::dom::object& object, const std::string& within,
                           std::string_view file, std::size_t line_number) {
  Record record;
  struct Field {
    std::string_view name;
    std::string& value;
    bool required;
    bool found;
  };
  std::array<Field, 9> fields = {{{"id", record.id, within.empty(), false},
                                  {"text", record.text, true, false},
                                  {"title", record.title, false, false},
                                  {"date", record.metadata.date, false, false},
                                  {"place", record.metadata.place, false, false},
                                  {"source", record.metadata.source, false, false},
                                  {"event", record.metadata.event, false, false},
                                  {"language", record.metadata.language, false, false},
                                  {"format", record.format, false, false}}};
  for (const auto& [key, value] : object) {
    for (Field& field : fields) {
      if (field.name != key) continue;
      if (value.is_null() && !field.required) break;
      std::optional<std::string> text =
          &field.value == &record.id ? read_id(value)
          : value.is_string()        ? std::optional(std::string(value.get_string().value_unsafe()))
                                     : std::nullopt;
      if (!text) {
        const char* expected = &field.value == &record.id ? "\" must be a string or a number, not "
                                                          : "\" must be a string, not ";
        return complain("D011", "\"" + within + std::string(key) + expected + name_of(value.type()),
                        file, line_number);
      }
      field.value = *std::move(text);
      field.found = true;
    }
  }
  for (const Field& field : fields) {
    if (field.required && !field.found) {
      return complain("D011", "\"" + within + std::string(field.name) + "\" is missing", file,
                      line_number);
    }
  }
  return record;
}

}  // namespace

Result<Record> parse_record(std::string_view line, std::string_view file, std::size_t line_number) {
  // Its memory is worth keeping from record to record.
  thread_local simdjson::dom::parser parser;
  const auto object = parse_object(parser, line, file, line_number);
  if (!object) return object.error();
  return read_fields(*object, "", file, line_number);
}

Result<std::pair<Record, Record>> parse_versions(std::string_view line, std::string_view file,
                                                 std::size_t line_number) {
  // Its memory is worth keeping from record to record.
  thread_local simdjson::dom::parser parser;
  const auto object = parse_object(parser, line, file, line_number);
  if (!object) return object.error();
  const std::string id = record_id(line);
  if (id.empty()) return complain("D011", "\"id\" is missing", file, line_number);
  const auto version = [&](const char* name) -> Result<Record> {
    simdjson::dom::element value;
    if (object.value()[name].get(value)) {
      return complain("D011", fmt::format("\"{}\" is missing", name), file, line_number);
    }
    simdjson::dom::object fields;
    if (value.get_object().get(fields)) {
      return complain("D011",
                      fmt::format("\"{}\" must be an object, not {}", name, name_of(value.type())),
                      file, line_number);
    }
    auto record = read_fields(fields, std::string(name) + ".", file, line_number);
    if (record) record.value().id = id;
    return record;
  };
  auto before = version("old");
  if (!before) return before.error();
  auto after = version("new");
  if (!after) return after.error();
  return std::pair(std::move(before).value(), std::move(after).value());
}

std::string record_id(std::string_view line) {
  line.remove_prefix(byte_order_mark(line));
  // Its memory is worth keeping from record to record.
  thread_local simdjson::dom::parser parser;
  simdjson::dom::element id;
  if (parser.parse(line.data(), line.size())["id"].get(id)) return {};
  return read_id(id).value_or("");
}

}  // namespace figcheck::document
