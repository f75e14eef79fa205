// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "expr/tree.h"

// The grammar of expressions:
//
//     expression = and-expr { "or" and-expr } ;
//     and-expr   = not-expr { "and" not-expr } ;
//     not-expr   = "not" not-expr | comparison ;
//     comparison = sum [ ( "<" | "<=" | ">" | ">=" | "=" | "!=" | "~" | "!~" | "in" ) sum ] ;
//     sum        = product { ( "+" | "-" ) product } ;
//     product    = unary { ( "*" | "/" ) unary } ;
//     unary      = "-" unary | postfix ;
//     postfix    = primary { "." name } ;
//     primary    = number | number "%" | text | "true" | "false" | "nothing" | name
//                | name "(" [ expression { "," expression } ] ")"
//                | "(" expression ")" | "[" [ expression { "," expression } ] "]" ;
//
// A name is a role of the claim, a let-name, a word of the frame, or `it` inside all(), any() and
// each().
namespace figcheck::expr {

/// How deep an expression may be nested.
inline constexpr std::size_t kMaxDepth = 100;

/// Parses into `program`. Returns false after adding the first mistake.
bool parse(std::string_view source, Expression::Program& program, std::vector<Mistake>& mistakes);

}  // namespace figcheck::expr
