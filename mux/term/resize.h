// Another size: the lines of the main screen are wrapped anew, the alternate one
// is cut or extended.
#pragma once

#include "mux/term/emulator.h"

namespace mux::term {

void resize_terminal(Emulator& emulator, Size size);

}  // namespace mux::term
