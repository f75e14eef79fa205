// SPDX-License-Identifier: Apache-2.0
#include "document/pipe_table.h"

#include <algorithm>

#include "document/lines.h"

namespace figcheck::document {

namespace {

constexpr std::string_view kBlank = " \t";
// Two lines with tabs may be a dateline and a byline.
constexpr std::size_t kLeastOpenRows = 3;

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

// Returns the cells of a row without bars at its ends, parted by tabs or bars.
std::vector<Span> read_open_row(std::string_view source, const Line& line, char separator) {
  std::vector<Span> cells;
  const std::size_t end = line.content.end;
  for (std::size_t from = line.content.start; from < end;) {
    const std::size_t stop = std::min(source.substr(0, end).find(separator, from), end);
    Span cell{from, stop};
    while (cell.start < cell.end && kBlank.find(source[cell.start]) != std::string_view::npos)
      ++cell.start;
    while (cell.start < cell.end && kBlank.find(source[cell.end - 1]) != std::string_view::npos)
      --cell.end;
    cells.push_back(cell);
    from = stop + 1;
    // Several tabs in a row are there to align.
    while (separator == '\t' && from < end && source[from] == '\t') ++from;
  }
  return cells;
}

// Returns the cells of a row, or none when the line is no row: one begins with a bar and has
// another.
std::vector<Span> read_row(std::string_view source, const Line& line, char separator) {
  std::vector<Span> cells;
  const std::size_t end = line.content.end;
  if (line.blank()) return cells;
  if (separator != '\0') return read_open_row(source, line, separator);
  if (source[line.content.start] != '|') return cells;
  std::size_t from = line.content.start + 1;
  while (from < end) {
    const std::size_t bar = std::min(source.substr(0, end).find('|', from), end);
    Span cell{from, bar};
    while (cell.start < cell.end && kBlank.find(source[cell.start]) != std::string_view::npos)
      ++cell.start;
    while (cell.start < cell.end && kBlank.find(source[cell.end - 1]) != std::string_view::npos)
      --cell.end;
    // What follows the first bar is no cell unless a second one follows.
    if (bar == end && cells.empty()) return cells;
    cells.push_back(cell);
    from = bar + 1;
  }
  return cells;
}

bool is_delimiter_row(std::string_view source, const std::vector<Span>& cells) {
  return std::all_of(cells.begin(), cells.end(), [source](const Span& cell) {
    const std::string_view text = source.substr(cell.start, cell.size());
    return text.find('-') != std::string_view::npos &&
           text.find_first_not_of("-:") == std::string_view::npos;
  });
}

bool is_year(std::string_view text) {
  return text.size() == 4 && (text[0] == '1' || text[0] == '2') &&
         std::all_of(text.begin(), text.end(), is_digit);
}

// Whether all cells of the row after its first one pass the test. Empty ones do.
template <typename Test>
bool all_values(std::string_view source, const std::vector<Span>& row, Test test) {
  return std::all_of(row.begin() + 1, row.end(), [&](const Span& cell) {
    return cell.empty() || test(source.substr(cell.start, cell.size()));
  });
}

bool looks_like_header(std::string_view source, const std::vector<std::vector<Span>>& rows) {
  if (rows.size() < 2) return false;
  const auto has_no_digit = [](std::string_view text) {
    return std::none_of(text.begin(), text.end(), is_digit);
  };
  if (all_values(source, rows.front(), has_no_digit)) {
    // A table of words alone says nothing of its first row.
    return std::any_of(rows.begin() + 1, rows.end(), [&](const std::vector<Span>& row) {
      return !all_values(source, row, has_no_digit);
    });
  }
  return all_values(source, rows.front(), is_year) &&
         std::any_of(rows.begin() + 1, rows.end(), [&](const std::vector<Span>& row) {
           return !all_values(source, row, is_year);
         });
}

}  // namespace

PipeTable read_pipe_table(std::string_view source, std::size_t start) {
  PipeTable table;
  bool delimited = false;
  const Line first = line_from(source, start);
  if (first.blank()) return table;
  const std::string_view words = source.substr(first.content.start, first.content.size());
  const char separator = words.front() == '|'                          ? '\0'
                         : words.find('\t') != std::string_view::npos  ? '\t'
                         : words.find(" | ") != std::string_view::npos ? '|'
                                                                       : ' ';
  if (separator == ' ') return table;
  std::size_t columns = 0;
  bool has_digit = false;
  for (std::size_t at = start; at < source.size();) {
    const Line line = line_from(source, at);
    std::vector<Span> cells = read_row(source, line, separator);
    if (cells.empty()) break;
    if (separator != '\0') {
      // Lines without bars at their ends make a table only where they are all alike.
      if (table.end == 0) columns = cells.size();
      if (cells.size() != columns || cells.size() < 2) break;
      has_digit = has_digit || std::any_of(cells.begin() + 1, cells.end(), [&](const Span& cell) {
                    const std::string_view text = source.substr(cell.start, cell.size());
                    return std::any_of(text.begin(), text.end(), is_digit);
                  });
    }
    at = table.end = line.next;
    if (is_delimiter_row(source, cells)) {
      delimited = delimited || table.rows.size() == 1;
    } else {
      table.rows.push_back(std::move(cells));
    }
  }
  if (separator != '\0' && (table.rows.size() < kLeastOpenRows || !has_digit)) return {};
  table.header = delimited || looks_like_header(source, table.rows);
  return table;
}

void PipeTable::add_to(Builder& builder, std::uint32_t number) const {
  std::uint32_t row_number = 0;
  for (const std::vector<Span>& row : rows) {
    std::uint32_t column = 0;
    for (const Span& cell : row) {
      Block block;
      block.kind = BlockKind::table_cell;
      block.cell = {number, row_number, column++, header && row_number == 0};
      builder.begin(block);
      builder.copy(cell);
      builder.finish();
    }
    ++row_number;
  }
}

}  // namespace figcheck::document
