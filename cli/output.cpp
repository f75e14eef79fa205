// SPDX-License-Identifier: Apache-2.0
#include "cli/output.h"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/complaint.h"

namespace figcheck::cli {
std::optional<Writer> Writer::open(const Arguments& arguments) {
  Writer writer;
  if (arguments.output.empty()) {
    writer.file_ = stdout;
    writer.name_ = "<stdout>";
    return writer;
  }
  for (const std::string& path : arguments.paths) {
    std::error_code ignored;
    if (std::filesystem::equivalent(path, arguments.output, ignored)) {
      complain(complaint("F004", arguments.output, "the output would overwrite an input"));
      return std::nullopt;
    }
  }
  writer.name_ = arguments.output;
  writer.owned_.reset(std::fopen(arguments.output.c_str(), "wb"));
  writer.file_ = writer.owned_.get();
  if (writer.file_ == nullptr) {
    complain(
        complaint("F004", arguments.output, fmt::format("cannot be written: {}", reason(errno))));
    return std::nullopt;
  }
  return writer;
}

bool Writer::write(std::string_view text) {
  if (failed_) return false;
  if (std::fwrite(text.data(), 1, text.size(), file_) == text.size()) return true;
  return fail(errno);
}

bool Writer::close() {
  if (failed_) return false;
  if (std::fflush(file_) != 0) return fail(errno);
  if (std::FILE* file = owned_.release(); file != nullptr && std::fclose(file) != 0) {
    return fail(errno);
  }
  return true;
}

bool Writer::fail(int error) {
  failed_ = true;
  if (error != EPIPE) {
    complain(complaint("F004", name_, fmt::format("cannot be written: {}", reason(error))));
  }
  return false;
}

bool Writer::colored(Color color) const {
  if (color != Color::automatic) return color == Color::always;
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  if (no_color != nullptr && *no_color != '\0') return false;
  if (terminal != nullptr && std::string_view(terminal) == "dumb") return false;
  return isatty(fileno(file_)) != 0;
}

}  // namespace figcheck::cli
