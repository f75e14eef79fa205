// SPDX-License-Identifier: Apache-2.0
#include "pipeline/article.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "base/text.h"
#include "frame/match.h"

namespace figcheck::pipeline {

namespace {

/// Lists are found after the other figures: puts all of them into the order of the text.
void sort_figures(extract::Extraction& extraction) {
  const auto& figures = extraction.figures;
  std::vector<std::uint32_t> order(figures.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return figures[a].text_span.start < figures[b].text_span.start;
  });
  if (std::is_sorted(order.begin(), order.end())) return;
  std::vector<std::int32_t> place(figures.size());
  std::vector<Figure> sorted;
  sorted.reserve(figures.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    place[order[i]] = static_cast<std::int32_t>(i);
    sorted.push_back(std::move(extraction.figures[order[i]]));
  }
  extraction.figures = std::move(sorted);
  for (auto& sentence : extraction.sentences) {
    for (auto& item : sentence.items) {
      if (item.figure >= 0) item.figure = place[static_cast<std::size_t>(item.figure)];
    }
  }
}

Verdict equal_if_known(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return Verdict::cannot_tell;
  return a == b ? Verdict::holds : Verdict::fails;
}

}  // namespace

void extract_article(const Knowledge& knowledge, Article& article) {
  if (const auto stamp = parse_stamp(article.document.metadata.date))
    article.clock.date = stamp->date;
  article.extraction = knowledge.extractor->run(article.document, article.clock);
  frame::find_lists(article.document, knowledge.vocabulary, article.extraction);
  sort_figures(article.extraction);
}

Report check_article(const Knowledge& knowledge, const check::Options& options,
                     std::deque<Article>& articles) {
  Article& article = articles.front();
  extract_article(knowledge, article);
  Report report;
  report.claims = frame::match(knowledge.claims, knowledge.vocabulary, article.extraction);
  frame::read_tables(knowledge.claims, article.document, article.extraction, report.claims);
  report.figures = std::move(article.extraction.figures);
  article.figures = &report.figures;
  frame::join_article(knowledge.claims, report.figures, report.claims);
  frame::assemble(knowledge.claims, report.figures, report.claims);
  const ArticleContext context(knowledge, articles, report.figures, report.claims);
  report.findings = check::run(knowledge.rules, report.claims, report.figures, context, options);
  explain_unchecked(report.claims, report.figures);
  return report;
}

const Article& ArticleContext::article_of(const Figure& figure) const {
  if (articles_.size() == 1) return articles_.front();
  const auto index = static_cast<std::uint32_t>(&figure - figures_.data());
  for (std::size_t i = articles_.size(); i-- > 0;) {
    if (articles_[i].first_figure <= index) return articles_[i];
  }
  return articles_.front();
}

const YearVotes& ArticleContext::year_votes(const Figure& figure) const {
  const Article& article = article_of(figure);
  const auto [place, added] = year_votes_.try_emplace(&article);
  if (!added) return place->second;
  std::set<std::string> seen;
  for (std::size_t i = article.first_figure; i < figures_.size(); ++i) {
    if (!figures_[i].time) continue;
    const Civil& civil = figures_[i].time->start;
    if (!civil.year_inferred || !civil.weekday || civil.day_inferred || !civil.year ||
        !civil.month || !civil.day) {
      continue;
    }
    if (&article_of(figures_[i]) != &article || !seen.insert(figures_[i].time->iso).second)
      continue;
    const auto weekday = weekday_of({*civil.year, *civil.month, *civil.day});
    ++(weekday == civil.weekday ? place->second.fits : place->second.fails);
  }
  return place->second;
}

bool ArticleContext::in_caption(const Figure& figure) const {
  if (figure.block_kind == BlockKind::caption) return true;
  const auto group = knowledge_.vocabulary.table().find_class("picture-word");
  if (!group) return false;
  const Article& article = article_of(figure);
  for (const auto& sentence : article.extraction.sentences) {
    if (sentence.block != figure.block) continue;
    for (const auto& item : sentence.items) {
      if (item.word != nullptr && item.word->value_in(*group, item.capital) != nullptr) return true;
    }
  }
  return false;
}

const Document& ArticleContext::document_of(const Figure& figure) const {
  return article_of(figure).document;
}

std::optional<Civil> ArticleContext::article_date() const {
  const auto stamp = parse_stamp(articles_.front().document.metadata.date);
  if (!stamp) return std::nullopt;
  Civil civil;
  civil.year = stamp->date.year;
  civil.month = stamp->date.month;
  civil.day = stamp->date.day;
  return civil;
}

Verdict ArticleContext::kin(const Figure& part, const Figure& whole) const {
  if (part.unit != whole.unit) return Verdict::fails;
  if (part.kind != FigureKind::count || whole.kind != FigureKind::count) return Verdict::holds;
  const Subject& p = part.subject;
  const Subject& w = whole.subject;
  // "three of them": what the part counts is what the whole counts.
  if (p.head.empty()) return Verdict::holds;
  if (w.head.empty()) return Verdict::cannot_tell;
  if (p.head == w.head) return Verdict::holds;
  if (p.noun_class.empty() || w.noun_class.empty()) return Verdict::cannot_tell;
  if (knowledge_.vocabulary.class_within(p.noun_class, w.noun_class)) return Verdict::holds;
  if (knowledge_.vocabulary.class_within(w.noun_class, p.noun_class)) return Verdict::cannot_tell;
  return Verdict::fails;
}

Verdict ArticleContext::same_subject(const Figure& a, const Figure& b) const {
  if (a.kind != b.kind || a.unit != b.unit) return Verdict::fails;
  const Verdict heads = equal_if_known(a.subject.head, b.subject.head);
  if (heads == Verdict::holds) return heads;
  const Verdict classes = equal_if_known(a.subject.noun_class, b.subject.noun_class);
  return classes == Verdict::fails ? Verdict::fails : Verdict::cannot_tell;
}

Verdict ArticleContext::same_event(const Figure& a, const Figure& b) const {
  return equal_if_known(a.subject.event, b.subject.event);
}

std::string ArticleContext::name_of(std::string_view table, std::string_view key) const {
  const std::string name(table);
  const auto number = Decimal::parse(key);
  if (number && number->decimals() == 0) {
    const std::string group = name == "weekday" ? "weekday-name"
                              : name == "month" ? "month-name"
                                                : name;
    return knowledge_.vocabulary.name_of(group, static_cast<int>(number->coefficient()));
  }
  return knowledge_.vocabulary.word_for(name, std::string(key));
}

}  // namespace figcheck::pipeline
