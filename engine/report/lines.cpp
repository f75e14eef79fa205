// SPDX-License-Identifier: Apache-2.0
#include "report/lines.h"

#include <algorithm>

namespace figcheck::report {

Lines::Lines(std::string_view source) : source_(source), starts_{0} {
  for (std::size_t end = source.find('\n'); end != std::string_view::npos;
       end = source.find('\n', end + 1)) {
    starts_.push_back(end + 1);
  }
}

std::size_t Lines::number_of(std::size_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<std::size_t>(after - starts_.begin());
}

std::string_view Lines::text_of(std::size_t number) const {
  const std::size_t start = starts_[number - 1];
  const std::size_t end = number < starts_.size() ? starts_[number] - 1 : source_.size();
  std::string_view line = source_.substr(start, end - start);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

Position Lines::position(std::size_t offset) {
  offset = std::min(offset, source_.size());
  const std::size_t number = number_of(offset);
  if (number != last_.line || offset < last_offset_) {
    last_ = {number, 1};
    last_offset_ = starts_[number - 1];
  }
  last_.column +=
      position_of(source_.substr(last_offset_, offset - last_offset_), offset).column - 1;
  last_offset_ = offset;
  return last_;
}

}  // namespace figcheck::report
