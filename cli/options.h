// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <figcheck/diagnostic.h>

#include "cli/arguments.h"

namespace figcheck::cli {

/// The values of options as they were typed.
struct Typed {
  std::string input = "auto";
  std::string format = "text";
  std::string color = "auto";
  std::string fail_on = "error";
  std::string jobs;
  std::string as_of;
};

/// Puts the values into `arguments`. Returns what is wrong with each of them that means nothing.
Diagnostics apply(const Typed& typed, Arguments& arguments);

}  // namespace figcheck::cli
