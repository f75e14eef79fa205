// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "extract/extract.h"
#include "figcheck/claim.h"
#include "frame/claim_file.h"

// From typed sentences to claims.
namespace figcheck::frame {

/// Finds the claims of each sentence by its frames, in the order of the text. The same figures in
/// the same roles make one claim, however many frames fit.
std::vector<Claim> match(const ClaimBook& book, const extract::Vocabulary& vocabulary,
                         const extract::Extraction& extraction);

/// Finds the claims of one article that pair figures by equal keys.
void join_article(const ClaimBook& book, const std::vector<Figure>& figures,
                  std::vector<Claim>& claims);

/// Puts claims together out of those that were found in different places of an article.
void assemble(const ClaimBook& book, const std::vector<Figure>& figures,
              std::vector<Claim>& claims);

/// Finds the claims across articles: `document` gives for each figure the number of its article.
void join_sources(const ClaimBook& book, std::span<const Figure> figures,
                  const std::vector<std::uint32_t>& document, std::vector<Claim>& claims);

/// A figure of the old version of an article and its counterpart in the new one.
using Edited = std::pair<std::uint32_t, std::uint32_t>;

/// Finds the claims across two versions: those that hold what an edit changed against what it left.
/// `figures` are those of both; `edits` are indices into them, in the order of the new version.
void join_versions(const ClaimBook& book, std::span<const Figure> figures,
                   const std::vector<Edited>& edits, std::vector<Claim>& claims);

/// Returns the keys of a join in one string, or an empty one when one of them is not known: what is
/// not known is equal to nothing.
std::string joined_key(const Figure& figure, const Join& join);

/// Adds enumerations ("three priorities: schools, roads and homes") to an extraction, as figures of
/// kind list behind the count that announces them.
void find_lists(const Document& document, const extract::Vocabulary& vocabulary,
                extract::Extraction& extraction);

/// Finds the sums of a document's tables: cells in a row or column that is called the total, and
/// the cells that they add up. Numbers of four digits, which alone are years, and those in
/// brackets, which are negative, are made into what they are in a table.
void read_tables(const ClaimBook& book, const Document& document, extract::Extraction& extraction,
                 std::vector<Claim>& claims);

}  // namespace figcheck::frame
