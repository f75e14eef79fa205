// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "figcheck/diagnostic.h"

namespace figcheck::bench {

/// Articles in memory, ready to be read again and again.
struct Corpus {
  std::string name;                ///< For the report: how it came about.
  std::vector<std::string> lines;  ///< JSON Lines records, one an article.
  std::vector<std::string> texts;  ///< The title and text of each, in plain text.
  std::size_t bytes = 0;           ///< Of all texts: what speeds are measured in.
};

/// Reads the records of JSON Lines files. Lines that are no articles are left out; a file that
/// cannot be read goes to `diagnostics`. Of larger files every second, third, ... line is taken, so
/// that it is about `most` bytes in all; 0 takes every line.
Corpus read_corpus(const std::vector<std::string>& paths, std::size_t most,
                   Diagnostics& diagnostics);

/// Makes articles of about three kilobytes out of the sentences in bench/articles, the same at
/// every call. They are prose in shape only: their figures are drawn by lot.
Corpus make_corpus(std::size_t articles);

}  // namespace figcheck::bench
