// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace figcheck {

enum class Level { note, warning, error };

/// Returns "note", "warning" or "error".
const char* to_string(Level level);

/// A complaint about something of ours (a rule, a vocabulary, an option, an unreadable input),
/// never about what an article says.
struct Diagnostic {
  std::string code;  ///< Stable: a letter for the area and three digits, such as "R014".
  Level level = Level::error;
  std::string file;        ///< Empty when it is about no file.
  std::size_t line = 0;    ///< From 1; 0 when it is about no line.
  std::size_t column = 0;  ///< From 1, in bytes; 0 when it is about no column.
  std::string message;
  std::string source_line;  ///< The line itself, for showing under the message; may be empty.
  std::string hint;         ///< What would put it right ("did you mean ...?"); may be empty.

  /// Returns "file:line:column: error: message [code]", then the source line with a caret and the
  /// hint where there are any. Lines are separated by '\n', with none at the end.
  std::string to_string() const;
};

using Diagnostics = std::vector<Diagnostic>;

/// Returns whether any of them is an error.
bool has_errors(const Diagnostics& diagnostics);

}  // namespace figcheck
