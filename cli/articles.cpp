// SPDX-License-Identifier: Apache-2.0
#include "cli/articles.h"

#include <exception>
#include <filesystem>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "cli/batch.h"
#include "cli/complaint.h"
#include "cli/output.h"
#include "cli/source.h"

namespace figcheck::cli {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

/// Returns whether bytes begin as a JSON object does: {"...
bool looks_like_record(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (!bytes.starts_with('{')) return false;
  const std::size_t next = bytes.find_first_not_of(kBlanks, 1);
  return next != std::string_view::npos && bytes[next] == '"' &&
         bytes.substr(0, next).find('\n') == std::string_view::npos;
}

/// Returns whether a source has an article on each line. Where the name does not say, the first
/// bytes do.
bool has_records(const Arguments& arguments, const std::string& name, Source& source) {
  if (arguments.input != Input::automatic) return arguments.input == Input::jsonl;
  const std::string extension = std::filesystem::path(name).extension().string();
  if (extension == ".jsonl" || extension == ".ndjson") return true;
  return extension.empty() && looks_like_record(source.peek());
}

/// Returns false when `take` did.
bool take_records(Source& source, const std::string& name,
                  const std::function<bool(Article)>& take) {
  Article article;
  for (std::size_t number = 1;; ++number) {
    const Source::Line line = source.read_line(article.bytes);
    if (line == Source::Line::end) break;
    if (line == Source::Line::read &&
        article.bytes.find_first_not_of(kBlanks) == std::string::npos) {
      continue;
    }
    article.file = name;
    article.line = number;
    if (line == Source::Line::too_long) {
      article.problem =
          complaint("D012", name, fmt::format("longer than {} MB", Source::kLongestLine >> 20U));
      article.problem->line = number;
    }
    if (!take(std::exchange(article, {}))) return false;
  }
  if (!source.problem()) return true;
  return take({name, 0, "", source.problem()});
}

Format format_of(Input input) {
  switch (input) {
    case Input::text:
      return Format::text;
    case Input::markdown:
      return Format::markdown;
    case Input::html:
      return Format::html;
    case Input::automatic:
    case Input::jsonl:
      break;
  }
  return Format::automatic;
}

/// The hint of a record's diagnostic is its id: part of the answer, and no advice.
Unread unread_record(Diagnostic why) {
  Unread unread = {why.hint, std::move(why)};
  unread.why.hint = unread.id.empty() ? "" : fmt::format("the record \"{}\"", unread.id);
  return unread;
}

}  // namespace

void for_each_article(const Arguments& arguments, const Policy& policy,
                      const std::function<bool(Article)>& take) {
  for (const std::string& path : arguments.paths) {
    const std::string name = path != "-"                        ? path
                             : arguments.stdin_filename.empty() ? "<stdin>"
                                                                : arguments.stdin_filename;
    if (policy.excludes(name)) {
      Diagnostic left_out = complaint("S005", name, "left out by the settings");
      left_out.level = Level::note;
      complain(left_out);
      continue;
    }
    Result<Source> source = Source::open(path, name);
    if (!source) {
      if (!take({name, 0, "", source.error()})) return;
      continue;
    }
    if (has_records(arguments, name, source.value())) {
      if (!take_records(source.value(), name, take)) return;
      continue;
    }
    Article article;
    article.file = name;
    article.bytes = source.value().read_all();
    article.problem = source.value().problem();
    if (!take(std::move(article))) return;
  }
}

std::optional<Document> read(const Arguments& arguments, Article article, Unread& unread) {
  if (article.problem) {
    unread = {article.line == 0 ? article.file : std::string(), *std::move(article.problem)};
    return std::nullopt;
  }
  const ArticleOptions options = {format_of(arguments.input), arguments.as_of, arguments.place};
  if (article.line == 0) {
    Result<Document> document = Engine::read(article.bytes, article.file, options);
    if (document) return std::move(document).value();
    unread = {article.file, document.error()};
    return std::nullopt;
  }
  Result<Document> document =
      Engine::read_record(article.bytes, article.file, article.line, options);
  if (document) return std::move(document).value();
  unread = unread_record(document.error());
  return std::nullopt;
}

std::optional<std::pair<Document, Document>> read_versions(const Arguments& arguments,
                                                           Article article, Unread& unread) {
  if (article.problem) {
    unread = {std::string(), *std::move(article.problem)};
    return std::nullopt;
  }
  auto versions =
      Engine::read_versions(article.bytes, article.file, article.line,
                            {format_of(arguments.input), arguments.as_of, arguments.place});
  if (versions) return std::move(versions).value();
  unread = unread_record(versions.error());
  return std::nullopt;
}

std::shared_ptr<const Engine> load_engine(const Arguments& arguments) {
  EngineOptions options;
  options.rules = arguments.rules;
  Diagnostics diagnostics;
  auto engine = Engine::load(options, diagnostics);
  for (const Diagnostic& one : diagnostics) complain(one);
  return engine;
}

std::optional<Policy> load_policy(const Arguments& arguments, const Engine& engine) {
  Diagnostics diagnostics;
  Policy policy(arguments.settings, engine.rules(), diagnostics);
  for (const Diagnostic& one : diagnostics) complain(one);
  if (has_errors(diagnostics)) return std::nullopt;
  return policy;
}

Answer guarded(const Arguments& arguments, const std::string& id,
               const std::function<Answer()>& work) {
  try {
    return work();
  } catch (const std::exception& problem) {
    return unread(arguments, id,
                  complaint("F005", id, fmt::format("given up: {}", problem.what())));
  }
}

Status answer_articles(const Arguments& arguments, const ArticleReports& reports) {
  const auto engine = load_engine(arguments);
  if (engine == nullptr) return kNotRun;
  const std::optional<Policy> policy = load_policy(arguments, *engine);
  if (!policy) return kNotRun;
  std::optional<Writer> writer = Writer::open(arguments);
  if (!writer) return kNotRun;
  const auto color =
      writer->colored(arguments.color) ? report::TextColor::always : report::TextColor::never;
  const bool summary = reports.summary && arguments.format == Output::text;

  const auto answer = [&](Article article) {
    Unread failed;
    const CheckOptions options = policy->options_for(article.file);
    std::optional<Document> document = read(arguments, std::move(article), failed);
    if (!document) return unread(arguments, failed.id, failed.why);
    const Report report = engine->check(*std::move(document), options);
    Answer out;
    switch (arguments.format) {
      case Output::text:
        out.text = reports.text(report, color);
        break;
      case Output::json:
      case Output::jsonl:
        out.text = reports.json(report);
        break;
      case Output::github:
      case Output::sarif:
        out.text = findings_in(arguments.format, report.document, report.findings);
        break;
    }
    if (reports.findings_count) out.worst = worst_of(report.findings);
    if (summary) out.counts.emplace().add(report);
    return out;
  };

  Answers answers(arguments, *writer);
  answers.begin(*engine);
  {
    Batch batch(arguments.jobs, [&](Answer one) { return answers.add(std::move(one)); });
    for_each_article(arguments, *policy, [&](Article article) {
      const std::size_t size = article.bytes.size();
      auto shared = std::make_shared<Article>(std::move(article));
      return batch.add(
          [&arguments, &answer, shared] {
            const std::string file = shared->file;
            return guarded(arguments, file, [&] { return answer(std::move(*shared)); });
          },
          size);
    });
    batch.finish();
  }
  if (!answers.counts().empty()) writer->write(answers.counts().summary_text() + "\n");
  return answers.finish();
}

}  // namespace figcheck::cli
