// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace figcheck::cli {

/// Returns whether the text is a day of the calendar, "2023-09-20", alone or with a clock time and
/// a zone: "2023-09-20T13:00", "2023-09-20T13:00:30Z", "2023-09-20T13:00+04:00".
bool is_date(std::string_view text);

}  // namespace figcheck::cli
