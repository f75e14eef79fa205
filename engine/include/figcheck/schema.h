// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "figcheck/engine.h"

namespace figcheck {

/// Returns a JSON Schema (draft 2020-12) of the files under rules/ for editors: of rules, claims,
/// words and places. It has the keys that the loader knows, and offers the kinds of claim that the
/// engine has. It sees the form of a file; `rules lint` sees what the words in it mean.
std::string file_schema(const Engine& engine);

}  // namespace figcheck
