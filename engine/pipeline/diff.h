// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/run.h"
#include "figcheck/engine.h"
#include "pipeline/knowledge.h"

namespace figcheck::pipeline {

/// Checks both versions, aligns their figures, and runs the rules on claims across versions.
Edit diff(const Knowledge& knowledge, const check::Options& options, Document before,
          Document after);

}  // namespace figcheck::pipeline
