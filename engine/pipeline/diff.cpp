// SPDX-License-Identifier: Apache-2.0
#include "pipeline/diff.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "diff/align.h"
#include "frame/match.h"
#include "model/same_value.h"
#include "pipeline/article.h"

namespace figcheck::pipeline {
namespace {

constexpr const char* kOldSuffix = "@old";

VersionFigure version_figure(const Figure& figure) {
  return {figure.text, figure.kind, figure.section, figure.span};
}

/// Whether the words of the two figures differ in what they say, hedges included.
bool is_changed(const Figure& a, const Figure& b) {
  return !same_value(a, b) || a.hedge != b.hedge;
}

/// A finding as far as it can be the same in two versions.
using Likeness = std::pair<std::string, std::vector<std::string>>;

Likeness likeness_of(const Finding& finding) {
  Likeness likeness{finding.rule, {finding.at.text}};
  for (const Mark& mark : finding.related) likeness.second.push_back(mark.text);
  std::sort(likeness.second.begin(), likeness.second.end());
  return likeness;
}

/// What check() finds in the new version and did not find in the old one.
void add_new(const std::vector<Finding>& before, const std::vector<Finding>& after,
             std::vector<Finding>& findings) {
  std::multiset<Likeness> known;
  for (const Finding& finding : before) known.insert(likeness_of(finding));
  for (const Finding& finding : after) {
    const auto same = known.find(likeness_of(finding));
    if (same == known.end()) {
      findings.push_back(finding);
    } else {
      known.erase(same);
    }
  }
}

using Place = std::tuple<bool, std::size_t, std::size_t>;

Place place_of(Section section, const Span& span) {
  return {section == Section::text, span.start, span.end};
}

/// One mention is stale once, however many others were changed.
void drop_repeated(std::vector<Finding>& findings) {
  std::set<std::pair<std::string, Place>> seen;
  std::erase_if(findings, [&](const Finding& finding) {
    return !seen.emplace(finding.rule, place_of(finding.at.section, finding.at.span)).second;
  });
}

/// Each figure is listed once, by the first rule that found it. `id` is the new version's.
void add_stale(const std::vector<Finding>& findings, const std::string& id, Edit& edit) {
  std::set<Place> seen;
  for (const Finding& finding : findings) {
    if (!seen.insert(place_of(finding.at.section, finding.at.span)).second) continue;
    StaleFigure stale;
    for (const Figure& figure : edit.figures) {
      if (figure.section == finding.at.section && figure.span == finding.at.span &&
          static_cast<std::size_t>(&figure - edit.figures.data()) >= edit.first_after) {
        stale.figure = version_figure(figure);
      }
    }
    stale.rule = finding.rule;
    for (std::size_t i = 0; i < edit.changed.size(); ++i) {
      const VersionFigure& after = edit.changed[i].after;
      const auto is_it = [&](const Mark& mark) {
        return mark.id == id && mark.section == after.section && mark.span == after.span;
      };
      if (std::any_of(finding.related.begin(), finding.related.end(), is_it)) {
        stale.against.push_back(i);
      }
    }
    edit.stale.push_back(std::move(stale));
  }
}

}  // namespace

Edit diff(const Knowledge& knowledge, const check::Options& options, Document before,
          Document after) {
  Edit edit;
  before.id = after.id + kOldSuffix;
  std::deque<Article> old_article(1);
  std::deque<Article> new_article(1);
  old_article.front().document = std::move(before);
  new_article.front().document = std::move(after);
  Report old_report = check_article(knowledge, options, old_article);
  Report new_report = check_article(knowledge, options, new_article);

  const std::vector<diff::Counterpart> pairs = diff::align(
      {old_article.front().document, old_article.front().extraction.sentences, old_report.figures},
      {new_article.front().document, new_article.front().extraction.sentences, new_report.figures});
  for (const diff::Counterpart& pair : pairs) {
    const Figure& was = old_report.figures[pair.before];
    const Figure& now = new_report.figures[pair.after];
    if (is_changed(was, now)) edit.changed.push_back({version_figure(was), version_figure(now)});
  }

  // One row of figures for both, as rules across documents need it.
  const auto first = static_cast<std::uint32_t>(old_report.figures.size());
  edit.first_after = first;
  edit.figures = std::move(old_report.figures);
  edit.figures.insert(edit.figures.end(), std::make_move_iterator(new_report.figures.begin()),
                      std::make_move_iterator(new_report.figures.end()));
  std::vector<frame::Edited> edits;
  for (const diff::Counterpart& pair : pairs) edits.emplace_back(pair.before, pair.after + first);
  frame::join_versions(knowledge.claims, edit.figures, edits, edit.claims);

  std::deque<Article> articles;
  articles.push_back(std::move(old_article.front()));
  articles.push_back(std::move(new_article.front()));
  articles.back().first_figure = first;
  for (Article& article : articles) article.figures = &edit.figures;
  // What frames said of single figures is asked for by rules on versions as well.
  std::vector<Claim> all = edit.claims;
  all.insert(all.end(), old_report.claims.begin(), old_report.claims.end());
  for (Claim& claim : new_report.claims) {
    for (RoleFigures& role : claim.roles) {
      for (std::uint32_t& figure : role.figures) figure += first;
    }
    all.push_back(std::move(claim));
  }
  const ArticleContext context(knowledge, articles, edit.figures, all);
  edit.findings = check::run(knowledge.rules, edit.claims, edit.figures, context, options);
  drop_repeated(edit.findings);
  add_stale(edit.findings, articles.back().document.id, edit);
  add_new(old_report.findings, new_report.findings, edit.findings);
  std::stable_sort(edit.findings.begin(), edit.findings.end(),
                   [](const Finding& a, const Finding& b) {
                     return place_of(a.at.section, a.at.span) < place_of(b.at.section, b.at.span);
                   });
  edit.before = std::move(articles.front().document);
  edit.after = std::move(articles.back().document);
  return edit;
}

}  // namespace figcheck::pipeline
