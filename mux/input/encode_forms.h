// The forms that encode_key() chooses from.
#pragma once

#include <string>

#include "mux/input/encode.h"
#include "mux/input/key_forms.h"

namespace mux::input {

// CSI number[:shifted[:base]] [; modifiers[:action]] [; text] final
void encode_kitty_key(const KeyEvent& event, std::uint8_t flags, std::string& out);

// As terminals without the kitty protocol do, with modifyOtherKeys or without.
void encode_legacy_key(const KeyEvent& event, const InputModes& modes, std::string& out);

// CSI [number ; modifiers] final, without what has its default.
void append_named(const KeyForm& form, unsigned modifiers, std::string& out);

}  // namespace mux::input
