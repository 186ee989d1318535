// WrappedHistory: history as it looks in a given width.
//
// History keeps rows as wide as the screen was.  Here rows of one line are joined
// and wrapped anew, but only counted until one of them is read; what is counted
// stays counted while lines come and go.  Most lines are counted by their columns: wide
// characters may leave one column of a row blank, and only where that makes a
// difference the text is looked at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "mux/term/terminal.h"

namespace mux::term {

class WrappedHistory {
 public:
  // The terminal outlives it.
  explicit WrappedHistory(Terminal& terminal) : terminal_(terminal) {}

  // Takes note of what has come and gone; to be called after writes and resizes.
  void update(int columns);
  // The terminal has become wider or narrower: what was counted is not so any more.
  void forget();

  std::size_t rows() const;
  // Rows that are history no more; so the number first_number() + row stays the same
  // while lines come and go, but for another width.
  std::uint64_t first_number() const { return gone_rows_; }

  // Row 0 is the oldest.  The cells are good until the next write.
  void read(std::size_t row, HistoryRow& out);
  // Without reading its cells, unless the line is not ASCII.
  void append_text(std::size_t row, std::string& out);
  bool is_wrapped(std::size_t row) const { return place_of(row).skip > 0; }
  PromptMark mark(std::size_t row) const;

  // The number of the first stored row of the row's line (History::first_number), and
  // the row where the line of a stored row begins; there are such.
  std::uint64_t stored_row(std::size_t row) const;
  std::size_t row_of_stored(std::uint64_t number) const;

 private:
  // Some stored rows that are one line.
  struct Line {
    std::uint64_t first = 0;    // Number of its first stored row (History::first_number).
    std::uint64_t end_row = 0;  // How many rows there are up to its end.
  };

  // A row: of which stored rows its line is, by their indices, and how many rows of it
  // come before.
  struct Place {
    std::size_t first = 0;
    std::size_t behind = 0;
    std::size_t skip = 0;
  };
  // Where a row of a line begins: in which stored row, by its number, and cell of it.
  struct RowStart {
    std::uint64_t line = 0;  // Number of the line's first stored row.
    std::size_t skip = 0;    // Rows of it before this one.
    std::uint64_t stored = 0;
    std::size_t cell = 0;
  };

  Place place_of(std::size_t row) const;
  RowStart start_of(const Place& place) const;
  bool append_ascii(const Place& place, std::string& out) const;
  void append_lines(std::uint64_t from);
  void append_line(std::uint64_t first, std::uint64_t end, std::size_t columns, bool is_ascii);
  std::size_t count_rows(std::size_t first, std::size_t end, std::size_t columns,
                         bool is_ascii) const;

  Terminal& terminal_;
  int columns_ = 0;
  std::deque<Line> lines_;
  std::uint64_t gone_rows_ = 0;  // Of lines that are history no more.
  std::uint64_t end_ = 0;        // Number behind the last stored row that is counted.
  // The last one looked for: who reads on need not start at the line's beginning.
  mutable std::optional<RowStart> last_start_;
  HistoryRow piece_;
};

}  // namespace mux::term
