// How the functional keys are written, for the decoder and the encoder alike.
//
//   CSI number ; modifiers ~      CSI number ; modifiers u
//   CSI 1 ; modifiers LETTER      SS3 LETTER
#pragma once

#include <cstdint>
#include <span>

#include "mux/input/key.h"

namespace mux::input {

// When a key without modifiers takes the SS3 form (outside the kitty protocol).
enum class Ss3 : std::uint8_t { Never, Always, CursorKeys, Keypad };

struct KeyForm {
  KeyCode code;
  std::uint16_t number;  // 1 if `final` is a letter that names the key.
  char final;            // '~', 'u' or that letter.
  char ss3_final = 0;
  Ss3 ss3 = Ss3::Never;
  std::uint16_t legacy_number = 0;  // With '~', where `number` is the kitty protocol's own.
  KeyCode plain = 0;                // Of a keypad key: what it is when the two are not told apart.
};

std::span<const KeyForm> key_forms();

// The row of a key; none for characters and for keys that are their number with 'u'.
const KeyForm* find_form(KeyCode code);

// The key that a sequence names; 0 if none.
KeyCode key_of_csi(std::uint32_t number, char final);
KeyCode key_of_ss3(char final);

// A keypad key as the key of the main block; other codes as they are.
KeyCode without_keypad(KeyCode code);

}  // namespace mux::input
