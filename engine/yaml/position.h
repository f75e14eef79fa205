// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "figcheck/diagnostic.h"

// Places in the source of a tree.
namespace figcheck::yaml {

/// Returns an error that points at a byte of the source; a place past the end is the end.
Diagnostic diagnose(std::string_view source, std::string path, std::size_t offset, std::string code,
                    std::string message, std::string hint);

/// Returns where byte `into` of a scalar's text comes from, for a scalar whose text differs from
/// its source: in quotes with escapes, folded over several lines, or a block scalar. `begin` is
/// where the scalar begins (see Node::column()). Inside an escape or a run of white space it is the
/// run's first byte.
std::size_t source_offset(std::string_view source, std::size_t begin, bool quoted,
                          std::string_view text, std::size_t into);

}  // namespace figcheck::yaml
