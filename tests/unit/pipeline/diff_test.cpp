// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <doctest/doctest.h>

#include "figcheck/engine.h"

namespace figcheck {
namespace {

const Engine& shipped() {
  static const auto engine = [] {
    Diagnostics diagnostics;
    auto loaded = Engine::load({}, diagnostics);
    REQUIRE(loaded);
    return loaded;
  }();
  return *engine;
}

Edit diff(const std::string& before, const std::string& after) {
  const ArticleOptions text{Format::text, {}, {}};
  auto one = Engine::read(before, "article", text);
  auto other = Engine::read(after, "article", text);
  REQUIRE(one.ok());
  REQUIRE(other.ok());
  return shipped().diff(std::move(one).value(), std::move(other).value());
}

/// "31>38 12>19"
std::string changes(const std::string& before, const std::string& after) {
  std::string out;
  for (const ChangedFigure& changed : diff(before, after).changed) {
    out += (out.empty() ? "" : " ") + changed.before.text + ">" + changed.after.text;
  }
  return out;
}

TEST_CASE("figures are aligned by their places among the words") {
  struct Row {
    const char* before;
    const char* after;
    const char* changes;
  };
  const Row rows[] = {
      {"It took 31 nails and 40 screws.", "It took 38 nails and 40 screws.", "31>38"},
      // One that came in between moves nothing.
      {"It took 31 nails and 40 screws.", "It took 31 nails, 6 bolts and 44 screws.", "40>44"},
      {"It took 31 nails and 40 screws.", "It took 40 screws and 31 nails.", ""},
      // A sentence that came in front, and two that changed places.
      {"It took 31 nails.", "It rained for 3 days. It took 38 nails.", "31>38"},
      {"The roof took 31 nails to mend. A mast of 9 metres fell on the shed.",
       "A mast of 8 metres fell on the shed. The roof took 31 nails to mend.", "9 metres>8 metres"},
      // What went, and what came.
      {"It took 31 nails. The mast fell on 9 sheds.", "It took 31 nails.", ""},
      {"It took 31 nails.", "Nobody was there. The mast fell on 9 sheds.", ""},
      // The same in other words.
      {"It took 31 nails.", "It took thirty-one nails.", ""},
      {"It took 31 nails.", "It took about 31 nails.", "31>about 31"},
      {"The shop shuts at 5pm.", "The shop shuts at 5.30pm.", "5pm>5.30pm"},
      // Another unit is another figure.
      {"The mast is 9 metres high.", "The mast is 30 feet high.", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.before);
    CAPTURE(row.after);
    CHECK(changes(row.before, row.after) == row.changes);
  }
}

TEST_CASE("an article without an edit has neither changes nor findings") {
  const std::string text = "The slide buried 31 cabins. Owners of the 31 cabins were flown out.";
  const Edit edit = diff(text, text);
  CHECK(edit.changed.empty());
  CHECK(edit.stale.empty());
  CHECK(edit.findings.empty());
}

TEST_CASE("marks in the old version have an id of their own") {
  const Edit edit = diff("The slide buried 31 cabins. Owners of the 31 cabins were flown out.",
                         "The slide buried 38 cabins. Owners of the 31 cabins were flown out.");
  // A rule on the new text alone finds it as well.
  REQUIRE(edit.findings.size() == 2);
  const Finding& finding = edit.findings.front();
  CHECK(finding.rule == "versions/stale-after-edit");
  CHECK(finding.at.id == "article");
  REQUIRE(finding.related.size() == 2);
  CHECK(finding.related[0].id == "article@old");
  CHECK(finding.related[1].id == "article");
  REQUIRE(edit.stale.size() == 1);
  CHECK(edit.stale.front().against == std::vector<std::size_t>{0});
}

TEST_CASE("versions of nothing but figures take no longer than their length") {
  std::string before;
  std::string after;
  for (int i = 0; i < 5000; ++i) {
    before += std::to_string(i) + " men came.\n\n";
    after += std::to_string(i + i % 2) + " men came.\n\n";
  }
  CHECK(diff(before, after).changed.size() > 1000);
}

}  // namespace
}  // namespace figcheck
