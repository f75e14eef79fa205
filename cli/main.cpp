// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <cstdio>
#include <exception>

#include "cli/arguments.h"

int main(int argc, char** argv) {
  // A reader that goes away, as in `figcheck check a.md | head`, is seen when writing fails.
  std::signal(SIGPIPE, SIG_IGN);
  try {
    const figcheck::cli::CommandLine line = figcheck::cli::parse(argc, argv);
    return line.command != nullptr ? line.command(line.arguments) : line.status;
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "error: %s\n", problem.what());
    return figcheck::cli::kNotRun;
  }
}
