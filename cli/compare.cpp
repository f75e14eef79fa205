// SPDX-License-Identifier: Apache-2.0
#include <map>
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

/// The articles on one event.
struct Group {
  std::string event;
  std::vector<Document> documents;
  std::size_t size = 0;
};

/// All input, by event, in the order in which the events come up. It has to be read as a whole,
/// since the last article may be on the first event.
class Groups {
 public:
  /// Adds a record of JSON Lines, which says what event it is on.
  void add_record(Document document) {
    const auto [place, is_new] = places_.try_emplace(document.metadata.event, groups_.size());
    if (is_new) groups_.push_back({document.metadata.event, {}, 0});
    add_to(groups_[place->second], std::move(document));
  }

  /// Adds a file. Files are given to be compared with each other, so they are on one event, whether
  /// they name it or not.
  void add_file(Document document) {
    if (!files_) {
      files_ = groups_.size();
      groups_.emplace_back();
    }
    Group& group = groups_[*files_];
    if (group.event.empty()) group.event = document.metadata.event;
    add_to(group, std::move(document));
  }

  /// Returns whether there is one file, and nothing to compare it with.
  bool is_lone_file() const {
    return files_ && groups_.size() == 1 && groups_.front().documents.size() == 1;
  }

  std::vector<Group>& all() { return groups_; }

 private:
  static void add_to(Group& group, Document document) {
    group.size += document.source_text.size();
    group.documents.push_back(std::move(document));
  }

  std::map<std::string, std::size_t> places_;
  std::optional<std::size_t> files_;
  std::vector<Group> groups_;
};

}  // namespace

Status compare(const Arguments& arguments) {
  const auto engine = load_engine(arguments);
  if (engine == nullptr) return kNotRun;
  const std::optional<Policy> policy = load_policy(arguments, *engine);
  if (!policy) return kNotRun;
  std::optional<Writer> writer = Writer::open(arguments);
  if (!writer) return kNotRun;
  const auto color =
      writer->colored(arguments.color) ? report::TextColor::always : report::TextColor::never;

  Answers answers(arguments, *writer);
  Groups groups;
  for_each_article(arguments, *policy, [&](Article article) {
    const std::string file = article.file;
    const std::size_t line = article.line;
    Unread failed;
    std::optional<Document> document = read(arguments, std::move(article), failed);
    if (!document) return answers.add(unread(arguments, failed.id, failed.why));
    if (line == 0) {
      groups.add_file(*std::move(document));
    } else if (document->metadata.event.empty()) {
      Diagnostic why = complaint("D013", file, "no \"event\" to compare the record on");
      why.line = line;
      return answers.add(unread(arguments, document->id, std::move(why)));
    } else {
      groups.add_record(*std::move(document));
    }
    return true;
  });

  if (groups.is_lone_file() && arguments.paths.size() == 1) {
    complain(
        complaint("U004", groups.all().front().documents.front().id, "nothing to compare it with"));
    return kNotRun;
  }

  const auto answer = [&](Group& group) {
    const Comparison comparison =
        engine->compare(group.event, std::move(group.documents), policy->options_for(""));
    Answer out;
    out.text = arguments.format == Output::text ? report::comparison_text(comparison, color)
                                                : report::comparison_json(comparison);
    out.worst = worst_of(comparison.findings);
    return out;
  };
  Batch batch(arguments.jobs, [&](Answer one) { return answers.add(std::move(one)); });
  for (Group& group : groups.all()) {
    const auto task = [&arguments, &answer, mine = &group] {
      return guarded(arguments, mine->event, [&] { return answer(*mine); });
    };
    if (!batch.add(task, group.size)) break;
  }
  batch.finish();
  return answers.finish();
}

}  // namespace figcheck::cli
