// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace figcheck::project {

/// A fenced block of a Markdown file: its info string says what to do with it ("yaml rule").
struct Fence {
  std::string path;
  std::size_t line = 0;  ///< Of the opening fence.
  std::string info;
  std::string text;
};

/// The fenced blocks of README.md, CHANGELOG.md and docs/, in order; those of one info string if it
/// is given. Fails the test when it is given and there are none.
std::vector<Fence> fences(const std::string& info = "");

/// The paths of all documents.
std::vector<std::string> documents();

}  // namespace figcheck::project
