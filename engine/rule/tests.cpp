// SPDX-License-Identifier: Apache-2.0
#include "rule/tests.h"

#include <algorithm>
#include <utility>

namespace figcheck::rule {
namespace {

constexpr std::string_view kNothing = "nothing";

bool is_marked(const RuleTest& test, const std::string& name) {
  const std::string mark = "]{" + name + "}";
  const auto has_mark = [&](const std::string& text) {
    return text.find(mark) != std::string::npos;
  };
  return has_mark(test.text) || has_mark(test.title) ||
         std::any_of(test.documents.begin(), test.documents.end(),
                     [&](const TestDocument& document) { return has_mark(document.text); });
}

void read_finds(const yaml::Node& node, RuleTest& test, Reader& reader) {
  if (!node) return;
  if (node.is_scalar() && node.text() == kNothing) return;
  if (!node.is_map()) {
    reader.complain(node, "R015",
                    "finds: is \"nothing\" or a map from a mark to \"fails\" or \"warns\"");
    return;
  }
  for (std::size_t i = 0; i < node.size(); ++i) {
    const std::string name(node.key(i).text());
    const std::string outcome = reader.text(node.at(i));
    if (!outcome.empty() && outcome != "fails" && outcome != "warns") {
      reader.complain(node.at(i), "R015", "unknown outcome \"" + outcome + "\"",
                      "an outcome is \"fails\" or \"warns\"");
    }
    if (!is_marked(test, name)) {
      reader.complain(node.key(i), "R015", "the text has no mark \"" + name + "\"",
                      "a figure is marked as [2,261 children]{" + name + "}");
    }
    test.finds.emplace_back(name, outcome);
  }
}

RuleTest read_test(const yaml::Node& node, Reader& reader) {
  RuleTest test;
  test.file = node.file();
  test.line = node.line();
  if (!reader.keys(node, test_keys(), "a test")) return test;
  test.text = reader.text(node.get("text"));
  test.title = reader.text(node.get("title"));
  test.date = reader.text(node.get("date"));
  test.place = reader.text(node.get("place"));
  for (const yaml::Node& item : reader.items(node.get("documents"), false)) {
    if (!reader.keys(item, document_keys(), "a document")) continue;
    test.documents.push_back({reader.text(item.get("source")),
                              reader.text(item.get("date")),
                              reader.text(item.get("text")),
                              {}});
  }
  if (const yaml::Node old = node.get("old"); old.is_scalar()) {
    test.old = TestDocument{{}, test.date, reader.text(old), test.title};
  } else if (old && reader.keys(old, old_keys(), "an old version")) {
    test.old = TestDocument{{},
                            reader.text(old.get("date")),
                            reader.text(old.get("text")),
                            reader.text(old.get("title"))};
  }
  if (!node.get("text") && !node.get("documents")) {
    reader.complain(node, "R002", "a test needs the key \"text\" or \"documents\"");
  }
  read_finds(node.get("finds"), test, reader);
  return test;
}

}  // namespace

std::vector<RuleTest> read_tests(const yaml::Node& node, Reader& reader) {
  std::vector<RuleTest> tests;
  if (!node) return tests;
  for (const yaml::Node& item : reader.items(node, false)) tests.push_back(read_test(item, reader));
  const auto finds = [](const RuleTest& test) { return !test.finds.empty(); };
  const char* missing = std::none_of(tests.begin(), tests.end(), finds)  ? "finds the slip"
                        : std::all_of(tests.begin(), tests.end(), finds) ? "finds nothing"
                                                                         : nullptr;
  if (missing != nullptr) {
    reader.remark(Level::warning, node, "R016",
                  std::string("no test shows where the rule ") + missing);
  }
  return tests;
}

}  // namespace figcheck::rule
