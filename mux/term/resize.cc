#include "mux/term/resize.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "mux/term/image_placing.h"
#include "mux/term/mode_effects.h"

namespace mux::term {

namespace {

// One row, taken out of the grid or of history.
struct LooseRow {
  std::vector<Cell> cells;
  StyleId fill = 0;
  PromptMark mark = PromptMark::None;
  LineSize line_size = LineSize::Single;
  bool is_wrapped = false;
  ImageStrips strips{};
};

// Rows of one line may come back from history up to this number: a line can be
// endless.
constexpr std::size_t kMostRowsBack = 1000;

LooseRow loose_row(Grid& grid, int y) {
  Row& row = grid.row(y);
  return {.cells = std::vector<Cell>(row.cells, row.cells + row.length),
          .fill = row.fill,
          .mark = row.mark,
          .line_size = row.line_size,
          .is_wrapped = row.is_wrapped,
          .strips = grid.take_strips(row)};
}

LooseRow take_from_history(Emulator& emulator) {
  History& history = emulator.history;
  const std::size_t last = history.size() - 1;
  LooseRow row;
  const EncodedLine line = history.line(last);
  row.mark = line.mark;
  row.line_size = line.line_size;
  row.is_wrapped = line.is_wrapped;
  row.fill = history.decode(last, emulator.tables, row.cells);
  row.strips = take_kept_strips(emulator, history.first_number() + last);
  history.pop();
  return row;
}

bool is_used(const Row& row) {
  return row.length > 0 || row.fill != 0 || row.is_wrapped;
}

// Rows of the main screen that have something, and of history the start of the
// first line and as many rows as the screen grows by.
std::vector<LooseRow> take_rows(Emulator& emulator, int grown, Position& cursor) {
  Grid& grid = emulator.main.grid;
  int used = grid.rows();
  while (used > cursor.y + 1 && !is_used(grid.row(used - 1))) --used;
  const bool is_full = used == grid.rows();
  std::vector<LooseRow> back;
  bool is_wrapped = grid.row(0).is_wrapped;
  while (emulator.history.size() > 0 && back.size() < kMostRowsBack &&
         (is_wrapped || (is_full && static_cast<int>(back.size()) < grown))) {
    back.push_back(take_from_history(emulator));
    is_wrapped = back.back().is_wrapped;
  }
  std::vector<LooseRow> rows(std::make_move_iterator(back.rbegin()),
                             std::make_move_iterator(back.rend()));
  for (int y = 0; y < used; ++y) rows.push_back(loose_row(grid, y));
  cursor.y += static_cast<int>(back.size());
  return rows;
}

// Wraps lines, row after row, for another width.
class Rewrapper {
 public:
  // The cursor is at (x, y) of the rows that are going to be added.
  Rewrapper(int columns, Position cursor) : columns_(columns), cursor_(cursor) {
    // Where the next character belongs.
    if (cursor.wraps_next) ++cursor_.x;
  }

  void add(LooseRow& row, int y, bool is_continued) {
    if (!row.is_wrapped || rows_.empty()) {
      rows_.push_back({.cells = {},
                       .fill = row.fill,
                       .mark = row.mark,
                       .line_size = row.line_size,
                       .is_wrapped = row.is_wrapped});
    }
    // Images stay where the row begins.
    std::ranges::move(row.strips, std::back_inserter(rows_.back().strips));
    std::size_t length = row.cells.size();
    // A wide character that did not fit left a blank.
    if (is_continued) {
      while (length > 0 && row.cells[length - 1].is_blank()) --length;
    }
    for (std::size_t x = 0; x < length; ++x) {
      note_cursor(static_cast<int>(x), y);
      if (!row.cells[x].is_tail()) put(row.cells, x);
    }
    rows_.back().fill = row.fill;
    if (cursor_.y == y && cursor_.x >= static_cast<int>(length)) {
      const int behind = cursor_.x - static_cast<int>(length);
      const int x = static_cast<int>(rows_.back().cells.size()) + behind;
      place_ = {.x = std::min(x, columns_ - 1),
                .y = static_cast<int>(rows_.size()) - 1,
                .wraps_next = x >= columns_};
    }
  }

  std::vector<LooseRow>& rows() { return rows_; }
  Position cursor() const { return place_; }

 private:
  void note_cursor(int x, int y) {
    if (cursor_.y != y || cursor_.x != x) return;
    const int filled = static_cast<int>(rows_.back().cells.size());
    const bool is_next = filled >= columns_;
    place_ = {.x = is_next ? 0 : filled, .y = static_cast<int>(rows_.size()) - (is_next ? 0 : 1)};
  }

  void put(const std::vector<Cell>& cells, std::size_t x) {
    const std::size_t width = cells[x].is_wide() && x + 1 < cells.size() ? 2 : 1;
    const LineSize line_size = rows_.back().line_size;
    const int room = line_size == LineSize::Single ? columns_ : std::max(1, columns_ / 2);
    const auto columns = static_cast<std::size_t>(room);
    if (width > columns) return;
    if (rows_.back().cells.size() + width > columns) {
      rows_.push_back({.cells = {}, .line_size = line_size, .is_wrapped = true});
    }
    std::vector<Cell>& row = rows_.back().cells;
    row.insert(row.end(), cells.begin() + static_cast<std::ptrdiff_t>(x),
               cells.begin() + static_cast<std::ptrdiff_t>(x + width));
  }

  int columns_;
  Position cursor_;
  Position place_;
  std::vector<LooseRow> rows_;
};

void fill_row(Grid& grid, int y, LooseRow& source) {
  Row& row = grid.row(y);
  const auto length = std::min(source.cells.size(), static_cast<std::size_t>(grid.columns()));
  grid.erase_row(row, source.fill);
  Cell* const cells = grid.open(row, 0, static_cast<int>(length));
  std::copy(source.cells.begin(), source.cells.begin() + static_cast<std::ptrdiff_t>(length),
            cells);
  row.has_wide = std::ranges::any_of(source.cells, &Cell::is_wide);
  row.has_cluster = true;
  if (length > 0 && cells[length - 1].is_wide()) {
    cells[length - 1] = Cell::blank(cells[length - 1].style);
  }
  row.is_wrapped = source.is_wrapped;
  row.mark = source.mark;
  row.line_size = source.line_size;
  grid.set_strips(row, std::move(source.strips));
}

void push_to_history(Emulator& emulator, LooseRow& source) {
  Row row;
  row.cells = source.cells.data();
  row.length = static_cast<std::uint16_t>(source.cells.size());
  row.has_wide = true;
  row.has_cluster = true;
  row.fill = source.fill;
  row.mark = source.mark;
  row.line_size = source.line_size;
  row.is_wrapped = source.is_wrapped;
  if (!source.strips.empty()) keep_strips(emulator, std::move(source.strips));
  emulator.history.push(row, emulator.tables);
}

void resize_main(Emulator& emulator, Size size) {
  Screen& main = emulator.main;
  Position cursor = main.cursor;
  const int grown = size.rows - main.grid.rows();
  std::vector<LooseRow> old = take_rows(emulator, grown, cursor);
  Rewrapper rewrapper(size.columns, cursor);
  for (std::size_t y = 0; y < old.size(); ++y) {
    rewrapper.add(old[y], static_cast<int>(y), y + 1 < old.size() && old[y + 1].is_wrapped);
  }
  std::vector<LooseRow>& rows = rewrapper.rows();
  Position place = rewrapper.cursor();
  const int total = static_cast<int>(rows.size());
  // The end stays visible, and the cursor in any case.
  const int first = std::clamp(total - size.rows, 0, std::max(place.y, 0));
  for (int y = 0; y < first; ++y) {
    push_to_history(emulator, rows[static_cast<std::size_t>(y)]);
  }
  main.grid.reset(size);
  for (int y = 0; y < size.rows && first + y < total; ++y) {
    fill_row(main.grid, y, rows[static_cast<std::size_t>(first) + static_cast<std::size_t>(y)]);
  }
  place.y -= first;
  main.cursor = {.x = std::clamp(place.x, 0, size.columns - 1),
                 .y = std::clamp(place.y, 0, size.rows - 1),
                 .wraps_next = place.wraps_next};
}

void resize_alternate(Screen& alternate, Size size) {
  Grid& grid = alternate.grid;
  const int gone = std::max(0, alternate.cursor.y + 1 - size.rows);
  std::vector<LooseRow> rows;
  for (int y = gone; y < grid.rows() && y - gone < size.rows; ++y) {
    rows.push_back(loose_row(grid, y));
  }
  alternate.grid.reset(size);
  for (std::size_t y = 0; y < rows.size(); ++y) {
    fill_row(alternate.grid, static_cast<int>(y), rows[y]);
  }
  Position& at = alternate.cursor;
  at = {.x = std::min(at.x, size.columns - 1), .y = at.y - gone};
}

void clamp_saved(Screen& screen, Size size) {
  Position& at = screen.saved.position;
  at.x = std::min(at.x, size.columns - 1);
  at.y = std::min(at.y, size.rows - 1);
}

}  // namespace

void resize_terminal(Emulator& emulator, Size size) {
  if (size == emulator.size()) return;
  // Before its first use the alternate screen has one cell.
  if (emulator.alternate.grid.size() == emulator.size()) {
    resize_alternate(emulator.alternate, size);
  }
  resize_main(emulator, size);
  clamp_saved(emulator.main, size);
  clamp_saved(emulator.alternate, size);
  emulator.main.reset_margins();
  emulator.alternate.reset_margins();
  emulator.tabs.resize(size.columns);
  emulator.end_text();
  emulator.is_pen_changed = true;
  report_size(emulator, emulator.modes[Mode::SizeReports]);
}

}  // namespace mux::term
