// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "cli/arguments.h"

namespace figcheck::cli {

/// Where the answers go: standard output or a file.
class Writer {
 public:
  /// Opens the file of --output, or standard output when it is not given. Complains and returns
  /// nothing where that fails, and where the file is one of the inputs.
  static std::optional<Writer> open(const Arguments& arguments);

  /// Returns false once something could not be written; what follows is then left out. Complains
  /// the first time, unless it is only that the reader has gone away.
  bool write(std::string_view text);

  /// Writes what is still held back. Returns whether all has been written.
  bool close();

  /// Whether the text that goes here is to be coloured.
  bool colored(Color color) const;

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  bool fail(int error);

  std::FILE* file_ = nullptr;
  std::unique_ptr<std::FILE, Closer> owned_;  ///< None for standard output.
  std::string name_;
  bool failed_ = false;
};

}  // namespace figcheck::cli
