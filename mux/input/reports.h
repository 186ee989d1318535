// Answers of the outer terminal: which sequences they are (rows), and what they say.
#pragma once

#include <string_view>

#include "mux/input/control_sequence.h"
#include "mux/input/event.h"

namespace mux::input {

// Of a CSI sequence that is no key, no mouse event, no paste and no focus change.
Report report_of(const ControlSequence& sequence, std::string_view text);

// Of OSC (']'), DCS ('P') or APC ('_') with what is between it and its end.
Report report_of_string(char introducer, std::string_view text);

// Whether an answer can start so; else ESC and the introducer were a key with Alt.
bool can_start_string(char introducer, char first);

}  // namespace mux::input
