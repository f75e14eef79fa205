// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "expr/function.h"
#include "model/calendar.h"
#include "pipeline/article.h"

// What the pipeline adds to the functions of the rule language: those that need more than figures.
namespace figcheck::pipeline {

using FunctionBody =
    std::function<expr::Value(const expr::CallContext&, std::span<const expr::Value>)>;

/// Returns a function whose parameters are all figures.
expr::Function figure_function(std::string name, std::vector<std::string> parameters,
                               expr::Type result, std::string doc, FunctionBody call);

/// The pipeline makes every context that rules are checked with.
inline const ArticleContext& context_of(const expr::CallContext& call) {
  return static_cast<const ArticleContext&>(call.context);
}

inline const Figure& figure_of(const expr::Value& value) { return *value.figure(); }

inline Verdict verdict_of(bool value) { return value ? Verdict::holds : Verdict::fails; }

/// Returns the date of a figure when year, month and day are known.
std::optional<Date> date_of(const Figure& figure);

/// Zones, places and clock times.
void add_clock_functions(expr::FunctionTable& functions);
/// The words around figures, and other mentions of them.
void add_word_functions(expr::FunctionTable& functions);
/// Mentions of one fact.
void add_story_functions(expr::FunctionTable& functions);
/// Money in another currency.
void add_money_functions(expr::FunctionTable& functions);
/// Sums of the figures around another.
void add_sum_functions(expr::FunctionTable& functions);
/// What an average is told for one of.
void add_per_functions(expr::FunctionTable& functions);
/// Dates and the article's own date.
void add_date_functions(expr::FunctionTable& functions);

}  // namespace figcheck::pipeline
