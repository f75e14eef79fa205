// SPDX-License-Identifier: Apache-2.0
// Sums of the figures that stand around another: what a total, a remainder or a share may rest on.
#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/functions.h"

namespace figcheck::pipeline {

using expr::CallContext;
using expr::Type;
using expr::Value;

namespace {

/// Of more figures than this all sums would be anything.
constexpr std::size_t kMostParts = 9;
/// The most bytes between two figures of one list.
constexpr std::size_t kListGap = 90;
/// How many sentences away a figure may stand.
constexpr std::int64_t kSentences = 1;
/// The same for what a rest is of.
constexpr std::int64_t kSentencesOfRest = 4;
/// The same for what a share is of.
constexpr std::int64_t kSentencesOfWhole = 2;

std::size_t index_of(const CallContext& call, const Figure& figure) {
  return static_cast<std::size_t>(&figure - context_of(call).figures().data());
}

/// Whether one figure may be added to others of the kind of `model`.
bool of_kind(const CallContext& call, const Figure& figure, const Figure& model) {
  return figure.value && figure.kind == model.kind && figure.unit == model.unit && !figure.vague &&
         !figure.negated && &call.context.document_of(figure) == &call.context.document_of(model) &&
         figure.block_kind != BlockKind::table_cell &&
         (figure.block_kind == BlockKind::headline) == (model.block_kind == BlockKind::headline) &&
         (figure.subject.noun_class.empty() || model.subject.noun_class.empty() ||
          figure.subject.noun_class == model.subject.noun_class);
}

bool within(const Figure& a, const Figure& b, std::int64_t sentences) {
  return std::abs(static_cast<std::int64_t>(a.sentence) - static_cast<std::int64_t>(b.sentence)) <=
         sentences;
}

/// The figures of the kind of `model` between two places, in the order of the text.
std::vector<const Figure*> between(const CallContext& call, const Figure& model, std::size_t begin,
                                   std::size_t end) {
  const auto figures = context_of(call).figures();
  std::vector<const Figure*> found;
  for (std::size_t i = begin; i < end && i < figures.size(); ++i) {
    if (of_kind(call, figures[i], model)) found.push_back(&figures[i]);
  }
  return found;
}

/// The places from and up to which figures stand near enough.
std::pair<std::size_t, std::size_t> around(const CallContext& call, const Figure& x,
                                           std::int64_t sentences) {
  const auto figures = context_of(call).figures();
  std::size_t begin = index_of(call, x);
  std::size_t end = begin + 1;
  const auto near = [&](std::size_t i) {
    return figures[i].kind != FigureKind::list && within(figures[i], x, sentences) &&
           &call.context.document_of(figures[i]) == &call.context.document_of(x);
  };
  while (begin > 0 && near(begin - 1)) --begin;
  while (end < figures.size() && near(end)) ++end;
  return {begin, end};
}

Value list_of(std::vector<expr::Quantity> sums) {
  if (sums.empty()) return {};
  auto list = std::make_shared<expr::List>();
  for (expr::Quantity& sum : sums) list->emplace_back(std::move(sum));
  Value value;
  value.body = std::shared_ptr<const expr::List>(std::move(list));
  return value;
}

expr::Quantity plus(const expr::Quantity& a, const Figure& b) {
  expr::Quantity sum = a;
  const expr::Quantity other = *expr::quantity_of(b);
  sum.interval = sum.interval + other.interval;
  sum.strict = sum.strict + other.strict;
  if (sum.nominal && other.nominal) {
    sum.nominal = *sum.nominal + *other.nominal;
  } else {
    sum.nominal.reset();
  }
  return sum;
}

/// The sums of `start` and one or more of the parts. Nothing where there are too many.
Value all_sums(const std::vector<const Figure*>& parts, const Figure& start) {
  if (parts.size() > kMostParts) return {};
  std::vector<expr::Quantity> sums;
  for (std::size_t mask = 1; mask < (std::size_t{1} << parts.size()); ++mask) {
    expr::Quantity sum = *expr::quantity_of(start);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (((mask >> i) & 1U) != 0) sum = plus(sum, *parts[i]);
    }
    sums.push_back(std::move(sum));
  }
  return list_of(std::move(sums));
}

/// The number as written, with the rounding that it allows.
bool near(const Decimal& sum, const Decimal& whole) {
  return whole * Decimal(3) < sum * Decimal(4) && sum * Decimal(10) < whole * Decimal(13);
}

/// Whether a figure before x is the sum of x and some of the others before it, wherever they stand,
/// or, where `fits` is false, is near the sum of x and all that stand between them.
Value rest(const CallContext& call, const Figure& x, bool fits) {
  if (!x.value) return {};
  const auto [begin, end] = around(call, x, fits ? kSentencesOfRest : kSentences);
  const auto before = between(call, x, begin, index_of(call, x));
  for (std::size_t w = 0; w < before.size(); ++w) {
    const Figure& whole = *before[w];
    std::vector<const Figure*> parts(before.begin(), before.end());
    if (fits) {
      parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(w));
      const Value sums = all_sums(parts, x);
      if (sums.list() == nullptr) continue;
      for (const Value& sum : *sums.list()) {
        if (sum.quantity()->interval.meets(whole.interval)) return Verdict::holds;
      }
      continue;
    }
    parts.erase(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(w) + 1);
    if (parts.empty()) continue;
    Decimal sum = *x.value;
    for (const Figure* part : parts) sum = sum + *part->value;
    // "the other three parties" are not what is left of 403 amendments.
    const std::string& family = x.mention.family;
    if (!family.empty() && !whole.mention.family.empty() && family != whole.mention.family &&
        (x.subject.noun_class.empty() || x.subject.noun_class != whole.subject.noun_class)) {
      continue;
    }
    if (*x.value < *whole.value && near(sum, *whole.value)) return Verdict::holds;
  }
  return Verdict::fails;
}

Value sums_around(const CallContext& call, std::span<const Value> arguments) {
  const Figure& x = figure_of(arguments[0]);
  const auto [begin, end] = around(call, x, kSentences);
  auto parts = between(call, x, begin, end);
  std::erase(parts, &x);
  std::vector<expr::Quantity> sums;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    expr::Quantity sum = *expr::quantity_of(*parts[i]);
    for (std::size_t k = i + 1; k < parts.size() && k <= i + kMostParts; ++k) {
      sum = plus(sum, *parts[k]);
      sums.push_back(sum);
    }
  }
  return list_of(std::move(sums));
}

Value sums_to(const CallContext& call, std::span<const Value> arguments) {
  const Figure& x = figure_of(arguments[0]);
  if (!x.value) return {};
  const auto [begin, end] = around(call, x, kSentences);
  return all_sums(between(call, x, begin, index_of(call, x)), x);
}

/// Whether two figures stand as close as those of a list.
bool side_by_side(const Figure& a, const Figure& b) {
  const std::size_t gap =
      std::max(a.text_span.start, b.text_span.start) - std::min(a.text_span.end, b.text_span.end);
  return a.sentence == b.sentence && gap <= kListGap;
}

/// The sums of the two, three and more figures next to x, on one side: of its own sentence, or,
/// where that has none, of one beside it.
Value run(const CallContext& call, const Figure& x, bool before, std::int64_t sentences) {
  const auto [begin, end] = around(call, x, sentences);
  const std::size_t at = index_of(call, x);
  auto parts = before ? between(call, x, begin, at) : between(call, x, at + 1, end);
  if (before) std::reverse(parts.begin(), parts.end());
  std::vector<expr::Quantity> sums;
  expr::Quantity sum;
  for (std::size_t i = 0; i < parts.size() && i < kMostParts; ++i) {
    if (x.value && !(*parts[i]->value < *x.value)) break;
    const Mention& mention = parts[i]->mention;
    if (mention.of_whole || (mention.definite && !mention.another && !mention.subset)) break;
    if (i > 0 && !side_by_side(*parts[i - 1], *parts[i])) break;
    // "nine of 12 shots" are of those 12.
    if (!before && i + 1 < parts.size() && parts[i + 1]->mention.of_whole) break;
    sum = i == 0 ? *expr::quantity_of(*parts[i]) : plus(sum, *parts[i]);
    if (i > 0) sums.push_back(sum);
  }
  return list_of(std::move(sums));
}

/// The larger figures near a part, any of which a share may be of.
Value wholes_near(const CallContext& call, std::span<const Value> arguments) {
  const Figure& part = figure_of(arguments[0]);
  if (!part.value) return {};
  const auto figures = context_of(call).figures();
  const auto [begin, end] = around(call, part, kSentencesOfWhole);
  auto list = std::make_shared<expr::List>();
  for (std::size_t i = begin; i < end; ++i) {
    const Figure& other = figures[i];
    if (&other == &part || !other.value || other.kind != part.kind || other.unit != part.unit ||
        other.vague || !(*part.value < *other.value)) {
      continue;
    }
    // What stands below a paragraph, or further above, is told of something else.
    if (&other > &part ? other.block != part.block : other.block + 1 < part.block) continue;
    list->emplace_back(&other);
  }
  if (list->empty()) return {};
  Value value;
  value.body = std::shared_ptr<const expr::List>(std::move(list));
  return value;
}

}  // namespace

void add_sum_functions(expr::FunctionTable& functions) {
  const auto add = [&](const char* name, std::vector<std::string> parameters, const char* doc,
                       FunctionBody body) {
    expr::Function function =
        figure_function(name, std::move(parameters), Type::list, doc, std::move(body));
    function.element = Type::quantity;
    functions.add(std::move(function));
  };
  add("sums_around", {"x"},
      "the sums of two or more neighbours of x's kind and unit in its sentence and those beside it",
      sums_around);
  add("sums_to", {"x"},
      "the sums that x and some of the figures before it, in its sentence and the one before, come "
      "to",
      sums_to);
  add("run_before", {"x"},
      "the sums of the last two, three and more figures of the list before x, in its sentence or "
      "the "
      "one before",
      [](const CallContext& call, std::span<const Value> arguments) {
        return run(call, figure_of(arguments[0]), true, kSentences);
      });
  add("run_after", {"x"},
      "the sums of the first two, three and more figures of the list after x, in its sentence",
      [](const CallContext& call, std::span<const Value> arguments) {
        return run(call, figure_of(arguments[0]), false, 0);
      });
  add("run_next", {"x"}, "the same, in its sentence or, where that has none, in the next",
      [](const CallContext& call, std::span<const Value> arguments) {
        return run(call, figure_of(arguments[0]), false, kSentences);
      });
  functions.add(
      figure_function("rest_fits", {"x"}, Type::verdict,
                      "whether a figure before x is the sum of x and some others before it",
                      [](const CallContext& call, std::span<const Value> arguments) {
                        return rest(call, figure_of(arguments[0]), true);
                      }));
  functions.add(figure_function(
      "rest_near", {"x"}, Type::verdict,
      "whether a figure before x is within a quarter of the sum of x and all those between them",
      [](const CallContext& call, std::span<const Value> arguments) {
        return rest(call, figure_of(arguments[0]), false);
      }));
  expr::Function wholes = figure_function(
      "wholes_near", {"part"}, Type::list,
      "the larger figures of a part's kind and unit in its sentence and the two before and after",
      wholes_near);
  wholes.element = Type::figure;
  functions.add(std::move(wholes));
}

}  // namespace figcheck::pipeline
