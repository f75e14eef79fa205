// SPDX-License-Identifier: Apache-2.0
#include "corpus.h"

#include <algorithm>
#include <cstdint>
#include <sstream>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "figcheck/engine.h"
#include "yaml/node.h"

extern "C" {
extern const char figcheck_bench_articles[];
extern const std::uint64_t figcheck_bench_articles_size;
}

namespace figcheck::bench {

namespace {

void add(Corpus& corpus, std::string line, const Document& document) {
  std::string text = document.source(Section::headline);
  text += '\n';
  text += document.source(Section::text);
  corpus.bytes += text.size();
  corpus.texts.push_back(std::move(text));
  corpus.lines.push_back(std::move(line));
}

/// Numbers by lot that are the same on every machine, which std::uniform_int_distribution's are
/// not.
class Lot {
 public:
  std::uint32_t below(std::size_t limit) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::uint32_t>((state_ >> 33U) % limit);
  }

 private:
  std::uint64_t state_ = 20230920;
};

class Writer {
 public:
  explicit Writer(const yaml::Node& root)
      : fill_(root.get("fill")), titles_(root.get("titles")), sentences_(root.get("sentences")) {}

  std::string title() { return sentence(titles_); }

  std::string text() {
    std::string out;
    const std::uint32_t paragraphs = 8 + lot_.below(6);
    for (std::uint32_t i = 0; i < paragraphs; ++i) {
      if (i > 0) out += "\n\n";
      const std::uint32_t length = 1 + lot_.below(4);
      for (std::uint32_t k = 0; k < length; ++k) {
        if (k > 0) out += ' ';
        out += sentence(sentences_);
      }
    }
    return out;
  }

 private:
  std::string sentence(const yaml::Node& list) {
    const std::string_view text = list.at(lot_.below(list.size())).text();
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t open = std::min(text.find('{', at), text.size());
      out += text.substr(at, open - at);
      if (open == text.size()) break;
      const std::size_t close = text.find('}', open);
      out += filled(text.substr(open + 1, close - open - 1));
      at = close + 1;
    }
    if (out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
  }

  std::string filled(std::string_view name) {
    if (const yaml::Node words = fill_.get(name)) {
      return std::string(words.at(lot_.below(words.size())).text());
    }
    if (name == "count") {
      const std::uint32_t number = 100 + lot_.below(40000);
      return number < 1000 ? std::to_string(number)
                           : fmt::format("{},{:03}", number / 1000, number % 1000);
    }
    if (name == "percent") return std::to_string(1 + lot_.below(99));
    if (name == "decimal" || name == "money") {
      return fmt::format("{}.{}", 1 + lot_.below(40), 1 + lot_.below(9));
    }
    if (name == "year") return std::to_string(1950 + lot_.below(75));
    if (name == "day") return std::to_string(1 + lot_.below(28));
    if (name == "hour") return std::to_string(1 + lot_.below(12));
    if (name == "minute") return fmt::format("{:02}", 5 * lot_.below(12));
    return std::to_string(2 + lot_.below(28));
  }

  yaml::Node fill_;
  yaml::Node titles_;
  yaml::Node sentences_;
  Lot lot_;
};

}  // namespace

Corpus read_corpus(const std::vector<std::string>& paths, std::size_t most,
                   Diagnostics& diagnostics) {
  Corpus corpus;
  std::vector<std::pair<std::string, std::string>> files;
  std::size_t bytes = 0;
  for (const std::string& path : paths) {
    auto read = read_file(path);
    if (!read) {
      diagnostics.push_back(read.error());
      continue;
    }
    bytes += read.value().size();
    files.emplace_back(path, std::move(read).value());
  }
  const std::size_t step = most == 0 ? 1 : std::max<std::size_t>(1, bytes / most);
  std::size_t count = 0;
  for (const auto& [path, text] : files) {
    std::istringstream lines(text);
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line);) {
      ++number;
      if (count++ % step != 0) continue;
      const auto document = Engine::read_record(line, path, number);
      if (document) add(corpus, std::move(line), document.value());
    }
  }
  corpus.name = fmt::format("{} {}", paths.size(), paths.size() == 1 ? "file" : "files");
  if (step > 1) corpus.name += fmt::format(", one line of {}", step);
  return corpus;
}

Corpus make_corpus(std::size_t articles) {
  Corpus corpus;
  corpus.name = "made-up articles";
  const auto trees = yaml::read_image(
      {figcheck_bench_articles, static_cast<std::size_t>(figcheck_bench_articles_size)});
  if (!trees) return corpus;
  Writer writer(trees.value().front()->root());
  for (std::size_t i = 0; i < articles; ++i) {
    nlohmann::ordered_json record;
    record["id"] = fmt::format("made-up-{}", i + 1);
    record["title"] = writer.title();
    record["date"] = fmt::format("2024-{:02}-{:02}", 1 + i % 12, 1 + i % 28);
    record["text"] = writer.text();
    std::string line = record.dump();
    if (const auto document = Engine::read_record(line, "made-up", i + 1)) {
      add(corpus, std::move(line), document.value());
    }
  }
  return corpus;
}

}  // namespace figcheck::bench
