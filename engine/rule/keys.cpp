// SPDX-License-Identifier: Apache-2.0
#include "rule/keys.h"

namespace figcheck::rule {

const KeyDocs& keys() {
  static const KeyDocs kKeys = {
      {"rule", "text", true, "the id: family/name, as in the file's path"},
      {"summary", "text", true, "what is wrong, in one line"},
      {"engine", "text", false, "the engine version that the rule needs: \">= 0.1\""},
      {"claim", "text", false, "a kind of claim that this file itself declares"},
      {"roles", "map", false, "the roles of that kind"},
      {"words", "list", false, "the words that its frames hand to rules"},
      {"frames", "map", false, "its frames, by language"},
      {"join", "map", false, "its join over a document, versions or sources"},
      {"table", "map", false, "the labels by which it finds sums in tables, by language"},
      {"on", "text", false, "the kind of claim; may be left out beside claim"},
      {"where", "expression", false, "the rule speaks only where this holds"},
      {"let", "map", false, "names for expressions, each of which may use those above it"},
      {"holds", "expression", true, "what must hold"},
      {"level", "text", true, "error, warning or note"},
      {"readings", "list", false,
       "roles: claims that differ in these alone are readings of one text, all of which must fail"},
      {"cleared_by", "expression", false,
       "of readings: where it holds for one, whatever `where` says, none of them fails; and the "
       "narrowest is then that of those for which `where` holds"},
      {"warn_when", "expression", false, "where this holds, a failure is only a warning"},
      {"message", "template", true, "one line for the reader"},
      {"arithmetic", "list of templates", false, "steps that the reader can redo"},
      {"diagnose", "list", false,
       "likely causes: {when: expression, note: template}; the first that holds is told"},
      {"repairs", "list", false,
       "what would make it right: {at: role, to: template or expression}"},
      {"at", "text", false, "the role to point at first"},
      {"why", "text", true, "why the slip matters and how the rule decides"},
      {"limits", "text or list", false, "what the rule does not see"},
      {"tests", "list", true, "articles with what the rule finds in them"},
  };
  return kKeys;
}

const KeyDocs& diagnosis_keys() {
  static const KeyDocs kKeys = {{"when", "expression", true, "where this cause is likely"},
                                {"note", "template", true, "what it is, for the reader"}};
  return kKeys;
}

const KeyDocs& repair_keys() {
  static const KeyDocs kKeys = {
      {"at", "text", true, "the role whose figure is replaced"},
      {"to", "text", true,
       "a template with braces, or an expression whose value is written as the figure is"}};
  return kKeys;
}

const KeyDocs& test_keys() {
  static const KeyDocs kKeys = {
      {"text", "text", false, "the article; a figure is marked as [2,261 children]{part}"},
      {"title", "text", false, "its headline"},
      {"date", "text", false, "its date: 2023-09-20"},
      {"old", "text or map", false, "what it was before an edit, for rules on versions"},
      {"place", "text", false, "its dateline"},
      {"documents", "list", false, "articles of several sources instead of text"},
      {"finds", "text or map", true, "nothing, or {mark: fails} or {mark: warns}"}};
  return kKeys;
}

const KeyDocs& document_keys() {
  static const KeyDocs kKeys = {{"source", "text", false, "who published it"},
                                {"date", "text", false, "its date"},
                                {"text", "text", true, "the article, with marks"}};
  return kKeys;
}

const KeyDocs& old_keys() {
  static const KeyDocs kKeys = {{"title", "text", false, "its headline"},
                                {"date", "text", false, "its date"},
                                {"text", "text", true, "the article before the edit"}};
  return kKeys;
}

}  // namespace figcheck::rule
