// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "figcheck/engine.h"
#include "pipeline/knowledge.h"

// What the program ships with, loaded once for all project tests. They run in the root of the
// repository.
namespace figcheck::project {

/// The shipped rules and words, as the library holds them.
const pipeline::Knowledge& shipped();

/// An engine of the shipped rules.
const Engine& engine();

/// The YAML files below rules/ that have a top-level key.
yaml::Trees files_with(const char* key);

/// Every file below a folder with one of the endings, in order.
std::vector<std::string> files_below(const std::string& folder,
                                     const std::vector<std::string>& endings);

/// The text of a file; fails the test when there is none.
std::string content(const std::string& path);

/// Lines for a test to print: each of them under the others.
std::string lines(const std::vector<std::string>& all);

}  // namespace figcheck::project
