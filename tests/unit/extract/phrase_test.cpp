// SPDX-License-Identifier: Apache-2.0
#include "extract/phrase.h"

#include <string>

#include <doctest/doctest.h>

#include "extract/extract.h"
#include "extract/tiny.h"
#include "figcheck/document.h"
#include "figcheck/engine.h"

using namespace figcheck;
using namespace figcheck::extract;

namespace {

/// The figures of a text as "kind:words", by the phrases of a vocabulary file.
std::string figures(const char* phrases, const std::string& text) {
  const Tiny tiny(phrases);
  REQUIRE(tiny.diagnostics.empty());
  const Extractor extractor(tiny.vocabulary, tiny.phrasebook);
  const auto document = Engine::read(text, "test.txt", {});
  REQUIRE(document.ok());
  std::string out;
  for (const Figure& figure : extractor.run(*document, {}).figures) {
    if (!out.empty()) out += "; ";
    out += std::string(to_string(figure.kind)) + ":" + figure.text;
  }
  return out;
}

constexpr const char* kPhrases = R"(
identifiers:
  - "(flight) {n:number}"
  - "9/11"
phrases:
  - kind: percent
    patterns: ["{n:number} @percent-word"]
  - kind: date
    patterns: ["@month-name:month {day:int31}", "@month-name:month"]
  - kind: year
    patterns: ["{before:range-blocker} {year:year4}", "{year:year4} {after:mark}", "<year4> {before:range-word} {year:year4}"]
hedges:
  about: ["about {figure:figure}"]
)";

}  // namespace

TEST_CASE("the longest phrase wins, and words that are only looked at do not count") {
  CHECK(figures(kPhrases, "On May 5 and in June.") == "date:May 5; date:June");
  CHECK(figures(kPhrases, "It lasted from 1998 to 1999 here.") == "year:1998; year:1999");
  CHECK(figures(kPhrases, "It was 1998, or 1999.") == "year:1998; year:1999");
}

TEST_CASE("a word may need its capital") { CHECK(figures(kPhrases, "They may 5.") == "count:5"); }

TEST_CASE("identifiers are no figures") {
  CHECK(figures(kPhrases, "On flight 370 after 9/11 were 12.") == "count:12");
}

TEST_CASE("a hedge becomes part of its figure") {
  CHECK(figures(kPhrases, "It was about 5% of it.") == "percent:about 5%");
}

TEST_CASE("faults in phrases and hedges are told with their place") {
  struct Row {
    const char* phrases;
    const char* message;
  };
  const Row rows[] = {
      {"phrases:\n  - patterns: [\"one\"]\n",
       "a phrase needs the kind of its figure under \"kind\""},
      {"hedges:\n  abot: [\"about {figure:figure}\"]\n", "there is no hedge \"abot\""},
      {"phrases:\n  - kind: date\n    patterns: [\"@month-nam:month\"]\n",
       "no class or group is called \"month-nam\""},
      {"phrases:\n  - kind: date\n    patterns: [\"(one\"]\n", "this '(' has no ')'"},
      {"phrases:\n  - kind: date\n    patterns: [\"one?\"]\n",
       "this pattern can match without any word or figure of its own"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.phrases);
    const Tiny tiny(row.phrases);
    REQUIRE(tiny.diagnostics.size() == 1);
    CHECK(tiny.diagnostics[0].message == row.message);
    CHECK(tiny.diagnostics[0].file == "tiny.yaml");
  }
}
