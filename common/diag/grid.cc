#include "common/diag/grid.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace common::diag {

std::vector<Grid::Cell>& Grid::line(std::size_t number) {
  if (number >= lines_.size()) lines_.resize(number + 1);
  return lines_[number];
}

void Grid::put(std::size_t number, std::size_t column, char32_t character, Role role) {
  std::vector<Cell>& cells = line(number);
  if (column >= cells.size()) cells.resize(column + 1);
  cells[column] = {character, role};
}

void Grid::put(std::size_t number, std::size_t column, std::string_view text, Role role) {
  // An empty text must not pad the line.
  if (text.empty()) return;
  std::vector<Cell>& cells = line(number);
  cells.resize(std::max(cells.size(), column + code_point_count(text)));
  for (std::size_t at = 0; at < text.size();) cells[column++] = {next_code_point(text, at), role};
}

void Grid::append(std::size_t number, std::string_view text, Role role) {
  put(number, number < lines_.size() ? lines_[number].size() : 0, text, role);
}

void Grid::replace(std::size_t number, std::size_t start, std::size_t end, std::string_view text,
                   Role role) {
  std::vector<Cell>& cells = line(number);
  if (start == end || start > cells.size() || end > cells.size()) return;
  std::vector<Cell> inserted;
  for (std::size_t at = 0; at < text.size();) inserted.push_back({next_code_point(text, at), role});
  const auto place = cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(start),
                                 cells.begin() + static_cast<std::ptrdiff_t>(end));
  cells.insert(place, inserted.begin(), inserted.end());
}

void Grid::write(bool is_colored, std::string& out) const {
  Painter painter(out, is_colored);
  for (const std::vector<Cell>& cells : lines_) {
    Role current = Role::Plain;
    if (!is_colored) {
      for (const Cell& cell : cells) append_utf8(cell.character, out);
      out += '\n';
      continue;
    }
    for (const Cell& cell : cells) {
      if (opening(cell.role) != opening(current)) {
        painter.close(current);
        painter.open(cell.role);
        current = cell.role;
      }
      append_utf8(cell.character, out);
    }
    painter.close(current);
    out += '\n';
  }
}

}  // namespace common::diag
