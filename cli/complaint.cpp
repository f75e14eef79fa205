// SPDX-License-Identifier: Apache-2.0
#include "cli/complaint.h"

#include <cstdio>
#include <system_error>
#include <utility>

namespace figcheck::cli {

Diagnostic complaint(const char* code, std::string file, std::string message, std::string hint) {
  Diagnostic problem;
  problem.code = code;
  problem.file = std::move(file);
  problem.message = std::move(message);
  problem.hint = std::move(hint);
  return problem;
}

void complain(const Diagnostic& diagnostic) {
  const std::string text = diagnostic.to_string() + "\n";
  std::fwrite(text.data(), 1, text.size(), stderr);
}

std::string reason(int error) { return std::generic_category().message(error); }

}  // namespace figcheck::cli
