// SPDX-License-Identifier: Apache-2.0
#include "figcheck/engine.h"

#include <fmt/format.h>

#include "check/run.h"
#include "compare/facts.h"
#include "document/read.h"
#include "frame/match.h"
#include "model/zone.h"
#include "pipeline/article.h"
#include "pipeline/diff.h"
#include "pipeline/embed/shipped.h"
#include "pipeline/knowledge.h"
#include "pipeline/rule_test.h"

namespace figcheck {

struct Engine::Body {
  std::shared_ptr<const pipeline::Knowledge> knowledge;
  check::Options options;
};

namespace {

document::Format format_of(Format format) {
  switch (format) {
    case Format::automatic:
      return document::Format::automatic;
    case Format::text:
      return document::Format::text;
    case Format::markdown:
      return document::Format::markdown;
    case Format::html:
      return document::Format::html;
  }
  return document::Format::automatic;
}

check::Options with(check::Options options, const CheckOptions& more) {
  options.off.insert(more.off.begin(), more.off.end());
  for (const auto& [rule, level] : more.levels) options.levels[rule] = level;
  return options;
}

void apply(const ArticleOptions& options, Document& document) {
  if (document.metadata.date.empty()) document.metadata.date = options.as_of;
  if (document.metadata.place.empty()) document.metadata.place = options.place;
}

}  // namespace

Engine::Engine() : body_(std::make_unique<Body>()) {}
Engine::~Engine() = default;

std::shared_ptr<const Engine> Engine::load(const EngineOptions& options, Diagnostics& diagnostics) {
  auto knowledge = pipeline::load_knowledge(options, diagnostics);
  if (!knowledge) return nullptr;
  std::shared_ptr<Engine> engine(new Engine);
  engine->body_->knowledge = std::move(knowledge);
  engine->body_->options.off = options.off;
  engine->body_->options.levels = options.levels;
  return engine;
}

Result<Document> Engine::read(std::string_view bytes, std::string name,
                              const ArticleOptions& options) {
  auto document = document::read(bytes, format_of(options.format), std::move(name));
  if (document) apply(options, document.value());
  return document;
}

namespace {

/// The document of a record that stands in a line of a file.
Result<Document> document_of(document::Record record, std::string_view file,
                             std::size_t line_number, const ArticleOptions& options) {
  const std::string id = record.id;
  auto document = document::read_record(std::move(record));
  if (!document) {
    // The reader knows the record's text; where the record stands is known here.
    Diagnostic why = document.error();
    why.file = std::string(file);
    why.line = line_number;
    why.column = 0;
    why.source_line.clear();
    why.hint = id;
    return why;
  }
  apply(options, document.value());
  return document;
}

}  // namespace

Result<Document> Engine::read_record(std::string_view line, std::string_view file,
                                     std::size_t line_number, const ArticleOptions& options) {
  auto record = document::parse_record(line, file, line_number);
  if (!record) {
    Diagnostic why = record.error();
    why.hint = document::record_id(line);
    return why;
  }
  return document_of(std::move(record).value(), file, line_number, options);
}

Result<std::pair<Document, Document>> Engine::read_versions(std::string_view line,
                                                            std::string_view file,
                                                            std::size_t line_number,
                                                            const ArticleOptions& options) {
  auto records = document::parse_versions(line, file, line_number);
  if (!records) {
    Diagnostic why = records.error();
    why.hint = document::record_id(line);
    return why;
  }
  auto before = document_of(std::move(records.value().first), file, line_number, options);
  if (!before) return before.error();
  auto after = document_of(std::move(records.value().second), file, line_number, options);
  if (!after) return after.error();
  return std::pair(std::move(before).value(), std::move(after).value());
}

Report Engine::check(Document document, const CheckOptions& options) const {
  std::deque<pipeline::Article> articles(1);
  articles.front().document = std::move(document);
  Report report =
      pipeline::check_article(*body_->knowledge, with(body_->options, options), articles);
  report.document = std::move(articles.front().document);
  return report;
}

Edit Engine::diff(Document before, Document after, const CheckOptions& options) const {
  return pipeline::diff(*body_->knowledge, with(body_->options, options), std::move(before),
                        std::move(after));
}

Comparison Engine::compare(std::string event, std::vector<Document> documents,
                           const CheckOptions& options) const {
  const pipeline::Knowledge& knowledge = *body_->knowledge;
  std::deque<pipeline::Article> articles;
  std::vector<Figure> figures;
  std::vector<std::uint32_t> document_of;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    pipeline::Article& article = articles.emplace_back();
    article.document = std::move(documents[i]);
    pipeline::extract_article(knowledge, article);
    article.first_figure = static_cast<std::uint32_t>(figures.size());
    for (Figure& figure : article.extraction.figures) {
      figures.push_back(std::move(figure));
      document_of.push_back(static_cast<std::uint32_t>(i));
    }
  }
  for (pipeline::Article& article : articles) article.figures = &figures;
  std::vector<const Document*> views;
  for (const pipeline::Article& article : articles) views.push_back(&article.document);
  Comparison comparison;
  comparison.event = std::move(event);
  std::vector<Claim> claims;
  frame::join_sources(knowledge.claims, figures, document_of, claims);
  const pipeline::ArticleContext context(knowledge, articles, figures, claims);
  comparison.findings =
      check::run(knowledge.rules, claims, figures, context, with(body_->options, options));
  comparison.facts = compare::facts(claims, figures, document_of, views, comparison.findings);
  return comparison;
}

namespace {

/// "whole: count, parts: [count], amount: money or measure", as claim files declare them.
std::string roles_of(const ClaimKind& kind) {
  std::string out;
  for (const Role& role : kind.roles) {
    std::string kinds;
    for (const FigureKind one : role.kinds) {
      kinds += (kinds.empty() ? "" : " or ") + std::string(to_string(one));
    }
    if (kinds.empty()) kinds = "any";
    const char* form = role.several ? "{}{}: [{}]" : "{}{}: {}";
    out += fmt::format(fmt::runtime(form), out.empty() ? "" : ", ", role.name, kinds);
  }
  return out;
}

}  // namespace

std::vector<RuleInfo> Engine::rules() const {
  std::vector<RuleInfo> infos;
  for (const auto& rule : body_->knowledge->rules.rules()) {
    infos.push_back({rule->id, rule->pack, rule->summary, rule->kind->name, roles_of(*rule->kind),
                     rule->level, rule->why, rule->limits, rule->file, rule->line,
                     rule->tests.size()});
  }
  return infos;
}

std::vector<RuleTestResult> Engine::test_rules(std::string_view id) const {
  std::vector<RuleTestResult> results;
  for (const auto& rule : body_->knowledge->rules.rules()) {
    if (!id.empty() && rule->id != id) continue;
    for (const rule::RuleTest& test : rule->tests) {
      results.push_back(pipeline::run_test(*this, *rule, test));
    }
  }
  return results;
}

std::vector<RuleExample> Engine::rule_examples(std::string_view id) const {
  std::vector<RuleExample> examples;
  if (const rule::Rule* rule = body_->knowledge->rules.find(id)) {
    for (const rule::RuleTest& test : rule->tests) {
      examples.push_back(pipeline::example_of(*this, *rule, test));
    }
  }
  return examples;
}

std::string version() { return "0.1.0"; }

std::string version_details() {
  // The rules are told by what is in them: FNV-1a over the shipped image.
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : pipeline::shipped_image()) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  }
  return fmt::format("figcheck {}\nrules {} ({:016x})\ntzdata {}", version(), version(), hash,
                     tzdata_version());
}

}  // namespace figcheck
