#include "mux/term/motion.h"

#include <algorithm>

#include "mux/term/image_placing.h"

namespace mux::term {

namespace {

void leave_top(Emulator& emulator, Row& row) {
  if (row.has_images) keep_strips(emulator, emulator.screen->grid.take_strips(row));
  emulator.history.push(row, emulator.tables);
}

}  // namespace

void scroll_up(Emulator& emulator, const Area& area, int n) {
  Grid& grid = emulator.screen->grid;
  const StyleId blank = emulator.blank_style();
  const bool is_whole_width = area.left == 0 && area.right == grid.columns();
  // What text does at the end of the screen.
  if (n == 1 && is_whole_width && area.rows() == grid.rows()) {
    if (!emulator.is_alternate()) leave_top(emulator, grid.row(0));
    grid.scroll_all(blank);
    return;
  }
  n = std::min(n, area.rows());
  if (area.top == 0 && is_whole_width && !emulator.is_alternate()) {
    for (int y = 0; y < n; ++y) leave_top(emulator, grid.row(y));
  }
  grid.scroll_up(area, n, blank);
}

int row_end(const Emulator& emulator, int x, int y) {
  const int columns = emulator.columns();
  if (!emulator.screen->grid.row(y).is_double()) return columns;
  const int half = std::max(1, columns / 2);
  // A line feed may have taken the cursor behind the end.
  return x < half ? half : columns;
}

void move_to(Emulator& emulator, int x, int y) {
  Position& at = emulator.screen->cursor;
  at.y = std::clamp(y, 0, emulator.rows() - 1);
  at.x = std::clamp(x, 0, row_end(emulator, 0, at.y) - 1);
  at.wraps_next = false;
}

void move_to_origin(Emulator& emulator, int x, int y) {
  const Area origin = emulator.origin();
  move_to(emulator, std::min(origin.left + x, origin.right - 1),
          std::min(origin.top + y, origin.bottom - 1));
}

void move_up(Emulator& emulator, int n) {
  const Position& at = emulator.screen->cursor;
  const int first = at.y >= emulator.margins().top ? emulator.margins().top : 0;
  move_to(emulator, at.x, std::max(first, at.y - n));
}

void move_down(Emulator& emulator, int n) {
  const Position& at = emulator.screen->cursor;
  const int end = at.y < emulator.margins().bottom ? emulator.margins().bottom : emulator.rows();
  move_to(emulator, at.x, std::min(end - 1, at.y + std::min(n, end)));
}

void move_right(Emulator& emulator, int n) {
  const Position& at = emulator.screen->cursor;
  const int end = at.x < emulator.margins().right ? emulator.margins().right : emulator.columns();
  move_to(emulator, std::min(end - 1, at.x + std::min(n, end)), at.y);
}

namespace {

// The column a line starts at, for a cursor in column x.
int line_start(const Emulator& emulator, int x) {
  return x >= emulator.margins().left ? emulator.margins().left : 0;
}

// One to the left; from the first column to the end of the line before, if that is
// wanted and the text wrapped there (or around, whatever it did).
void move_back(Emulator& emulator) {
  Position& at = emulator.screen->cursor;
  const Area& margins = emulator.margins();
  if (at.x != line_start(emulator, at.x)) {
    --at.x;
    return;
  }
  const bool is_around = emulator.modes[Mode::ReverseWrapAround];
  const bool is_wrapping =
      (is_around || emulator.modes[Mode::ReverseWrap]) && emulator.modes[Mode::Autowrap];
  if (!is_wrapping || !(is_around || emulator.cursor_row().is_wrapped)) return;
  const int top = at.y >= margins.top ? margins.top : 0;
  if (at.y == top && !is_around) return;
  at.x = margins.right - 1;
  at.y = at.y == top ? margins.bottom - 1 : at.y - 1;
}

}  // namespace

void move_left(Emulator& emulator, int n) {
  Position& at = emulator.screen->cursor;
  const bool is_reverse =
      emulator.modes[Mode::ReverseWrap] || emulator.modes[Mode::ReverseWrapAround];
  if (!is_reverse) {
    move_to(emulator, std::max(line_start(emulator, at.x), at.x - n), at.y);
    return;
  }
  // The first step leaves the place behind the last column.
  if (at.wraps_next && emulator.modes[Mode::Autowrap]) --n;
  at.wraps_next = false;
  n = std::min(n, emulator.columns() * emulator.rows());
  for (; n > 0; --n) move_back(emulator);
}

void backspace(Emulator& emulator) {
  move_left(emulator, 1);
}

void carriage_return(Emulator& emulator) {
  Position& at = emulator.screen->cursor;
  at.x = emulator.modes[Mode::Origin] ? emulator.margins().left : line_start(emulator, at.x);
  at.wraps_next = false;
}

void index(Emulator& emulator) {
  Position& at = emulator.screen->cursor;
  at.wraps_next = false;
  if (at.y + 1 != emulator.margins().bottom) {
    at.y += at.y + 1 < emulator.rows() ? 1 : 0;
  } else if (at.x >= emulator.margins().left && at.x < emulator.margins().right) {
    scroll_up(emulator, emulator.margins(), 1);
  }
}

void reverse_index(Emulator& emulator) {
  Position& at = emulator.screen->cursor;
  at.wraps_next = false;
  if (at.y != emulator.margins().top) {
    at.y -= at.y > 0 ? 1 : 0;
  } else if (at.x >= emulator.margins().left && at.x < emulator.margins().right) {
    emulator.screen->grid.scroll_down(emulator.margins(), 1, emulator.blank_style());
  }
}

void line_feed(Emulator& emulator) {
  const int before = emulator.screen->cursor.y;
  index(emulator);
  // The program broke the line here.
  if (emulator.screen->cursor.y != before) emulator.cursor_row().is_wrapped = false;
  if (emulator.modes[Mode::LineFeed]) carriage_return(emulator);
}

void tab_forward(Emulator& emulator, int n) {
  Position& at = emulator.screen->cursor;
  const int end = at.x < emulator.margins().right ? emulator.margins().right : emulator.columns();
  for (; n > 0 && at.x < end - 1; --n) at.x = emulator.tabs.next(at.x, end - 1);
}

void tab_backward(Emulator& emulator, int n) {
  Position& at = emulator.screen->cursor;
  const int first = emulator.modes[Mode::Origin] ? line_start(emulator, at.x) : 0;
  for (; n > 0 && at.x > first; --n) at.x = emulator.tabs.previous(at.x, first);
  at.wraps_next = false;
}

void save_cursor(Emulator& emulator) {
  emulator.screen->saved = {.position = emulator.screen->cursor,
                            .pen = emulator.pen,
                            .is_origin = emulator.modes[Mode::Origin]};
}

void restore_cursor(Emulator& emulator) {
  const SavedCursor& saved = emulator.screen->saved;
  emulator.modes.set(Mode::Origin, saved.is_origin);
  emulator.pen = saved.pen;
  emulator.is_pen_changed = true;
  const Area origin = emulator.origin();
  // The margins may have moved since.
  move_to(emulator, std::clamp(saved.position.x, origin.left, origin.right - 1),
          std::clamp(saved.position.y, origin.top, origin.bottom - 1));
  emulator.screen->cursor.wraps_next = saved.position.wraps_next;
}

}  // namespace mux::term
