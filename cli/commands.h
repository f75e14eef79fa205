// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/arguments.h"

// One file each, but for those of `figcheck rules`, most of which share rules.cpp.
namespace figcheck::cli {

Status check(const Arguments& arguments);
Status figures(const Arguments& arguments);
Status compare(const Arguments& arguments);
Status diff(const Arguments& arguments);
Status rules_list(const Arguments& arguments);
Status rules_show(const Arguments& arguments);
Status rules_docs(const Arguments& arguments);
Status rules_schema(const Arguments& arguments);
Status rules_test(const Arguments& arguments);
Status rules_lint(const Arguments& arguments);
Status rules_new(const Arguments& arguments);
Status config_show(const Arguments& arguments);

}  // namespace figcheck::cli
