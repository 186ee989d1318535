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
inline constexpr std::uint8_t kLocks = kCapsLock | kNumLock;

// The character that the key types without Shift, or one of the codes below.
using KeyCode = char32_t;

// The kitty protocol's numbers for functional keys, in Unicode's private use area.
// It writes the first four on the wire as the control characters that they type.
namespace key {
// clang-format off
enum : KeyCode {
  Escape = 57344, Enter, Tab, Backspace, Insert, Delete, Left, Right, Up, Down,
  PageUp, PageDown, Home, End, CapsLock, ScrollLock, NumLock, PrintScreen, Pause, Menu,
  F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12, F13, F14, F15, F16, F17, F18,
  F19, F20, F21, F22, F23, F24, F25, F26, F27, F28, F29, F30, F31, F32, F33, F34, F35,
  Keypad0, Keypad1, Keypad2, Keypad3, Keypad4, Keypad5, Keypad6, Keypad7, Keypad8, Keypad9,
  KeypadDecimal, KeypadDivide, KeypadMultiply, KeypadSubtract, KeypadAdd, KeypadEnter,
  KeypadEqual, KeypadSeparator, KeypadLeft, KeypadRight, KeypadUp, KeypadDown,
  KeypadPageUp, KeypadPageDown, KeypadHome, KeypadEnd, KeypadInsert, KeypadDelete, KeypadBegin,
  MediaPlay, MediaPause, MediaPlayPause, MediaReverse, MediaStop, MediaFastForward, MediaRewind,
  MediaNext, MediaPrevious, MediaRecord, VolumeDown, VolumeUp, VolumeMute,
  LeftShift, LeftControl, LeftAlt, LeftSuper, LeftHyper, LeftMeta,
  RightShift, RightControl, RightAlt, RightSuper, RightHyper, RightMeta,
  Level3Shift, Level5Shift,
};
// clang-format on
static_assert(F1 == 57364 && Keypad0 == 57399 && Level5Shift == 57454);
}  // namespace key

constexpr bool is_functional(KeyCode code) {
  return code >= key::Escape && code <= key::Level5Shift;
}

constexpr bool is_control_character(char32_t character) {
  return character < 0x20 || (character >= 0x7F && character < 0xA0);
}

// Shift, Control and so on, and the keys that lock.
constexpr bool is_modifier_key(KeyCode code) {
  return (code >= key::LeftShift && code <= key::Level5Shift) ||
         (code >= key::CapsLock && code <= key::NumLock);
}

enum class KeyAction : std::uint8_t { Press, Repeat, Release };

// ASCII letters are always lower case here: a capital is the letter with Shift.
struct KeyEvent {
  KeyCode code = 0;            // 0: text that comes from no key, as from an input method.
  std::uint8_t modifiers = 0;  // Of Modifier.
  KeyAction action = KeyAction::Press;
  KeyCode shifted = 0;      // What Shift makes of the key, if the terminal says so.
  KeyCode base_layout = 0;  // The key of the standard layout at that place, likewise.
  std::string text = {};    // What it types, if the terminal says so.
  bool operator==(const KeyEvent&) const = default;
};

// What the event types: its text, or what its code and Shift suggest.  Empty for
// functional keys and shortcuts.
std::string text_of(const KeyEvent& event);

// The character with Shift, if known; else 0.
constexpr KeyCode shifted_of(const KeyEvent& event) {
  if (event.shifted != 0) return event.shifted;
  return event.code >= 'a' && event.code <= 'z' ? event.code - 'a' + 'A' : 0;
}

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
  std::uint8_t modifiers = 0;  // Of Modifier: Shift, Alt, Control.
  int x = 0;                   // Cells (or pixels in mode 1016) from the upper left, from 0.
  int y = 0;
  bool operator==(const MouseEvent&) const = default;
};

}  // namespace mux::input
