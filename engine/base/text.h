// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "figcheck/result.h"

// Text in UTF-8: checking, folding, counting and suggestions. No English here.
namespace figcheck {

/// Returns the offset of the first byte that is not valid UTF-8, or nullopt when all are.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// Reads the code point at `offset`, which must be before the end, and moves `offset` past it.
/// Gives U+FFFD and moves by one byte where there is no valid one.
char32_t next_code_point(std::string_view text, std::size_t& offset);

/// Appends a code point as UTF-8.
void append_utf8(std::string& out, char32_t code_point);

/// Returns whether the code point is white space in print: space, tab, line ends, no-break and thin
/// spaces.
bool is_space(char32_t code_point);

/// Returns whether the code point is a letter, as far as edges of words need: ASCII letters and all
/// code points from U+00C0 that are not punctuation, symbols or spaces of the Latin and general
/// blocks.
bool is_letter(char32_t code_point);

/// Returns the text with ASCII and Latin-1/Latin Extended-A capitals made small. Every byte keeps
/// its place, so U+0130, whose small form is shorter, stays as it is.
std::string lower_case(std::string_view text);

/// Returns the text with each run of white space made one space, and none at the ends.
std::string fold_space(std::string_view text);

/// Returns the name among `known` that is nearest to `word`, or an empty string when none is near
/// enough to be what was meant (an edit distance of at most a third of its length, where a swap of
/// neighbours is one edit). Of names that are equally near, the first.
std::string nearest_name(std::string_view word, const std::vector<std::string>& known);

/// Returns the whole line of `text` that holds `offset`, without its end, at most 400 bytes of it.
/// Bytes that are not valid UTF-8 become U+FFFD.
std::string line_at(std::string_view text, std::size_t offset);

/// Reads a whole file. Fails with F001 (no such file), F002 (a directory) or F003 (cannot be read).
Result<std::string> read_file(const std::string& path);

}  // namespace figcheck
