// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "extract/vocabulary.h"
#include "figcheck/claim.h"
#include "model/claim_kind.h"
#include "pattern/index.h"
#include "pattern/pattern.h"
#include "yaml/key.h"
#include "yaml/node.h"

// Claim files: rules/claims/<kind>.yaml says what a kind of claim is called, which figures take
// part, and the frames or the join by which a text makes it. docs/claims.md is the reference.
namespace figcheck::frame {

class Parts;
/// The keys of a claim file, of a join and of the labels of tables.
const yaml::KeyDocs& claim_keys();
const yaml::KeyDocs& join_keys();
const yaml::KeyDocs& table_keys();
/// What of two figures a join may ask to be equal.
const std::vector<std::string>& join_fields();

/// How far a frame looks: within a sentence, into the next one ("//"), up to two further on
/// ("///"), or from the headline into the text ("##"). `beside` is for claims without figures,
/// which are only looked for near those that they may be put together with.
enum class Reach : std::uint8_t { sentence, next, further, headline, beside };
inline constexpr std::size_t kReaches = 5;

/// A short pattern over words and slots that recognises a claim in a typed sentence.
struct Frame {
  std::shared_ptr<const ClaimKind> kind;
  std::shared_ptr<pattern::Pattern> pattern;
  std::map<std::string, std::string> words;  ///< What the frame itself says: {direction: down}.
  Reach reach = Reach::sentence;
};

/// What a join compares of two figures.
enum class JoinKey : std::uint8_t {
  kind,
  unit,
  subject,
  event,
  noun_class,
  family,
  topic,
  name,
  place,
  attribution,
  digits,
  length,
  sole,
};

/// How a claim across a document or several pairs its figures: by equal keys, never all with all.
struct Join {
  enum class Within { article, sources, versions };
  /// What of an edit a join over versions looks at; says how many roles the claim has.
  enum class Of { mention, group, pair };
  enum class Part { any, headline, body, caption };

  std::shared_ptr<const ClaimKind> kind;
  Within within = Within::article;
  Of of = Of::mention;
  std::string first;  ///< The role of the earlier figure, or of the one.
  std::string again;  ///< The role of the other, or of all others where it is a list.
  Part first_part = Part::any;
  Part again_part = Part::any;
  std::vector<JoinKey> on;
  std::string node;  ///< "join of restatement", for Claim::frame.
};

/// Returns a label in small letters, without marks, brackets and what follows a comma: "Total (£m)"
/// and "Total, £m" are "total".
std::string folded_label(std::string_view label);

/// How the sums of tables are found: by the labels of rows and columns.
struct TableKind {
  std::shared_ptr<const ClaimKind> kind;  ///< The role of the total, and that of its parts.
  std::vector<std::string> total;         ///< Lines that add up others.
  std::vector<std::string> inside;        ///< Lines that repeat some of the line above them.
  std::vector<std::string> aside;         ///< Lines that are no amounts: averages, changes.
  std::vector<std::string> derived;       ///< Lines that are worked out: a surplus.
};

/// How a claim is put together out of claims that an article makes in different places: a date of
/// birth here and an age there.
struct Assembly {
  struct Part {
    std::string name;
    std::string kind;
    bool sole = false;     ///< Taken only where the article says one such thing with these words.
    bool only = false;     ///< Taken only where nothing else of its kind is said near by.
    bool figures = false;  ///< Not a claim, but any figure near the first part.
  };
  /// What becomes of a role or word of a part.
  struct Take {
    std::string to;
    std::size_t part = 0;
    std::string from;
  };

  std::shared_ptr<const ClaimKind> kind;
  std::vector<Part> parts;
  std::vector<Take> takes;
  std::string equal;   ///< A word that all parts have alike.
  std::string rising;  ///< A word that grows from part to part.
  /// Where the word that grows is a name: the orders in which names go, each step one or several.
  std::vector<std::vector<std::vector<std::string>>> chains;
  std::vector<std::pair<std::string, std::string>> words;  ///< What each such claim hands on.
  bool told = false;                 ///< Whether the parts stand in the text in their order.
  std::vector<std::string> without;  ///< Kinds of which the last part's sentence has none.
  int sentences = -1;  ///< How far apart the parts may stand; -1 for the whole article.
  std::string node;    ///< "birth-date and age-then", for Claim::frame.
};

/// All kinds of claim, with what finds them.
class ClaimBook {
 public:
  /// Reads the trees whose top level has `claim:` (rule files may carry a claim of their own). Adds
  /// the words of frames to the vocabulary's table, so it comes before Vocabulary::freeze(). Codes
  /// C001 and up.
  void load(const yaml::Trees& trees, extract::Vocabulary& vocabulary, Diagnostics& diagnostics);

  /// Builds the index; after Vocabulary::freeze().
  void finish(const extract::Vocabulary& vocabulary);

  const std::vector<std::shared_ptr<const ClaimKind>>& kinds() const { return kinds_; }
  const std::vector<Frame>& frames() const { return frames_; }
  const std::vector<Join>& joins() const { return joins_; }
  const std::vector<TableKind>& tables() const { return tables_; }
  const std::vector<Assembly>& assemblies() const { return assemblies_; }
  /// The kinds of claim that joins put together with kinds without figures, and how many sentences
  /// away those are looked for.
  const std::map<std::string, std::uint32_t, std::less<>>& joined_with_words() const {
    return joined_with_words_;
  }
  /// The frames of one reach.
  const pattern::Index& index(Reach reach) const {
    return indexes_[static_cast<std::size_t>(reach)];
  }

 private:
  void load_frames(const yaml::Node& list, const std::shared_ptr<const ClaimKind>& kind,
                   Parts& parts, extract::Vocabulary& vocabulary, Diagnostics& diagnostics);
  void load_join(const yaml::Node& node, const std::shared_ptr<const ClaimKind>& kind,
                 Diagnostics& diagnostics);
  void load_table(const yaml::Node& node, const std::shared_ptr<const ClaimKind>& kind,
                  Diagnostics& diagnostics);
  void load_assembly(const yaml::Node& node, const std::shared_ptr<const ClaimKind>& kind,
                     Diagnostics& diagnostics);

  std::vector<std::shared_ptr<const ClaimKind>> kinds_;
  std::vector<Frame> frames_;
  std::vector<Join> joins_;
  std::vector<TableKind> tables_;
  std::vector<Assembly> assemblies_;
  std::map<std::string, std::uint32_t, std::less<>> joined_with_words_;
  std::array<pattern::Index, kReaches> indexes_;
};

}  // namespace figcheck::frame
