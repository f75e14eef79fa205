// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "figcheck/diagnostic.h"
#include "figcheck/document.h"
#include "figcheck/interval.h"
#include "figcheck/span.h"

namespace figcheck {

/// A figure that a finding rests on.
struct Mark {
  std::string id;    ///< The document it stands in; differs from the finding's in `compare`.
  std::string role;  ///< Its role in the claim: "part", "whole".
  Section section = Section::text;
  Span span;         ///< In the article's bytes of `section`.
  std::string text;  ///< Those bytes.
};

/// A replacement that would make the claim hold. Where either side may be wrong there are two.
struct Repair {
  Section section = Section::text;
  Span span;
  std::string replacement;
};

/// A claim that fails a rule.
struct Finding {
  std::string rule;  ///< "figures/part-exceeds-whole"
  Level level = Level::error;
  std::string message;                  ///< One line, with the figures and the arithmetic's result.
  std::string id;                       ///< The document.
  Mark at;                              ///< Where to look first.
  std::vector<Mark> related;            ///< The other figures of the claim.
  std::vector<std::string> arithmetic;  ///< Steps that a reader can redo.
  std::vector<Repair> repairs;
};

}  // namespace figcheck
