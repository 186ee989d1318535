// The number that says what the mouse did: buttons, modifiers, motion.
//
// Bits 0, 1, 6 and 7 are the button (3 of the first group: none), 2 Shift, 3 Alt,
// 4 Control, 5 motion.
#pragma once

#include <cstdint>

#include "mux/input/key.h"

namespace mux::input {

// `is_release` as the sequence itself tells (SGR); in other forms the number does.
MouseEvent mouse_of_number(std::uint32_t number, bool is_release);
// With `is_release_number`, as the forms need that do not tell a release otherwise.
std::uint32_t number_of_mouse(const MouseEvent& event, bool has_release_number);

}  // namespace mux::input
