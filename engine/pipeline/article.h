// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "check/run.h"
#include "expr/context.h"
#include "figcheck/engine.h"
#include "pipeline/knowledge.h"
#include "time/same_moment.h"

namespace figcheck::pipeline {

/// One article on its way through the pipeline, with its place in a group of them when there are
/// several.
struct Article {
  Document document;
  extract::Clock clock;
  extract::Extraction extraction;
  std::vector<Figure>* figures = nullptr;  ///< Where its figures are kept.
  std::uint32_t first_figure = 0;          ///< The place of its first figure in them.
};

/// Reads figures and lists, in the order of the text.
void extract_article(const Knowledge& knowledge, Article& article);

/// How the dates of an article that carry a weekday and no year stand to the year that was
/// inferred.
struct YearVotes {
  int fits = 0;
  int fails = 0;
};

/// What the pipeline knows beyond a claim's figures, for one article or a group of them.
class ArticleContext : public expr::Context {
 public:
  ArticleContext(const Knowledge& knowledge, const std::deque<Article>& articles,
                 const std::vector<Figure>& figures, const std::vector<Claim>& claims)
      : knowledge_(knowledge), articles_(articles), figures_(figures), claims_(claims) {}

  const expr::Units& units() const override { return *knowledge_.units; }
  const Document& document_of(const Figure& figure) const override;
  std::optional<Civil> article_date() const override;
  Verdict kin(const Figure& part, const Figure& whole) const override;
  Verdict same_subject(const Figure& a, const Figure& b) const override;
  Verdict same_event(const Figure& a, const Figure& b) const override;
  std::string name_of(std::string_view table, std::string_view key) const override;

  const Knowledge& knowledge() const { return knowledge_; }
  /// The figures of all articles, in their order.
  std::span<const Figure> figures() const { return figures_; }
  const Article& article_of(const Figure& figure) const;

  /// Whether a claim of a kind has the figure in one of its roles; cannot tell of an unknown kind.
  Verdict claimed(const Figure& figure, std::string_view kind) const;
  /// How many figures of the figure's own article, itself included, may say the same.
  std::size_t mentions(const Figure& figure) const;
  /// Whether the words around two figures are mostly the same ones.
  bool alike(const Figure& a, const Figure& b) const;
  /// Whether what one figure counts is a word of the other's noun phrase: "oaks" and "oaks want".
  bool shares_noun(const Figure& a, const Figure& b) const;
  /// Whether there are names around both figures, and none of them is around both.
  bool other_names(const Figure& a, const Figure& b) const;
  /// Whether two dated events are of one person or thing, as far as the words before them tell: by
  /// a name or noun that both have, a pronoun, or nothing that names another.
  bool one_actor(const Figure& a, const Figure& b) const;
  /// Whether a dated event is told as one that had been before others: "had opened in 1902".
  bool told_back(const Figure& figure) const;

  /// The zones that the text supports for a clock time, the likeliest first, each with what names
  /// it.
  time::ZoneChoices zones_of(const Figure& figure) const;
  /// The zones of the words or the place right beside a clock time; empty for "local time".
  time::ZoneChoices zones_beside(const Figure& figure) const;
  /// Whether a figure stands in the words below a picture, by its block or by words such as "file
  /// photo": pictures may be of another year than the article.
  bool in_caption(const Figure& figure) const;
  /// Whether a word or a place beside the clock time says its zone, or the article says where it
  /// was written; a place elsewhere in the sentence may make a pair right and never wrong.
  bool zone_is_certain(const Figure& figure) const;
  /// Whether the sentence of a clock time names a place that has a zone, which is not a speaker's.
  bool sentence_names_zone(const Figure& figure) const;
  /// The zones of all places that the figure's article names.
  std::set<std::string> zones_named(const Figure& figure) const;
  /// Zones that may explain a slip: of the article's other places, and those that desks confuse.
  const time::ZoneChoices& candidate_zones(const Figure& figure) const;
  /// Counted once for each article. A context serves one check, and so one thread.
  const YearVotes& year_votes(const Figure& figure) const;
  time::KnownTime known_time(const Figure& figure) const;
  /// The comparison of two clock times, as same_moment() and its relatives in rules need it.
  time::SameMoment compare(const Figure& a, const Figure& b) const;

 private:
  struct Surroundings {
    std::set<std::string> words;  ///< The stems of those that say something, names included.
    std::set<std::string> names;  ///< Words with a capital inside the sentence.
  };
  Surroundings surroundings(const Figure& figure) const;

  const Knowledge& knowledge_;
  const std::deque<Article>& articles_;
  const std::vector<Figure>& figures_;
  const std::vector<Claim>& claims_;
  mutable std::map<const Article*, YearVotes> year_votes_;
  mutable std::map<const Article*, time::ZoneChoices> candidate_zones_;
  mutable std::map<std::string, std::set<std::uint32_t>, std::less<>> claimed_;
};

/// Reads, extracts and checks the first of `articles`, whose document is set. The report has no
/// document, and the article no figures: `articles` keeps the one and the report the other.
Report check_article(const Knowledge& knowledge, const check::Options& options,
                     std::deque<Article>& articles);

/// Says of each figure that no rule has spoken of why not.
void explain_unchecked(const std::vector<Claim>& claims, std::vector<Figure>& figures);

}  // namespace figcheck::pipeline
