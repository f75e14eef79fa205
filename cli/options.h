// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <figcheck/diagnostic.h>

#include "cli/arguments.h"

namespace figcheck::cli {

/// The values of options as they were typed; empty where they were not.
struct Typed {
  std::string input;
  std::string format;
  std::string color;
  std::string fail_on;
  std::string jobs;
  std::string as_of;
  std::string place;
  std::string config;
  bool no_config = false;
  std::vector<std::string> rules;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  std::vector<std::string> exclude;
};

/// Puts the values into `arguments`; what was not typed comes from its settings, or else has its
/// default. Returns what is wrong with each of them that means nothing.
Diagnostics apply(const Typed& typed, Arguments& arguments);

/// Finds and reads the settings of what `arguments` names, and adds what was typed to them. Returns
/// what is wrong.
Diagnostics settle(const Typed& typed, bool articles, Arguments& arguments);

}  // namespace figcheck::cli
