// WrappedHistory: history as it looks in a given width.
//
// History keeps rows as wide as the screen was.  Here rows of one line are joined
// and wrapped anew, but only counted until one of them is read; what is counted
// stays counted while lines come and go.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

#include "mux/term/terminal.h"

namespace mux::term {

class WrappedHistory {
 public:
  // The terminal outlives it.
  explicit WrappedHistory(Terminal& terminal) : terminal_(terminal) {}

  // Takes note of what has come and gone; to be called after writes and resizes.
  void update(int columns);

  std::size_t rows() const;
  // Row 0 is the oldest.  The cells are good until the next write.
  void read(std::size_t row, HistoryRow& out);

 private:
  // Some stored rows that are one line.
  struct Line {
    std::uint64_t first = 0;    // Number of its first stored row (History::first_number).
    std::uint64_t end_row = 0;  // How many rows there are up to its end.
  };

  bool is_stale() const;
  void append_lines(std::uint64_t from);
  std::size_t count_rows(std::size_t first, std::size_t end);
  void join(std::size_t first, std::size_t end);
  std::size_t segment_end(std::size_t start) const;

  Terminal& terminal_;
  int columns_ = 0;
  std::deque<Line> lines_;
  std::uint64_t gone_rows_ = 0;  // Of lines that are history no more.
  std::uint64_t end_ = 0;        // Number behind the last stored row that is counted.
  HistoryRow piece_;
  HistoryRow joined_;
};

}  // namespace mux::term
