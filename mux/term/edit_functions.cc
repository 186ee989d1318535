// Control functions that insert, delete and scroll.
#include "mux/term/functions.h"
#include "mux/term/motion.h"
#include "mux/term/text.h"

namespace mux::term::functions {

namespace {

// What of the area between the margins is below the cursor.
Area area_below(const Emulator& emulator) {
  Area area = emulator.margins();
  area.top = emulator.screen->cursor.y;
  return area;
}

void go_to_line_start(Emulator& emulator) {
  move_to(emulator, emulator.margins().left, emulator.screen->cursor.y);
}

// Inserts or deletes cells in all rows between the margins, from column x on.
void shift_columns(Emulator& emulator, int x, int n, bool is_insertion) {
  Grid& grid = emulator.screen->grid;
  const StyleId blank = emulator.blank_style();
  const Area& area = emulator.margins();
  for (int y = area.top; y < area.bottom; ++y) {
    if (is_insertion) {
      grid.insert_cells(y, x, area.right, n, blank);
    } else {
      grid.delete_cells(y, x, area.right, n, blank);
    }
  }
}

}  // namespace

void ich(Emulator& emulator, const Parameters& parameters) {
  Position& at = emulator.screen->cursor;
  at.wraps_next = false;
  const Area& margins = emulator.margins();
  if (at.x < margins.left || at.x >= margins.right) return;
  emulator.screen->grid.insert_cells(at.y, at.x, margins.right, parameters.count_at(0),
                                     emulator.blank_style());
}

void dch(Emulator& emulator, const Parameters& parameters) {
  Position& at = emulator.screen->cursor;
  at.wraps_next = false;
  const Area& margins = emulator.margins();
  if (at.x < margins.left || at.x >= margins.right) return;
  emulator.screen->grid.delete_cells(at.y, at.x, margins.right, parameters.count_at(0),
                                     emulator.blank_style());
}

void il(Emulator& emulator, const Parameters& parameters) {
  if (!emulator.is_between_margins()) return;
  emulator.screen->grid.scroll_down(area_below(emulator), parameters.count_at(0),
                                    emulator.blank_style());
  go_to_line_start(emulator);
}

void dl(Emulator& emulator, const Parameters& parameters) {
  if (!emulator.is_between_margins()) return;
  emulator.screen->grid.scroll_up(area_below(emulator), parameters.count_at(0),
                                  emulator.blank_style());
  go_to_line_start(emulator);
}

void su(Emulator& emulator, const Parameters& parameters) {
  scroll_up(emulator, emulator.margins(), parameters.count_at(0));
}

void sd(Emulator& emulator, const Parameters& parameters) {
  // With five parameters it is a request to track the mouse.
  if (parameters.count() > 1) return;
  emulator.screen->grid.scroll_down(emulator.margins(), parameters.count_at(0),
                                    emulator.blank_style());
}

void sl(Emulator& emulator, const Parameters& parameters) {
  if (!emulator.is_between_margins()) return;
  shift_columns(emulator, emulator.margins().left, parameters.count_at(0), false);
}

void sr(Emulator& emulator, const Parameters& parameters) {
  if (!emulator.is_between_margins()) return;
  shift_columns(emulator, emulator.margins().left, parameters.count_at(0), true);
}

void decic(Emulator& emulator, const Parameters& parameters) {
  if (!emulator.is_between_margins()) return;
  shift_columns(emulator, emulator.screen->cursor.x, parameters.count_at(0), true);
}

void decdc(Emulator& emulator, const Parameters& parameters) {
  if (!emulator.is_between_margins()) return;
  shift_columns(emulator, emulator.screen->cursor.x, parameters.count_at(0), false);
}

void rep(Emulator& emulator, const Parameters& parameters) {
  repeat(emulator, parameters.count_at(0));
}

}  // namespace mux::term::functions
