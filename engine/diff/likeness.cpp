// SPDX-License-Identifier: Apache-2.0
#include "diff/likeness.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/text.h"

namespace figcheck::diff {
namespace {

/// Below this two sentences are not held to be one.
constexpr int kLeast = 30;
/// Sentences that changed places must have this much in common.
constexpr int kMoved = 60;
/// How many pairs of sentences are looked at: all of them up to articles of several hundred, those
/// near the same place in longer ones.
constexpr std::size_t kMostPairs = 120000;
constexpr std::size_t kNarrowest = 8;

/// The best score among those entered for smaller keys: a Fenwick tree of maxima.
class BestBelow {
 public:
  explicit BestBelow(std::size_t size) : best_(size + 1, {0, -1}) {}

  struct Entry {
    int score = 0;
    int index = -1;
  };

  Entry find(std::size_t key) const {
    Entry entry;
    for (std::size_t i = key; i > 0; i &= i - 1) {
      if (best_[i].score > entry.score) entry = best_[i];
    }
    return entry;
  }

  void enter(std::size_t key, Entry entry) {
    for (std::size_t i = key + 1; i < best_.size(); i += i & (~i + 1)) {
      if (entry.score > best_[i].score) best_[i] = entry;
    }
  }

 private:
  std::vector<Entry> best_;
};

std::vector<SentencePair> candidates(const std::vector<Words>& before,
                                     const std::vector<Words>& after) {
  std::vector<SentencePair> found;
  if (before.empty() || after.empty()) return found;
  const std::size_t reach =
      std::max(kNarrowest, kMostPairs / std::max(before.size(), after.size()));
  for (std::size_t i = 0; i < before.size(); ++i) {
    const std::size_t middle = i * after.size() / before.size();
    const std::size_t first = middle > reach ? middle - reach : 0;
    const std::size_t last = std::min(after.size(), middle + reach + 1);
    for (std::size_t k = first; k < last; ++k) {
      if (before[i].headline != after[k].headline) continue;
      const int like = likeness(before[i], after[k]);
      if (like < kLeast) continue;
      found.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(k), like});
    }
  }
  return found;
}

}  // namespace

std::vector<std::vector<Words>> words_of(const Version& before, const Version& after) {
  std::map<std::string, std::uint32_t> numbers;
  const auto number_of = [&numbers](std::string words) {
    return numbers.emplace(std::move(words), static_cast<std::uint32_t>(numbers.size()))
        .first->second;
  };
  std::vector<std::vector<Words>> all;
  for (const Version* version : {&before, &after}) {
    std::vector<Words>& sentences = all.emplace_back();
    for (const extract::TypedSentence& sentence : version->sentences) {
      Words& words = sentences.emplace_back();
      words.headline = version->document.blocks[sentence.block].kind == BlockKind::headline;
      for (const extract::Item& item : sentence.items) {
        words.figures.push_back(item.figure);
        if (item.figure >= 0) {
          const Figure& figure = version->figures[static_cast<std::size_t>(item.figure)];
          words.items.push_back(
              number_of("\x1F" + std::string(to_string(figure.kind)) + "\x1F" + figure.unit));
        } else {
          words.items.push_back(number_of(lower_case(version->document.slice(item.span))));
        }
        // Full stops and commas make no two sentences one.
        if (item.kind != extract::TokenKind::mark || item.figure >= 0) {
          words.sorted.push_back(words.items.back());
        }
      }
      std::sort(words.sorted.begin(), words.sorted.end());
    }
  }
  return all;
}

int likeness(const Words& a, const Words& b) {
  const std::size_t size = a.sorted.size() + b.sorted.size();
  if (size == 0) return 0;
  std::size_t common = 0;
  for (auto i = a.sorted.begin(), k = b.sorted.begin();
       i != a.sorted.end() && k != b.sorted.end();) {
    if (*i == *k) {
      ++common;
      ++i;
      ++k;
    } else if (*i < *k) {
      ++i;
    } else {
      ++k;
    }
  }
  return static_cast<int>(200 * common / size);
}

std::vector<SentencePair> pair_sentences(const std::vector<Words>& before,
                                         const std::vector<Words>& after) {
  std::vector<SentencePair> possible = candidates(before, after);
  // The chain of pairs, rising on both sides, with the most in common.
  BestBelow best(after.size());
  std::vector<BestBelow::Entry> reached(possible.size());
  std::vector<int> from(possible.size(), -1);
  for (std::size_t i = 0; i < possible.size();) {
    std::size_t end = i;
    for (; end < possible.size() && possible[end].before == possible[i].before; ++end) {
      const BestBelow::Entry entry = best.find(possible[end].after);
      from[end] = entry.index;
      reached[end] = {entry.score + possible[end].likeness, static_cast<int>(end)};
    }
    for (; i < end; ++i) best.enter(possible[i].after, reached[i]);
  }
  std::vector<SentencePair> pairs;
  std::vector<bool> old_taken(before.size(), false);
  std::vector<bool> new_taken(after.size(), false);
  const auto take = [&](const SentencePair& pair) {
    old_taken[pair.before] = true;
    new_taken[pair.after] = true;
    pairs.push_back(pair);
  };
  for (int at = best.find(after.size()).index; at >= 0; at = from[static_cast<std::size_t>(at)]) {
    take(possible[static_cast<std::size_t>(at)]);
  }
  std::stable_sort(
      possible.begin(), possible.end(),
      [](const SentencePair& a, const SentencePair& b) { return a.likeness > b.likeness; });
  for (const SentencePair& pair : possible) {
    if (pair.likeness < kMoved) break;
    if (!old_taken[pair.before] && !new_taken[pair.after]) take(pair);
  }
  std::sort(pairs.begin(), pairs.end(),
            [](const SentencePair& a, const SentencePair& b) { return a.after < b.after; });
  return pairs;
}

}  // namespace figcheck::diff
