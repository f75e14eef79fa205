// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/context.h"
#include "expr/tree.h"

namespace figcheck::expr {

/// Returns what `a op b` comes to, for an operator that compares. Cannot-tell for nothing, for
/// units that do not convert, and for moments of which too little is known.
Verdict compare(Operator op, const Value& a, const Value& b, const Units& units);

/// Returns whether the two moments may be one: fails where a part that both state differs, holds
/// where both state the same parts.
Verdict same_parts(const Civil& a, const Civil& b);

/// Returns whether `a` is earlier. Only parts that both state count, from the year down; where the
/// first parts are missing in one of them, nothing can be told. Clock times without dates are of
/// one day, and zones are not looked at when they are the same.
Verdict earlier(const Civil& a, const Civil& b);

}  // namespace figcheck::expr
