// SPDX-License-Identifier: Apache-2.0
#include "expr/context.h"

#include <fmt/format.h>

namespace figcheck::expr {
namespace {

void append(std::string& out, const std::string& word) {
  if (word.empty()) return;
  if (!out.empty()) out += ' ';
  out += word;
}

std::string iso(const Civil& c) {
  std::string out;
  if (c.year) out = fmt::format("{:04}", *c.year);
  if (c.month) out += fmt::format("{}{:02}", c.year ? "-" : "--", *c.month);
  if (c.day) out += fmt::format("-{:02}", *c.day);
  if (c.hour) out += fmt::format("T{:02}:{:02}", *c.hour, c.minute.value_or(0));
  return out;
}

}  // namespace

std::string Context::show(const Moment& moment, std::string_view format) const {
  const Civil& c = moment.civil;
  if (format == "iso") return iso(c);
  const bool any = format.empty();
  std::string out;
  if (format == "weekday" || (any && !c.has_date())) {
    if (c.weekday) out = name_of("weekday", std::to_string(*c.weekday));
  }
  if (format == "date" || any) {
    if (c.day) append(out, std::to_string(*c.day));
    if (c.month) append(out, name_of("month", std::to_string(*c.month)));
    if (c.year) append(out, std::to_string(*c.year));
  }
  if ((format == "time" || any) && c.hour) {
    append(out, fmt::format("{:02}:{:02}", *c.hour, c.minute.value_or(0)));
  }
  return out;
}

}  // namespace figcheck::expr
