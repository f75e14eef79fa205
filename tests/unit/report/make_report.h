// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "figcheck/engine.h"

// Reports made by hand: spans are given by the words, which must stand in the article.
namespace figcheck::report {

inline Report make_report(std::string id, std::string text, std::string headline = {}) {
  Report report;
  report.document.id = std::move(id);
  report.document.source_text = std::move(text);
  report.document.source_headline = std::move(headline);
  return report;
}

inline Span find_words(const Report& report, std::string_view words,
                       Section section = Section::text) {
  const std::size_t start = report.document.source(section).find(words);
  return {start, start + words.size()};
}

inline Mark make_mark(const Report& report, std::string words, std::string role = {},
                      Section section = Section::text) {
  const Span span = find_words(report, words, section);
  return {report.document.id, std::move(role), section, span, std::move(words)};
}

inline Finding make_finding(std::string rule, std::string message, Mark at) {
  Finding finding;
  finding.rule = std::move(rule);
  finding.message = std::move(message);
  finding.id = at.id;
  finding.at = std::move(at);
  return finding;
}

inline Figure make_figure(const Report& report, std::string words, FigureKind kind,
                          Section section = Section::text) {
  Figure figure;
  figure.span = find_words(report, words, section);
  figure.section = section;
  figure.text = std::move(words);
  figure.kind = kind;
  return figure;
}

}  // namespace figcheck::report
