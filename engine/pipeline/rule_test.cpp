// SPDX-License-Identifier: Apache-2.0
#include "pipeline/rule_test.h"

#include <algorithm>

#include <fmt/format.h>

#include "document/read.h"

namespace figcheck::pipeline {

MarkedText unmark(std::string_view marked) {
  MarkedText out;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const char c = marked[i];
    if (c == '[') {
      open.push_back(out.text.size());
      out.text += c;
      continue;
    }
    if (c == ']' && !open.empty()) {
      const std::size_t start = open.back();
      open.pop_back();
      if (i + 1 < marked.size() && marked[i + 1] == '{') {
        const std::size_t close = marked.find('}', i + 2);
        if (close != std::string_view::npos) {
          out.text.erase(start, 1);
          for (auto& mark : out.marks) {
            if (mark.span.start > start) {
              --mark.span.start;
              --mark.span.end;
            }
          }
          out.marks.push_back(
              {std::string(marked.substr(i + 2, close - i - 2)), {start, out.text.size()}});
          i = close;
          continue;
        }
      }
    }
    out.text += c;
  }
  std::sort(out.marks.begin(), out.marks.end(),
            [](const auto& a, const auto& b) { return a.span.start < b.span.start; });
  return out;
}

namespace {

struct Found {
  std::vector<Finding> findings;
  std::vector<Document> documents;
  bool spoke = false;  ///< The rule judged a figure, or nobody can say whether it did.
  std::vector<MarkedText> texts;
  std::vector<std::string> ids;
};

bool is_judged(const std::vector<Figure>& figures, const std::string& rule) {
  return std::any_of(figures.begin(), figures.end(), [&rule](const Figure& figure) {
    return std::find(figure.rules.begin(), figure.rules.end(), rule) != figure.rules.end();
  });
}

Found find(const Engine& engine, const rule::Rule& rule, const rule::RuleTest& test) {
  Found found;
  if (test.documents.empty()) {
    found.texts.push_back(unmark(test.text));
    found.ids.emplace_back("test");
    document::Record record;
    record.id = "test";
    record.text = found.texts.back().text;
    record.metadata.date = test.date;
    record.metadata.place = test.place;
    if (!test.title.empty()) {
      found.texts.push_back(unmark(test.title));
      found.ids.emplace_back("test");
      record.title = found.texts.back().text;
    }
    auto document = document::read_record(std::move(record));
    if (!document) return found;
    if (!test.old) {
      Report report = engine.check(std::move(document).value());
      found.findings = std::move(report.findings);
      found.spoke = is_judged(report.figures, rule.id);
      found.documents.push_back(std::move(report.document));
    } else {
      document::Record old;
      old.text = unmark(test.old->text).text;
      old.title = unmark(test.old->title).text;
      old.metadata.date = test.old->date;
      auto before = document::read_record(std::move(old));
      if (!before) return found;
      Edit edit = engine.diff(std::move(before).value(), std::move(document).value());
      found.findings = std::move(edit.findings);
      found.spoke = is_judged(edit.figures, rule.id);
      found.documents.push_back(std::move(edit.before));
      found.documents.push_back(std::move(edit.after));
    }
  } else {
    std::vector<Document> documents;
    for (std::size_t i = 0; i < test.documents.size(); ++i) {
      const rule::TestDocument& one = test.documents[i];
      found.texts.push_back(unmark(one.text));
      found.ids.push_back(fmt::format("test {}", i + 1));
      document::Record record;
      record.id = found.ids.back();
      record.text = found.texts.back().text;
      record.metadata.date = one.date;
      record.metadata.source = one.source;
      auto document = document::read_record(std::move(record));
      if (!document) continue;
      documents.push_back(std::move(document).value());
    }
    found.documents = documents;
    found.spoke = true;
    found.findings = engine.compare("test", std::move(documents)).findings;
  }
  std::erase_if(found.findings, [&](const Finding& finding) { return finding.rule != rule.id; });
  return found;
}

/// Whether a finding touches the mark of that name, in any text of the test.
bool touches(const Finding& finding, const Found& found, const std::string& name) {
  const auto covers = [&](const Mark& mark) {
    for (std::size_t i = 0; i < found.texts.size(); ++i) {
      if (i < found.ids.size() && !mark.id.empty() && mark.id != found.ids[i]) continue;
      for (const auto& wanted : found.texts[i].marks) {
        if (wanted.name == name && wanted.span.overlaps(mark.span)) return true;
      }
    }
    return false;
  };
  return covers(finding.at) || std::any_of(finding.related.begin(), finding.related.end(), covers);
}

}  // namespace

RuleTestResult run_test(const Engine& engine, const rule::Rule& rule, const rule::RuleTest& test) {
  RuleTestResult result;
  result.rule = rule.id;
  result.file = test.file;
  result.line = test.line;
  const Found found = find(engine, rule, test);
  if (test.finds.empty()) {
    result.passed = found.findings.empty();
    if (!result.passed) {
      result.message =
          fmt::format("noisy: expected nothing, found \"{}\"", found.findings.front().message);
    }
    return result;
  }
  for (const auto& [name, wanted] : test.finds) {
    const auto hit =
        std::find_if(found.findings.begin(), found.findings.end(),
                     [&found, &name = name](const Finding& f) { return touches(f, found, name); });
    if (hit == found.findings.end()) {
      result.message = found.findings.empty() ? fmt::format("missing {}: nothing was found", name)
                                              : fmt::format("missing {}: found \"{}\" elsewhere",
                                                            name, found.findings.front().message);
      return result;
    }
    const Level level = wanted == "warns" ? Level::warning : hit->level;
    if (hit->level != level || (wanted == "fails" && hit->level != Level::error)) {
      result.message = fmt::format("wrong level for {}: {}", name, to_string(hit->level));
      return result;
    }
  }
  result.passed = true;
  return result;
}

RuleExample example_of(const Engine& engine, const rule::Rule& rule, const rule::RuleTest& test) {
  Found found = find(engine, rule, test);
  RuleExample example;
  if (!found.findings.empty()) {
    example.verdict = Verdict::fails;
  } else if (found.spoke) {
    example.verdict = Verdict::holds;
  }
  example.documents = std::move(found.documents);
  example.findings = std::move(found.findings);
  return example;
}

}  // namespace figcheck::pipeline
