// SPDX-License-Identifier: Apache-2.0
// Whose events dates are of, by the words that stand before them.
#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <vector>

#include "pipeline/article.h"
#include "pipeline/functions.h"

namespace figcheck::pipeline {
namespace {

using extract::Item;
using extract::TypedSentence;

/// With fewer words than this in front of it a date opens its clause, whose subject is behind it.
constexpr std::size_t kFewest = 3;
/// How far a subject reaches behind such a date.
constexpr std::size_t kBehind = 8;

bool is_date(const Figure& figure) {
  return figure.kind == FigureKind::date || figure.kind == FigureKind::year ||
         figure.kind == FigureKind::datetime || figure.kind == FigureKind::period;
}

/// What tells whose event a date is of.
struct Lead {
  std::size_t begin = 0;        ///< The first item of its part of the sentence.
  std::set<std::string> names;  ///< Of the subject.
  std::set<std::string> nouns;  ///< Its other words that say something, as stems.
  bool pronoun = false;         ///< Whether it, or the object, is a pronoun.
  bool other = false;           ///< Whether it is a relative of somebody's, or another one.
  bool had = false;             ///< Whether it is told as one that had been.
  bool known_noun = false;      ///< Whether it is of what was told: "the trial", "the actor".
};

class Leads {
 public:
  Leads(const Knowledge& knowledge, const Article& article, const std::vector<Figure>& figures)
      : vocabulary_(knowledge.vocabulary), article_(article), figures_(figures) {}

  const TypedSentence* sentence_of(const Figure& figure) const {
    const auto& sentences = article_.extraction.sentences;
    const auto at = std::partition_point(
        sentences.begin(), sentences.end(),
        [&](const TypedSentence& one) { return one.span.end <= figure.text_span.start; });
    return at == sentences.end() ? nullptr : &*at;
  }

  Lead lead(const TypedSentence& sentence, const Figure& figure) const {
    const auto& items = sentence.items;
    const std::size_t at = place_of(items, figure);
    Lead lead;
    std::size_t words = 0;
    for (lead.begin = at; lead.begin > 0 && !dated(items[lead.begin - 1]); --lead.begin) {
      if (items[lead.begin - 1].kind == extract::TokenKind::word) ++words;
    }
    std::size_t end = at;
    if (words < kFewest) {
      while (end + 1 < items.size() && end < at + kBehind && !dated(items[end + 1])) ++end;
      ++end;
    }
    bool subject = true;
    for (std::size_t i = lead.begin; i < end; ++i) {
      if (items[i].figure >= 0 || items[i].kind != extract::TokenKind::word) continue;
      if (in(items[i], "actor-pronoun")) lead.pronoun = true;
      if (in(items[i], "pluperfect")) lead.had = true;
      if (in(items[i], "dated-verb") || in(items[i], "actor-verb")) subject = false;
      if (subject) add(items, i, lead);
    }
    return lead;
  }

  /// The stems of the words of a sentence before an item.
  void collect(const TypedSentence& sentence, std::size_t end, std::set<std::string>& known) const {
    for (std::size_t i = 0; i < std::min(end, sentence.items.size()); ++i) {
      if (sentence.items[i].figure < 0) known.insert(stem(sentence.items[i]));
    }
  }

 private:
  bool in(const Item& item, const char* group) const {
    const auto id = vocabulary_.table().find_class(group);
    return id && item.word != nullptr && item.word->value_in(*id, item.capital) != nullptr;
  }

  bool dated(const Item& item) const {
    return item.figure >= 0 &&
           is_date(figures_[article_.first_figure + static_cast<std::size_t>(item.figure)]);
  }

  std::size_t place_of(const std::vector<Item>& items, const Figure& figure) const {
    const auto index = static_cast<std::int32_t>(&figure - figures_.data()) -
                       static_cast<std::int32_t>(article_.first_figure);
    const auto at = std::find_if(items.begin(), items.end(),
                                 [&](const Item& item) { return item.figure == index; });
    return static_cast<std::size_t>(at - items.begin());
  }

  std::string stem(const Item& item) const {
    return vocabulary_.stem(article_.document.slice(item.span));
  }

  void add(const std::vector<Item>& items, std::size_t i, Lead& lead) const {
    const Item& item = items[i];
    if (in(item, "relative") || in(item, "other-actor")) lead.other = true;
    if (in(item, "function-word") || in(item, "place")) return;
    // A word that begins the sentence is a name where another follows.
    const bool name =
        item.capital &&
        (i > 0 || (i + 1 < items.size() && items[i + 1].capital && items[i + 1].figure < 0));
    const std::string word = stem(item);
    (name ? lead.names : lead.nouns).insert(word);
    const bool definite = i > 0 && in(items[i - 1], "definite-word");
    if (in(item, "event-noun") ||
        (definite && vocabulary_.class_within(vocabulary_.noun_class(word), "person"))) {
      lead.known_noun = true;
    }
  }

  const extract::Vocabulary& vocabulary_;
  const Article& article_;
  const std::vector<Figure>& figures_;
};

bool meets(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& one) { return b.contains(one); });
}

}  // namespace

bool ArticleContext::one_actor(const Figure& a, const Figure& b) const {
  const bool forward = a.text_span.start < b.text_span.start;
  const Figure& first = forward ? a : b;
  const Figure& second = forward ? b : a;
  const Article& article = article_of(first);
  if (&article != &article_of(second)) return false;
  const Leads leads(knowledge_, article, figures_);
  const TypedSentence* one = leads.sentence_of(first);
  const TypedSentence* other = leads.sentence_of(second);
  if (one == nullptr || other == nullptr) return false;
  const Lead before = leads.lead(*one, first);
  const Lead behind = leads.lead(*other, second);
  if (before.other || behind.other) return false;
  std::set<std::string> known;
  for (const TypedSentence* sentence = one; sentence < other; ++sentence) {
    leads.collect(*sentence, sentence->items.size(), known);
  }
  leads.collect(*other, behind.begin, known);
  // "Buried at sea on 3 August, the captain had died on the 1st."
  if (one == other && before.names.empty() && before.nouns.empty()) return true;
  if (!behind.names.empty()) return meets(behind.names, known) || behind.pronoun;
  return behind.pronoun || behind.nouns.empty() || behind.known_noun || meets(behind.nouns, known);
}

bool ArticleContext::told_back(const Figure& figure) const {
  const Leads leads(knowledge_, article_of(figure), figures_);
  const TypedSentence* sentence = leads.sentence_of(figure);
  return sentence != nullptr && leads.lead(*sentence, figure).had;
}

}  // namespace figcheck::pipeline
