// SPDX-License-Identifier: Apache-2.0
#include "diff/figures.h"

#include <algorithm>
#include <cstddef>

#include "model/same_value.h"

namespace figcheck::diff {
namespace {

/// Sentences of more pairs of words than this are no prose, and left alone.
constexpr std::size_t kMostCells = 1000000;
/// From here on two sentences are one that was edited.
constexpr int kEdited = 50;

/// What it is worth to put two words, or two figures, into one place.
constexpr int kWord = 2;
constexpr int kFigure = 3;
constexpr int kSameValue = 6;
constexpr int kSameSubject = 2;
constexpr int kSameEvent = 1;

int worth(const Figure& a, const Figure& b) {
  int sum = kFigure;
  if (same_value(a, b)) sum += kSameValue;
  if (!a.subject.head.empty() && a.subject.head == b.subject.head) sum += kSameSubject;
  if (!a.subject.event.empty() && a.subject.event == b.subject.event) sum += kSameEvent;
  return sum;
}

/// Whether two figures that are alone of their kind may be of one thing. There are many counts, and
/// each has to say what of.
bool may_be_one(const Figure& a, const Figure& b) {
  if (a.kind != FigureKind::count) return true;
  return (!a.subject.head.empty() && a.subject.head == b.subject.head) ||
         (!a.subject.event.empty() && a.subject.event == b.subject.event);
}

class Table {
 public:
  Table(std::size_t rows, std::size_t columns)
      : columns_(columns + 1), cells_((rows + 1) * columns_) {}
  int& at(std::size_t row, std::size_t column) { return cells_[row * columns_ + column]; }

 private:
  std::size_t columns_;
  std::vector<int> cells_;
};

bool is_alone(const Words& words, std::size_t at) {
  return std::count(words.items.begin(), words.items.end(), words.items[at]) == 1;
}

}  // namespace

void pair_figures(const Version& before, const Version& after, const Words& old_words,
                  const Words& new_words, int likeness, std::vector<Counterpart>& found) {
  const std::size_t rows = old_words.items.size();
  const std::size_t columns = new_words.items.size();
  if (rows == 0 || columns == 0 || rows > kMostCells / columns) return;
  const auto old_figure = [&](std::size_t i) {
    return static_cast<std::uint32_t>(old_words.figures[i]);
  };
  const auto new_figure = [&](std::size_t k) {
    return static_cast<std::uint32_t>(new_words.figures[k]);
  };
  const auto gain = [&](std::size_t i, std::size_t k) {
    if (old_words.items[i] != new_words.items[k]) return 0;
    if (old_words.figures[i] < 0) return kWord;
    return worth(before.figures[old_figure(i)], after.figures[new_figure(k)]);
  };
  // The best way to pair what stands from here to the end.
  Table best(rows, columns);
  for (std::size_t i = rows; i-- > 0;) {
    for (std::size_t k = columns; k-- > 0;) {
      const int apart = std::max(best.at(i + 1, k), best.at(i, k + 1));
      const int together = gain(i, k);
      best.at(i, k) = together > 0 ? std::max(apart, together + best.at(i + 1, k + 1)) : apart;
    }
  }
  std::vector<bool> old_paired(rows, false);
  std::vector<bool> new_paired(columns, false);
  for (std::size_t i = 0, k = 0; i < rows && k < columns;) {
    const int together = gain(i, k);
    if (together > 0 && best.at(i, k) == together + best.at(i + 1, k + 1)) {
      if (old_words.figures[i] >= 0) {
        old_paired[i] = true;
        new_paired[k] = true;
        const Counterpart pair = {old_figure(i), new_figure(k)};
        const Figure& was = before.figures[pair.before];
        const Figure& now = after.figures[pair.after];
        if (likeness >= kEdited || same_value(was, now) ||
            (is_alone(old_words, i) && is_alone(new_words, k) && may_be_one(was, now))) {
          found.push_back(pair);
        }
      }
      ++i;
      ++k;
    } else if (best.at(i, k) == best.at(i + 1, k)) {
      ++i;
    } else {
      ++k;
    }
  }
  // What is left over and alone of its kind and unit on both sides changed its place.
  const auto left_over = [](const Words& words, const std::vector<bool>& paired,
                            std::uint32_t item) {
    std::size_t place = words.items.size();
    for (std::size_t i = 0; i < words.items.size(); ++i) {
      if (words.items[i] != item || paired[i]) continue;
      if (place < words.items.size()) return words.items.size();
      place = i;
    }
    return place;
  };
  for (std::size_t i = 0; i < rows; ++i) {
    if (old_words.figures[i] < 0 || old_paired[i]) continue;
    if (left_over(old_words, old_paired, old_words.items[i]) != i) continue;
    const std::size_t k = left_over(new_words, new_paired, old_words.items[i]);
    if (k == columns) continue;
    const Counterpart pair = {old_figure(i), new_figure(k)};
    if (may_be_one(before.figures[pair.before], after.figures[pair.after])) found.push_back(pair);
  }
}

}  // namespace figcheck::diff
