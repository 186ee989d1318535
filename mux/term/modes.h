// Modes: the switches of a terminal, declared as rows of modes.cc.
#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <string_view>

namespace mux::term {

struct Emulator;

// In the order of the rows.
enum class Mode : std::uint8_t {
  // ECMA-48 (SM)
  KeyboardLock,
  Insert,
  NoEcho,
  LineFeed,
  // DEC and others (DECSET)
  CursorKeys,
  Ansi,
  Columns132,
  SmoothScroll,
  ReverseScreen,
  Origin,
  Autowrap,
  Autorepeat,
  MousePresses,
  CursorBlink,
  CursorVisible,
  AllowColumns,
  ReverseWrap,
  AlternateOld,
  Keypad,
  BackarrowKey,
  SideMargins,
  SixelDisplay,
  KeepOnColumns,
  MouseButtons,
  MouseDrags,
  MouseMoves,
  FocusReports,
  MouseUtf8,
  MouseSgr,
  AlternateScroll,
  MouseUrxvt,
  MousePixels,
  ReverseWrapAround,
  Alternate,
  SavedCursor,
  AlternateAndCursor,
  BracketedPaste,
  SynchronizedOutput,
  GraphemeClusters,
  ColorSchemeReports,
  SizeReports,
  SixelCursorRight,
  kCount,
};
inline constexpr std::size_t kModeCount = static_cast<std::size_t>(Mode::kCount);

class Modes {
 public:
  Modes();  // As after power-up.
  bool operator[](Mode mode) const { return bits_[static_cast<std::size_t>(mode)]; }
  void set(Mode mode, bool value) { bits_[static_cast<std::size_t>(mode)] = value; }
  bool operator==(const Modes&) const = default;

 private:
  std::bitset<kModeCount> bits_;
};

struct ModeRow {
  Mode mode;
  bool is_private = true;  // DECSET; else SM.
  std::uint16_t number;
  bool is_default = false;
  bool is_fixed = false;  // Programs cannot change it.
  // Of the modes of a group at most one is set; 0: none.
  std::uint8_t group = 0;
  // What happens beyond storing the value; null: nothing.
  void (*effect)(Emulator& emulator, bool value) = nullptr;
  std::string_view name;
  std::string_view docs;
};

std::span<const ModeRow> mode_rows();
// Null: unknown.
const ModeRow* find_mode(bool is_private, int number);

void set_mode(Emulator& emulator, const ModeRow& row, bool value);

}  // namespace mux::term
