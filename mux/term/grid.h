// Grid: the cells of one screen, in a ring of rows.
//
// Rows are records that point to their cells, so scrolling moves records (the
// whole grid: one index) and erasing a row stores a length of 0 and a style.
// Only scrolling between left and right margins copies cells.
//
// Coordinates count from 0; ranges are half open.  A wide character is two
// cells; whoever changes one of them makes the other blank.
#pragma once

#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

#include "mux/term/row.h"
#include "mux/term/row_images.h"
#include "mux/term/size.h"

namespace mux::term {

// Rows and columns of cells.
struct Area {
  int top = 0;
  int left = 0;
  int bottom = 0;  // The first row outside.
  int right = 0;   // The first column outside.
  int rows() const { return bottom - top; }
  int columns() const { return right - left; }
};

class Grid {
 public:
  explicit Grid(Size size);

  Size size() const { return size_; }
  int columns() const { return size_.columns; }
  int rows() const { return size_.rows; }
  const Row& row(int y) const { return rows_[index_of(y)]; }
  Row& row(int y) { return rows_[index_of(y)]; }

  // The row's cells, for a caller that writes all of [from, to); wide characters
  // that the range cuts are gone.
  Cell* open(Row& row, int from, int to) {
    if (row.has_wide || row.has_images) cut(row, from, to);
    if (from > row.length) lengthen(row, from);
    if (to > row.length) row.length = static_cast<std::uint16_t>(to);
    row.version = ++versions_;
    return row.cells;
  }
  // The same for a caller that may leave some of them as they are.
  Cell* open_kept(Row& row, int from, int to) {
    if (to > row.length) lengthen(row, to);
    return open(row, from, to);
  }
  // The cells up to `to` for a caller that changes how they look only.
  Cell* open_styles(Row& row, int to) {
    if (to > row.length) lengthen(row, to);
    row.version = ++versions_;
    return row.cells;
  }
  void touch(Row& row) { row.version = ++versions_; }

  // Blanks with that style.
  void erase(int y, int from, int to, StyleId fill);
  void erase_row(Row& row, StyleId fill) {
    row = Row{.cells = row.cells, .version = ++versions_, .fill = fill};
  }
  // Scrolls the whole grid by one; the row that leaves becomes the last.
  void scroll_all(StyleId fill) {
    base_ = base_ + 1 == rows_.size() ? 0 : base_ + 1;
    erase_row(row(size_.rows - 1), fill);
  }
  // Moves the rows of the area up (down) by n; blanks follow.
  void scroll_up(const Area& area, int n, StyleId fill);
  void scroll_down(const Area& area, int n, StyleId fill);
  // Moves cells [x, right) to the right (left) by n; blanks follow.
  void insert_cells(int y, int x, int right, int n, StyleId fill);
  void delete_cells(int y, int x, int right, int n, StyleId fill);
  // Cells of the area to the place whose upper left corner is given; they may overlap.
  void copy(const Area& from, int top, int left);

  // Images: what is in a row, more for it, and all of it taken out.
  std::span<const ImageStrip> strips(const Row& row) const;
  void add_strip(Row& row, const ImageStrip& strip);
  void set_strips(Row& row, ImageStrips strips);
  ImageStrips take_strips(Row& row);

  // Rows of other columns and number, blank.
  void reset(Size size);
  std::uint64_t version() const { return versions_; }

 private:
  std::size_t index_of(int y) const {
    const std::size_t index = base_ + static_cast<std::size_t>(y);
    return index < rows_.size() ? index : index - rows_.size();
  }
  void cut(Row& row, int from, int to);
  void cut_wide(Row& row, int from, int to);
  void lengthen(Row& row, int to);
  Cell* open_to_move(Row& row, int from, int to);
  void straighten();
  void move_cells(int from_y, int to_y, int left, int right);

  Size size_;
  std::unique_ptr<Cell[]> block_;
  std::vector<Row> rows_;
  std::size_t base_ = 0;  // Index of the upper row.
  std::uint64_t versions_ = 0;
  // By the row's cells, which stay its own wherever it scrolls; those of a row whose
  // has_images is false are nothing.
  std::unordered_map<const Cell*, ImageStrips> strips_;
};

}  // namespace mux::term
