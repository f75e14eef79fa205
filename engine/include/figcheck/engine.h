// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "figcheck/claim.h"
#include "figcheck/diagnostic.h"
#include "figcheck/document.h"
#include "figcheck/figure.h"
#include "figcheck/finding.h"
#include "figcheck/result.h"

namespace figcheck {

/// How an article's bytes are to be understood.
enum class Format : std::uint8_t { automatic, text, markdown, html };

/// What an engine is made with.
struct EngineOptions {
  /// Folders or files of rules, vocabulary and claims that add to the shipped ones or replace them,
  /// in order: a later pack's rule of the same id wins.
  std::vector<std::string> rules;
  /// Leaves the shipped rules out, so that `rules` is all there is.
  bool bare = false;
  std::set<std::string> off;            ///< Ids of rules that do not run.
  std::map<std::string, Level> levels;  ///< Levels that replace those of rules, by id.
};

/// What holds for one check on top of what the engine was made with.
struct CheckOptions {
  std::set<std::string> off;
  std::map<std::string, Level> levels;
};

/// What is said of an article from outside, where the article does not say it itself.
struct ArticleOptions {
  Format format = Format::automatic;
  std::string as_of;  ///< The article's date, ISO 8601.
  std::string place;
};

/// An article with all that was found in it.
struct Report {
  Document document;
  std::vector<Figure> figures;  ///< In the order of the text.
  std::vector<Claim> claims;
  std::vector<Finding> findings;  ///< In the order of the text, then by rule.
};

/// One fact as each source gives it.
struct FactValue {
  std::string id;  ///< Of the document.
  std::string source;
  std::string text;  ///< The figure's words.
  Span span;
  Section section = Section::text;
  Interval interval;
};
struct Fact {
  std::string measure;  ///< What is counted, in the words of the first source: "people killed".
  std::vector<FactValue> values;
  Verdict verdict = Verdict::holds;
};
struct Comparison {
  std::string event;
  std::vector<Fact> facts;
  std::vector<Finding> findings;
};

/// A figure of one version of an article.
struct VersionFigure {
  std::string text;  ///< Its words.
  FigureKind kind = FigureKind::count;
  Section section = Section::text;
  Span span;  ///< In the version's bytes of `section`.
};
/// A figure that an edit changed.
struct ChangedFigure {
  VersionFigure before;
  VersionFigure after;
};
/// A figure that an edit left as it was and that no longer agrees with what was changed.
struct StaleFigure {
  VersionFigure figure;  ///< In the new version.
  std::string rule;      ///< That found it.
  /// The changed figures that it goes against, as indices into Edit::changed.
  std::vector<std::size_t> against;
};

/// What an edit did to the figures of an article.
struct Edit {
  Document before;
  Document after;
  std::vector<Figure> figures;         ///< Of the old version, then of the new one.
  std::size_t first_after = 0;         ///< The place of the new version's first figure in them.
  std::vector<Claim> claims;           ///< Across the versions.
  std::vector<ChangedFigure> changed;  ///< In the order of the new version.
  std::vector<StaleFigure> stale;      ///< In the order of the new version.
  /// What rules on versions find, and what check() finds in the new version and did not find in the
  /// old one. Marks in the old version have its id, which is the new one's with "@old" behind it.
  std::vector<Finding> findings;
};

/// A rule as `rules list` and `rules show` need it.
struct RuleInfo {
  std::string id;
  std::string pack;
  std::string summary;
  std::string claim;  ///< The kind of claim that it is about.
  std::string roles;  ///< Of that kind, as its file has them: "whole: count, part: count".
  Level level = Level::error;
  std::string why;
  std::string limits;
  std::string file;
  std::size_t line = 0;
  std::size_t tests = 0;
};

/// A test that a rule carries, as an example of what the rule does.
struct RuleExample {
  /// Fails where the rule finds something, holds where it spoke of a figure and found nothing,
  /// cannot tell where it left the text alone.
  Verdict verdict = Verdict::cannot_tell;
  std::vector<Document> documents;  ///< Two of a rule on versions, the old one first.
  std::vector<Finding> findings;    ///< Of the rule.
};

/// The outcome of one of the tests that a rule carries.
struct RuleTestResult {
  std::string rule;
  std::string file;
  std::size_t line = 0;
  bool passed = false;
  std::string message;  ///< What was missing, noisy or wrong; empty when it passed.
};

/// Checks articles with one set of rules. Immutable once loaded: share it between threads and call
/// it from all of them at once. Never prints, exits, or reads the clock or the locale.
class Engine {
 public:
  /// Loads the shipped rules and those of `options`. Everything that is wrong with any file is
  /// added to `diagnostics`. Returns nullptr when any of it is an error.
  static std::shared_ptr<const Engine> load(const EngineOptions& options, Diagnostics& diagnostics);

  /// Reads an article from its bytes. `name` is its path or id, and names it in reports and
  /// diagnostics.
  static Result<Document> read(std::string_view bytes, std::string name,
                               const ArticleOptions& options = {});

  /// Reads one record of JSON Lines (see docs/formats.md). On failure the diagnostic names the
  /// line, and its hint is the record's id when that could be read.
  static Result<Document> read_record(std::string_view line, std::string_view file,
                                      std::size_t line_number, const ArticleOptions& options = {});

  /// Reads a record with two versions: {"id", "old": {...}, "new": {...}}, the old one first. Fails
  /// as read_record() does.
  static Result<std::pair<Document, Document>> read_versions(std::string_view line,
                                                             std::string_view file,
                                                             std::size_t line_number,
                                                             const ArticleOptions& options = {});

  Report check(Document document, const CheckOptions& options = {}) const;

  /// Compares what several articles say of one event.
  Comparison compare(std::string event, std::vector<Document> documents,
                     const CheckOptions& options = {}) const;

  /// Says which figures an edit changed, and which it left stale. The new version's id names both.
  Edit diff(Document before, Document after, const CheckOptions& options = {}) const;

  std::vector<RuleInfo> rules() const;
  /// Runs the tests inside the rules, of one rule or of all when `id` is empty.
  std::vector<RuleTestResult> test_rules(std::string_view id = {}) const;
  /// Returns the tests of a rule, in their order, with what it finds in them.
  std::vector<RuleExample> rule_examples(std::string_view id) const;

  ~Engine();

 private:
  Engine();
  struct Body;
  std::unique_ptr<Body> body_;
};

/// Returns the engine's version, "0.1.0".
std::string version();
/// Returns what a bug report needs: the versions of the engine, the shipped rules and tzdata.
std::string version_details();

}  // namespace figcheck
