// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <figcheck/diagnostic.h>
#include <figcheck/settings.h>

namespace figcheck::cli {

/// The exit statuses of the program.
enum Status : int {
  kClean = 0,     ///< Nothing at or above --fail-on.
  kFindings = 1,  ///< Something at or above it.
  kNotRun = 2,    ///< Wrong usage, a bad rule, an input that cannot be read, lost output.
};

enum class Input : std::uint8_t { automatic, text, markdown, html, jsonl };
enum class Output : std::uint8_t { text, json, jsonl, github, sarif };
enum class Color : std::uint8_t { automatic, always, never };

/// What the command line says, checked as far as it can be without opening anything.
struct Arguments {
  std::vector<std::string> paths;  ///< Also ids of rules, where a command takes these.
  Input input = Input::automatic;
  Output format = Output::text;
  Color color = Color::automatic;
  std::string output;              ///< A path; empty for standard output.
  std::vector<std::string> rules;  ///< Those of the settings too.
  std::string as_of;
  std::string place;
  std::optional<Level> fail_on = Level::error;  ///< None for "never".
  std::size_t jobs = 1;
  std::string stdin_filename;
  /// Of a file and the command line together; of the latter the line is 0.
  Settings settings;
};

/// Runs one command and returns the program's exit status.
using Command = Status (*)(const Arguments&);

struct CommandLine {
  Command command = nullptr;  ///< None where all is done: help, the version, or a complaint.
  Arguments arguments;
  Status status = kClean;  ///< For when there is no command.
};

/// Reads the command line. Prints help and the version on standard output, complaints on standard
/// error.
CommandLine parse(int argc, const char* const* argv);

}  // namespace figcheck::cli
