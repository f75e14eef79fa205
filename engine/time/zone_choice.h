// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace figcheck::time {

/// A zone that the text may mean by a clock time.
struct ZoneChoice {
  std::string zone;  ///< A name of tzdata or a fixed offset: "Asia/Baku", "UTC+5:30".
  std::string why;   ///< What names it, for messages: "the Azerbaijani ministry".
  bool loose =
      false;  ///< Only by loose usage, as "EST" in July, or a place that few people live in.
};

using ZoneChoices = std::vector<ZoneChoice>;

}  // namespace figcheck::time
