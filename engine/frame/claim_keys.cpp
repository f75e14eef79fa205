// SPDX-License-Identifier: Apache-2.0
#include "frame/claim_file.h"

namespace figcheck::frame {

const yaml::KeyDocs& claim_keys() {
  static const yaml::KeyDocs kKeys = {
      {"claim", "text", true, "what the kind of claim is called"},
      {"summary", "text", false, "what it is, in one line"},
      {"roles", "map", false, "the figures that take part, and their kinds"},
      {"words", "list", false, "the words that frames hand to rules"},
      {"stops", "list", false, "groups of words that gaps never cross"},
      {"frames", "map", false, "patterns, by language"},
      {"parts", "map", false, "pieces of patterns by name, by language"},
      {"join", "map", false, "how it pairs figures over a document, sources or versions"},
      {"table", "map", false, "the labels by which it finds sums in tables, by language"}};
  return kKeys;
}

const yaml::KeyDocs& join_keys() {
  static const yaml::KeyDocs kKeys = {
      {"within", "text", true, "article, sources or versions"},
      {"of", "text or map", false,
       "what of an edit it looks at; or claims to put together, by names of its own"},
      {"first", "text", false, "where the first figure stands: headline, body or caption"},
      {"again", "text", false, "where the other stands: headline, body or caption"},
      {"on", "list", false, "what is equal in both figures"},
      {"take", "map", false, "which role or word comes from which claim: birth: a.birth"},
      {"sole", "list", false, "claims that are taken only where the article makes one such"},
      {"only", "list", false, "claims that are taken only where no other of the kind is near"},
      {"without", "list", false, "kinds of claim of which none stands in the last part's sentence"},
      {"equal", "text", false, "a word that all claims have alike"},
      {"rising", "text", false, "a word that grows from claim to claim"},
      {"chains", "list", false, "the orders of the names that such a word may be"},
      {"told", "text", false, "true where the text tells the claims in their order"},
      {"words", "map", false, "what every claim that is put together hands on"},
      {"sentences", "text", false, "how many sentences apart they may stand"}};
  return kKeys;
}

const yaml::KeyDocs& table_keys() {
  static const yaml::KeyDocs kKeys = {
      {"total", "list", false, "lines that add up others"},
      {"inside", "list", false, "lines that repeat some of the line above them"},
      {"aside", "list", false, "lines that are no amounts"},
      {"derived", "list", false, "lines that are worked out"}};
  return kKeys;
}

// In the order of JoinKey.
const std::vector<std::string>& join_fields() {
  static const std::vector<std::string> kFields = {
      "kind", "unit",  "subject",     "event",  "class",  "family", "topic",
      "name", "place", "attribution", "digits", "length", "sole"};
  return kFields;
}

}  // namespace figcheck::frame
