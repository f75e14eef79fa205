// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "cli/articles.h"
#include "cli/batch.h"
#include "cli/commands.h"
#include "cli/complaint.h"

namespace figcheck::cli {
namespace {

bool is_record_file(const std::string& path) {
  const std::string extension = std::filesystem::path(path).extension().string();
  return extension == ".jsonl" || extension == ".ndjson";
}

/// Whether the paths are two articles, and not files of records.
bool are_two_articles(const Arguments& arguments) {
  return arguments.paths.size() == 2 && arguments.input != Input::jsonl &&
         !is_record_file(arguments.paths[0]) && !is_record_file(arguments.paths[1]);
}

}  // namespace

Status diff(const Arguments& given) {
  // One edit is answered by one object, not by an array.
  Arguments arguments = given;
  if (are_two_articles(given) && given.format == Output::json) arguments.format = Output::jsonl;

  const auto engine = load_engine(arguments);
  if (engine == nullptr) return kNotRun;
  const std::optional<Policy> policy = load_policy(arguments, *engine);
  if (!policy) return kNotRun;
  std::optional<Writer> writer = Writer::open(arguments);
  if (!writer) return kNotRun;
  const auto color =
      writer->colored(arguments.color) ? report::TextColor::always : report::TextColor::never;

  const auto compared = [&](Document before, Document after, const std::string& file) {
    const Edit edit = engine->diff(std::move(before), std::move(after), policy->options_for(file));
    Answer out;
    if (arguments.format == Output::text) {
      out.text = report::edit_text(edit, color);
    } else if (arguments.format == Output::github || arguments.format == Output::sarif) {
      out.text = findings_in(arguments.format, edit.after, edit.findings);
    } else {
      out.text = report::edit_json(edit);
    }
    out.worst = worst_of(edit.findings);
    return out;
  };
  const auto answer = [&](Article article) {
    Unread failed;
    const std::string file = article.file;
    auto versions = read_versions(arguments, std::move(article), failed);
    if (!versions) return unread(arguments, failed.id, failed.why);
    return compared(std::move(versions->first), std::move(versions->second), file);
  };

  Answers answers(arguments, *writer);
  answers.begin(*engine);
  std::vector<std::optional<Document>> files;
  Batch batch(arguments.jobs, [&](Answer one) { return answers.add(std::move(one)); });
  for_each_article(arguments, *policy, [&](Article article) {
    if (article.line == 0) {
      Unread failed;
      files.push_back(read(arguments, std::move(article), failed));
      return files.back() || answers.add(unread(arguments, failed.id, failed.why));
    }
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
  if (files.size() == 2 && files[0] && files[1]) {
    const std::string id = files[1]->id;
    answers.add(guarded(arguments, id,
                        [&] { return compared(*std::move(files[0]), *std::move(files[1]), id); }));
  } else if (!files.empty() && files.size() != 2) {
    complain(complaint("U004", "", "expected two versions of one article, OLD and NEW",
                       "or JSON Lines with \"old\" and \"new\" in each record"));
    answers.finish();
    return kNotRun;
  }
  return answers.finish();
}

}  // namespace figcheck::cli
