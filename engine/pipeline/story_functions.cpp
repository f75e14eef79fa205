// SPDX-License-Identifier: Apache-2.0
// What the rest of an article says of a figure: whether two mentions are of one fact, and whether a
// number is accounted for by others.
#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "pipeline/functions.h"

namespace figcheck::pipeline {

using expr::CallContext;
using expr::Type;
using expr::Value;

namespace {

/// How many figures to either side are looked at for sums: the work stays linear.
constexpr std::size_t kNeighbours = 40;

bool clash(std::string_view a, std::string_view b) { return !a.empty() && !b.empty() && a != b; }

/// Two speakers, unless one name is in the other: "the union", "the union later".
bool other_speaker(const std::string& a, const std::string& b) {
  return clash(a, b) && a.find(b) == std::string::npos && b.find(a) == std::string::npos;
}

bool usable(const Figure& figure) {
  return figure.value && !figure.vague && !figure.range && !figure.negated && !figure.quoted;
}

/// Whether nothing around two mentions tells that they are of two facts.
Value same_fact(const CallContext& call, std::span<const Value> arguments) {
  const Figure& a = figure_of(arguments[0]);
  const Figure& b = figure_of(arguments[1]);
  if (!usable(a) || !usable(b) || a.kind != b.kind || a.unit != b.unit) return Verdict::fails;
  for (const Figure* figure : {&a, &b}) {
    if (figure->mention.another || figure->mention.subset) return Verdict::fails;
  }
  if (&call.context.document_of(a) == &call.context.document_of(b)) {
    if (clash(lower_case(a.mention.when), lower_case(b.mention.when))) return Verdict::fails;
    if (other_speaker(a.attribution, b.attribution)) return Verdict::fails;
    if (clash(a.subject.event, b.subject.event)) return Verdict::fails;
  }
  return verdict_of(!clash(a.place_name, b.place_name));
}

/// "Killed or injured": more than either.
bool compound(const Figure& figure) { return figure.subject.event.find('+') != std::string::npos; }

/// Whether a figure may be the same as another: of one kind, unit and class.
bool comparable(const Figure& a, const Figure& b) {
  return a.value && a.kind == b.kind && a.unit == b.unit && compound(a) == compound(b) &&
         !clash(a.subject.noun_class, b.subject.noun_class);
}

/// Whether a figure may be a part of what another counts.
bool adds_up(const Figure& part, const Figure& whole) {
  const std::string& noun_class = whole.subject.noun_class;
  // "one had lost a boot": the word may stand for anything.
  if (part.mention.family.empty() && *part.value == Decimal(1)) return false;
  return whole.kind != FigureKind::count || part.mention.family.empty() ||
         whole.mention.family.empty() || part.mention.family == whole.mention.family ||
         (!noun_class.empty() && part.subject.noun_class == noun_class);
}

/// With `sums`, whether the number is that of another figure, or of a sum or difference of two.
Value accounted(const CallContext& call, std::span<const Value> arguments, bool sums) {
  const Figure& x = figure_of(arguments[0]);
  const auto figures = context_of(call).figures();
  const Document* document = &call.context.document_of(x);
  const auto at = static_cast<std::size_t>(&x - figures.data());
  std::vector<const Figure*> others;
  const std::size_t begin = at > kNeighbours ? at - kNeighbours : 0;
  const std::size_t end = std::min(figures.size(), at + kNeighbours + 1);
  for (std::size_t i = begin; i < end; ++i) {
    const Figure& other = figures[i];
    if (i == at || &call.context.document_of(other) != document) continue;
    // A headline leaves units out, or changes them: "issues 19 billion bond".
    if (x.block_kind == BlockKind::headline && other.value && x.value && *other.value == *x.value)
      return Verdict::holds;
    if (other.vague || !comparable(other, x)) {
      continue;
    }
    if (other.interval.meets(x.interval)) return Verdict::holds;
    // "Under 20" and what is beyond it would add up to anything.
    const bool bounded = other.interval.low() && other.interval.high();
    if (bounded && adds_up(other, x)) others.push_back(&other);
  }
  if (!sums) return Verdict::fails;
  for (std::size_t i = 0; i < others.size(); ++i) {
    for (std::size_t k = 0; k < others.size(); ++k) {
      if (k > i && (others[i]->interval + others[k]->interval).meets(x.interval))
        return Verdict::holds;
      if (k != i && (others[i]->interval - others[k]->interval).meets(x.interval))
        return Verdict::holds;
    }
  }
  Interval sum = Interval::exactly(0);
  for (const Figure* other : others) sum = sum + other->interval;
  return verdict_of(!others.empty() && sum.meets(x.interval));
}

/// The words of a figure's sentence that are of no common kind, by their stems.
std::set<std::string> content_words(const CallContext& call, const Figure& figure) {
  const Article& article = context_of(call).article_of(figure);
  const auto& vocabulary = context_of(call).knowledge().vocabulary;
  const auto common = vocabulary.table().find_class("function-word");
  std::set<std::string> out;
  for (const auto& sentence : article.extraction.sentences) {
    if (!sentence.span.overlaps(figure.text_span) || sentence.block != figure.block) continue;
    for (const auto& item : sentence.items) {
      if (item.kind != extract::TokenKind::word || item.figure >= 0) continue;
      if (common && item.word != nullptr && item.word->value_in(*common, item.capital) != nullptr)
        continue;
      const std::string_view words = article.document.slice(item.span);
      if (words.size() > 2) out.insert(vocabulary.stem(words));
    }
  }
  return out;
}

Value shared_words(const CallContext& call, std::span<const Value> arguments) {
  const std::set<std::string> a = content_words(call, figure_of(arguments[0]));
  const std::set<std::string> b = content_words(call, figure_of(arguments[1]));
  std::int64_t shared = 0;
  for (const std::string& word : a) shared += b.contains(word) ? 1 : 0;
  const Interval number = Interval::exactly(shared);
  return expr::Quantity{number, number, {}, Decimal(shared)};
}

/// Whether two figures may count the same things: one is of no known kind, or both of one.
bool may_count_same(const Figure& a, const Figure& b) {
  return !clash(a.mention.family, b.mention.family) || a.subject.head == b.subject.head;
}

/// How many figures of the kind and unit of the first stand in its sentence besides those given;
/// of counts with `alike` only those of the same things.
Value others(const CallContext& call, std::span<const Value> arguments, bool alike) {
  const Figure& x = figure_of(arguments[0]);
  const auto figures = context_of(call).figures();
  const Document* document = &call.context.document_of(x);
  std::int64_t found = 0;
  const auto count_at = [&](const Figure& other) {
    if (other.sentence != x.sentence || &call.context.document_of(other) != document) return false;
    const bool given = std::any_of(arguments.begin(), arguments.end(),
                                   [&](const Value& a) { return &figure_of(a) == &other; });
    const bool one = other.value && *other.value == Decimal(1);
    if (!given && !one && other.kind == x.kind && other.unit == x.unit &&
        (!alike || may_count_same(x, other))) {
      ++found;
    }
    return true;
  };
  const auto at = static_cast<std::size_t>(&x - figures.data());
  for (std::size_t i = at + 1; i < figures.size() && count_at(figures[i]); ++i) {
  }
  for (std::size_t i = at; i > 0 && count_at(figures[i - 1]); --i) {
  }
  const Interval number = Interval::exactly(found);
  return expr::Quantity{number, number, {}, Decimal(found)};
}

}  // namespace

void add_story_functions(expr::FunctionTable& functions) {
  functions.add(figure_function(
      "same_fact", {"a", "b"}, Type::verdict,
      "whether nothing tells that two mentions are of two facts: another time, place or speaker, "
      "'more', 'of them', quotation marks",
      same_fact));
  functions.add(figure_function(
      "accounted", {"x"}, Type::verdict,
      "whether another figure of the article, or the sum or difference of two, is the same number",
      [](const CallContext& call, std::span<const Value> arguments) {
        return accounted(call, arguments, true);
      }));
  functions.add(figure_function(
      "shared_words", {"a", "b"}, Type::quantity,
      "how many words the sentences of two figures share, small words aside", shared_words));
  functions.add(figure_function(
      "others", {"x", "a", "b"}, Type::quantity,
      "how many figures of the kind and unit of x stand in its sentence besides x, a and b",
      [](const CallContext& call, std::span<const Value> arguments) {
        return others(call, arguments, false);
      }));
  functions.add(figure_function("rivals", {"x", "a", "b"}, Type::quantity,
                                "the same of those alone that may count what x counts",
                                [](const CallContext& call, std::span<const Value> arguments) {
                                  return others(call, arguments, true);
                                }));
  functions.add(figure_function(
      "echoed", {"x"}, Type::verdict,
      "whether another figure of the article is the same number of the same kind of thing",
      [](const CallContext& call, std::span<const Value> arguments) {
        return accounted(call, arguments, false);
      }));
}

}  // namespace figcheck::pipeline
