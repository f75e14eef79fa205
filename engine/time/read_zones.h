// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "figcheck/diagnostic.h"
#include "yaml/node.h"

// What the files of places and of zone names have in common.
namespace figcheck::time {

/// Appends the texts of a sequence of words. Adds G002 for anything else.
void read_words(const yaml::Node& list, std::vector<std::string>& out, Diagnostics& diagnostics);

/// Adds G001 for a key that is not among `known`.
void unknown_key(const yaml::Node& key, const std::vector<std::string>& known,
                 Diagnostics& diagnostics);

}  // namespace figcheck::time
