// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "figcheck/diagnostic.h"
#include "figcheck/engine.h"

// Fixtures: YAML files of short articles with the figures or claims that must be found in them.
// docs/fixtures.md has the form.
namespace figcheck {

enum class FixtureOutcome : std::uint8_t {
  missing,  ///< Marked, and not found.
  noisy,    ///< Found, and not marked.
  wrong,    ///< Found with another value or in another role.
  stale,    ///< Said not to work yet, and works.
};

/// Returns "missing", "noisy", "wrong" or "stale".
const char* to_string(FixtureOutcome outcome);

/// A difference between what a case expects and what was found.
struct FixtureProblem {
  FixtureOutcome outcome = FixtureOutcome::missing;
  std::string file;
  std::size_t line = 0;  ///< Of the case.
  std::string message;   ///< a: "5%" read as [5, 5] %, expected [6, 6] %

  /// Returns `bad.yaml:3: wrong a: "5%" read as [5, 5] %, expected [6, 6] %`.
  std::string to_string() const;
};

/// What came of one file.
struct FixtureRun {
  std::vector<FixtureProblem> problems;
  std::size_t cases = 0;
  std::size_t gaps = 0;  ///< Cases that are known not to work, and do not.
};

/// Runs the fixture in `yaml`; `path` names it in messages. What is wrong with the file itself is
/// added to `diagnostics`, with codes T001 and up, and its case is left out.
FixtureRun run_fixture(const Engine& engine, std::string_view yaml, const std::string& path,
                       Diagnostics& diagnostics);

/// Runs a fixture file.
FixtureRun run_fixture_file(const Engine& engine, const std::string& path,
                            Diagnostics& diagnostics);

}  // namespace figcheck
