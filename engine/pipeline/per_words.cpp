// SPDX-License-Identifier: Apache-2.0
// What an average is told for one of: "36 tonnes a lorry", "£4 each", "14 a day".
#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "pipeline/functions.h"

namespace figcheck::pipeline {

using expr::CallContext;
using expr::Type;
using expr::Value;

namespace {

/// How many words behind a figure are looked at for "a" or "per".
constexpr std::size_t kReach = 6;

enum class Per { unsaid, same, other };

/// The words behind a figure in its sentence.
class Tail {
 public:
  Tail(const CallContext& call, const Figure& figure)
      : context_(context_of(call)), article_(context_.article_of(figure)) {
    const auto index = static_cast<std::int32_t>(&figure - context_.figures().data()) -
                       static_cast<std::int32_t>(article_.first_figure);
    const auto& sentences = article_.extraction.sentences;
    const auto sentence = std::partition_point(
        sentences.begin(), sentences.end(),
        [&](const extract::TypedSentence& one) { return one.span.end <= figure.text_span.start; });
    if (sentence == sentences.end()) return;
    items_ = sentence->items;
    const auto at = std::find_if(items_.begin(), items_.end(),
                                 [&](const extract::Item& item) { return item.figure == index; });
    items_ = items_.subspan(static_cast<std::size_t>(at - items_.begin()));
    if (!items_.empty()) items_ = items_.subspan(1);
  }

  std::size_t size() const { return items_.size(); }
  bool is_word(std::size_t i) const {
    return items_[i].figure < 0 && items_[i].kind == extract::TokenKind::word;
  }
  /// The figure at a place, or nullptr.
  const Figure* figure(std::size_t i) const {
    if (items_[i].figure < 0) return nullptr;
    return &context_.figures()[article_.first_figure + static_cast<std::size_t>(items_[i].figure)];
  }
  bool in_group(std::size_t i, const char* group) const {
    const auto id = context_.knowledge().vocabulary.table().find_class(group);
    return id && items_[i].word != nullptr &&
           items_[i].word->value_in(*id, items_[i].capital) != nullptr;
  }
  /// Whether a mark without a space stands behind a word, as in "the state's".
  bool owns(std::size_t i) const {
    return i + 1 < items_.size() && items_[i + 1].kind == extract::TokenKind::mark &&
           items_[i + 1].glued && i + 2 < items_.size() && items_[i + 2].glued;
  }
  std::string stem(std::size_t i) const {
    return context_.knowledge().vocabulary.stem(article_.document.slice(items_[i].span));
  }

 private:
  const ArticleContext& context_;
  const Article& article_;
  std::span<const extract::Item> items_;
};

/// Whether a stem is that of a word of what the figure counts, or of its class of things.
bool counts(const CallContext& call, const Figure& of, const std::string& stem) {
  const auto& vocabulary = context_of(call).knowledge().vocabulary;
  if (of.subject.head == stem) return true;
  const std::string& noun_class = vocabulary.noun_class(stem);
  if (!noun_class.empty() && noun_class == of.subject.noun_class) return true;
  std::string_view rest = of.subject.words;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (end > 0 && vocabulary.stem(rest.substr(0, end)) == stem) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

Per per(const CallContext& call, const Figure& mean, const Figure& of) {
  const Tail tail(call, mean);
  for (std::size_t i = 0; i < std::min(tail.size(), kReach); ++i) {
    if (const Figure* figure = tail.figure(i)) {
      // "A day" is a duration of its own.
      if (figure->kind != FigureKind::duration) return Per::unsaid;
      if (!figure->value || !(*figure->value == Decimal(1))) return Per::unsaid;
      return of.kind == FigureKind::duration && of.unit == figure->unit ? Per::same : Per::other;
    }
    if (!tail.is_word(i)) return Per::unsaid;
    if (tail.in_group(i, "per-each")) return Per::same;
    if (!tail.in_group(i, "per-word")) continue;
    if (i + 1 >= tail.size() || !tail.is_word(i + 1)) return Per::unsaid;
    if (tail.in_group(i + 1, "per-head")) return Per::same;
    for (std::size_t k = i + 1; k < std::min(tail.size(), i + 3) && tail.is_word(k); ++k) {
      if (counts(call, of, tail.stem(k))) return Per::same;
    }
    return Per::other;
  }
  return Per::unsaid;
}

/// The figures before x that count what x is told to be of: "18 dogs", of "12 of the dogs".
Value named_wholes(const CallContext& call, std::span<const Value> arguments) {
  constexpr std::int64_t kSentences = 3;
  constexpr std::size_t kNoun = 3;
  const Figure& x = figure_of(arguments[0]);
  const Tail tail(call, x);
  if (tail.size() < 3 || !tail.in_group(0, "subset-word") || !tail.in_group(1, "definite-word"))
    return {};
  const auto figures = context_of(call).figures();
  auto list = std::make_shared<expr::List>();
  for (const Figure& other : figures) {
    if (&other == &x) break;
    if (!other.value || other.kind != x.kind || other.vague || other.range ||
        other.mention.subset || other.mention.another || other.subject.head.empty() ||
        &call.context.document_of(other) != &call.context.document_of(x) ||
        static_cast<std::int64_t>(x.sentence) - static_cast<std::int64_t>(other.sentence) >
            kSentences) {
      continue;
    }
    for (std::size_t i = 2; i < std::min(tail.size(), kNoun + 1) && tail.is_word(i); ++i) {
      // "Twelve of the state's 120 counties" are no states.
      if (tail.stem(i) != other.subject.head || tail.owns(i)) continue;
      list->emplace_back(&other);
      break;
    }
  }
  if (list->empty()) return {};
  Value value;
  value.body = std::shared_ptr<const expr::List>(std::move(list));
  return value;
}

}  // namespace

void add_per_functions(expr::FunctionTable& functions) {
  functions.add(figure_function(
      "per_one", {"mean", "of"}, Type::verdict,
      "whether a figure is told for one of what the other counts: '36 tonnes a lorry', 'each'",
      [](const CallContext& call, std::span<const Value> a) -> Value {
        return verdict_of(per(call, figure_of(a[0]), figure_of(a[1])) == Per::same);
      }));
  expr::Function wholes = figure_function(
      "named_wholes", {"x"}, Type::list,
      "the figures before x that count what x is told to be of: '18 dogs', of '12 of the dogs'",
      named_wholes);
  wholes.element = Type::figure;
  functions.add(std::move(wholes));
  functions.add(figure_function(
      "per_other", {"mean", "of"}, Type::verdict,
      "whether a figure is told for one of something else than the other counts",
      [](const CallContext& call, std::span<const Value> a) -> Value {
        return verdict_of(per(call, figure_of(a[0]), figure_of(a[1])) == Per::other);
      }));
}

}  // namespace figcheck::pipeline
