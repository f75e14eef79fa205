// SPDX-License-Identifier: Apache-2.0
// Single steps of extraction, for finding out which one a change made slower.
#include <memory>
#include <vector>

#include <benchmark/benchmark.h>

#include "corpus.h"
#include "document/sentence.h"
#include "extract/items.h"
#include "extract/number.h"
#include "extract/token.h"
#include "figcheck/engine.h"
#include "pattern/index.h"
#include "pipeline/embed/shipped.h"
#include "pipeline/knowledge.h"

namespace figcheck::bench {

namespace {

/// Documents with their sentences and tokens, made once.
struct Prepared {
  Prepared() {
    Diagnostics diagnostics;
    knowledge = pipeline::load_knowledge({}, diagnostics);
    const Corpus corpus = make_corpus(200);
    for (std::size_t i = 0; knowledge && i < corpus.lines.size(); ++i) {
      auto document = Engine::read_record(corpus.lines[i], corpus.name, i + 1);
      if (!document) continue;
      documents.push_back(std::move(document).value());
      const Document& read = documents.back();
      bytes += static_cast<std::int64_t>(read.text.size());
      auto& list = sentences.emplace_back();
      for (const Block& block : read.blocks) {
        for (const Span& span : document::split_sentences(read.text, block.span,
                                                          knowledge->vocabulary.abbreviations())) {
          list.push_back(span);
        }
      }
    }
  }

  std::shared_ptr<const pipeline::Knowledge> knowledge;
  std::vector<Document> documents;
  std::vector<std::vector<Span>> sentences;  ///< Of each document.
  std::int64_t bytes = 0;
};

const Prepared& prepared() {
  static const Prepared kPrepared;
  return kPrepared;
}

/// Calls back with each document's text and each of its sentences, and counts the bytes.
template <typename Step>
void over_sentences(benchmark::State& state, Step step) {
  const Prepared& all = prepared();
  for (auto round : state) {
    for (std::size_t i = 0; i < all.documents.size(); ++i) {
      for (const Span& sentence : all.sentences[i]) step(all.documents[i].text, sentence);
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * all.bytes);
}

void read_image(benchmark::State& state) {
  for (auto round : state) benchmark::DoNotOptimize(yaml::read_image(pipeline::shipped_image()));
}
BENCHMARK(read_image)->Unit(benchmark::kMillisecond);

void load_knowledge(benchmark::State& state) {
  for (auto round : state) {
    Diagnostics diagnostics;
    benchmark::DoNotOptimize(pipeline::load_knowledge({}, diagnostics));
  }
}
BENCHMARK(load_knowledge)->Unit(benchmark::kMillisecond);

void split_sentences(benchmark::State& state) {
  const Prepared& all = prepared();
  for (auto round : state) {
    for (const Document& document : all.documents) {
      for (const Block& block : document.blocks) {
        benchmark::DoNotOptimize(document::split_sentences(
            document.text, block.span, all.knowledge->vocabulary.abbreviations()));
      }
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * all.bytes);
}
BENCHMARK(split_sentences)->Unit(benchmark::kMillisecond);

void tokenize(benchmark::State& state) {
  extract::Tokens tokens;
  over_sentences(state, [&](std::string_view text, const Span& sentence) {
    tokens.clear();
    extract::tokenize(text, sentence, tokens);
    benchmark::DoNotOptimize(tokens.list.data());
  });
}
BENCHMARK(tokenize)->Unit(benchmark::kMillisecond);

void make_items(benchmark::State& state) {
  extract::Tokens tokens;
  std::vector<extract::Item> items;
  over_sentences(state, [&](std::string_view text, const Span& sentence) {
    tokens.clear();
    extract::tokenize(text, sentence, tokens);
    items.clear();
    extract::make_items(text, tokens, prepared().knowledge->vocabulary, items);
    benchmark::DoNotOptimize(items.data());
  });
}
BENCHMARK(make_items)->Unit(benchmark::kMillisecond);

void choose_patterns(benchmark::State& state) {
  extract::Tokens tokens;
  std::vector<extract::Item> items;
  std::vector<pattern::Symbol> symbols;
  pattern::Index::Finder finder;
  const pipeline::Knowledge& knowledge = *prepared().knowledge;
  over_sentences(state, [&](std::string_view text, const Span& sentence) {
    tokens.clear();
    extract::tokenize(text, sentence, tokens);
    items.clear();
    extract::make_items(text, tokens, knowledge.vocabulary, items);
    symbols.clear();
    for (const extract::Item& item : items) symbols.push_back(item.symbol);
    benchmark::DoNotOptimize(finder.find(knowledge.phrasebook.index(), symbols).data());
  });
}
BENCHMARK(choose_patterns)->Unit(benchmark::kMillisecond);

void extract_documents(benchmark::State& state) {
  const Prepared& all = prepared();
  for (auto round : state) {
    for (const Document& document : all.documents) {
      benchmark::DoNotOptimize(all.knowledge->extractor->run(document, {}));
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * all.bytes);
}
BENCHMARK(extract_documents)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace figcheck::bench
