// Titles, and other text from programs that people are shown.
#pragma once

#include <string>
#include <string_view>

#include "mux/term/emulator.h"

namespace mux::term {

// Valid UTF-8 without control characters, not longer than a title may be.
std::string shown_text(std::string_view text);

void set_window_title(Emulator& emulator, std::string_view text);
void set_icon_title(Emulator& emulator, std::string_view text);

}  // namespace mux::term
