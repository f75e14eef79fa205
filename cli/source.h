// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <figcheck/diagnostic.h>
#include <figcheck/result.h>

namespace figcheck::cli {

/// The bytes of a file or of standard input, read once from front to back.
class Source {
 public:
  /// The longest line that read_line() holds in memory.
  static constexpr std::size_t kLongestLine = std::size_t{256} << 20U;
  /// read_all() stops after this many bytes: one more than the engine takes.
  static constexpr std::size_t kLongestFile = (std::size_t{1} << 30U) + 1;

  /// Opens a file, or standard input for "-". `name` is for complaints. Fails with F001 (no such
  /// file), F002 (a folder) or F003 (cannot be read).
  static Result<Source> open(const std::string& path, std::string name);

  Source(Source&& other) noexcept;
  Source& operator=(Source&&) = delete;
  ~Source();

  /// Returns some of the next bytes without taking them; none at the end.
  std::string_view peek();

  /// Takes all that is left.
  std::string read_all();

  enum class Line : std::uint8_t { read, too_long, end };

  /// Takes the next line, without its end. Of one that is too long nothing is kept.
  Line read_line(std::string& line);

  /// Returns why reading ended early, if it did: F003.
  const std::optional<Diagnostic>& problem() const { return problem_; }

 private:
  Source(int file, std::string name) : file_(file), name_(std::move(name)) {}
  bool fill();
  std::string_view rest() const { return std::string_view(buffer_).substr(taken_); }

  int file_;
  std::string name_;
  std::string buffer_;
  std::size_t taken_ = 0;  ///< So much of the buffer is read.
  std::optional<Diagnostic> problem_;
};

}  // namespace figcheck::cli
