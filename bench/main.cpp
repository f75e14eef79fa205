// SPDX-License-Identifier: Apache-2.0
// figcheck_bench [CORPUS.jsonl...]: how fast articles are checked, on one thread.
// docs/performance.md says what the numbers mean.
#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "print.h"

int main(int count, char** arguments) {
  using namespace figcheck;

  std::vector<std::string> paths;
  std::size_t passes = 3;
  std::size_t articles = 1000;
  std::size_t megabytes = 4;
  bool all = false;
  bool json = false;
  CLI::App app("Measures how fast figcheck reads, extracts, frames and checks.");
  app.add_option("CORPUS", paths, "JSON Lines files of articles; made-up ones when there are none");
  app.add_option("--passes", passes, "Times that everything is measured")
      ->check(CLI::PositiveNumber);
  app.add_option("--articles", articles, "How many articles to make up")
      ->check(CLI::PositiveNumber);
  app.add_option("--sample", megabytes, "Megabytes of the files to take, spread evenly")
      ->check(CLI::PositiveNumber);
  app.add_flag("--all", all, "Take all of the files");
  app.add_flag("--json", json, "Print JSON");
  CLI11_PARSE(app, count, arguments);

  Diagnostics diagnostics;
  const bench::Corpus corpus =
      paths.empty() ? bench::make_corpus(articles)
                    : bench::read_corpus(paths, all ? 0 : megabytes * 1'000'000, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics) {
    std::fprintf(stderr, "%s\n", diagnostic.to_string().c_str());
  }
  if (has_errors(diagnostics)) return 2;
  if (corpus.lines.empty()) {
    std::fputs("error: there is no article to measure with\n", stderr);
    return 2;
  }
  const auto measured = bench::measure(corpus, passes);
  if (!measured) {
    std::fprintf(stderr, "%s\n", measured.error().to_string().c_str());
    return 2;
  }
  const std::string out =
      json ? bench::to_json(corpus, measured.value()) : bench::to_text(corpus, measured.value());
  std::fwrite(out.data(), 1, out.size(), stdout);
  return 0;
}
