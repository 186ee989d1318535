// Screen: a grid with its cursor.  A terminal has two, the main and the alternate.
#pragma once

#include "mux/term/cursor.h"
#include "mux/term/grid.h"
#include "mux/term/keyboard.h"

namespace mux::term {

struct Screen {
  explicit Screen(Size size) : grid(size) { reset_margins(); }

  void reset_margins() {
    margins = {.top = 0, .left = 0, .bottom = grid.rows(), .right = grid.columns()};
  }

  Grid grid;
  Position cursor;
  // Where text scrolls.  Each screen has its own, so that a program on the
  // alternate one cannot take those of the program before it.
  Area margins;
  SavedCursor saved;
  KeyboardStack keyboard;
};

}  // namespace mux::term
