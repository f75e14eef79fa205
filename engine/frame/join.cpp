// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <map>

#include "frame/match.h"

namespace figcheck::frame {

namespace {

bool stands_in(const Figure& figure, Join::Part part) {
  switch (part) {
    case Join::Part::any:
      return true;
    case Join::Part::headline:
      return figure.block_kind == BlockKind::headline;
    case Join::Part::body:
      return figure.block_kind != BlockKind::headline && figure.block_kind != BlockKind::caption &&
             figure.block_kind != BlockKind::table_cell;
    case Join::Part::caption:
      return figure.block_kind == BlockKind::caption;
  }
  return false;
}

/// The digits of a number without its zeros at either end: "31" for 3.1 million. Empty for zero.
std::string significant_digits(const Figure& figure) {
  if (!figure.value) return {};
  std::int64_t digits = figure.value->absolute().coefficient();
  while (digits != 0 && digits % 10 == 0) digits /= 10;
  return digits == 0 ? std::string() : std::to_string(digits);
}

/// How many later mentions a figure is held against.
constexpr std::size_t kMostPairs = 64;

bool of_role(const Figure& figure, const Role* role) {
  if (role == nullptr) return false;
  if (role->kinds.empty()) return true;
  for (const FigureKind kind : role->kinds) {
    if (kind == figure.kind) return true;
  }
  return false;
}

Claim claim_of(const Join& join, std::uint32_t first, std::vector<std::uint32_t> again,
               const Figure& figure) {
  Claim claim;
  claim.kind = join.kind->name;
  claim.frame = join.node;
  claim.roles = {{join.first, {first}}, {join.again, std::move(again)}};
  claim.sentence = figure.sentence;
  claim.text_span = figure.text_span;
  return claim;
}

}  // namespace

std::string key_of(const Figure& figure, const std::string& key) {
  if (key == "kind") return to_string(figure.kind);
  // A count has no unit, and that is known.
  if (key == "unit") return figure.unit.empty() ? "-" : figure.unit;
  if (key == "subject") return figure.subject.head;
  if (key == "class") return figure.subject.noun_class;
  if (key == "event") return figure.subject.event;
  if (key == "place") return figure.place_name;
  if (key == "attribution") return figure.attribution;
  if (key == "sole") return "-";
  if (key == "digits") return significant_digits(figure);
  if (key == "length")
    return figure.value ? std::to_string(figure.value->rounded(0).to_string().size()) : "";
  return {};
}

std::string joined_key(const Figure& figure, const Join& join) {
  std::string all;
  for (const std::string& key : join.on) {
    const std::string part = key_of(figure, key);
    if (part.empty()) return {};
    all += part;
    all += '\x1F';
  }
  return all;
}

void join_article(const ClaimBook& book, const std::vector<Figure>& figures,
                  std::vector<Claim>& claims) {
  for (const Join& join : book.joins()) {
    if (join.within != Join::Within::article) continue;
    const Role* first_role = join.kind->find(join.first);
    const Role* again_role = join.kind->find(join.again);
    std::map<std::string, std::vector<std::uint32_t>> firsts;
    std::map<std::string, std::vector<std::uint32_t>> agains;
    for (std::uint32_t i = 0; i < figures.size(); ++i) {
      const std::string key = joined_key(figures[i], join);
      if (key.empty()) continue;
      if (of_role(figures[i], first_role) && stands_in(figures[i], join.first_part)) {
        firsts[key].push_back(i);
      }
      if (of_role(figures[i], again_role) && stands_in(figures[i], join.again_part)) {
        agains[key].push_back(i);
      }
    }
    for (const auto& [key, group] : firsts) {
      const auto others = agains.find(key);
      if (others == agains.end()) continue;
      for (const std::uint32_t first : group) {
        std::vector<std::uint32_t> again;
        // One against many is for headlines; others look at the next few, so that an article of
        // nothing but figures costs no more than its length.
        auto begin = others->second.begin();
        if (!again_role->several) begin = std::upper_bound(begin, others->second.end(), first);
        for (auto at = begin; at != others->second.end(); ++at) {
          if (!again_role->several && again.size() >= kMostPairs) break;
          const std::uint32_t other = *at;
          if (other > first || (other != first && join.first_part != join.again_part)) {
            again.push_back(other);
          }
        }
        if (again.empty()) continue;
        if (again_role->several) {
          claims.push_back(claim_of(join, first, again, figures[first]));
        } else {
          // Each mention with the next one that says something else: a chain, not all pairs.
          for (const std::uint32_t other : again) {
            if (figures[other].value && figures[first].value &&
                *figures[other].value == *figures[first].value) {
              continue;
            }
            claims.push_back(claim_of(join, first, {other}, figures[first]));
            break;
          }
        }
      }
    }
  }
}

namespace {

/// Whether a figure is the only one of its kind and unit in its article: short reports of one fact
/// often share no word but the figure's own.
bool is_sole(std::span<const Figure> figures, const std::vector<std::uint32_t>& document,
             std::uint32_t at) {
  for (std::uint32_t i = 0; i < figures.size(); ++i) {
    if (i != at && document[i] == document[at] && figures[i].kind == figures[at].kind &&
        figures[i].unit == figures[at].unit) {
      return false;
    }
  }
  return true;
}

}  // namespace

void join_sources(const ClaimBook& book, std::span<const Figure> figures,
                  const std::vector<std::uint32_t>& document, std::vector<Claim>& claims) {
  for (const Join& join : book.joins()) {
    if (join.within != Join::Within::sources) continue;
    const Role* role = join.kind->find(join.first);
    std::map<std::string, std::vector<std::uint32_t>> groups;
    const bool alone = std::find(join.on.begin(), join.on.end(), "sole") != join.on.end();
    for (std::uint32_t i = 0; i < figures.size(); ++i) {
      if (!of_role(figures[i], role)) continue;
      if (alone && !is_sole(figures, document, i)) continue;
      const std::string key = joined_key(figures[i], join);
      if (!key.empty()) groups[key].push_back(i);
    }
    for (const auto& [key, group] : groups) {
      for (std::size_t i = 0; i < group.size(); ++i) {
        for (std::size_t k = i + 1; k < group.size(); ++k) {
          if (document[group[i]] == document[group[k]]) continue;
          claims.push_back(claim_of(join, group[i], {group[k]}, figures[group[i]]));
        }
      }
    }
  }
}

}  // namespace figcheck::frame
