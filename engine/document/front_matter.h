// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "document/builder.h"
#include "figcheck/result.h"

namespace figcheck::document {

/// Reads the YAML between a first line of "---" and the next line of "---" or "...", if the
/// document begins so: fills its metadata, and adds a headline block for the title and a standfirst
/// block for the standfirst or else the description. Other keys are ignored.
///
/// Returns the offset of the body behind it: where the text begins when there is no front matter.
/// Fails with D003, at the line of the article.
Result<std::size_t> read_front_matter(Document& document, Builder& builder);

}  // namespace figcheck::document
