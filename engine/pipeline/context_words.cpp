// SPDX-License-Identifier: Apache-2.0
// What the words around figures, and other mentions of them, say.
#include <algorithm>
#include <array>
#include <set>
#include <sstream>
#include <string>

#include "pipeline/article.h"
#include "pipeline/functions.h"

namespace figcheck::pipeline {
namespace {

using expr::CallContext;
using expr::Function;
using expr::Type;
using expr::Value;

/// How many words to either side of a figure are looked at.
constexpr std::size_t kReach = 5;

}  // namespace

Verdict ArticleContext::claimed(const Figure& figure, std::string_view kind) const {
  auto known = claimed_.find(kind);
  if (known == claimed_.end()) {
    const auto& kinds = knowledge_.claims.kinds();
    if (std::none_of(kinds.begin(), kinds.end(),
                     [&](const auto& one) { return one->name == kind; })) {
      return Verdict::cannot_tell;
    }
    known = claimed_.try_emplace(std::string(kind)).first;
    for (const Claim& claim : claims_) {
      if (claim.kind != kind) continue;
      for (const RoleFigures& role : claim.roles) {
        known->second.insert(role.figures.begin(), role.figures.end());
      }
    }
  }
  const auto index = static_cast<std::uint32_t>(&figure - figures_.data());
  return verdict_of(known->second.contains(index));
}

std::size_t ArticleContext::mentions(const Figure& figure) const {
  const Article& article = article_of(figure);
  std::size_t count = 0;
  for (std::size_t i = article.first_figure; i < figures_.size(); ++i) {
    const Figure& other = figures_[i];
    if (other.kind != figure.kind || other.unit != figure.unit || &article_of(other) != &article) {
      continue;
    }
    const bool same = figure.time && other.time ? figure.time->iso == other.time->iso
                                                : figure.interval.meets(other.interval);
    if (same) ++count;
  }
  return count;
}

ArticleContext::Surroundings ArticleContext::surroundings(const Figure& figure) const {
  static constexpr std::array<const char*, 6> kLeftOut = {
      "function-word", "say-verb", "change-verb", "event-verb", "place", "against"};
  const auto in_group = [&](const extract::Item& item, const char* group) {
    const auto id = knowledge_.vocabulary.table().find_class(group);
    return id && item.word != nullptr && item.word->value_in(*id, item.capital) != nullptr;
  };
  Surroundings found;
  const Article& article = article_of(figure);
  const auto index = static_cast<std::int32_t>(&figure - figures_.data()) -
                     static_cast<std::int32_t>(article.first_figure);
  // Sentences are in the order of the text, and one of them holds the figure.
  const auto& sentences = article.extraction.sentences;
  const auto sentence = std::partition_point(
      sentences.begin(), sentences.end(),
      [&](const extract::TypedSentence& one) { return one.span.end <= figure.text_span.start; });
  if (sentence == sentences.end()) return found;
  const auto& items = sentence->items;
  const auto at = std::find_if(items.begin(), items.end(),
                               [&](const extract::Item& item) { return item.figure == index; });
  const auto place = static_cast<std::size_t>(at - items.begin());
  const std::size_t first = place > kReach ? place - kReach : 0;
  for (std::size_t i = first; i < std::min(items.size(), place + kReach + 1); ++i) {
    const extract::Item& item = items[i];
    if (item.figure >= 0 || item.kind != extract::TokenKind::word) continue;
    const std::string stem = knowledge_.vocabulary.stem(article.document.slice(item.span));
    if (item.capital && i > 0) found.names.insert(stem);
    const bool says_nothing = std::any_of(kLeftOut.begin(), kLeftOut.end(),
                                          [&](const char* group) { return in_group(item, group); });
    if (!says_nothing) found.words.insert(stem);
  }
  return found;
}

namespace {

std::size_t shared(const std::set<std::string>& a, const std::set<std::string>& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); }));
}

}  // namespace

bool ArticleContext::alike(const Figure& a, const Figure& b) const {
  const Surroundings one = surroundings(a);
  const Surroundings other = surroundings(b);
  return 2 * shared(one.words, other.words) > std::min(one.words.size(), other.words.size());
}

bool ArticleContext::shares_noun(const Figure& a, const Figure& b) const {
  const auto is_word_of = [&](const std::string& head, const Figure& figure) {
    std::istringstream words(figure.subject.words);
    for (std::string word; words >> word;) {
      if (!head.empty() && knowledge_.vocabulary.stem(word) == head) return true;
    }
    return false;
  };
  return is_word_of(a.subject.head, b) || is_word_of(b.subject.head, a);
}

bool ArticleContext::other_names(const Figure& a, const Figure& b) const {
  const Surroundings one = surroundings(a);
  const Surroundings other = surroundings(b);
  return !one.names.empty() && !other.names.empty() && shared(one.names, other.names) == 0;
}

void add_word_functions(expr::FunctionTable& functions) {
  Function claimed;
  claimed.name = "claimed";
  claimed.parameters = {{"x", Type::figure}, {"kind", Type::text}};
  claimed.result = Type::verdict;
  claimed.doc = "whether the text makes a claim of a kind with the figure";
  claimed.call = [](const CallContext& call, std::span<const Value> arguments) -> Value {
    const std::string* kind = arguments[1].text();
    if (kind == nullptr) return {};
    return context_of(call).claimed(figure_of(arguments[0]), *kind);
  };
  functions.add(std::move(claimed));
  functions.add(figure_function(
      "mentions", {"x"}, Type::quantity,
      "how many figures of its article, itself included, may say the same",
      [](const CallContext& call, std::span<const Value> arguments) -> Value {
        return expr::Quantity::exactly(
            static_cast<std::int64_t>(context_of(call).mentions(figure_of(arguments[0]))));
      }));
  functions.add(figure_function(
      "alike", {"a", "b"}, Type::verdict,
      "whether most words that say something beside one figure also stand beside the other",
      [](const CallContext& call, std::span<const Value> arguments) -> Value {
        return verdict_of(context_of(call).alike(figure_of(arguments[0]), figure_of(arguments[1])));
      }));
  functions.add(
      figure_function("shares_noun", {"a", "b"}, Type::verdict,
                      "whether what one figure counts is a word of the other's noun phrase",
                      [](const CallContext& call, std::span<const Value> arguments) -> Value {
                        return verdict_of(context_of(call).shares_noun(figure_of(arguments[0]),
                                                                       figure_of(arguments[1])));
                      }));
  functions.add(
      figure_function("other_names", {"a", "b"}, Type::verdict,
                      "whether there are names around both figures, and none is around both",
                      [](const CallContext& call, std::span<const Value> arguments) -> Value {
                        return verdict_of(context_of(call).other_names(figure_of(arguments[0]),
                                                                       figure_of(arguments[1])));
                      }));
  functions.add(figure_function(
      "one_actor", {"a", "b"}, Type::verdict,
      "whether two dated events are of one person or thing, by the words that stand before them",
      [](const CallContext& call, std::span<const Value> arguments) -> Value {
        return verdict_of(
            context_of(call).one_actor(figure_of(arguments[0]), figure_of(arguments[1])));
      }));
  functions.add(figure_function(
      "told_back", {"x"}, Type::verdict,
      "whether a dated event is told as one that had been before: 'had opened in 1902'",
      [](const CallContext& call, std::span<const Value> arguments) -> Value {
        return verdict_of(context_of(call).told_back(figure_of(arguments[0])));
      }));
  functions.add(figure_function("digits", {"x"}, Type::quantity,
                                "how many digits are written, without zeros at either end",
                                [](const CallContext&, std::span<const Value> arguments) -> Value {
                                  const Figure& figure = figure_of(arguments[0]);
                                  if (!figure.value) return {};
                                  std::int64_t count = 0;
                                  std::int64_t rest = figure.value->absolute().coefficient();
                                  while (rest != 0 && rest % 10 == 0) rest /= 10;
                                  for (; rest != 0; rest /= 10) ++count;
                                  return expr::Quantity::exactly(count);
                                }));
}

}  // namespace figcheck::pipeline
