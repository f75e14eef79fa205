// SPDX-License-Identifier: Apache-2.0
#include "model/same_value.h"

namespace figcheck {

bool same_value(const Figure& a, const Figure& b) {
  if (a.kind != b.kind || a.unit != b.unit) return false;
  if (a.value || b.value) return a.value && b.value && *a.value == *b.value && a.upper == b.upper;
  return a.time && b.time && !a.time->iso.empty() && a.time->iso == b.time->iso;
}

}  // namespace figcheck
