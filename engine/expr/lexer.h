// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "expr/expression.h"

namespace figcheck::expr {

enum class TokenKind { number, percent, text, name, symbol, end };

struct Token {
  TokenKind kind = TokenKind::end;
  std::string text;  ///< Digits of a number, content of a text, a name or a symbol.
  std::size_t offset = 0;
};

/// Divides an expression into tokens, `end` last. Returns false after adding a mistake for the
/// first place that is none:
///
///     number   3, 2.5        percent  3%, 2.5 %       text  'km', "km"
///     name     small ASCII letters, digits and "_", not first a digit
///     symbol   ( ) [ ] , . + - * / < <= > >= = != ~ !~
bool tokenize(std::string_view source, std::vector<Token>& tokens, std::vector<Mistake>& mistakes);

}  // namespace figcheck::expr
