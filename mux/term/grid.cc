#include "mux/term/grid.h"

#include <algorithm>
#include <utility>

namespace mux::term {

Grid::Grid(Size size) {
  reset(size);
}

void Grid::reset(Size size) {
  size_ = size;
  const std::size_t columns = size.columns;
  // Not initialized: cells behind a row's length are never read.
  block_ = std::make_unique_for_overwrite<Cell[]>(columns * size.rows);
  rows_.assign(size.rows, Row());
  base_ = 0;
  strips_.clear();
  for (std::size_t y = 0; y < rows_.size(); ++y) {
    rows_[y].cells = block_.get() + y * columns;
    rows_[y].version = ++versions_;
  }
}

// What covers cells in [from, to) and does not go with them.
void Grid::cut(Row& row, int from, int to) {
  if (row.has_wide) cut_wide(row, from, to);
  if (row.has_images) cut_strips(strips_[row.cells], from, to);
}

// Characters of which only one cell is in [from, to) leave a blank outside.
void Grid::cut_wide(Row& row, int from, int to) {
  if (from < row.length && row.cells[from].is_tail() && from > 0) {
    row.cells[from - 1] = Cell::blank(row.cells[from - 1].style);
  }
  if (to < row.length && row.cells[to].is_tail()) {
    row.cells[to] = Cell::blank(row.cells[to].style);
  }
}

// Cells from the end of the row to `to` become real.
void Grid::lengthen(Row& row, int to) {
  std::fill(row.cells + row.length, row.cells + to, Cell::blank(row.fill));
  row.length = static_cast<std::uint16_t>(to);
}

// As open, for cells that are going to be elsewhere: halves of wide characters
// inside the range are gone too.
Cell* Grid::open_to_move(Row& row, int from, int to) {
  Cell* const cells = open_kept(row, from, to);
  if (cells[from].is_tail()) cells[from] = Cell::blank(cells[from].style);
  if (cells[to - 1].is_wide()) cells[to - 1] = Cell::blank(cells[to - 1].style);
  return cells;
}

void Grid::erase(int y, int from, int to, StyleId fill) {
  Row& row = this->row(y);
  if (from >= to) return;
  if (from == 0 && to == columns()) {
    if (row.has_images) cut(row, from, to);
    const Row before = row;
    erase_row(row, fill);
    row.has_images = before.has_images;
    row.is_wrapped = before.is_wrapped;
    row.line_size = before.line_size;
    row.mark = before.mark;
    return;
  }
  if (to == columns()) {
    // What is left of the range must exist if its fill is another one.
    if (row.has_wide || row.has_images) cut(row, from, to);
    if (from > row.length && row.fill != fill) lengthen(row, from);
    if (from < row.length || row.fill != fill) {
      row.length = static_cast<std::uint16_t>(std::min<int>(row.length, from));
      row.fill = fill;
    }
    touch(row);
    return;
  }
  Cell* const cells = open(row, from, to);
  std::fill(cells + from, cells + to, Cell::blank(fill));
}

// Makes the ring start at index 0, so that rows next to each other are neighbours.
void Grid::straighten() {
  if (base_ == 0) return;
  std::ranges::rotate(rows_, rows_.begin() + static_cast<std::ptrdiff_t>(base_));
  base_ = 0;
}

void Grid::scroll_up(const Area& area, int n, StyleId fill) {
  n = std::min(n, area.rows());
  if (n <= 0) return;
  if (area.left == 0 && area.right == columns()) {
    straighten();
    Row* const first = rows_.data() + area.top;
    Row* const last = rows_.data() + area.bottom;
    // By one is what text does: no allocation then.
    if (n == 1) {
      const Row top = *first;
      std::copy(first + 1, last, first);
      *(last - 1) = top;
    } else {
      std::rotate(first, first + n, last);
    }
    for (Row* row = last - n; row != last; ++row) erase_row(*row, fill);
    return;
  }
  for (int y = area.top; y < area.bottom - n; ++y) move_cells(y + n, y, area.left, area.right);
  for (int y = area.bottom - n; y < area.bottom; ++y) erase(y, area.left, area.right, fill);
}

void Grid::scroll_down(const Area& area, int n, StyleId fill) {
  n = std::min(n, area.rows());
  if (n <= 0) return;
  if (area.left == 0 && area.right == columns()) {
    straighten();
    Row* const first = rows_.data() + area.top;
    Row* const last = rows_.data() + area.bottom;
    const std::vector<Row> gone(last - n, last);
    std::copy_backward(first, last - n, last);
    std::ranges::copy(gone, first);
    for (Row* row = first; row != first + n; ++row) erase_row(*row, fill);
    return;
  }
  for (int y = area.bottom - 1; y >= area.top + n; --y) move_cells(y - n, y, area.left, area.right);
  for (int y = area.top; y < area.top + n; ++y) erase(y, area.left, area.right, fill);
}

// Copies cells [left, right) of one row into another.
void Grid::move_cells(int from_y, int to_y, int left, int right) {
  Row& from = row(from_y);
  Row& to = row(to_y);
  const Cell* const source = open_to_move(from, left, right);
  Cell* const target = open(to, left, right);
  std::copy(source + left, source + right, target + left);
  to.has_wide = to.has_wide || from.has_wide;
  to.has_cluster = to.has_cluster || from.has_cluster;
}

void Grid::insert_cells(int y, int x, int right, int n, StyleId fill) {
  n = std::min(n, right - x);
  if (n <= 0) return;
  Row& row = this->row(y);
  if (x >= row.length && row.fill == fill) return;
  Cell* const cells = open_to_move(row, x, right);
  std::copy_backward(cells + x, cells + right - n, cells + right);
  std::fill(cells + x, cells + x + n, Cell::blank(fill));
  // A wide character may have lost its second cell at the end.
  if (cells[right - 1].is_wide()) cells[right - 1] = Cell::blank(cells[right - 1].style);
}

void Grid::delete_cells(int y, int x, int right, int n, StyleId fill) {
  n = std::min(n, right - x);
  if (n <= 0) return;
  Row& row = this->row(y);
  if (x >= row.length && row.fill == fill) return;
  Cell* const cells = open_to_move(row, x, right);
  if (cells[x + n - 1].is_wide() && x + n < right) {
    cells[x + n] = Cell::blank(cells[x + n].style);
  }
  std::copy(cells + x + n, cells + right, cells + x);
  std::fill(cells + right - n, cells + right, Cell::blank(fill));
}

void Grid::copy(const Area& from, int top, int left) {
  const int height = std::min(from.rows(), rows() - top);
  const int width = std::min(from.columns(), columns() - left);
  if (height <= 0 || width <= 0) return;
  std::vector<Cell> cells;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) cells.push_back(row(from.top + y).cell(from.left + x));
  }
  const Cell* source = cells.data();
  for (int y = 0; y < height; ++y) {
    Row& target = row(top + y);
    target.has_wide = target.has_wide || row(from.top + y).has_wide;
    target.has_cluster = target.has_cluster || row(from.top + y).has_cluster;
    Cell* const out = open(target, left, left + width) + left;
    for (int x = 0; x < width; ++x) {
      const bool is_whole_tail = source[x].is_tail() && x > 0;
      const bool is_whole_wide = source[x].is_wide() && x + 1 < width;
      const bool is_whole = source[x].width == 0 || is_whole_tail || is_whole_wide;
      out[x] = is_whole ? source[x] : Cell::blank(source[x].style);
    }
    source += width;
  }
}

std::span<const ImageStrip> Grid::strips(const Row& row) const {
  if (!row.has_images) return {};
  const auto found = strips_.find(row.cells);
  return found == strips_.end() ? std::span<const ImageStrip>() : found->second;
}

void Grid::add_strip(Row& row, const ImageStrip& strip) {
  ImageStrips& strips = strips_[row.cells];
  if (!row.has_images) strips.clear();
  if (strips.size() >= kMostStrips) strips.erase(strips.begin());
  strips.push_back(strip);
  row.has_images = true;
  touch(row);
}

void Grid::set_strips(Row& row, ImageStrips strips) {
  row.has_images = !strips.empty();
  if (row.has_images) strips_[row.cells] = std::move(strips);
}

ImageStrips Grid::take_strips(Row& row) {
  ImageStrips strips;
  if (row.has_images) strips = std::move(strips_[row.cells]);
  row.has_images = false;
  return strips;
}

}  // namespace mux::term
