// SPDX-License-Identifier: Apache-2.0
#include "frame/parts.h"

#include <cctype>
#include <functional>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"

namespace figcheck::frame {

namespace {

bool begins_name(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool in_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-'; }

}  // namespace

Parts::Parts(const yaml::Node& node, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < node.size(); ++i) {
    if (!node.is_map() || !node.at(i).is_scalar()) {
      diagnostics.push_back(node.complain("C014", "parts are patterns by name",
                                          "parts: {en: {was: \"(from|against)\"}}"));
      return;
    }
    std::string text = expand(node.at(i), diagnostics);  // Out of the parts above it.
    parts_.insert_or_assign(std::string(node.key(i).text()),
                            Part{node.key(i), std::move(text), false});
  }
}

std::string Parts::expand(const yaml::Node& node, Diagnostics& diagnostics) {
  const std::string_view text = node.text();
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const bool escaped = at > 0 && text[at - 1] == '\\';
    if (text[at] != '$' || escaped || at + 1 == text.size() || !begins_name(text[at + 1])) {
      out += text[at++];
      continue;
    }
    const std::size_t start = ++at;
    while (at < text.size() && in_name(text[at])) ++at;
    const std::string_view name = text.substr(start, at - start);
    const auto part = parts_.find(name);
    if (part == parts_.end()) {
      std::vector<std::string> known;
      for (const auto& [other, unused] : parts_) known.push_back(other);
      const std::string near = nearest_name(name, known);
      diagnostics.push_back(
          node.complain("C015", fmt::format("no part above is called \"{}\"", name),
                        near.empty() ? "" : fmt::format("did you mean \"{}\"?", near), start));
      continue;
    }
    part->second.used = true;
    out += "(" + part->second.text + ")";
  }
  return out;
}

void Parts::complain_of_unused(Diagnostics& diagnostics) const {
  for (const auto& [name, part] : parts_) {
    if (part.used) continue;
    diagnostics.push_back(
        part.name.complain("C016", fmt::format("no frame names the part \"{}\"", name)));
  }
}

}  // namespace figcheck::frame
