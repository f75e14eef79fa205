// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "figcheck/interval.h"

namespace figcheck::report {

/// Writes one JSON value on one line, front to back. Members keep the order in which they are
/// written.
///
/// A corpus run writes tens of megabytes of small objects, and building a tree of each costs more
/// than checking the article does; hence a writer. Commas come by themselves; brackets are the
/// caller's to balance.
class JsonWriter {
 public:
  void begin_object() { open('{'); }
  void end_object() { out_ += '}'; }
  void begin_array() { open('['); }
  void end_array() { out_ += ']'; }

  /// Writes the name of the next member: plain ASCII without quotes or backslashes.
  void key(std::string_view name);

  /// Bytes that are not valid UTF-8 become U+FFFD.
  void string(std::string_view text);
  void number(std::size_t value);
  void null();

  void member(std::string_view name, std::string_view text);
  void member(std::string_view name, std::size_t value);
  void flag(std::string_view name);  ///< A member that is true.

  std::string take() { return std::move(out_); }

 private:
  void open(char bracket);
  void separate();

  std::string out_;
};

/// Writes the members "low" and "high": plain decimals, null where the interval has no end.
void write_ends(JsonWriter& json, const Interval& interval);

}  // namespace figcheck::report
