#include "mux/term/mode_effects.h"

#include <fmt/format.h>

#include "mux/term/motion.h"

namespace mux::term {

namespace {

// The three modes for the alternate screen are one state.
void switch_screen(Emulator& emulator, bool to_alternate) {
  for (const Mode mode : {Mode::AlternateOld, Mode::Alternate, Mode::AlternateAndCursor}) {
    emulator.modes.set(mode, to_alternate);
  }
  Screen* const shown = to_alternate ? &emulator.alternate : &emulator.main;
  if (shown == emulator.screen) return;
  // It has no cells before its first use.
  if (shown->grid.size() != emulator.size()) shown->grid.reset(emulator.size());
  if (to_alternate) shown->reset_margins();
  shown->cursor = emulator.screen->cursor;
  emulator.screen = shown;
  emulator.end_text();
}

void clear_screen(Emulator& emulator) {
  Grid& grid = emulator.screen->grid;
  for (int y = 0; y < grid.rows(); ++y) grid.erase_row(grid.row(y), emulator.blank_style());
}

// What programs have left on the alternate screen is gone, and its memory too.
void free_alternate(Emulator& emulator) {
  emulator.alternate.grid.reset({.columns = 1, .rows = 1});
}

}  // namespace

void change_columns(Emulator& emulator, bool value) {
  if (!emulator.modes[Mode::AllowColumns]) {
    emulator.modes.set(Mode::Columns132, !value);
    return;
  }
  const auto columns = static_cast<std::uint16_t>(value ? 132 : 80);
  emulator.events.resize({.columns = columns, .rows = emulator.size().rows});
  emulator.modes.set(Mode::SideMargins, false);
  emulator.screen->reset_margins();
  if (!emulator.modes[Mode::KeepOnColumns]) clear_screen(emulator);
  move_to_origin(emulator, 0, 0);
}

void go_home(Emulator& emulator, bool /*value*/) {
  move_to_origin(emulator, 0, 0);
}

void blink_cursor(Emulator& emulator, bool value) {
  emulator.cursor_style.is_blinking = value;
}

// It is blank when it comes, and stays as it is while it is shown: as in tmux and
// xterm.js.  xterm keeps what mode 47 leaves, and clears again for 1049.
void show_alternate(Emulator& emulator, bool value) {
  const bool was_alternate = emulator.is_alternate();
  switch_screen(emulator, value);
  if (value && !was_alternate) clear_screen(emulator);
  if (!value && was_alternate) free_alternate(emulator);
}

// The cursor is saved for the screen that is shown, whichever it is.
void show_alternate_save(Emulator& emulator, bool value) {
  if (value) save_cursor(emulator);
  show_alternate(emulator, value);
  if (!value) restore_cursor(emulator);
}

void keep_cursor(Emulator& emulator, bool value) {
  if (value) {
    save_cursor(emulator);
  } else {
    restore_cursor(emulator);
  }
}

void allow_side_margins(Emulator& emulator, bool value) {
  if (value) {
    Grid& grid = emulator.screen->grid;
    for (int y = 0; y < grid.rows(); ++y) grid.row(y).line_size = LineSize::Single;
    return;
  }
  emulator.margins().left = 0;
  emulator.margins().right = emulator.columns();
}

void report_size(Emulator& emulator, bool value) {
  if (!value) return;
  const Size size = emulator.size();
  emulator.reply(fmt::format("\x1b[48;{};{};{};{}t", size.rows, size.columns,
                             size.rows * emulator.options.cell_height,
                             size.columns * emulator.options.cell_width));
}

}  // namespace mux::term
