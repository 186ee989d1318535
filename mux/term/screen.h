// Screen: a grid with its cursor.  A terminal has two, the main and the alternate.
#pragma once

#include "mux/term/cursor.h"
#include "mux/term/grid.h"
#include "mux/term/keyboard.h"

namespace mux::term {

struct Screen {
  explicit Screen(Size size) : grid(size) {}

  Grid grid;
  Position cursor;
  SavedCursor saved;
  KeyboardStack keyboard;
};

}  // namespace mux::term
