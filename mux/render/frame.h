// Frame: what a client's screen is to show, cell by cell.
//
// Cells have one form for each look: a space is a blank, a blank has no colour of
// characters, and the second half of a wide character has its style.  So two cells
// look the same exactly if they are the same word.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "mux/layout/geometry.h"
#include "mux/render/frame_tables.h"

namespace mux::render {

enum class CellWidth : std::uint32_t { Narrow = 0, Wide = 1, WideTail = 2 };

struct Cell {
  std::uint32_t content : 21 = 0;  // Code point or cluster; 0: blank.
  std::uint32_t is_cluster : 1 = 0;
  std::uint32_t width : 2 = 0;  // A CellWidth.
  std::uint32_t spare : 8 = 0;
  StyleId style = 0;

  std::uint64_t word() const { return std::bit_cast<std::uint64_t>(*this); }
  bool operator==(const Cell& other) const { return word() == other.word(); }
  bool is_blank() const { return content == 0 && is_cluster == 0 && width == 0; }
  CellWidth cell_width() const { return static_cast<CellWidth>(width); }
};
static_assert(sizeof(Cell) == 8);

struct FrameSize {
  int columns = 0;
  int rows = 0;
  bool operator==(const FrameSize&) const = default;
};

// Rows of the area move up by `lines`, or down by as many if negative; those that come
// in are blank.
struct Scroll {
  layout::Rect area;
  int lines = 0;
};

class Frame {
 public:
  Frame(FrameSize size, FrameTables& tables);

  FrameSize size() const { return size_; }
  FrameTables& tables() const { return *tables_; }
  std::span<const Cell> row(int y) const { return {&cells_[index(0, y)], columns()}; }
  const Cell& cell(int x, int y) const { return cells_[index(x, y)]; }

  // Outside of the frame nothing is drawn; a wide character that does not fit, or of
  // which one half is drawn over, leaves blanks.
  void put(int x, int y, char32_t character, bool is_wide, StyleId style);
  void put_cluster(int x, int y, std::string_view text, bool is_wide, StyleId style);
  void fill(layout::Rect rect, StyleId style);  // With blanks.
  // Cells that have their final form already; no wide character is cut off.
  void put_cells(int x, int y, std::span<const Cell> cells);

  // Valid UTF-8 up to column `end`; marks join the character before them.  Returns the
  // column behind it.
  int write(int x, int y, std::string_view text, StyleId style, int end);

  // Rows that may have changed since all were settled; at first all have.
  bool is_touched(int y) const { return touched_[static_cast<std::size_t>(y)] != 0; }
  void settle() {
    touched_.assign(touched_.size(), 0);
    scrolls_.clear();
  }

  // The area lies inside of the frame.  The terminal may be made to do the same.
  void scroll(const Scroll& scroll);
  // Since all rows were settled, in order.
  std::span<const Scroll> scrolls() const { return scrolls_; }

  // For FrameDiff:
  void copy_row(const Frame& from, int y);
  void renumber(FrameTables& tables);  // To numbers of another table.

 private:
  std::size_t columns() const { return static_cast<std::size_t>(size_.columns); }
  std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y) * columns() + static_cast<std::size_t>(x);
  }
  void touch(int y) { touched_[static_cast<std::size_t>(y)] = 1; }
  void set(int x, int y, Cell cell);
  void blank_half(int x, int y);

  FrameSize size_;
  FrameTables* tables_;  // Outlives the frame.
  std::vector<Cell> cells_;
  std::vector<char> touched_;  // By row.
  std::vector<Scroll> scrolls_;
};

}  // namespace mux::render
