// SPDX-License-Identifier: Apache-2.0
#include "cli/source.h"

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "cli/complaint.h"

namespace figcheck::cli {
namespace {

constexpr std::size_t kBuffer = 65536;

Diagnostic unreadable(const std::string& name, int error) {
  return complaint("F003", name, fmt::format("the file cannot be read: {}", reason(error)));
}

}  // namespace

Result<Source> Source::open(const std::string& path, std::string name) {
  if (path == "-") return Source(STDIN_FILENO, std::move(name));
  std::error_code ignored;
  const std::filesystem::file_status status = std::filesystem::status(path, ignored);
  if (status.type() == std::filesystem::file_type::not_found) {
    return complaint("F001", name, "no such file");
  }
  if (std::filesystem::is_directory(status)) {
    return complaint("F002", name, "this is a folder");
  }
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return unreadable(name, errno);
  return Source(file, std::move(name));
}

Source::Source(Source&& other) noexcept
    : file_(std::exchange(other.file_, -1)),
      name_(std::move(other.name_)),
      buffer_(std::move(other.buffer_)),
      taken_(other.taken_),
      problem_(std::move(other.problem_)) {}

Source::~Source() {
  if (file_ > STDIN_FILENO) ::close(file_);
}

bool Source::fill() {
  if (taken_ < buffer_.size()) return true;
  taken_ = 0;
  buffer_.resize(kBuffer);
  ssize_t count = 0;
  do {
    count = ::read(file_, buffer_.data(), buffer_.size());
  } while (count < 0 && errno == EINTR);
  if (count < 0) problem_ = unreadable(name_, errno);
  buffer_.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
  return count > 0;
}

std::string_view Source::peek() {
  fill();
  return rest();
}

std::string Source::read_all() {
  std::string out;
  while (out.size() < kLongestFile && fill()) {
    out += rest().substr(0, kLongestFile - out.size());
    taken_ = buffer_.size();
  }
  return out;
}

Source::Line Source::read_line(std::string& line) {
  line.clear();
  bool begun = false;
  bool too_long = false;
  while (fill()) {
    begun = true;
    const std::string_view part = rest().substr(0, rest().find('\n'));
    const bool ends = part.size() < rest().size();
    if (part.size() > kLongestLine - line.size()) too_long = true;
    if (too_long) {
      line = std::string();
    } else {
      line += part;
    }
    taken_ += part.size() + (ends ? 1 : 0);
    if (ends) break;
  }
  if (!begun || problem_) return Line::end;
  if (too_long) return Line::too_long;
  if (line.ends_with('\r')) line.pop_back();
  return Line::read;
}

}  // namespace figcheck::cli
