// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <doctest/doctest.h>

#include "frame/scene.h"

namespace figcheck::frame {

TEST_CASE("a wrong claim file is told what is wrong with it") {
  struct Row {
    const char* claim;
    const char* complaints;
  };
  const Row rows[] = {
      {"claim: x\nroles: {a: count}\nframs: {}\n",
       "C001 3 a claim has no key \"frams\" = did you mean \"frames\"?\n"},
      {"claim: x\n", "C002 1 claim \"x\" needs its roles = roles: {whole: count, part: count}\n"},
      {"claim: x\nroles: {a: {b: c}}\n", "C002 2 a role is a kind of figure, or a list of kinds\n"},
      {"claim: x\nroles: {a: cuont}\n",
       "C003 2 there is no kind of figure \"cuont\" = did you mean \"count\"?\n"},
      {"claim: x\nroles: {a: count}\nframes:\n  - {words: {b: c}}\n",
       "C005 4 a frame needs its pattern under \"pattern\"\n"},
      {"claim: x\nroles: {a: count}\nframes:\n  - \"@change-verb:way {a}\"\n",
       "C006 4 claim \"x\" does not declare the word \"way\" = words: [way]\n"},
      {"claim: x\nroles: {a: count, b: count}\njoin: {within: house, on: [kind]}\n",
       "C007 3 a join is within: article, within: sources or within: versions\n"},
      {"claim: x\nroles: {a: count, b: count, c: count}\n"
       "join: {within: versions, of: all, on: [kind]}\n",
       "C012 3 a join within: versions is of: mention, of: group or of: pair\n"},
      {"claim: x\nroles: {a: count, b: count}\njoin: {within: versions, of: mention, on: [kind]}\n",
       "C012 3 a join of: mention has other roles = in this order: was, now, kept\n"},
      {"claim: x\nroles: {a: count}\njoin: {within: article, on: [kind]}\n",
       "C008 3 a join needs two roles, in the order of the text\n"},
      {"claim: x\nroles: {a: count, b: count}\njoin: {within: article}\n",
       "C009 3 a join needs keys that are equal in both figures, under \"on\"\n"},
      {"claim: x\nroles: {a: count}\ntable: {en: {total: [sum]}}\n",
       "C010 3 a table needs two roles, a total and the list of its parts\n"},
      {"claim: x\nroles: {a: count, b: [count]}\ntable: {en: {sum: [sum]}}\n",
       "C011 3 a table has no labels \"sum\" = known labels: total, inside, aside, derived\n"},
      {"claim: x\nroles: {a: count}\njoin: {within: article, of: {p: y}}\n",
       "C007 3 claims are put together within: article, of two or more\n"},
      {"claim: x\nroles: {a: count}\njoin: {within: article, of: {p: y, q: figures}}\n",
       "C007 3 figures are taken near a claim: name that first, and sentences\n"},
      {"claim: x\nroles: {a: count}\njoin: {within: article, of: {p: y, q: z}, take: {b: p.a}}\n",
       "C013 3 \"p.a\" is taken from no part, or for no role or word = birth: a.birth, where "
       "\"of\" has "
       "a: birth-date\n"},
      {"claim: x\nroles: {a: count}\nparts: {en: [was]}\nframes: [\"men {a}\"]\n",
       "C014 3 parts are patterns by name = parts: {en: {was: \"(from|against)\"}}\n"},
      {"claim: x\nroles: {a: count}\nparts: {en: {was: men}}\nframes: [\"$wsa {a}\", \"$was "
       "{a}\"]\n",
       "C015 4 no part above is called \"wsa\" = did you mean \"was\"?\n"},
      {"claim: x\nroles: {a: count}\nparts: {en: {was: men}}\nframes: [\"women {a}\"]\n",
       "C016 3 no frame names the part \"was\"\n"},
      {"claim: x\nroles: {a: count}\nparts: {en: {was: men}}\nframes: [\"$was ({a}\"]\n",
       "P001 4 this '(' has no ')', in a frame or its parts\n"},
      {"claim: x\nroles: {a: count}\nframes: [\"{b} men\"]\n",
       "P002 3 there is no role or slot \"b\" here\n"},
      {"claim: x\nroles: {a: count}\nframes: [\"@chagne-verb {a}\"]\n",
       "P003 3 no class or group is called \"chagne-verb\" = did you mean \"change-verb\"?\n"},
      {"claim: x\nroles: {a: count}\nframes: [\"({a} men\"]\n", "P001 3 this '(' has no ')'\n"},
      {"claim: x\nroles: {a: count}\nframes: [\"men? ...\"]\n",
       "P004 3 this pattern can match without any word or figure of its own\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.claim);
    CHECK(complaints(row.claim) == row.complaints);
  }
}

TEST_CASE("frames of other languages wait for their words") {
  CHECK(complaints("claim: x\nroles: {a: count}\nframes:\n  fr: [\"{zut}\"]\n") == "");
}

TEST_CASE("a key to join on that does not exist is told with those that do") {
  const std::string told =
      complaints("claim: x\nroles: {a: count, b: count}\njoin: {within: article, on: [colour]}\n");
  CHECK(told.starts_with(
      "C009 3 figures have no key \"colour\" to join on = known keys: kind, unit,"));
}

}  // namespace figcheck::frame
