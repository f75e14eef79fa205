// SPDX-License-Identifier: Apache-2.0
#include "frame/claim_file.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "frame/parts.h"

namespace figcheck::frame {

namespace {

/// How many words of its noun phrase may follow a figure before the frame goes on.
constexpr int kSlotTail = 6;

/// What stands in place of a kind of claim where a join takes any figure near its first part.
constexpr const char* kFigures = "figures";

std::vector<std::string> all_kind_names() {
  std::vector<std::string> names;
  for (int kind = 0; kind <= static_cast<int>(FigureKind::list); ++kind) {
    names.emplace_back(to_string(static_cast<FigureKind>(kind)));
  }
  return names;
}

bool read_kind(const yaml::Node& node, Role& role, Diagnostics& diagnostics) {
  if (node.text() == "any") return true;
  const auto kind = figure_kind_by_name(node.text());
  if (!kind) {
    auto known = all_kind_names();
    known.emplace_back("any");
    const std::string near = nearest_name(node.text(), known);
    diagnostics.push_back(
        node.complain("C003", fmt::format("there is no kind of figure \"{}\"", node.text()),
                      near.empty() ? "" : fmt::format("did you mean \"{}\"?", near)));
    return false;
  }
  role.kinds.push_back(*kind);
  return true;
}

/// `count`, `[count]` for several, `[[money, measure]]` for several of some kinds, "money|measure"
/// for one.
bool read_role(const yaml::Node& name, const yaml::Node& node, Role& role,
               Diagnostics& diagnostics) {
  role.name = std::string(name.text());
  if (node.is_scalar()) return read_kind(node, role, diagnostics);
  if (node.is_sequence()) {
    if (node.size() == 1) {
      role.several = true;
      const yaml::Node item = node.at(0);
      if (item.is_scalar()) return read_kind(item, role, diagnostics);
      bool good = true;
      for (std::size_t i = 0; i < item.size(); ++i)
        good &= read_kind(item.at(i), role, diagnostics);
      return good;
    }
    bool good = true;
    for (std::size_t i = 0; i < node.size(); ++i) good &= read_kind(node.at(i), role, diagnostics);
    return good;
  }
  diagnostics.push_back(node.complain("C002", "a role is a kind of figure, or a list of kinds"));
  return false;
}

void complain_of_unknown_keys(const yaml::Node& map, const yaml::KeyDocs& keys, const char* what,
                              Diagnostics& diagnostics) {
  std::vector<std::string> known;
  for (const yaml::KeyDoc& key : keys) known.push_back(key.name);
  for (std::size_t i = 0; i < map.size(); ++i) {
    const std::string_view key = map.key(i).text();
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    const std::string near = nearest_name(key, known);
    diagnostics.push_back(
        map.key(i).complain("C001", fmt::format("{} has no key \"{}\"", what, key),
                            near.empty() ? "" : fmt::format("did you mean \"{}\"?", near)));
  }
}

/// The text of a frame, which may be a map with more beside its pattern.
yaml::Node pattern_of(const yaml::Node& frame) {
  return frame.is_map() ? frame.get("pattern") : frame;
}

/// Whether a pattern has a slot for the role.
bool has_slot(const std::string& pattern, const std::string& role) {
  const std::string slot = "{" + role;
  for (std::size_t at = pattern.find(slot); at != std::string::npos;
       at = pattern.find(slot, at + 1)) {
    const std::size_t end = at + slot.size();
    if (end < pattern.size() && pattern.find_first_of("}!:+", end) == end) return true;
  }
  return false;
}

/// The kinds that a gap never crosses: those of the roles that frames fill, and all other numbers
/// where a role is a number.
std::vector<std::string> barriers_of(const ClaimKind& kind,
                                     const std::vector<std::string>& patterns) {
  const std::set<std::string> numbers = {"count", "percent", "money", "measure", "points"};
  std::set<std::string> names = {"clause-end", pattern::kSentenceBreak, pattern::kHeadlineBreak};
  for (const Role& role : kind.roles) {
    const bool number = role.kinds.empty() ||
                        std::any_of(role.kinds.begin(), role.kinds.end(), [&](FigureKind figure) {
                          return numbers.contains(to_string(figure));
                        });
    if (number) names.insert(numbers.begin(), numbers.end());
  }
  for (const Role& role : kind.roles) {
    if (std::none_of(patterns.begin(), patterns.end(),
                     [&](const std::string& pattern) { return has_slot(pattern, role.name); })) {
      continue;
    }
    for (const FigureKind figure : role.kinds) names.insert(to_string(figure));
  }
  return {names.begin(), names.end()};
}

}  // namespace

void ClaimBook::load(const yaml::Trees& trees, extract::Vocabulary& vocabulary,
                     Diagnostics& diagnostics) {
  for (const char* name : {"clause-end", pattern::kSentenceBreak, pattern::kHeadlineBreak}) {
    vocabulary.table().add_class(name);
  }
  vocabulary.table().add_class("list-separator");
  vocabulary.table().add_class("list-breaker");
  for (const auto& tree : trees) {
    const yaml::Node root = tree->root();
    const yaml::Node name = root.get("claim");
    if (!name || root.get("vocabulary")) continue;
    auto kind = std::make_shared<ClaimKind>();
    kind->name = std::string(name.text());
    const bool is_rule = static_cast<bool>(root.get("rule"));
    if (!is_rule) complain_of_unknown_keys(root, claim_keys(), "a claim", diagnostics);
    const auto same = std::find_if(kinds_.begin(), kinds_.end(),
                                   [&](const auto& other) { return other->name == kind->name; });
    std::shared_ptr<const ClaimKind> used;
    if (same != kinds_.end()) {
      used = *same;  // More frames for a kind that is known already.
      if (root.get("roles")) {
        diagnostics.push_back(root.get("roles").complain(
            "C004",
            fmt::format("claim \"{}\" is declared already; only frames can be added", kind->name)));
        continue;
      }
    } else {
      const yaml::Node roles = root.get("roles");
      // What is said without a figure is only good for being put together with figures.
      if (!roles.is_map() || (roles.size() == 0 && root.get("words").size() == 0)) {
        diagnostics.push_back(name.complain("C002",
                                            fmt::format("claim \"{}\" needs its roles", kind->name),
                                            "roles: {whole: count, part: count}"));
        continue;
      }
      bool good = true;
      for (std::size_t i = 0; i < roles.size(); ++i) {
        Role role;
        good &= read_role(roles.key(i), roles.at(i), role, diagnostics);
        kind->roles.push_back(std::move(role));
      }
      const yaml::Node words = root.get("words");
      for (std::size_t i = 0; i < words.size(); ++i) kind->words.emplace_back(words.at(i).text());
      if (!good) continue;
      const yaml::Node join = root.get("join");
      const yaml::Node one = join.is_sequence() && join.size() > 0 ? join.at(0) : join;
      kind->across_documents = one.is_map() && one.get("within").text() != "article";
      const yaml::Node stops = root.get("stops");
      for (std::size_t i = 0; i < stops.size(); ++i) {
        vocabulary.table().add_class(stops.at(i).text());
        kind->stops.emplace_back(stops.at(i).text());
      }
      used = kind;
      kinds_.push_back(used);
    }
    const yaml::Node frames = root.get("frames");
    // Frames are by language; those of other languages wait for their vocabulary.
    Parts parts(root.get("parts").get(vocabulary.language()), diagnostics);
    if (frames.is_map()) {
      load_frames(frames.get(vocabulary.language()), used, parts, vocabulary, diagnostics);
    } else if (frames) {
      load_frames(frames, used, parts, vocabulary, diagnostics);
    }
    parts.complain_of_unused(diagnostics);
    const yaml::Node join = root.get("join");
    if (join.is_sequence()) {
      for (std::size_t n = 0; n < join.size(); ++n) load_join(join.at(n), used, diagnostics);
    } else if (join) {
      load_join(join, used, diagnostics);
    }
    if (const yaml::Node table = root.get("table").get(vocabulary.language())) {
      load_table(table, used, diagnostics);
    }
  }
}

void ClaimBook::load_frames(const yaml::Node& list, const std::shared_ptr<const ClaimKind>& kind,
                            Parts& parts, extract::Vocabulary& vocabulary,
                            Diagnostics& diagnostics) {
  pattern::Options options = vocabulary.pattern_options();
  std::vector<std::string> patterns;
  for (std::size_t i = 0; i < list.size(); ++i) {
    Diagnostics told_below;
    patterns.push_back(parts.expand(pattern_of(list.at(i)), told_below));
  }
  options.barriers = barriers_of(*kind, patterns);
  options.barriers.insert(options.barriers.end(), kind->stops.begin(), kind->stops.end());
  options.slot_tail = kSlotTail;
  options.slot_tail_barriers = options.barriers;
  options.slot_tail_barriers.emplace_back("figure");
  options.slot_tail_barriers.emplace_back("mark");
  options.list_separators = {"list-separator"};
  options.list_barriers = {"clause-end", "mark", "list-breaker", pattern::kSentenceBreak,
                           pattern::kHeadlineBreak};
  for (const Role& role : kind->roles) options.slot_names.push_back(role.name);
  options.slot_classes = [kind](std::string_view slot) {
    std::vector<std::string> names;
    if (const Role* role = kind->find(slot)) {
      for (const FigureKind figure : role->kinds) names.emplace_back(to_string(figure));
      if (role->kinds.empty()) names.emplace_back("figure");
    }
    return names;
  };
  for (std::size_t i = 0; i < list.size(); ++i) {
    const yaml::Node node = list.at(i);
    Frame frame;
    frame.kind = kind;
    yaml::Node text = node;
    if (node.is_map()) {
      text = node.get("pattern");
      const yaml::Node words = node.get("words");
      for (std::size_t k = 0; k < words.size(); ++k) {
        frame.words[std::string(words.key(k).text())] = std::string(words.at(k).text());
      }
      if (!text) {
        diagnostics.push_back(node.complain("C005", "a frame needs its pattern under \"pattern\""));
        continue;
      }
    }
    const std::string expanded = parts.expand(text, diagnostics);
    if (expanded == text.text()) {
      frame.pattern = pattern::Pattern::parse(text, options, vocabulary.table(), diagnostics);
    } else {
      // Places in what was written out are none of the file.
      Diagnostics inside;
      frame.pattern =
          pattern::Pattern::parse(expanded, text, 0, options, vocabulary.table(), inside);
      for (const Diagnostic& fault : inside) {
        diagnostics.push_back(
            text.complain(fault.code, fault.message + ", in a frame or its parts", fault.hint));
      }
    }
    if (!frame.pattern) continue;
    const std::string& pattern = frame.pattern->text();
    frame.reach = kind->roles.empty()                         ? Reach::beside
                  : pattern.find("##") != std::string::npos   ? Reach::headline
                  : pattern.find("///") != std::string::npos  ? Reach::further
                  : pattern.find("//") == std::string::npos   ? Reach::sentence
                  : pattern.find("//") != pattern.rfind("//") ? Reach::further
                                                              : Reach::next;
    for (const pattern::Capture& capture : frame.pattern->captures()) {
      if (!capture.is_group) continue;
      if (std::find(kind->words.begin(), kind->words.end(), capture.name) == kind->words.end()) {
        diagnostics.push_back(text.complain(
            "C006",
            fmt::format("claim \"{}\" does not declare the word \"{}\"", kind->name, capture.name),
            "words: [" + capture.name + "]"));
      }
    }
    frames_.push_back(std::move(frame));
  }
}

namespace {

/// Reads what of an edit a join over versions looks at, and holds the claim's roles to it.
bool read_of(const yaml::Node& node, const ClaimKind& kind, Join& join, Diagnostics& diagnostics) {
  const std::string_view of = node.get("of").text();
  std::vector<bool> several;
  const char* roles = "";
  if (of == "mention") {
    join.of = Join::Of::mention;
    several = {false, false, false};
    roles = "was, now, kept";
  } else if (of == "group") {
    join.of = Join::Of::group;
    several = {true, true, false};
    roles = "were, are (two lists), kept";
  } else if (of == "pair") {
    join.of = Join::Of::pair;
    several = {false, false, false, false, false};
    roles = "first_was, second_was, first_now, second_now, kept";
  } else {
    diagnostics.push_back(node.complain("C012",
                                        "a join within: versions is of: mention, of: group or of: "
                                        "pair"));
    return false;
  }
  bool same = kind.roles.size() == several.size();
  for (std::size_t i = 0; same && i < several.size(); ++i) {
    same = kind.roles[i].several == several[i];
  }
  if (same) return true;
  diagnostics.push_back(node.complain("C012", fmt::format("a join of: {} has other roles", of),
                                      fmt::format("in this order: {}", roles)));
  return false;
}

}  // namespace

void ClaimBook::load_join(const yaml::Node& node, const std::shared_ptr<const ClaimKind>& kind,
                          Diagnostics& diagnostics) {
  complain_of_unknown_keys(node, join_keys(), "a join", diagnostics);
  if (node.get("of").is_map()) {
    load_assembly(node, kind, diagnostics);
    return;
  }
  Join join;
  join.kind = kind;
  join.node = "join of " + kind->name;
  const std::string_view within = node.get("within").text();
  if (within == "sources") {
    join.within = Join::Within::sources;
  } else if (within == "versions") {
    join.within = Join::Within::versions;
    if (!read_of(node, *kind, join, diagnostics)) return;
  } else if (within != "article") {
    diagnostics.push_back(
        node.complain("C007", "a join is within: article, within: sources or within: versions"));
    return;
  }
  const auto part = [&](const char* key) {
    const std::string_view text = node.get(key).text();
    if (text == "headline") return Join::Part::headline;
    if (text == "body") return Join::Part::body;
    if (text == "caption") return Join::Part::caption;
    return Join::Part::any;
  };
  join.first_part = part("first");
  join.again_part = part("again");
  if (kind->roles.size() < 2) {
    diagnostics.push_back(
        node.complain("C008", "a join needs two roles, in the order of the text"));
    return;
  }
  join.first = kind->roles[0].name;
  join.again = kind->roles[1].name;
  const std::vector<std::string>& keys = join_fields();
  const yaml::Node on = node.get("on");
  for (std::size_t i = 0; i < on.size(); ++i) {
    const std::string key(on.at(i).text());
    const auto known = std::find(keys.begin(), keys.end(), key);
    if (known == keys.end()) {
      diagnostics.push_back(
          on.at(i).complain("C009", fmt::format("figures have no key \"{}\" to join on", key),
                            "known keys: kind, unit, subject, event, class, family, topic, name, "
                            "place, attribution, digits, length, sole"));
      return;
    }
    join.on.push_back(static_cast<JoinKey>(known - keys.begin()));
  }
  if (join.on.empty()) {
    diagnostics.push_back(
        node.complain("C009", "a join needs keys that are equal in both figures, under \"on\""));
    return;
  }
  joins_.push_back(std::move(join));
}

void ClaimBook::load_table(const yaml::Node& node, const std::shared_ptr<const ClaimKind>& kind,
                           Diagnostics& diagnostics) {
  TableKind table;
  table.kind = kind;
  if (kind->roles.size() != 2 || kind->roles[0].several || !kind->roles[1].several) {
    diagnostics.push_back(
        node.complain("C010", "a table needs two roles, a total and the list of its parts"));
    return;
  }
  for (std::size_t i = 0; i < node.size(); ++i) {
    const std::string_view key = node.key(i).text();
    std::vector<std::string>* labels = key == "total"     ? &table.total
                                       : key == "inside"  ? &table.inside
                                       : key == "aside"   ? &table.aside
                                       : key == "derived" ? &table.derived
                                                          : nullptr;
    if (labels == nullptr) {
      diagnostics.push_back(node.key(i).complain("C011",
                                                 fmt::format("a table has no labels \"{}\"", key),
                                                 "known labels: total, inside, aside, derived"));
      continue;
    }
    for (std::size_t k = 0; k < node.at(i).size(); ++k)
      labels->push_back(folded_label(node.at(i).at(k).text()));
  }
  tables_.push_back(std::move(table));
}

void ClaimBook::load_assembly(const yaml::Node& node, const std::shared_ptr<const ClaimKind>& kind,
                              Diagnostics& diagnostics) {
  Assembly made;
  made.kind = kind;
  const yaml::Node of = node.get("of");
  for (std::size_t i = 0; i < of.size(); ++i) {
    const std::string part_kind(of.at(i).text());
    made.parts.push_back(
        {std::string(of.key(i).text()), part_kind, false, false, part_kind == kFigures});
    made.node += (i == 0 ? "" : " and ") + made.parts.back().kind;
  }
  if (node.get("within").text() != "article" || made.parts.size() < 2) {
    diagnostics.push_back(
        node.complain("C007", "claims are put together within: article, of two or more"));
    return;
  }
  const auto part_of = [&](std::string_view name) {
    return static_cast<std::size_t>(
        std::find_if(made.parts.begin(), made.parts.end(),
                     [&](const Assembly::Part& part) { return part.name == name; }) -
        made.parts.begin());
  };
  const auto mark = [&](const yaml::Node& names, bool Assembly::Part::*which) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::size_t part = part_of(names.at(i).text());
      if (part < made.parts.size()) made.parts[part].*which = true;
    }
  };
  mark(node.get("sole"), &Assembly::Part::sole);
  mark(node.get("only"), &Assembly::Part::only);
  const yaml::Node without = node.get("without");
  for (std::size_t i = 0; i < without.size(); ++i) {
    made.without.emplace_back(without.at(i).text());
  }
  made.equal = std::string(node.get("equal").text());
  made.rising = std::string(node.get("rising").text());
  made.told = node.get("told").text() == "true";
  const yaml::Node words = node.get("words");
  for (std::size_t i = 0; i < words.size(); ++i) {
    made.words.emplace_back(words.key(i).text(), words.at(i).text());
  }
  const yaml::Node chains = node.get("chains");
  for (std::size_t i = 0; i < chains.size(); ++i) {
    auto& chain = made.chains.emplace_back();
    for (std::size_t k = 0; k < chains.at(i).size(); ++k) {
      const yaml::Node step = chains.at(i).at(k);
      auto& names = chain.emplace_back();
      if (step.is_scalar()) names.emplace_back(step.text());
      for (std::size_t n = 0; n < step.size(); ++n) names.emplace_back(step.at(n).text());
    }
  }
  if (const auto reach = Decimal::parse(node.get("sentences").text())) {
    made.sentences = static_cast<int>(reach->to_double());
  }
  const bool pooled = std::any_of(made.parts.begin(), made.parts.end(),
                                  [](const Assembly::Part& part) { return part.figures; });
  if (pooled && (made.parts.front().figures || made.sentences < 0)) {
    diagnostics.push_back(
        node.complain("C007", "figures are taken near a claim: name that first, and sentences"));
    return;
  }
  const yaml::Node take = node.get("take");
  for (std::size_t i = 0; i < take.size(); ++i) {
    const std::string_view path = take.at(i).text();
    const std::size_t dot = path.find('.');
    const std::size_t part = part_of(path.substr(0, dot));
    const std::string to(take.key(i).text());
    const bool known = kind->find(to) != nullptr ||
                       std::find(kind->words.begin(), kind->words.end(), to) != kind->words.end();
    if (dot == std::string_view::npos || part == made.parts.size() || !known) {
      diagnostics.push_back(take.at(i).complain(
          "C013", fmt::format("\"{}\" is taken from no part, or for no role or word", path),
          "birth: a.birth, where \"of\" has a: birth-date"));
      return;
    }
    made.takes.push_back({to, part, std::string(path.substr(dot + 1))});
  }
  assemblies_.push_back(std::move(made));
}

void ClaimBook::finish(const extract::Vocabulary& vocabulary) {
  // Nothing without figures is looked for in a whole article.
  constexpr int kFarthest = 3;
  const auto has_figures = [&](const Assembly::Part& part) {
    return std::none_of(kinds_.begin(), kinds_.end(), [&](const auto& kind) {
      return kind->name == part.kind && kind->roles.empty();
    });
  };
  for (const Assembly& assembly : assemblies_) {
    if (std::all_of(assembly.parts.begin(), assembly.parts.end(), has_figures)) continue;
    const int sentences = assembly.sentences < 0 ? kFarthest : assembly.sentences;
    for (const Assembly::Part& part : assembly.parts) {
      std::uint32_t& reach = joined_with_words_[part.kind];
      // What makes a claim the only one of its kind is looked for from there.
      reach = std::max(reach, 2 * static_cast<std::uint32_t>(sentences));
    }
  }
  for (std::size_t i = 0; i < frames_.size(); ++i) {
    indexes_[static_cast<std::size_t>(frames_[i].reach)].add(
        *frames_[i].pattern, static_cast<std::uint32_t>(i), vocabulary.table());
  }
  for (pattern::Index& index : indexes_) index.finish(vocabulary.table());
}

}  // namespace figcheck::frame
