// Encoder: events as the program in a pane wants to read them, by the modes that it
// has set.  The reverse of Decoder, in every protocol that Decoder knows.
#pragma once

#include <cstdint>
#include <string>

#include "mux/input/event.h"

namespace mux::input {

// Of the kitty keyboard protocol.
enum KeyboardFlag : std::uint8_t {
  kDisambiguate = 1,
  kReportActions = 2,  // Repeats and releases.
  kReportAlternates = 4,
  kReportAllKeys = 8,
  kReportText = 16,
};

enum class MouseMode : std::uint8_t {
  Off,
  Clicks,   // 9: presses of three buttons only.
  Buttons,  // 1000
  Drags,    // 1002: and motion while a button is held.
  Motion,   // 1003
};

enum class MouseEncoding : std::uint8_t { X10, Utf8, Sgr, Urxvt, SgrPixels };

struct InputModes {
  bool has_cursor_keys = false;    // DECCKM
  bool has_keypad_keys = false;    // DECKPAM
  bool has_backspace_key = false;  // DECBKM: Backspace is BS, and DEL with Control.
  bool has_new_line = false;       // LNM: Enter is CR LF.
  bool is_vt52 = false;            // DECANM is reset.
  bool has_bracketed_paste = false;
  bool reports_focus = false;
  bool has_other_keys_as_u = false;  // formatOtherKeys: CSI code ; modifiers u.
  std::uint8_t other_keys = 0;       // modifyOtherKeys: 0 to 2.
  std::uint8_t keyboard_flags = 0;   // Of KeyboardFlag; if any, other_keys is not used.
  MouseMode mouse = MouseMode::Off;
  MouseEncoding mouse_encoding = MouseEncoding::X10;
};

// Append to `out`; nothing, if the modes say so or the form cannot express the event.
void encode_key(const KeyEvent& event, const InputModes& modes, std::string& out);
void encode_mouse(const MouseEvent& event, const InputModes& modes, std::string& out);
void encode_paste(const Paste& paste, const InputModes& modes, std::string& out);
void encode_focus(const Focus& focus, const InputModes& modes, std::string& out);

// The bytes of an event; none for reports.
std::string encode(const Event& event, const InputModes& modes);

}  // namespace mux::input
