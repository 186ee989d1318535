// Control functions that erase, and those that protect from it.
#include <algorithm>

#include "mux/term/functions.h"
#include "mux/term/motion.h"
#include "mux/term/rectangle.h"

namespace mux::term {

void erase_cells(Emulator& emulator, int y, int from, int to, bool keeps_protected) {
  Grid& grid = emulator.screen->grid;
  const StyleId blank = emulator.blank_style();
  if (!keeps_protected) {
    grid.erase(y, from, to, blank);
    return;
  }
  // Runs of cells between protected ones.
  for (int x = from; x < to;) {
    while (x < to && grid.row(y).cell(x).is_protected != 0) ++x;
    int end = x;
    while (end < to && grid.row(y).cell(end).is_protected == 0) ++end;
    if (x < end) grid.erase(y, x, end, blank);
    x = end;
  }
}

namespace {

// Whole rows lose what they say about wrapping and prompts, too.
// Only who erases the screen as a whole erases images that are not text.
void erase_rows(Emulator& emulator, int from, int to, bool keeps_protected, bool keeps_images) {
  Grid& grid = emulator.screen->grid;
  for (int y = from; y < to; ++y) {
    if (keeps_protected) {
      erase_cells(emulator, y, 0, grid.columns(), true);
    } else if (keeps_images && grid.row(y).has_images) {
      grid.erase(y, 0, grid.columns(), emulator.blank_style());
      grid.row(y).is_wrapped = false;
    } else {
      grid.erase_row(grid.row(y), emulator.blank_style());
    }
  }
}

void erase_in_line(Emulator& emulator, int what, bool keeps_protected) {
  Position& at = emulator.screen->cursor;
  const int columns = emulator.columns();
  // Behind the last column there is nothing to erase: the bars that programs draw
  // over the whole width and end with EL stay whole.
  if (at.wraps_next && what == 0) return;
  // What the row below continued is gone.
  if (what != 1 && at.y + 1 < emulator.rows()) {
    emulator.screen->grid.row(at.y + 1).is_wrapped = false;
  }
  switch (what) {
    case 0:
      if (at.x == 0) emulator.cursor_row().is_wrapped = false;
      erase_cells(emulator, at.y, at.x, columns, keeps_protected);
      break;
    case 1:
      erase_cells(emulator, at.y, 0, at.x + 1, keeps_protected);
      break;
    case 2:
      emulator.cursor_row().is_wrapped = false;
      erase_cells(emulator, at.y, 0, columns, keeps_protected);
      break;
    default:
      break;
  }
}

void erase_in_display(Emulator& emulator, int what, bool keeps_protected) {
  Position& at = emulator.screen->cursor;
  at.wraps_next = at.wraps_next && what == 0;
  switch (what) {
    case 0:
      // A whole row loses its size, too.
      if (at.x == 0) emulator.cursor_row().line_size = LineSize::Single;
      erase_in_line(emulator, 0, keeps_protected);
      erase_rows(emulator, at.y + 1, emulator.rows(), keeps_protected, true);
      break;
    case 1:
      erase_rows(emulator, 0, at.y, keeps_protected, true);
      erase_in_line(emulator, 1, keeps_protected);
      emulator.cursor_row().is_wrapped = false;
      break;
    case 2:
      erase_rows(emulator, 0, emulator.rows(), keeps_protected, false);
      break;
    case 3:
      if (!emulator.is_alternate()) emulator.history.clear();
      break;
    default:
      break;
  }
}

void protect(Emulator& emulator, bool is_protecting, Protection protection) {
  emulator.pen.is_protecting = is_protecting;
  emulator.protection = protection;
}

}  // namespace

namespace functions {

void ed(Emulator& emulator, const Parameters& parameters) {
  erase_in_display(emulator, parameters.value_or(0, 0), emulator.protection == Protection::Full);
}

void el(Emulator& emulator, const Parameters& parameters) {
  erase_in_line(emulator, parameters.value_or(0, 0), emulator.protection == Protection::Full);
}

void ech(Emulator& emulator, const Parameters& parameters) {
  Position& at = emulator.screen->cursor;
  at.wraps_next = false;
  const int count = std::min(parameters.count_at(0), emulator.columns() - at.x);
  erase_cells(emulator, at.y, at.x, at.x + count, emulator.protection == Protection::Full);
}

void decsed(Emulator& emulator, const Parameters& parameters) {
  const int what = parameters.value_or(0, 0);
  if (what <= 2) erase_in_display(emulator, what, emulator.protection != Protection::None);
}

void decsel(Emulator& emulator, const Parameters& parameters) {
  erase_in_line(emulator, parameters.value_or(0, 0), emulator.protection != Protection::None);
}

void decsca(Emulator& emulator, const Parameters& parameters) {
  const int value = parameters.value_or(0, 0);
  if (value <= 2) protect(emulator, value == 1, Protection::Selective);
}

void spa(Emulator& emulator, const Parameters& /*parameters*/) {
  protect(emulator, true, Protection::Full);
}

void epa(Emulator& emulator, const Parameters& /*parameters*/) {
  protect(emulator, false, Protection::Full);
}

void decaln(Emulator& emulator, const Parameters& /*parameters*/) {
  emulator.screen->reset_margins();
  emulator.modes.set(Mode::Origin, false);
  move_to(emulator, 0, 0);
  emulator.pen_style();  // Sweeps now, not between the two.
  Style plain = emulator.pen.style;
  // Terminals of DEC know one way to underline.
  if (plain.underline != Underline::None) plain.underline = Underline::Single;
  plain.underline_color = Color();
  const StyleId style = emulator.tables.styles.intern(plain);
  Grid& grid = emulator.screen->grid;
  for (int y = 0; y < grid.rows(); ++y) {
    grid.erase_row(grid.row(y), 0);
    Cell* const cells = grid.open(grid.row(y), 0, grid.columns());
    std::fill(cells, cells + grid.columns(), Cell::of('E', style));
  }
}

void line_size(Emulator& emulator, const Parameters& parameters) {
  // Margins at the sides and lines of double width do not go together.
  if (emulator.modes[Mode::SideMargins]) return;
  constexpr LineSize kSizes[] = {LineSize::DoubleTop, LineSize::DoubleBottom, LineSize::Single,
                                 LineSize::DoubleWidth};
  const LineSize size = kSizes[parameters.final - '3'];
  const Position at = emulator.screen->cursor;
  Row& row = emulator.cursor_row();
  if (row.line_size == size) return;
  row.line_size = size;
  emulator.screen->grid.touch(row);
  if (!row.is_double()) return;
  // What has no room any more is lost.
  emulator.screen->grid.erase(at.y, row_end(emulator, 0, at.y), emulator.columns(),
                              emulator.blank_style());
  if (at.x >= row_end(emulator, 0, at.y)) move_to(emulator, at.x, at.y);
}

}  // namespace functions

}  // namespace mux::term
