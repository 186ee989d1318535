// Areas of cells as control functions treat them.
#pragma once

#include "mux/term/emulator.h"

namespace mux::term {

// Blanks cells [from, to) of a row with the pen's background; protected ones stay
// if that is wanted.
void erase_cells(Emulator& emulator, int y, int from, int to, bool keeps_protected);

}  // namespace mux::term
