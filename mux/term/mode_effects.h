// What setting and resetting some modes does.
#pragma once

#include "mux/term/emulator.h"

namespace mux::term {

void change_columns(Emulator& emulator, bool value);
void go_home(Emulator& emulator, bool value);
void blink_cursor(Emulator& emulator, bool value);
void show_alternate(Emulator& emulator, bool value);
void show_alternate_save(Emulator& emulator, bool value);
void keep_cursor(Emulator& emulator, bool value);
void allow_side_margins(Emulator& emulator, bool value);
void report_size(Emulator& emulator, bool value);

}  // namespace mux::term
