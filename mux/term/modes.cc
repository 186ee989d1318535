#include "mux/term/modes.h"

#include <algorithm>
#include <iterator>

#include "mux/term/mode_effects.h"

namespace mux::term {

namespace {

// Groups of modes that exclude each other.
constexpr std::uint8_t kMouseTracking = 1;
constexpr std::uint8_t kMouseEncoding = 2;

constexpr ModeRow kModes[] = {
    {.mode = Mode::KeyboardLock,
     .is_private = false,
     .number = 2,
     .name = "KAM",
     .docs = "Keys do nothing."},
    {.mode = Mode::Insert,
     .is_private = false,
     .number = 4,
     .name = "IRM",
     .docs = "Characters push what follows to the right."},
    {.mode = Mode::NoEcho,
     .is_private = false,
     .number = 12,
     .is_default = true,
     .name = "SRM",
     .docs = "Keys are not shown by the terminal itself."},
    {.mode = Mode::LineFeed,
     .is_private = false,
     .number = 20,
     .name = "LNM",
     .docs = "A line feed also returns to the start of the line."},
    {.mode = Mode::CursorKeys,
     .number = 1,
     .name = "DECCKM",
     .docs = "Cursor keys send SS3 sequences."},
    {.mode = Mode::Ansi,
     .number = 2,
     .is_default = true,
     .name = "DECANM",
     .docs = "Sequences are those of ANSI; without it those of the VT52."},
    {.mode = Mode::Columns132,
     .number = 3,
     .effect = change_columns,
     .name = "DECCOLM",
     .docs = "132 columns instead of 80, where mode 40 allows it; clears the screen."},
    {.mode = Mode::SmoothScroll, .number = 4, .name = "DECSCLM", .docs = "Scrolls smoothly."},
    {.mode = Mode::ReverseScreen,
     .number = 5,
     .name = "DECSCNM",
     .docs = "Default colours are exchanged on the whole screen."},
    {.mode = Mode::Origin,
     .number = 6,
     .effect = go_home,
     .name = "DECOM",
     .docs = "Rows and columns count from the margins, which the cursor does not leave."},
    {.mode = Mode::Autowrap,
     .number = 7,
     .is_default = true,
     .name = "DECAWM",
     .docs = "Text goes on in the next row."},
    {.mode = Mode::Autorepeat,
     .number = 8,
     .is_default = true,
     .name = "DECARM",
     .docs = "Keys that are held repeat."},
    {.mode = Mode::MousePresses,
     .number = 9,
     .group = kMouseTracking,
     .name = "X10 mouse",
     .docs = "Reports presses of mouse buttons."},
    {.mode = Mode::CursorBlink,
     .number = 12,
     .is_default = true,
     .effect = blink_cursor,
     .name = "ATT610",
     .docs = "The cursor blinks."},
    {.mode = Mode::CursorVisible,
     .number = 25,
     .is_default = true,
     .name = "DECTCEM",
     .docs = "The cursor is shown."},
    {.mode = Mode::AllowColumns,
     .number = 40,
     .name = "XTDECCOLM",
     .docs = "Mode 3 changes the number of columns."},
    {.mode = Mode::ReverseWrap,
     .number = 45,
     .name = "XTREVWRAP",
     .docs = "Backspace goes back over the place where a line wrapped."},
    {.mode = Mode::AlternateOld,
     .number = 47,
     .effect = show_alternate,
     .name = "Alternate 47",
     .docs = "Shows the alternate screen, which starts blank."},
    {.mode = Mode::Keypad,
     .number = 66,
     .name = "DECNKM",
     .docs = "The keypad sends application sequences."},
    {.mode = Mode::BackarrowKey,
     .number = 67,
     .name = "DECBKM",
     .docs = "The backspace key sends BS, not DEL."},
    {.mode = Mode::SideMargins,
     .number = 69,
     .effect = allow_side_margins,
     .name = "DECLRMM",
     .docs = "CSI s sets left and right margins."},
    {.mode = Mode::SixelDisplay,
     .number = 80,
     .name = "DECSDM",
     .docs = "Sixel images are put at the upper left corner and do not move the cursor."},
    {.mode = Mode::KeepOnColumns,
     .number = 95,
     .name = "DECNCSM",
     .docs = "Mode 3 does not clear the screen."},
    {.mode = Mode::MouseButtons,
     .number = 1000,
     .group = kMouseTracking,
     .name = "Mouse buttons",
     .docs = "Reports presses and releases of mouse buttons."},
    {.mode = Mode::MouseDrags,
     .number = 1002,
     .group = kMouseTracking,
     .name = "Mouse drags",
     .docs = "Reports mouse buttons, and motion while one is held."},
    {.mode = Mode::MouseMoves,
     .number = 1003,
     .group = kMouseTracking,
     .name = "Mouse motion",
     .docs = "Reports mouse buttons and all motion."},
    {.mode = Mode::FocusReports,
     .number = 1004,
     .name = "Focus reports",
     .docs = "Reports when the pane gets and loses the focus."},
    {.mode = Mode::MouseUtf8,
     .number = 1005,
     .group = kMouseEncoding,
     .name = "Mouse UTF-8",
     .docs = "Mouse reports hold coordinates as UTF-8."},
    {.mode = Mode::MouseSgr,
     .number = 1006,
     .group = kMouseEncoding,
     .name = "Mouse SGR",
     .docs = "Mouse reports hold coordinates as numbers."},
    {.mode = Mode::AlternateScroll,
     .number = 1007,
     .name = "Alternate scroll",
     .docs = "On the alternate screen the wheel sends cursor keys."},
    {.mode = Mode::MouseUrxvt,
     .number = 1015,
     .group = kMouseEncoding,
     .name = "Mouse urxvt",
     .docs = "Mouse reports hold coordinates as numbers, as urxvt writes them."},
    {.mode = Mode::MousePixels,
     .number = 1016,
     .group = kMouseEncoding,
     .name = "Mouse pixels",
     .docs = "Mouse reports as with mode 1006, in pixels."},
    {.mode = Mode::ReverseWrapAround,
     .number = 1045,
     .name = "XTREVWRAP2",
     .docs = "Backspace at the start of a line goes to the end of the one before, whatever it is."},
    {.mode = Mode::Alternate,
     .number = 1047,
     .effect = show_alternate,
     .name = "Alternate 1047",
     .docs = "Shows the alternate screen, which starts blank."},
    {.mode = Mode::SavedCursor,
     .number = 1048,
     .effect = keep_cursor,
     .name = "Saved cursor",
     .docs = "Setting it saves the cursor, resetting restores it."},
    {.mode = Mode::AlternateAndCursor,
     .number = 1049,
     .effect = show_alternate_save,
     .name = "Alternate 1049",
     .docs = "Saves the cursor and shows the alternate screen; or the reverse."},
    {.mode = Mode::BracketedPaste,
     .number = 2004,
     .name = "Bracketed paste",
     .docs = "Pasted text comes between marks."},
    {.mode = Mode::SynchronizedOutput,
     .number = 2026,
     .name = "Synchronized output",
     .docs = "Nothing is drawn until it is reset."},
    {.mode = Mode::GraphemeClusters,
     .number = 2027,
     .is_default = true,
     .is_fixed = true,
     .name = "Grapheme clusters",
     .docs = "A cluster is one character of one or two cells."},
    {.mode = Mode::ColorSchemeReports,
     .number = 2031,
     .name = "Colour scheme reports",
     .docs = "Reports changes between dark and light."},
    {.mode = Mode::SizeReports,
     .number = 2048,
     .effect = report_size,
     .name = "Size reports",
     .docs = "Reports new sizes of the pane."},
    {.mode = Mode::SixelCursorRight,
     .number = 8452,
     .name = "Sixel cursor",
     .docs = "Behind a sixel image the cursor is at its right, not below its left edge."},
};

constexpr bool is_well_formed() {
  if (std::size(kModes) != kModeCount) return false;
  for (std::size_t i = 0; i < kModeCount; ++i) {
    if (static_cast<std::size_t>(kModes[i].mode) != i) return false;
    if (kModes[i].name.empty() || kModes[i].docs.empty()) return false;
    const bool is_sorted = i == 0 || (!kModes[i - 1].is_private && kModes[i].is_private) ||
                           kModes[i - 1].number < kModes[i].number;
    if (!is_sorted) return false;
  }
  return true;
}
static_assert(is_well_formed());

}  // namespace

Modes::Modes() {
  for (const ModeRow& row : kModes) set(row.mode, row.is_default);
}

std::span<const ModeRow> mode_rows() {
  return kModes;
}

const ModeRow* find_mode(bool is_private, int number) {
  const auto* const found = std::ranges::find_if(kModes, [&](const ModeRow& row) {
    return row.is_private == is_private && row.number == number;
  });
  return found == std::end(kModes) ? nullptr : found;
}

void set_mode(Emulator& emulator, const ModeRow& row, bool value) {
  if (row.is_fixed) return;
  if (row.group != 0) {
    for (const ModeRow& other : kModes) {
      if (other.group == row.group) emulator.modes.set(other.mode, false);
    }
  }
  emulator.modes.set(row.mode, value);
  if (row.effect != nullptr) row.effect(emulator, value);
}

}  // namespace mux::term
