// SPDX-License-Identifier: Apache-2.0
#include "pipeline/embed/shipped.h"

#include <cstddef>
#include <cstdint>

// From the assembler source that figcheck_embed() of cmake/FigcheckEmbed.cmake writes.
extern "C" {
extern const char figcheck_shipped_image[];
extern const std::uint64_t figcheck_shipped_image_size;
}

namespace figcheck::pipeline {

std::string_view shipped_image() {
  return {figcheck_shipped_image, static_cast<std::size_t>(figcheck_shipped_image_size)};
}

}  // namespace figcheck::pipeline
