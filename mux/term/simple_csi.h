// Control sequences of the kind that nearly all are: whole, with numbers that fit and
// without intermediates.
#pragma once

#include <cstddef>
#include <string_view>

#include "mux/term/emulator.h"

namespace mux::term {

// Runs the control sequence that starts with the ESC at `at`.  Returns where it ends, or
// `at`: then it is for the tokenizer, which gives the same result.
std::size_t run_simple_csi(Emulator& emulator, std::string_view bytes, std::size_t at);

}  // namespace mux::term
