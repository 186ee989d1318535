// Control characters and CSI sequences that are keys.
#pragma once

#include <optional>
#include <string_view>

#include "mux/input/key.h"

namespace mux::input {

// Of what follows CSI, final included; none if it is no key.
std::optional<KeyEvent> key_of_sequence(std::string_view text);

// rxvt ends its keys with Shift by '$', which elsewhere is not the end.
bool is_rxvt_shift(std::string_view text);

// Of a byte below 32, or 127.
KeyEvent key_of_control(unsigned char byte);

// The code of a capital becomes that of its key.
void fold_capital(KeyEvent& event);

}  // namespace mux::input
