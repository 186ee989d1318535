// What the outer terminal can say: keys, the mouse, pastes, focus, and reports,
// which answer queries or tell of changes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "mux/input/key.h"

namespace mux::input {

// A paste comes as Start, any number of Text, End, so that its size does not matter.
struct Paste {
  enum class Part : std::uint8_t { Start, Text, End };
  Part part = Part::Text;
  std::string text = {};  // Of Text.
  bool operator==(const Paste&) const = default;
};

struct Focus {
  bool is_gained = false;
  bool operator==(const Focus&) const = default;
};

enum class ReportKind : std::uint8_t {
  Unknown,              // text: the sequence without ESC.
  PrimaryAttributes,    // DA1; numbers: as sent.
  SecondaryAttributes,  // DA2; numbers: as sent.
  TertiaryAttributes,   // DA3; text: the unit's id.
  Version,              // XTVERSION; text: name and version.
  PrivateMode,          // DECRPM; numbers: mode, state.
  AnsiMode,             // likewise.
  ForegroundColor,      // OSC 10; numbers: red, green, blue, 0 to 255; text: as sent.
  BackgroundColor,      // OSC 11
  CursorColor,          // OSC 12
  PaletteColor,         // OSC 4; numbers: index, red, green, blue.
  Clipboard,            // OSC 52; text: selections, ';', base64.
  ColorScheme,          // numbers: 997, then 1 dark or 2 light.
  DeviceStatus,         // DSR; numbers: as sent.
  KeyboardFlags,        // kitty keyboard; numbers: flags.
  OtherKeys,            // XTQMODKEYS; numbers: 4, level.
  CellPixels,           // numbers: 6, height, width.
  WindowPixels,         // numbers: 4, height, width.
  WindowCells,          // numbers: 8, rows, columns.
  Resize,               // Mode 2048; numbers: 48, rows, columns, height, width.
  GraphicsAttributes,   // XTSMGRAPHICS; numbers: item, status, values.
  CursorPosition,       // numbers: row, column (from 1).
  Capability,           // XTGETTCAP; numbers: 1 if known; text: name=value in hexadecimal.
  Setting,              // DECRQSS; numbers: 1 if known; text: the setting.
  KittyGraphics,        // text: what follows APC G.
};

struct Report {
  ReportKind kind = ReportKind::Unknown;
  std::vector<int> numbers = {};
  std::string text = {};
  bool operator==(const Report&) const = default;
};

using Event = std::variant<KeyEvent, MouseEvent, Paste, Focus, Report>;

// One line for people: "key Ctrl a", "mouse press 1 at 4,7", "report DA1 ...".
std::string describe(const Event& event);
// The lines of all events that the bytes are, as if a pause followed.
std::string describe_input(std::string_view bytes);

}  // namespace mux::input
