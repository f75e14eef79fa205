// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace figcheck::time {

/// Returns the form under which names are compared: small letters without accents, no apostrophes,
/// one space for hyphens and runs of spaces. "São Paulo" and "Sao Paulo" give one, and so do
/// "Xi’an" and "Xian", "Port-au-Prince" and "Port au Prince". Stops stay: "u.s.". Letters of other
/// scripts stay.
std::string fold_name(std::string_view name);

/// As fold_name(), into a string that is used again; its old text is lost.
void fold_name(std::string_view name, std::string& folded);

/// Returns the name with plain letters for accented ones, and otherwise as it is: "Sao Paulo".
std::string without_accents(std::string_view name);

/// Returns whether the name has no small letter: "UTC", "U.S.", "NSW". Such names are matched only
/// as they are written, since "US" is not "us".
bool is_all_capital(std::string_view name);

}  // namespace figcheck::time
