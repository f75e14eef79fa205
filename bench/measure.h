// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corpus.h"
#include "figcheck/result.h"

namespace figcheck::bench {

/// Seconds that one pass over the corpus spends in each stage.
struct Stages {
  double reading = 0;     ///< From a record to a document.
  double extraction = 0;  ///< Figures and lists.
  double framing = 0;     ///< Claims.
  double checking = 0;    ///< Rules, and why the other figures were not checked.
};

/// Resident memory in megabytes.
struct Memory {
  double loaded = 0;  ///< With the engine, before the first article; the corpus is in all of these.
  double after_part = 0;   ///< The peak after a quarter of the articles,
  double after_all = 0;    ///< after all of them,
  double after_again = 0;  ///< and after all of them once more.
};

/// One pass of one RE2, to hold the whole against.
struct Yardstick {
  double seconds = 0;
  std::size_t words = 0;   ///< Its alternatives.
  std::size_t places = 0;  ///< What it finds.
};

/// The time of a whole pass with some of the rules.
struct RuleCost {
  std::size_t rules = 0;
  double seconds = 0;
};

/// All that is measured, on one thread. Times are medians over the passes.
struct Measurements {
  std::size_t articles = 0;
  std::size_t bytes = 0;
  std::size_t figures = 0;
  std::size_t claims = 0;
  std::size_t findings = 0;
  std::size_t rules = 0;
  double first_load_ms = 0;  ///< Of the first engine of the process.
  double load_ms = 0;
  Stages stages;
  double whole = 0;                ///< By the public API, from record to report.
  Yardstick numbers;               ///< An RE2 pass for all that can begin a figure,
  Yardstick numbers_and_triggers;  ///< and one that finds the triggers of frames too.
  Memory memory;
  std::vector<RuleCost> rule_costs;  ///< With none, a quarter, half and all of the rules.

  /// How many times as long the whole takes as an RE2 pass.
  double ratio(const Yardstick& pass) const { return pass.seconds > 0 ? whole / pass.seconds : 0; }
};

/// Measures over `passes` passes. Fails with what is wrong with the shipped rules.
Result<Measurements> measure(const Corpus& corpus, std::size_t passes);

}  // namespace figcheck::bench
