// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <figcheck/diagnostic.h>

namespace figcheck::cli {

/// Returns an error about a file, or about the command line where `file` is empty.
///
///     F004  the output cannot be written       U001  an unknown command, or none
///     F005  an article is too much for us      U002  an unknown option
///     D012  a line is too long                 U003  an option's value means nothing
///     D013  a record names no event            U004  an argument is missing, or one too many
///                                              U005  an unknown rule
///     S005  an article that is left out        U006  no rule that is meant has tests
///                                              U007  articles under different settings
///
/// F001 to F003 are the library's codes for files that cannot be read.
Diagnostic complaint(const char* code, std::string file, std::string message,
                     std::string hint = {});

/// Prints a diagnostic on standard error.
void complain(const Diagnostic& diagnostic);

/// Returns the system's words for an error number.
std::string reason(int error);

}  // namespace figcheck::cli
