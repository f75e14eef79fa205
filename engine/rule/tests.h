// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "rule/reader.h"
#include "rule/rule.h"

namespace figcheck::rule {

/// Reads the `tests:` of a rule. They are only read here; the module `fixture` runs them.
std::vector<RuleTest> read_tests(const yaml::Node& node, Reader& reader);

}  // namespace figcheck::rule
