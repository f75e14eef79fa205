// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "figcheck/engine.h"
#include "rule/rule.h"

namespace figcheck::pipeline {

/// Runs one test of a rule through the whole engine, and looks only at what that rule finds. A
/// figure is marked in the text as "[2,261 children]{part}"; a bracket counts as a mark only when
/// {name} follows.
RuleTestResult run_test(const Engine& engine, const rule::Rule& rule, const rule::RuleTest& test);

/// Returns one test of a rule as an example.
RuleExample example_of(const Engine& engine, const rule::Rule& rule, const rule::RuleTest& test);

/// A text without its marks, and where each of them stood.
struct MarkedText {
  struct Mark {
    std::string name;
    Span span;
  };
  std::string text;
  std::vector<Mark> marks;
};
MarkedText unmark(std::string_view marked);

}  // namespace figcheck::pipeline
