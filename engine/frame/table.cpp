// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "base/text.h"
#include "extract/build.h"
#include "frame/match.h"

namespace figcheck::frame {

std::string folded_label(std::string_view label) {
  std::string out;
  for (const char c : lower_case(label)) {
    if (c == '(' || c == '[' || c == ',') {
      if (!out.empty()) break;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '%' || c == '\'') {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

namespace {

/// More parts than this are a register, not a sum that a desk adds up.
constexpr std::size_t kMostParts = 200;

/// What a row or column is, by its label.
enum class Line { plain, total, aside, derived };

/// What a cell holds.
enum class Content { empty, number, unknown };

struct Cell {
  std::string_view text;
  bool header = false;
  Content content = Content::empty;
  std::uint32_t figure = 0;  ///< Where it holds a number.
};

struct Grid {
  std::vector<std::vector<Cell>> rows;
  std::size_t columns = 0;

  const Cell& at(std::size_t row, std::size_t column) const {
    static const Cell kNone;
    return column < rows[row].size() ? rows[row][column] : kNone;
  }
};

bool is_numeric(FigureKind kind) {
  return kind == FigureKind::count || kind == FigureKind::money || kind == FigureKind::measure ||
         kind == FigureKind::percent;
}

bool has_label(const std::vector<std::string>& labels, const std::string& label, bool whole) {
  return std::any_of(labels.begin(), labels.end(), [&](const std::string& entry) {
    if (label == entry) return true;
    return !whole && label.size() > entry.size() && label.starts_with(entry) &&
           label[entry.size()] == ' ';
  });
}

class TableReader {
 public:
  TableReader(const ClaimBook& book, const Document& document, std::vector<Figure>& figures,
              std::vector<Claim>& claims)
      : book_(book), document_(document), figures_(figures), claims_(claims) {}

  void run() {
    std::map<std::uint32_t, Grid> tables;
    std::size_t figure = 0;
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) {
      const Block& block = document_.blocks[i];
      if (block.kind != BlockKind::table_cell) continue;
      while (figure < figures_.size() && figures_[figure].block < i) ++figure;
      Grid& grid = tables[block.cell.table];
      if (grid.rows.size() <= block.cell.row) grid.rows.resize(block.cell.row + std::size_t{1});
      auto& row = grid.rows[block.cell.row];
      if (row.size() <= block.cell.column) row.resize(block.cell.column + std::size_t{1});
      row[block.cell.column] = read_cell(block, static_cast<std::uint32_t>(i), figure);
      grid.columns = std::max(grid.columns, row.size());
    }
    for (auto& entry : tables) {
      for (const TableKind& kind : book_.tables()) read(kind, entry.second);
    }
  }

 private:
  /// A number with nothing but marks and footnote letters beside it.
  Cell read_cell(const Block& block, std::uint32_t number, std::size_t figure) {
    Cell cell;
    cell.text = document_.slice(block.span);
    cell.header = block.cell.header;
    const bool has_figure = figure < figures_.size() && figures_[figure].block == number;
    if (!has_figure) {
      cell.content = is_nothing(cell.text) ? Content::empty : Content::unknown;
      return cell;
    }
    cell.content = Content::unknown;
    cell.figure = static_cast<std::uint32_t>(figure);
    if (figure + 1 < figures_.size() && figures_[figure + 1].block == number) return cell;
    Figure& found = figures_[figure];
    const std::string_view before = cell.text.substr(0, found.text_span.start - block.span.start);
    const std::string_view behind = cell.text.substr(found.text_span.end - block.span.start);
    const auto letters = [](std::string_view text) {
      return std::count_if(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      });
    };
    if (letters(before) > 0 || letters(behind) > 1 || found.range) return cell;
    if (found.hedge != Hedge::none && found.hedge != Hedge::exactly) return cell;
    // Beside other numbers, four digits in a cell are no year.
    if (found.kind == FigureKind::year && found.time && found.time->start.year && !cell.header) {
      years_.push_back(cell.figure);
    } else if (!is_numeric(found.kind) || !found.value) {
      return cell;
    }
    if (before.ends_with('(') && behind.starts_with(')') && found.value) {
      brackets_.push_back(cell.figure);
    }
    cell.content = Content::number;
    return cell;
  }

  static bool is_nothing(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
             c == '*' || c == '.';
    });
  }

  Line line_of(const TableKind& kind, std::string_view label, bool column) const {
    const std::string folded = folded_label(label);
    if (has_label(kind.inside, folded, false) || has_label(kind.aside, folded, false)) {
      return Line::aside;
    }
    if (label.find('%') != std::string_view::npos && column) return Line::aside;
    if (has_label(kind.derived, folded, false)) return Line::derived;
    if (has_label(kind.total, folded, column)) return Line::total;
    return Line::plain;
  }

  /// What a figure of a table is as a number: four digits count, brackets make it negative.
  void settle(const Grid& grid) {
    for (const auto& row : grid.rows) {
      for (const Cell& cell : row) {
        if (cell.content != Content::number) continue;
        Figure& figure = figures_[cell.figure];
        if (std::find(years_.begin(), years_.end(), cell.figure) != years_.end() &&
            figure.kind == FigureKind::year) {
          figure.kind = FigureKind::count;
          figure.value = Decimal(*figure.time->start.year);
          figure.time.reset();
          figure.place = figure.value->last_nonzero_place();
          extract::set_intervals(figure);
        }
        const auto bracket = std::find(brackets_.begin(), brackets_.end(), cell.figure);
        if (bracket != brackets_.end() && figure.value) {
          brackets_.erase(bracket);
          figure.value = figure.value->negated();
          extract::set_intervals(figure);
        }
      }
    }
  }

  struct Sum {
    std::uint32_t whole = 0;
    std::vector<std::uint32_t> parts;
    bool fits = false;
  };

  static bool is_all(const Figure& share) {
    return *share.value >= Decimal(99) && *share.value <= Decimal(101);
  }

  bool alike(std::uint32_t a, std::uint32_t b) const {
    return figures_[a].kind == figures_[b].kind && figures_[a].unit == figures_[b].unit;
  }

  /// The sum that a total stands for, or nullopt where the cells are not of one kind.
  std::optional<Sum> sum_of(std::uint32_t whole, std::vector<std::uint32_t> parts) const {
    if (parts.size() < 2 || parts.size() > kMostParts) return std::nullopt;
    const Figure& total = figures_[whole];
    Decimal added(0);
    int place = total.place;
    for (const std::uint32_t part : parts) {
      if (!alike(part, whole)) return std::nullopt;
      added = added + *figures_[part].value;
      place = std::min(place, figures_[part].place);
    }
    // Shares add up to all of it or do not add up.
    if (total.kind == FigureKind::percent && !is_all(total)) return std::nullopt;
    Sum sum{whole, std::move(parts), false};
    sum.fits = (added - *total.value).absolute() <= Decimal::scaled(1, place);
    if (sum.fits) return sum;
    // What is twice as much is another kind of table: one with two breakdowns.
    const Decimal size = total.value->absolute();
    const Decimal other = added.absolute();
    const bool far = other * Decimal(3) < size || size * Decimal(3) < other;
    if (far || other == size * Decimal(2)) return std::nullopt;
    return sum;
  }

  void claim(const TableKind& kind, const Sum& sum, const char* line) {
    Claim made;
    made.kind = kind.kind->name;
    made.frame = "table of " + kind.kind->name;
    made.roles = {{kind.kind->roles[0].name, {sum.whole}}, {kind.kind->roles[1].name, sum.parts}};
    made.words.emplace_back("line", line);
    const Figure& whole = figures_[sum.whole];
    made.sentence = whole.sentence;
    made.text_span = whole.text_span;
    claims_.push_back(std::move(made));
  }

  /// Hands on the sums of one total line, unless as many of them miss as fit: then the line adds up
  /// something else.
  void claim_all(const TableKind& kind, const std::vector<Sum>& sums, const char* line,
                 bool needs_fit = false) {
    const auto fits = std::count_if(sums.begin(), sums.end(), [](const Sum& s) { return s.fits; });
    const auto misses = static_cast<std::ptrdiff_t>(sums.size()) - fits;
    const bool trusted = misses <= fits || (misses == 1 && !needs_fit);
    for (const Sum& sum : sums) {
      if (sum.fits || trusted) claim(kind, sum, line);
    }
  }

  /// The numbers of a column in some rows; nullopt where one cannot be told.
  std::optional<std::vector<std::uint32_t>> numbers(const Grid& grid, std::size_t column,
                                                    const std::vector<std::size_t>& rows) const {
    std::vector<std::uint32_t> found;
    for (const std::size_t row : rows) {
      const Cell& cell = grid.at(row, column);
      if (cell.content == Content::unknown) return std::nullopt;
      if (cell.content == Content::number) found.push_back(cell.figure);
    }
    return found;
  }

  bool is_header_row(const Grid& grid, std::size_t row) const {
    const auto& cells = grid.rows[row];
    if (!cells.empty() && std::all_of(cells.begin(), cells.end(), [](const Cell& cell) {
          return cell.header || cell.text.empty();
        })) {
      return true;
    }
    if (row > 0 && !is_header_row(grid, row - 1)) return false;
    return std::none_of(cells.begin() + (cells.empty() ? 0 : 1), cells.end(),
                        [](const Cell& cell) { return cell.content == Content::number; });
  }

  void read(const TableKind& kind, Grid& grid) {
    if (grid.rows.size() < 2 || grid.columns < 2) return;
    settle(grid);
    std::size_t first = 0;
    while (first < grid.rows.size() && is_header_row(grid, first)) ++first;
    std::vector<Line> rows(grid.rows.size(), Line::plain);
    for (std::size_t row = first; row < grid.rows.size(); ++row) {
      rows[row] = line_of(kind, grid.at(row, 0).text, false);
    }
    std::vector<Line> columns(grid.columns, Line::plain);
    for (std::size_t column = 1; column < grid.columns; ++column) {
      for (std::size_t row = 0; row < first; ++row) {
        const Line line = line_of(kind, grid.at(row, column).text, true);
        if (line != Line::plain) columns[column] = line;
      }
    }
    read_columns(kind, grid, first, rows, columns);
    read_rows(kind, grid, first, rows, columns);
  }

  void read_columns(const TableKind& kind, const Grid& grid, std::size_t first,
                    const std::vector<Line>& rows, const std::vector<Line>& columns) {
    std::vector<std::size_t> since;
    std::vector<std::size_t> leaves;
    std::vector<std::size_t> totals;
    bool derived = false;
    for (std::size_t row = first; row < rows.size(); ++row) {
      if (rows[row] == Line::plain) {
        since.push_back(row);
        leaves.push_back(row);
        continue;
      }
      if (rows[row] == Line::derived) derived = true;
      if (rows[row] != Line::total) continue;
      const bool above = leaves.empty() && totals.empty();
      if (above) {
        // A total above what it adds up.
        for (std::size_t below = row + 1; below < rows.size(); ++below) {
          if (rows[below] == Line::plain) since.push_back(below);
          if (rows[below] == Line::total || rows[below] == Line::derived) derived = true;
        }
      }
      std::vector<Sum> sums;
      for (std::size_t column = 1; column < grid.columns; ++column) {
        const Cell& cell = grid.at(row, column);
        if (cell.content != Content::number) continue;
        std::vector<Sum> readings;
        for (const auto* parts : std::array{&since, &leaves, &totals}) {
          const auto found = numbers(grid, column, *parts);
          if (!found) continue;
          if (auto sum = sum_of(cell.figure, *found)) readings.push_back(std::move(*sum));
        }
        const auto fit =
            std::find_if(readings.begin(), readings.end(), [](const Sum& sum) { return sum.fits; });
        if (fit != readings.end()) {
          sums.push_back(*fit);
        } else if (!readings.empty() && totals.empty() && !derived &&
                   (columns[column] != Line::aside || is_all(figures_[cell.figure]))) {
          sums.push_back(readings.front());
        }
      }
      claim_all(kind, sums, "column", above);
      if (above) return;
      since.clear();
      totals.push_back(row);
    }
  }

  void read_rows(const TableKind& kind, const Grid& grid, std::size_t first,
                 const std::vector<Line>& rows, const std::vector<Line>& columns) {
    const auto is_total = [](Line line) { return line == Line::total; };
    if (std::count_if(columns.begin(), columns.end(), is_total) != 1) return;
    if (std::find(columns.begin(), columns.end(), Line::derived) != columns.end()) return;
    const auto total = static_cast<std::size_t>(
        std::find_if(columns.begin(), columns.end(), is_total) - columns.begin());
    std::vector<std::size_t> parts;
    const std::size_t begin = total == 1 ? 2 : 1;
    const std::size_t end = total == 1 ? grid.columns : total;
    for (std::size_t column = begin; column < end; ++column) {
      if (columns[column] == Line::plain) parts.push_back(column);
    }
    std::vector<Sum> sums;
    for (std::size_t row = first; row < grid.rows.size(); ++row) {
      const Cell& whole = grid.at(row, total);
      if (whole.content != Content::number || rows[row] == Line::aside) continue;
      std::vector<std::uint32_t> found;
      bool known = true;
      for (const std::size_t column : parts) {
        const Cell& cell = grid.at(row, column);
        known = known && cell.content != Content::unknown;
        if (cell.content == Content::number) found.push_back(cell.figure);
      }
      if (!known) continue;
      if (auto sum = sum_of(whole.figure, std::move(found))) sums.push_back(std::move(*sum));
    }
    claim_all(kind, sums, "row");
  }

  const ClaimBook& book_;
  const Document& document_;
  std::vector<Figure>& figures_;
  std::vector<Claim>& claims_;
  std::vector<std::uint32_t> years_;     ///< Figures of cells that look like years.
  std::vector<std::uint32_t> brackets_;  ///< Those in brackets, which bookkeepers call negative.
};

}  // namespace

void read_tables(const ClaimBook& book, const Document& document, extract::Extraction& extraction,
                 std::vector<Claim>& claims) {
  if (book.tables().empty()) return;
  const bool any = std::any_of(document.blocks.begin(), document.blocks.end(),
                               [](const Block& b) { return b.kind == BlockKind::table_cell; });
  if (any) TableReader(book, document, extraction.figures, claims).run();
}

}  // namespace figcheck::frame
