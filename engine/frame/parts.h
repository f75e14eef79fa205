// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "figcheck/result.h"
#include "yaml/node.h"

namespace figcheck::frame {

/// Pieces of patterns that several frames of a claim share, by name. A frame, or a later part, that
/// has "$was" stands for one with the piece called "was" in brackets.
class Parts {
 public:
  /// Reads `parts: {was: "(from|against) _?"}`; complains in C014 of what is no text.
  Parts(const yaml::Node& node, Diagnostics& diagnostics);

  /// Returns the pattern in `node` with its parts written out; complains in C015 of unknown ones.
  std::string expand(const yaml::Node& node, Diagnostics& diagnostics);

  /// Complains in C016 of parts that nothing named.
  void complain_of_unused(Diagnostics& diagnostics) const;

 private:
  struct Part {
    yaml::Node name;
    std::string text;
    bool used = false;
  };
  std::map<std::string, Part, std::less<>> parts_;
};

}  // namespace figcheck::frame
