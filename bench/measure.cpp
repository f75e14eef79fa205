// SPDX-License-Identifier: Apache-2.0
#include "measure.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <memory>
#include <utility>

#include <sys/resource.h>
#include <time.h>

#include "check/run.h"
#include "figcheck/engine.h"
#include "frame/match.h"
#include "pipeline/article.h"
#include "pipeline/knowledge.h"
#include "re2_pass.h"

namespace figcheck::bench {

namespace {

/// The time that this process spent on a processor: what else the machine does is not counted.
struct Clock {
  static double now() {
    timespec spent{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) + static_cast<double>(spent.tv_nsec) * 1e-9;
  }
};

double seconds_since(double start) { return Clock::now() - start; }

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// Takes time from one stage to the next.
class Lap {
 public:
  void end(double& stage) {
    const double now = Clock::now();
    stage += now - last_;
    last_ = now;
  }

 private:
  double last_ = Clock::now();
};

/// Does what Engine::check does, with a clock between its stages.
void staged_pass(const pipeline::Knowledge& knowledge, const Corpus& corpus, Stages& stages) {
  for (std::size_t i = 0; i < corpus.lines.size(); ++i) {
    Lap lap;
    auto document = Engine::read_record(corpus.lines[i], corpus.name, i + 1);
    lap.end(stages.reading);
    if (!document) continue;
    std::deque<pipeline::Article> articles(1);
    pipeline::Article& article = articles.front();
    article.document = std::move(document).value();
    pipeline::extract_article(knowledge, article);
    lap.end(stages.extraction);
    auto claims = frame::match(knowledge.claims, knowledge.vocabulary, article.extraction);
    frame::read_tables(knowledge.claims, article.document, article.extraction, claims);
    std::vector<Figure> figures = std::move(article.extraction.figures);
    article.figures = &figures;
    frame::join_article(knowledge.claims, figures, claims);
    frame::assemble(knowledge.claims, figures, claims);
    lap.end(stages.framing);
    const pipeline::ArticleContext context(knowledge, articles, figures, claims);
    const auto findings = check::run(knowledge.rules, claims, figures, context);
    pipeline::explain_unchecked(claims, figures);
    lap.end(stages.checking);
  }
}

double whole_pass(const Engine& engine, const Corpus& corpus, std::size_t articles,
                  Measurements* counts = nullptr) {
  const double start = Clock::now();
  for (std::size_t i = 0; i < articles; ++i) {
    auto document = Engine::read_record(corpus.lines[i], corpus.name, i + 1);
    if (!document) continue;
    const Report report = engine.check(std::move(document).value());
    if (counts == nullptr) continue;
    counts->figures += report.figures.size();
    counts->claims += report.claims.size();
    counts->findings += report.findings.size();
  }
  return seconds_since(start);
}

Stages median_of(const std::vector<Stages>& passes) {
  const auto of = [&](double Stages::*stage) {
    std::vector<double> values;
    for (const Stages& pass : passes) values.push_back(pass.*stage);
    return median(std::move(values));
  };
  return {of(&Stages::reading), of(&Stages::extraction), of(&Stages::framing),
          of(&Stages::checking)};
}

/// Engines with a share of the rules, spread evenly over their list.
struct Variant {
  std::shared_ptr<const Engine> engine;
  RuleCost cost;
  std::vector<double> passes;
};

std::vector<Variant> variants(const Engine& all, Diagnostics& diagnostics) {
  const std::vector<RuleInfo> rules = all.rules();
  std::vector<Variant> out;
  for (const std::size_t quarters : {0U, 1U, 2U, 4U}) {
    EngineOptions options;
    for (std::size_t i = 0; i < rules.size(); ++i) {
      if ((i + 1) * quarters / 4 == i * quarters / 4) options.off.insert(rules[i].id);
    }
    Variant variant;
    variant.cost.rules = rules.size() - options.off.size();
    variant.engine = Engine::load(options, diagnostics);
    if (variant.engine) out.push_back(std::move(variant));
  }
  return out;
}

class YardstickRun {
 public:
  explicit YardstickRun(Re2Pass pass) : pass_(std::move(pass)) {}

  void run(const Corpus& corpus, bool counts) {
    const double start = Clock::now();
    places_ = 0;
    for (const std::string& text : corpus.texts) places_ += pass_.count(text);
    if (counts) passes_.push_back(seconds_since(start));
  }

  Yardstick result() const { return {median(passes_), pass_.words(), places_}; }

 private:
  Re2Pass pass_;
  std::size_t places_ = 0;
  std::vector<double> passes_;
};

}  // namespace

Result<Measurements> measure(const Corpus& corpus, std::size_t passes) {
  Measurements out;
  out.articles = corpus.lines.size();
  out.bytes = corpus.bytes;
  Diagnostics diagnostics;

  double start = Clock::now();
  const auto engine = Engine::load({}, diagnostics);
  out.first_load_ms = seconds_since(start) * 1000;
  if (!engine) return diagnostics.front();
  out.rules = engine->rules().size();

  out.memory.loaded = peak_megabytes();
  whole_pass(*engine, corpus, corpus.lines.size() / 4);
  out.memory.after_part = peak_megabytes();
  whole_pass(*engine, corpus, corpus.lines.size(), &out);
  out.memory.after_all = peak_megabytes();
  whole_pass(*engine, corpus, corpus.lines.size());
  out.memory.after_again = peak_megabytes();

  std::vector<double> loads;
  for (std::size_t i = 0; i < std::max<std::size_t>(passes, 7); ++i) {
    start = Clock::now();
    Engine::load({}, diagnostics);
    loads.push_back(seconds_since(start) * 1000);
  }
  out.load_ms = median(std::move(loads));

  const auto knowledge = pipeline::load_knowledge({}, diagnostics);
  YardstickRun numbers(Re2Pass::numbers());
  YardstickRun triggers(Re2Pass::numbers_and_triggers(*knowledge));
  std::vector<Variant> with_rules = variants(*engine, diagnostics);
  if (has_errors(diagnostics)) return diagnostics.front();

  // The first round is for the caches, and for the patterns that are compiled when first needed.
  // The measurements take turns, so that a busy spell of the machine falls on all of them.
  std::vector<Stages> staged;
  std::vector<double> whole;
  for (std::size_t round = 0; round <= passes; ++round) {
    const bool counts = round > 0;
    Stages stages;
    staged_pass(*knowledge, corpus, stages);
    if (counts) staged.push_back(stages);
    const double time = whole_pass(*engine, corpus, corpus.lines.size());
    if (counts) whole.push_back(time);
    numbers.run(corpus, counts);
    triggers.run(corpus, counts);
    for (Variant& variant : with_rules) {
      const double seconds = whole_pass(*variant.engine, corpus, corpus.lines.size());
      if (counts) variant.passes.push_back(seconds);
    }
  }
  out.stages = median_of(staged);
  out.whole = median(std::move(whole));
  out.numbers = numbers.result();
  out.numbers_and_triggers = triggers.result();
  for (Variant& variant : with_rules) {
    variant.cost.seconds = median(std::move(variant.passes));
    out.rule_costs.push_back(variant.cost);
  }
  return out;
}

}  // namespace figcheck::bench
