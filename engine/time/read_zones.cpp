// SPDX-License-Identifier: Apache-2.0
#include "time/read_zones.h"

#include <fmt/format.h>

#include "base/text.h"

namespace figcheck::time {

void read_words(const yaml::Node& list, std::vector<std::string>& out, Diagnostics& diagnostics) {
  if (!list.is_sequence()) {
    diagnostics.push_back(list.complain("G002", "expected a list in square brackets"));
    return;
  }
  for (std::size_t i = 0; i < list.size(); ++i) {
    const yaml::Node item = list.at(i);
    if (item.is_scalar() && !item.text().empty()) {
      out.emplace_back(item.text());
    } else {
      diagnostics.push_back(item.complain("G002", "expected a word"));
    }
  }
}

void unknown_key(const yaml::Node& key, const std::vector<std::string>& known,
                 Diagnostics& diagnostics) {
  const std::string near = nearest_name(key.text(), known);
  diagnostics.push_back(
      key.complain("G001", fmt::format("unknown key \"{}\"", key.text()),
                   near.empty() ? "" : fmt::format("did you mean \"{}\"?", near)));
}

}  // namespace figcheck::time
