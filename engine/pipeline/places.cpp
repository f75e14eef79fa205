// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "pipeline/article.h"

namespace figcheck::pipeline {

namespace {

using extract::Item;
using extract::TypedSentence;

/// A place that a sentence names.
struct Named {
  std::size_t at = 0;  ///< Item of the sentence.
  std::string_view words;
  bool of_speaker = false;
};

/// The places of a sentence. A name that is also a word or a person needs a preposition before it.
std::vector<Named> places_in(const Knowledge& knowledge, const Document& document,
                             const TypedSentence& sentence) {
  const auto& table = knowledge.vocabulary.table();
  const auto place = table.find_class("place");
  const auto maybe = table.find_class("ambiguous-place");
  const auto before = table.find_class("place-preposition");
  const auto say = table.find_class("say-verb");
  const auto in = [](const Item& item, const std::optional<pattern::ClassId>& group) {
    return group && item.word != nullptr && item.word->value_in(*group, item.capital) != nullptr;
  };
  std::vector<Named> found;
  for (std::size_t i = 0; i < sentence.items.size(); ++i) {
    const Item& item = sentence.items[i];
    const bool sure = in(item, place);
    if (!sure && !(in(item, maybe) && i > 0 && in(sentence.items[i - 1], before))) continue;
    Named named{i, document.slice(item.span), false};
    // "mediators in Jeddah said": the speaker's place is not the event's.
    for (std::size_t k = i + 1; k < sentence.items.size() && k <= i + 2; ++k) {
      named.of_speaker |= in(sentence.items[k], say);
    }
    found.push_back(named);
  }
  const bool others =
      std::any_of(found.begin(), found.end(), [](const Named& n) { return !n.of_speaker; });
  if (others) std::erase_if(found, [](const Named& n) { return n.of_speaker; });
  return found;
}

void add_zones(const Knowledge& knowledge, std::string_view name, const std::string& why,
               time::ZoneChoices& zones) {
  for (const time::Place* place : knowledge.gazetteer.find(name)) {
    for (const time::ZoneChoice& choice : time::choices_of(*place, why)) {
      const bool known =
          std::any_of(zones.begin(), zones.end(),
                      [&](const time::ZoneChoice& other) { return other.zone == choice.zone; });
      if (!known) zones.push_back(choice);
    }
  }
}

/// How many words may stand between a clock time and the place beside it.
constexpr std::size_t kBeside = 5;
/// How many sentences of a paragraph are searched for places, before and after.
constexpr std::size_t kParagraphReach = 12;
/// A day further from the article's own than this is of another story.
constexpr long kNearDays = 45;
/// How many zones are tried as explanations of a slip.
constexpr std::size_t kMostCandidates = 20;

bool has_clock(const Article& article, const Item& item) {
  if (item.figure < 0) return false;
  const Figure& figure =
      (*article.figures)[article.first_figure + static_cast<std::size_t>(item.figure)];
  return figure.time && figure.time->start.has_time();
}

const TypedSentence* sentence_of(const Article& article, const Figure& figure) {
  const auto& sentences = article.extraction.sentences;
  const auto after = std::upper_bound(
      sentences.begin(), sentences.end(), figure.text_span.start,
      [](std::size_t place, const TypedSentence& sentence) { return place < sentence.span.start; });
  if (after == sentences.begin()) return nullptr;
  const TypedSentence& found = *(after - 1);
  return found.span.contains(figure.text_span) ? &found : nullptr;
}

}  // namespace

time::KnownTime ArticleContext::known_time(const Figure& figure) const {
  time::KnownTime known;
  const Article& article = article_of(figure);
  known.date = article.clock.date;
  // A day that the sentence names is nearer than the article's own: "on Wednesday ... from 13.00".
  // Figures stand in the order of the text, so those of the sentence are neighbours.
  const auto at = static_cast<std::size_t>(&figure - figures_.data());
  std::size_t first = at;
  while (first > article.first_figure && figures_[first - 1].sentence == figure.sentence) --first;
  std::optional<Date> named;
  bool several = false;
  for (std::size_t i = first; i < figures_.size() && figures_[i].sentence == figure.sentence; ++i) {
    if (&article_of(figures_[i]) != &article || !figures_[i].time) continue;
    const Civil& civil = figures_[i].time->start;
    if (!civil.year || !civil.month || !civil.day || civil.has_time()) continue;
    const Date date{*civil.year, *civil.month, *civil.day};
    const auto days = known.date ? days_between(*known.date, date) : std::optional<long>(0);
    if (!days || std::labs(*days) > kNearDays) continue;
    several = several || (named && *named != date);
    named = known.date = date;
  }
  if (named && !several) known.reach = 0;
  // An undated article may be old: every law of a generation passes.
  known.undated_years = 30;
  return known;
}

time::ZoneChoices ArticleContext::zones_beside(const Figure& figure) const {
  time::ZoneChoices zones;
  if (!figure.time) return zones;
  const Civil& civil = figure.time->start;
  const Article& article = article_of(figure);
  const Document& document = article.document;
  if (civil.zone == "place") {
    const std::string_view words = document.slice(civil.zone_words);
    add_zones(knowledge_, words, fmt::format("\"{}\"", words), zones);
    return zones;
  }
  if (!civil.zone.empty() && civil.zone != "local") {
    const std::string_view words = document.slice(civil.zone_words);
    if (const auto fixed = knowledge_.zones.find_offset(words)) {
      zones.push_back({*fixed, fmt::format("\"{}\"", words), false});
    } else if (const time::ZoneName* name = knowledge_.zones.find(words)) {
      zones = time::choices_of(*name);
    }
    return zones;
  }
  const TypedSentence* sentence = sentence_of(article, figure);
  if (sentence == nullptr || !civil.zone.empty()) return zones;

  // A place beside the clock time ("9 p.m. in London", "in Myanmar from 1am") settles it.
  const auto named = places_in(knowledge_, document, *sentence);
  const auto& items = sentence->items;
  const auto figure_at = static_cast<std::size_t>(
      std::find_if(items.begin(), items.end(),
                   [&](const Item& item) { return item.span.overlaps(figure.text_span); }) -
      items.begin());
  const auto whence = knowledge_.vocabulary.table().find_class("place-whence");
  const auto came = knowledge_.vocabulary.table().find_class("came-word");
  const auto in = [](const Item& item, const std::optional<pattern::ClassId>& group) {
    return group && item.word != nullptr && item.word->value_in(*group, item.capital) != nullptr;
  };
  for (const Named& place : named) {
    // "It came from Cyprus at 4.30am": by another clock.
    if (place.at > 1 && place.at < figure_at && in(items[place.at - 1], whence) &&
        in(items[place.at - 2], came)) {
      continue;
    }
    const std::size_t first = std::min(place.at, figure_at);
    const std::size_t last = std::max(place.at, figure_at);
    if (last - first > kBeside) continue;
    const bool clear =
        std::none_of(items.begin() + static_cast<std::ptrdiff_t>(first) + 1,
                     items.begin() + static_cast<std::ptrdiff_t>(last), [&](const Item& item) {
                       return item.kind == extract::TokenKind::mark || has_clock(article, item);
                     });
    if (clear)
      add_zones(knowledge_, place.words, fmt::format("\"{}\", beside it", place.words), zones);
  }
  return zones;
}

time::ZoneChoices ArticleContext::zones_of(const Figure& figure) const {
  time::ZoneChoices zones = zones_beside(figure);
  if (!figure.time || !zones.empty()) return zones;
  const Civil& civil = figure.time->start;
  if (!civil.zone.empty() && civil.zone != "local") return zones;
  const Article& article = article_of(figure);
  const Document& document = article.document;
  const TypedSentence* sentence = sentence_of(article, figure);
  if (sentence == nullptr) return zones;
  // Without a word for the zone, a place further off proves nothing, but may make the pair right.
  const auto named = places_in(knowledge_, document, *sentence);
  for (const Named& place : named) {
    add_zones(knowledge_, place.words, fmt::format("\"{}\", same sentence", place.words), zones);
  }
  if (!zones.empty() && !civil.zone.empty()) return zones;
  const auto& sentences = article.extraction.sentences;
  const auto here = static_cast<std::size_t>(sentence - sentences.data());
  const std::size_t from = here > kParagraphReach ? here - kParagraphReach : 0;
  for (std::size_t i = from; i < sentences.size() && i <= here + kParagraphReach; ++i) {
    const TypedSentence& other = sentences[i];
    if (other.block != sentence->block) continue;
    for (const Named& place : places_in(knowledge_, document, other)) {
      add_zones(knowledge_, place.words, fmt::format("\"{}\", same paragraph", place.words), zones);
    }
  }
  if (!zones.empty() && !civil.zone.empty()) return zones;
  if (!document.metadata.place.empty()) {
    add_zones(knowledge_, document.metadata.place,
              fmt::format("\"{}\", where the article was written", document.metadata.place), zones);
  }
  return zones;
}

bool ArticleContext::zone_is_certain(const Figure& figure) const {
  if (!figure.time) return false;
  if (!figure.time->start.zone.empty()) return true;
  const auto zones = zones_of(figure);
  return !zones.empty() && (zones.front().why.find("beside") != std::string::npos ||
                            !document_of(figure).metadata.place.empty());
}

bool ArticleContext::sentence_names_zone(const Figure& figure) const {
  if (!figure.time || !figure.time->start.zone.empty()) return false;
  const Article& article = article_of(figure);
  const TypedSentence* sentence = sentence_of(article, figure);
  if (sentence == nullptr) return false;
  // "Polls in Ghana close at 5pm", not "came from Ghana at 5pm" or "at 5pm ... in Ghana".
  const auto inside = knowledge_.vocabulary.table().find_class("place-inside");
  if (!inside) return false;
  for (const Named& place : places_in(knowledge_, article.document, *sentence)) {
    const Item& item = sentence->items[place.at];
    if (place.of_speaker || place.at == 0 || item.span.start > figure.text_span.start) continue;
    const Item& before = sentence->items[place.at - 1];
    if (before.word != nullptr && before.word->value_in(*inside, before.capital) != nullptr)
      return true;
  }
  return false;
}

std::set<std::string> ArticleContext::zones_named(const Figure& figure) const {
  const Article& article = article_of(figure);
  time::ZoneChoices zones;
  for (const TypedSentence& sentence : article.extraction.sentences) {
    for (const Named& named : places_in(knowledge_, article.document, sentence)) {
      add_zones(knowledge_, named.words, {}, zones);
    }
  }
  add_zones(knowledge_, article.document.metadata.place, {}, zones);
  std::set<std::string> names;
  for (const time::ZoneChoice& choice : zones) names.insert(choice.zone);
  return names;
}

const time::ZoneChoices& ArticleContext::candidate_zones(const Figure& figure) const {
  const Article& article = article_of(figure);
  const auto [place, added] = candidate_zones_.try_emplace(&article);
  time::ZoneChoices& zones = place->second;
  if (!added) return zones;
  // Zones that desks take for the one they mean, named by the vocabulary; then the article's own
  // places.
  for (const auto& [zone, name] : knowledge_.vocabulary.values_of("confused-zone")) {
    zones.push_back({zone, name, false});
  }
  for (const TypedSentence& sentence : article.extraction.sentences) {
    if (zones.size() > kMostCandidates) break;
    for (const Named& named : places_in(knowledge_, article.document, sentence)) {
      add_zones(knowledge_, named.words, std::string(named.words), zones);
    }
  }
  return zones;
}

time::SameMoment ArticleContext::compare(const Figure& a, const Figure& b) const {
  const time::ZonedClock first{a.time ? a.time->start : Civil{}, zones_of(a)};
  const time::ZonedClock second{b.time ? b.time->start : Civil{}, zones_of(b)};
  return time::compare_moments(first, second, known_time(a), candidate_zones(a));
}

}  // namespace figcheck::pipeline
