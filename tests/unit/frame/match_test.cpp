// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <doctest/doctest.h>

#include "frame/scene.h"

namespace figcheck::frame {
namespace {

const char* const kParts = R"(
claim: part
roles: {whole: count, part: count}
frames:
  en:
    - "{whole} ,? including {part}"
    - "{part!} of the {whole}"
)";

const char* const kChange = R"(
claim: change
roles: {old: [count, money], new: [count, money]}
words: [direction]
frames:
  en:
    - "@change-verb:direction ... from {old} to {new}"
    - {pattern: "from {old} ...3 back to {new}", words: {direction: down}}
)";

}  // namespace

TEST_CASE("a frame finds its figures in their roles") {
  struct Row {
    const char* text;
    const char* claims;
  };
  const Row rows[] = {
      {"There were 40 men, including 12 sailors.", "part whole=40; part=12;\n"},
      {"There were 40 old men, including 12 sailors.", "part whole=40; part=12;\n"},
      {"Twelve of the 40 men were sailors.", "part part=Twelve; whole=40;\n"},
      {"There were 40 men. Including 12 sailors.", ""},
      {"There were 40 men and 12 sailors.", ""},
      {"It cost 40 dollars, including 12 for the van.", ""},
      {"There were 40 men, including 12 of the 30 sailors.",
       "part whole=40; part=12;\npart part=12; whole=30;\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(claims(kParts, row.text) == row.claims);
  }
}

TEST_CASE("a slot takes the words of its noun phrase unless it is bare") {
  const char* const bare = "claim: x\nroles: {a: count}\nframes: {en: [\"{a!} came\"]}\n";
  const char* const loose = "claim: x\nroles: {a: count}\nframes: {en: [\"{a} came\"]}\n";
  CHECK(claims(bare, "Forty old men came.") == "");
  CHECK(claims(loose, "Forty old men came.") == "x a=Forty;\n");
  CHECK(claims(bare, "Forty came.") == "x a=Forty;\n");
}

TEST_CASE("a frame hands on the words of groups and its own") {
  CHECK(claims(kChange, "Prices rose sharply from 40 to 60.") ==
        "change old=40; new=60; direction:up\n");
  CHECK(claims(kChange, "The queue, from 60 all the way back to 40, is short.") ==
        "change old=60; new=40; direction:down\n");
}

TEST_CASE("the kinds of a slot are those of its role") {
  CHECK(claims(kChange, "It rose from 40 per cent to 60 per cent.") == "");
  CHECK(claims(kChange, "It rose from $40 to $60.") == "change old=$40; new=$60; direction:up\n");
}

TEST_CASE("a gap never crosses a figure or the end of a clause") {
  const char* const gap =
      "claim: x\nroles: {a: count, b: count}\nframes: {en: [\"{a!} ... against {b!}\"]}\n";
  CHECK(claims(gap, "He had 12 firm votes against 9.") == "x a=12; b=9;\n");
  CHECK(claims(gap, "He had 12 votes, she 30, against 9.") == "x a=30; b=9;\n");
  CHECK(claims(gap, "He had 12 because they fought against 9.") == "");
}

TEST_CASE("a list slot takes all figures of an enumeration") {
  const char* const list = R"(
claim: sum
roles: {parts: [count], whole: count}
frames:
  en:
    - "{parts+} , {whole} in all"
)";
  CHECK(claims(list, "It has 3 cooks, 9 waiters and 40 helpers, 52 in all.") ==
        "sum parts=3;9;40; whole=52;\n");
  CHECK(claims(list, "It has 3 cooks, 52 in all.") == "");
}

TEST_CASE("a wide list slot reaches over figures of other kinds") {
  const char* const list = R"(
claim: sum
roles: {whole: money, parts: [[count, money]]}
frames:
  en:
    - "{whole!} : ...4 {parts++:money} and ...4 {parts!}"
)";
  CHECK(claims(list, "He left $90: $40 to a son, $30 to his three nieces and $20 to a dog.") ==
        "sum whole=$90; parts=$40;$30;$20;\n");
  CHECK(claims(list, "He left $90: $40 to a son, including $30 in coins and $20 in bills.") == "");
}

TEST_CASE("words of a frame may be one word of the vocabulary") {
  const char* const text = "There were 40 men in all.";
  CHECK(claims("claim: x\nroles: {a: count}\nframes: {en: [\"{a} in all\"]}\n", text) ==
        "x a=40;\n");
  CHECK(claims("claim: x\nroles: {a: count}\nframes: {en: [\"{a} @in-all\"]}\n", text) ==
        "x a=40;\n");
}

TEST_CASE("words of a frame and an entry of the vocabulary meet through choices and options") {
  struct Row {
    const char* frame;
    const char* text;
  };
  // "In all", "in total", "all told" and "according to" are entries.
  const Row rows[] = {
      {"{a} in (all|sum)", "There were 40 men in all."},
      {"{a} in (all|sum)", "There were 40 men in sum."},
      {"{a} (in|by) (total|number)", "There were 40 men in total."},
      {"{a} in the? total", "There were 40 men in total."},
      {"{a} in the? total", "There were 40 men in the total."},
      {"{a} (as ever|so far all) told", "There were 40 men so far all told."},
      {"{a} (as ever|so far all) told", "There were 40 men as ever told."},
      {"{a} men? (by|according) (to|from) (the)? mayor", "There were 40 according to the mayor."},
      {"{a} and all (told)?", "There were 40 men and all told."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.frame);
    CAPTURE(row.text);
    const std::string kind =
        std::string("claim: x\nroles: {a: count}\nframes: {en: [\"") + row.frame + "\"]}\n";
    CHECK(claims(kind, row.text) == "x a=40;\n");
  }
}

TEST_CASE("a double slash reaches into the next sentence") {
  const char* const across =
      "claim: x\nroles: {a: count, b: count}\nframes: {en: [\"{a} ... // {b!} of them\"]}\n";
  CHECK(claims(across, "There were 40 men. Nine of those came.") == "");
  const char* const those =
      "claim: x\nroles: {a: count, b: count}\nframes: {en: [\"{a} ... // {b!} of those\"]}\n";
  CHECK(claims(those, "There were 40 men. Nine of those came.") == "x a=40; b=Nine;\n");
  CHECK(claims(those, "There were 40 men. It rained. Nine of those came.") == "");
}

TEST_CASE("the same figures in the same roles make one claim") {
  const char* const twice = R"(
claim: x
roles: {a: count, b: count}
frames:
  en:
    - "{a!} of {b!}"
    - "{a!} (of|among) {b!}"
)";
  CHECK(claims(twice, "It was 3 of 9.") == "x a=3; b=9;\n");
}

TEST_CASE("a join pairs figures by equal keys") {
  const char* const join = R"(
claim: again
roles: {first: count, again: count}
join:
  within: article
  on: [kind, subject]
)";
  CHECK(claims(join, "We saw 40 ships.\n\nThey saw 12 ships and 9 whales.") ==
        "again first=40; again=12;\n");
  CHECK(claims(join, "We saw 40 ships.\n\nThey saw 9 whales.") == "");
}

TEST_CASE("claims that stand apart are put together") {
  const char* const kAges = R"(
claim: launch
roles: {when: year}
words: [yard]
frames:
  - {pattern: "launched at hull in {when!}", words: {yard: hull}}
  - "launched in {when!}"
---
claim: scrap
roles: {age: duration}
frames: ["scrapped after {age!}"]
---
claim: ship
roles: {launch: year, age: duration}
words: [yard]
join:
  within: article
  of: {l: launch, s: scrap}
  take: {launch: l.when, age: s.age, yard: l.yard}
  sole: [l]
  sentences: 2
)";
  CHECK(claims(kAges, "The tug was launched in 1950. It was scrapped after 30 years.") ==
        "launch when=1950;\nscrap age=30 years;\nship launch=1950; age=30 years;\n");
  CHECK(claims(kAges, "It was scrapped after 30 years. It was launched at Hull in 1950.") ==
        "scrap age=30 years;\nlaunch when=1950; yard:hull\n"
        "ship launch=1950; age=30 years; yard:hull\n");
  // Two years, and nobody knows which is meant.
  CHECK(claims(kAges,
               "One was launched in 1950, one launched in 1960. It was scrapped after 30 "
               "years.") == "launch when=1950;\nlaunch when=1960;\nscrap age=30 years;\n");
  CHECK(claims(kAges,
               "The tug was launched in 1950. It leaked. It rolled. It was scrapped after "
               "30 years.") == "launch when=1950;\nscrap age=30 years;\n");
}

TEST_CASE("a claim is put together with any figures of a kind near it") {
  const char* const kLoads = R"(
claim: load
roles: {each: measure}
frames: ["{each!} each"]
---
claim: load-near
roles: {each: measure, carts: count}
join:
  within: article
  of: {l: load, c: figures}
  take: {each: l.each, carts: c.figure}
  sentences: 1
)";
  CHECK(claims(kLoads, "Six carts came with nine boys. They held 40 kg each.") ==
        "load each=40 kg;\nload-near each=40 kg; carts=Six;\nload-near each=40 kg; carts=nine;\n");
  CHECK(claims(kLoads, "Six carts came. It rained. They held 40 kg each.") == "load each=40 kg;\n");
}

TEST_CASE("claims of one kind are put together in the order of a word") {
  const char* const kSteps = R"(
claim: step
roles: {when: year}
words: [number, of]
frames:
  - {pattern: "laid down in {when!}", words: {number: "1", of: ship}}
  - {pattern: "launched in {when!}", words: {number: "2", of: ship}}
  - {pattern: "opened in {when!}", words: {number: "3", of: dock}}
---
claim: order
roles: {earlier: year, later: year}
join:
  within: article
  of: {a: step, b: step}
  take: {earlier: a.when, later: b.when}
  equal: of
  rising: number
)";
  CHECK(claims(kSteps, "Launched in 1950, it was laid down in 1948 and docks opened in 1940.") ==
        "step when=1950; number:2 of:ship\nstep when=1948; number:1 of:ship\n"
        "step when=1940; number:3 of:dock\norder earlier=1948; later=1950;\n");
}

TEST_CASE("claims of one kind are put together in the order of a chain of names") {
  const char* const kSteps = R"(
claim: step
roles: {when: year}
words: [name]
frames:
  - {pattern: "planned in {when!}", words: {name: plan}}
  - {pattern: "dug in {when!}", words: {name: digging}}
  - {pattern: "drained in {when!}", words: {name: draining}}
  - {pattern: "opened in {when!}", words: {name: opening}}
---
claim: order
roles: {earlier: year, later: year}
join:
  within: article
  of: {a: step, b: step}
  take: {earlier: a.when, later: b.when}
  sole: [a, b]
  rising: name
  chains: [[plan, [digging, draining], opening]]
)";
  CHECK(claims(kSteps, "The dock, opened in 1950, was dug in 1948.") ==
        "step when=1950; name:opening\nstep when=1948; name:digging\n"
        "order earlier=1948; later=1950;\n");
  CHECK(claims(kSteps, "It was dug in 1948 and drained in 1940.") ==
        "step when=1948; name:digging\nstep when=1940; name:draining\n");
  CHECK(claims(kSteps, "One was dug in 1948, one dug in 1940, and one opened in 1950.") ==
        "step when=1948; name:digging\nstep when=1940; name:digging\n"
        "step when=1950; name:opening\n");
  const std::string told = std::string(kSteps) + "  told: true\n";
  CHECK(claims(told.c_str(), "The dock, opened in 1950, was dug in 1948.") ==
        "step when=1950; name:opening\nstep when=1948; name:digging\n");
  CHECK(claims(told.c_str(), "The dock was dug in 1948 and opened in 1940.") ==
        "step when=1948; name:digging\nstep when=1940; name:opening\n"
        "order earlier=1948; later=1940;\n");
}

TEST_CASE("a list behind a count is counted") {
  const char* const list =
      "claim: list\nroles: {count: count, items: list}\nframes: {en: [\"{count} ... (:|—) "
      "{items}\"]}\n";
  CHECK(claims(list, "Three things matter: bread, salt and wine.") ==
        "list count=Three; items=bread, salt and wine;\n");
  CHECK(claims(list, "Three things matter: bread, including rye, and wine.") == "");
  CHECK(claims(list, "Three things matter: she came, she saw and left.") == "");
}

TEST_CASE("parts stand for pieces that several frames share") {
  const char* change =
      "claim: change\nroles: {old: count, new: count, by: percent}\n"
      "parts:\n  en:\n"
      "    few: \"_? _?\"\n"
      "    was: \"(from|against) $few {old}\"\n"
      "    more: \"(up {by}|{by} (more|fewer))\"\n"
      "frames:\n  en:\n    - \"{new} , $more $few $was\"\n    - \"$was to {new} , $more\"\n";
  CHECK(claims(change, "The kiln fired 120 pots, up 20% on the year from a mere 100.") ==
        "change new=120; by=20%; old=100;\n");
  CHECK(claims(change, "Firings went from 100 to 120, 20% more.") ==
        "change old=100; new=120; by=20%;\n");
}

}  // namespace figcheck::frame
