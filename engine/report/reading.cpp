// SPDX-License-Identifier: Apache-2.0
#include "report/reading.h"

namespace figcheck::report {
namespace {

void add_word(std::string& out, const std::string& word) {
  if (word.empty()) return;
  if (!out.empty()) out += ' ';
  out += word;
}

std::string describe_number(const Figure& figure) {
  std::string out;
  if (figure.value) out = figure.value->to_display();
  if (figure.upper) out += "\u2013" + figure.upper->to_display();
  add_word(out, figure.unit);
  add_word(out, figure.subject.words);
  // A number that may be anything says nothing by its interval.
  const bool any = !figure.interval.low() && !figure.interval.high();
  if (!any && !figure.interval.is_point()) add_word(out, figure.interval.to_string());
  return out;
}

}  // namespace

std::string value_of(const Figure& figure) {
  if (figure.time && !figure.time->iso.empty()) return figure.time->iso;
  return figure.value ? figure.value->to_string() : std::string();
}

std::vector<std::string> readings_of(const Figure& figure) {
  std::vector<std::string> out;
  for (const Reading& reading : figure.readings) out.push_back(reading.value);
  if (figure.range && figure.value && figure.upper) {
    out.push_back(figure.value->to_string() + "/" + figure.upper->to_string());
  }
  return out;
}

std::string describe(const Figure& figure) {
  std::string out =
      figure.time && !figure.time->iso.empty() ? figure.time->iso : describe_number(figure);
  const std::string value = value_of(figure);
  for (const Reading& reading : figure.readings) {
    if (reading.value == value) continue;
    out += " or " + reading.value;
    add_word(out, reading.unit);
  }
  return out;
}

}  // namespace figcheck::report
