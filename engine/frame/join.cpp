// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

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

/// A kind may have several joins, which may find one pair twice.
void drop_repeated(std::vector<Claim>& claims, std::size_t first) {
  std::set<std::pair<std::string, std::vector<std::vector<std::uint32_t>>>> seen;
  const auto again = [&](const Claim& claim) {
    std::vector<std::vector<std::uint32_t>> figures;
    for (const RoleFigures& role : claim.roles) figures.push_back(role.figures);
    return !seen.emplace(claim.kind, std::move(figures)).second;
  };
  claims.erase(
      std::remove_if(claims.begin() + static_cast<std::ptrdiff_t>(first), claims.end(), again),
      claims.end());
}

}  // namespace

namespace {

/// Appends the value by which a join compares a figure under a key; nothing when it has none.
void append_key(const Figure& figure, JoinKey key, std::string& out) {
  switch (key) {
    case JoinKey::kind:
      out += to_string(figure.kind);
      break;
    case JoinKey::unit:
      // A count has no unit, and that is known.
      out += figure.unit.empty() ? "-" : figure.unit;
      break;
    case JoinKey::subject:
      out += figure.subject.head;
      break;
    case JoinKey::noun_class:
      out += figure.subject.noun_class;
      break;
    case JoinKey::event:
      out += figure.subject.event;
      break;
    case JoinKey::family:
      out += figure.mention.family;
      break;
    case JoinKey::topic:
      out += std::string_view(figure.mention.topic).substr(0, figure.mention.topic.find('/'));
      break;
    case JoinKey::name:
      out += figure.mention.name;
      break;
    case JoinKey::place:
      out += figure.place_name;
      break;
    case JoinKey::attribution:
      out += figure.attribution;
      break;
    case JoinKey::sole:
      out += '-';
      break;
    case JoinKey::digits:
      out += significant_digits(figure);
      break;
    case JoinKey::length:
      if (figure.value) out += std::to_string(figure.value->rounded(0).to_string().size());
      break;
  }
}

}  // namespace

std::string joined_key(const Figure& figure, const Join& join) {
  std::string all;
  for (const JoinKey key : join.on) {
    const std::size_t before = all.size();
    append_key(figure, key, all);
    if (all.size() == before) return {};
    all += '\x1F';
  }
  return all;
}

void join_article(const ClaimBook& book, const std::vector<Figure>& figures,
                  std::vector<Claim>& claims) {
  const std::size_t before = claims.size();
  for (const Join& join : book.joins()) {
    if (join.within != Join::Within::article) continue;
    const Role* first_role = join.kind->find(join.first);
    const Role* again_role = join.kind->find(join.again);
    std::map<std::string, std::vector<std::uint32_t>> firsts;
    std::map<std::string, std::vector<std::uint32_t>> agains;
    for (std::uint32_t i = 0; i < figures.size(); ++i) {
      if (!of_role(figures[i], first_role) || !stands_in(figures[i], join.first_part)) continue;
      if (std::string key = joined_key(figures[i], join); !key.empty()) firsts[key].push_back(i);
    }
    // Most articles have none: a join from the headline, say.
    if (firsts.empty()) continue;
    for (std::uint32_t i = 0; i < figures.size(); ++i) {
      if (!of_role(figures[i], again_role) || !stands_in(figures[i], join.again_part)) continue;
      if (std::string key = joined_key(figures[i], join); !key.empty()) agains[key].push_back(i);
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
  drop_repeated(claims, before);
}

namespace {

/// Of each figure whether it is the only one of its kind and unit in its article: short reports of
/// one fact often share no word but the figure's own.
std::vector<bool> sole_ones(std::span<const Figure> figures,
                            const std::vector<std::uint32_t>& document) {
  std::map<std::tuple<std::uint32_t, FigureKind, std::string_view>, std::uint32_t> counts;
  const auto count = [&](std::size_t i) -> std::uint32_t& {
    return counts[{document[i], figures[i].kind, figures[i].unit}];
  };
  for (std::size_t i = 0; i < figures.size(); ++i) ++count(i);
  std::vector<bool> sole(figures.size());
  for (std::size_t i = 0; i < figures.size(); ++i) sole[i] = count(i) == 1;
  return sole;
}

using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// Which figure of one article is which of another's: those that agree, then those that count the
/// same by name, then the one that is left over in each. "Twelve killed, three of them children" in
/// both makes two pairs, and never twelve against three.
std::vector<Pair> align(std::span<const Figure> figures, std::vector<std::uint32_t> one,
                        std::vector<std::uint32_t> other) {
  std::vector<Pair> pairs;
  const auto take = [&](const auto& same) {
    for (std::size_t i = 0; i < one.size();) {
      const auto found = std::find_if(other.begin(), other.end(), [&](std::uint32_t candidate) {
        return same(figures[one[i]], figures[candidate]);
      });
      if (found == other.end()) {
        ++i;
        continue;
      }
      pairs.emplace_back(one[i], *found);
      one.erase(one.begin() + static_cast<std::ptrdiff_t>(i));
      other.erase(found);
    }
  };
  const auto same_family = [](const Figure& a, const Figure& b) {
    return !a.mention.family.empty() && a.mention.family == b.mention.family;
  };
  const auto agree = [](const Figure& a, const Figure& b) {
    return a.kind == b.kind && a.interval.meets(b.interval);
  };
  take([&](const Figure& a, const Figure& b) { return agree(a, b) && same_family(a, b); });
  take(agree);
  const std::size_t agreed = pairs.size();
  if (one.size() == 1 && other.size() == 1) {
    // What one article says twice in other words ("some 300", "289") is no second fact.
    const auto told = [&](std::uint32_t figure) {
      for (std::size_t i = 0; i < agreed; ++i) {
        if (agree(figures[pairs[i].first], figures[figure]) ||
            agree(figures[pairs[i].second], figures[figure])) {
          return true;
        }
      }
      return false;
    };
    if (!told(one[0]) && !told(other[0])) pairs.emplace_back(one[0], other[0]);
  } else {
    take(same_family);
  }
  return pairs;
}

}  // namespace

void join_sources(const ClaimBook& book, std::span<const Figure> figures,
                  const std::vector<std::uint32_t>& document, std::vector<Claim>& claims) {
  const std::size_t before = claims.size();
  const std::vector<bool> sole = sole_ones(figures, document);
  for (const Join& join : book.joins()) {
    if (join.within != Join::Within::sources) continue;
    const Role* role = join.kind->find(join.first);
    std::map<std::string, std::vector<std::uint32_t>> groups;
    const bool alone = std::find(join.on.begin(), join.on.end(), JoinKey::sole) != join.on.end();
    for (std::uint32_t i = 0; i < figures.size(); ++i) {
      if (!of_role(figures[i], role) || (alone && !sole[i])) continue;
      const std::string key = joined_key(figures[i], join);
      if (!key.empty()) groups[key].push_back(i);
    }
    for (const auto& [key, group] : groups) {
      // The figures of each article, in the order of the articles.
      std::vector<std::vector<std::uint32_t>> articles;
      for (const std::uint32_t figure : group) {
        if (articles.empty() || document[articles.back().front()] != document[figure])
          articles.emplace_back();
        if (articles.back().size() < kMostPairs) articles.back().push_back(figure);
      }
      for (std::size_t i = 0; i < articles.size(); ++i) {
        const std::size_t end = std::min(articles.size(), i + 1 + kMostPairs);
        for (std::size_t k = i + 1; k < end; ++k) {
          for (const auto& [first, again] : align(figures, articles[i], articles[k])) {
            claims.push_back(claim_of(join, first, {again}, figures[first]));
          }
        }
      }
    }
  }
  drop_repeated(claims, before);
}

}  // namespace figcheck::frame
