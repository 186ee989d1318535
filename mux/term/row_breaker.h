// RowBreaker: where rows of a certain width begin in a line, told from its text
// without making cells of it.
#pragma once

#include <algorithm>
#include <cstddef>

#include "mux/term/text_cells.h"

namespace mux::term {

class RowBreaker {
 public:
  // Starts with a row that begins at cell `start` of the first text.  Stops to look
  // for the start of rows behind row `wanted`, counted from that one.
  RowBreaker(std::size_t columns, std::size_t start, std::size_t wanted)
      : columns_(columns), start_(start), skip_(start), wanted_(wanted) {}

  // The next stored row of the line.
  void add(const EncodedLine& line) {
    cell_ = 0;
    width_ = 0;
    end_ = line.columns;
    if (line.columns == line.text.size() || columns_ == 1) {
      add_narrow(line.columns);
    } else {
      cut_text(line.text, *this);
    }
    skip_ = 0;
  }

  // Rows that have begun, but for the first one.
  std::size_t row() const { return row_; }
  bool is_found() const { return row_ >= wanted_; }
  // The cell of its text where row `wanted` begins.
  std::size_t start() const { return start_; }

  // Of cut_text.
  void begin(char32_t /*code_point*/, std::size_t /*start*/, unsigned width) {
    cell_ += width_;
    width_ = width;
    if (cell_ >= skip_) place(width);
  }
  void extend(std::size_t /*start*/, std::size_t /*end*/, unsigned width) {
    // In the last column there was no room for it to become wide.
    if (width == width_ || cell_ + width > end_) return;
    const unsigned more = width - width_;
    width_ = width;
    if (cell_ >= skip_) place(more);
  }

 private:
  // Cells that may all be the first of a row.
  void add_narrow(std::size_t cells) {
    const std::size_t more = cells - std::min(skip_, cells);
    const std::size_t filled = filled_ + more;
    if (filled <= columns_) {
      filled_ = filled;
      return;
    }
    const std::size_t rows = (filled - 1) / columns_;
    if (row_ < wanted_ && row_ + rows >= wanted_) {
      start_ = cells - more + (wanted_ - row_) * columns_ - filled_;
    }
    row_ += rows;
    filled_ = filled - rows * columns_;
  }

  // The character takes that many cells, or cells more.
  void place(unsigned cells) {
    filled_ += cells;
    if (filled_ <= columns_) return;
    filled_ = width_;
    if (++row_ == wanted_) start_ = cell_;
  }

  std::size_t columns_;
  std::size_t start_;
  std::size_t skip_;  // Cells of the first text that belong to rows before.
  std::size_t wanted_;
  std::size_t row_ = 0;
  std::size_t filled_ = 0;  // Columns of the row.
  std::size_t cell_ = 0;    // Where the character begins.
  std::size_t end_ = 0;     // Of the text's cells.
  unsigned width_ = 0;      // Of the character.
};

}  // namespace mux::term
