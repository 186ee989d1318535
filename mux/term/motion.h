// Moving the cursor, and the scrolling that comes with it.
#pragma once

#include "mux/term/emulator.h"

namespace mux::term {

// Scrolls the rows of the area; those that leave the top of the main screen go to
// history.
void scroll_up(Emulator& emulator, const Area& area, int n);

// The column behind the last one of a row, for a cursor in column x: a double row
// ends in the middle of the screen.
int row_end(const Emulator& emulator, int x, int y);

// To a column and row of the screen, or the nearest there is.
void move_to(Emulator& emulator, int x, int y);
// The same, counted from the origin, in which it stays (DECOM).
void move_to_origin(Emulator& emulator, int x, int y);
// Up and down stop at the margins.
void move_up(Emulator& emulator, int n);
void move_down(Emulator& emulator, int n);
void move_right(Emulator& emulator, int n);
void move_left(Emulator& emulator, int n);
void carriage_return(Emulator& emulator);
// Down by one; the area between the margins scrolls if it is at its end.
void index(Emulator& emulator);
void reverse_index(Emulator& emulator);
void line_feed(Emulator& emulator);
void backspace(Emulator& emulator);
void tab_forward(Emulator& emulator, int n);
void tab_backward(Emulator& emulator, int n);

void save_cursor(Emulator& emulator);
void restore_cursor(Emulator& emulator);

}  // namespace mux::term
