// Putting characters into the grid.
#pragma once

#include <string_view>

#include "mux/term/emulator.h"

namespace mux::term {

// Bytes 0x20 to 0x7E.
void put_ascii(Emulator& emulator, std::string_view text);
// Characters of two cells that join nothing (Joining::Other).
void put_wide(Emulator& emulator, std::u32string_view text);
// Any other character that is not a control.
void put(Emulator& emulator, char32_t code_point);
// The last character n times more, if text came last.
void repeat(Emulator& emulator, int n);

}  // namespace mux::term
