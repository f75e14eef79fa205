// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <figcheck/engine.h>
#include <figcheck/report.h>
#include <figcheck/settings.h>

#include "cli/answers.h"
#include "cli/arguments.h"

namespace figcheck::cli {

/// An article before it is read: a whole file, or a line of JSON Lines.
struct Article {
  std::string file;      ///< As it is to be called.
  std::size_t line = 0;  ///< From 1; 0 for a whole file.
  std::string bytes;
  std::optional<Diagnostic> problem;  ///< Why there are no bytes.
};

/// Passes on the articles of all paths, in order, until `take` returns false. Reads one at a time,
/// so that a corpus is never in memory as a whole, and leaves out what the policy does, which is
/// noted on standard error. Blank lines of JSON Lines are counted and left out.
void for_each_article(const Arguments& arguments, const Policy& policy,
                      const std::function<bool(Article)>& take);

/// An article that could not be read.
struct Unread {
  std::string id;  ///< Of the file or record; empty when a record's could not be read either.
  Diagnostic why;
};

/// Reads an article. Sets `unread` and returns nothing where that fails.
std::optional<Document> read(const Arguments& arguments, Article article, Unread& unread);

/// Reads a record with two versions of an article, the old one first. Sets `unread` and returns
/// nothing where that fails.
std::optional<std::pair<Document, Document>> read_versions(const Arguments& arguments,
                                                           Article article, Unread& unread);

/// Loads the rules, and complains about what is wrong with them. Returns nullptr when they cannot
/// be used.
std::shared_ptr<const Engine> load_engine(const Arguments& arguments);

/// Applies the settings to the rules that there are, and complains about rules that there are not.
/// Returns nothing when there are any.
std::optional<Policy> load_policy(const Arguments& arguments, const Engine& engine);

/// Calls `work`, and turns what it throws (want of memory) into a complaint about the input.
Answer guarded(const Arguments& arguments, const std::string& id,
               const std::function<Answer()>& work);

/// How a command answers for one article.
struct ArticleReports {
  std::function<std::string(const Report&, report::TextColor)> text;
  std::function<std::string(const Report&)> json;
  bool summary = false;         ///< Whether a line at the end sums up a text report.
  bool findings_count = false;  ///< Whether findings make the exit status.
};

/// Reads and checks every input and answers for each in order.
Status answer_articles(const Arguments& arguments, const ArticleReports& reports);

}  // namespace figcheck::cli
