// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "measure.h"

namespace figcheck::bench {

/// Returns the measurements as a table for people.
std::string to_text(const Corpus& corpus, const Measurements& measured);

/// Returns them as one JSON object; speeds in megabytes of article text a second.
std::string to_json(const Corpus& corpus, const Measurements& measured);

}  // namespace figcheck::bench
