// Keys and mouse events, however the outer terminal writes them.
#pragma once

#include <cstdint>
#include <string>

namespace mux::input {

enum Modifier : std::uint8_t {  // As the kitty protocol numbers its bits.
  kShift = 1,
  kAlt = 2,
  kControl = 4,
  kSuper = 8,
  kHyper = 16,
  kMeta = 32,
  kCapsLock = 64,
  kNumLock = 128,
};

// A character's code point, or one of kitty's numbers for functional keys (57344 and
// above, Unicode's private use area); key names are the rows of key_names.cc.
using KeyCode = char32_t;

enum class KeyAction : std::uint8_t { Press, Repeat, Release };

struct KeyEvent {
  KeyCode code = 0;
  std::uint8_t modifiers = 0;  // Of Modifier.
  KeyAction action = KeyAction::Press;
  KeyCode shifted = 0;      // What Shift makes of the key, if the terminal says so.
  KeyCode base_layout = 0;  // The key of the standard layout at that place, likewise.
  std::string text;         // What it types, if anything.
  bool operator==(const KeyEvent&) const = default;
};

enum class MouseAction : std::uint8_t {
  Press,
  Release,
  Move,
  WheelUp,
  WheelDown,
  WheelLeft,
  WheelRight
};

struct MouseEvent {
  MouseAction action = MouseAction::Move;
  std::uint8_t button = 0;     // 1 left, 2 middle, 3 right, 8 to 11; 0: none is held.
  std::uint8_t modifiers = 0;  // Of Modifier.
  int x = 0;                   // Cells (or pixels in mode 1016) from the upper left, from 0.
  int y = 0;
  bool operator==(const MouseEvent&) const = default;
};

}  // namespace mux::input
