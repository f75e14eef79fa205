// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace figcheck::document {

/// Character references as HTML5 reads them: "&mdash;", "&#8212;", "&#x2014;", and the old names
/// that need no semicolon. Gumbo has the table of names and is asked once for each that occurs.
class CharacterReferences {
 public:
  struct Reference {
    std::size_t length = 0;  ///< Of the reference in the source; 0 when there is none.
    std::string_view text;   ///< What it stands for. Good as long as the CharacterReferences.
  };

  /// Reads the reference that `source` begins with.
  Reference read(std::string_view source);

 private:
  struct Meaning {
    std::size_t length = 0;
    std::string text;
  };
  std::unordered_map<std::string, Meaning> known_;
};

}  // namespace figcheck::document
