// Emulator: all state of a terminal, as control functions see it.
//
// A plain struct with few invariants of its own, because every control function
// is a free function of its own (functions.h), found through a row of sequences.cc:
//   - the cursor is on the screen; margins are an area of at least one row and
//     two columns (one, if there are no more);
//   - styles of cells are numbers of `tables`; pen_style() and blank_style() may
//     start a sweep if the pen has changed, so numbers are not kept over that.
#pragma once

#include <string>
#include <vector>

#include "mux/term/characters.h"
#include "mux/term/graphics.h"
#include "mux/term/history.h"
#include "mux/term/modes.h"
#include "mux/term/palette.h"
#include "mux/term/screen.h"
#include "mux/term/tab_stops.h"
#include "mux/term/tables.h"
#include "mux/term/terminal_events.h"

namespace mux::term {

struct Titles {
  std::string window;
  std::string icon;
};

// What came of a notification in parts (OSC 99).
struct Notification {
  std::string title;
  std::string body;
};

struct Emulator {
  Emulator(Size size, const TerminalOptions& given_options, TerminalEvents& given_events);
  Emulator(const Emulator&) = delete;
  Emulator& operator=(const Emulator&) = delete;

  Size size() const { return main.grid.size(); }
  int columns() const { return main.grid.columns(); }
  int rows() const { return main.grid.rows(); }
  Area& margins() { return screen->margins; }
  const Area& margins() const { return screen->margins; }
  bool is_alternate() const { return screen == &alternate; }
  Row& cursor_row() { return screen->grid.row(screen->cursor.y); }

  // The pen's style; what erased cells get: its background.
  StyleId pen_style() {
    if (is_pen_changed) refresh_pen();
    return pen_id;
  }
  StyleId blank_style() {
    if (is_pen_changed) refresh_pen();
    if (is_blank_changed) refresh_blank();
    return blank_id;
  }
  void change_pen(const Style& style) {
    pen.style = style;
    is_pen_changed = true;
  }
  // Whatever comes next does not continue the text before.
  void end_text() {
    cluster.reset();
    last_character = 0;
  }
  bool is_between_margins() const;
  // From the upper left corner that rows and columns count from (DECOM).
  Area origin() const;
  void reply(std::string_view bytes) { events.reply(bytes); }

  // RIS, DECSTR.
  void reset();
  void reset_softly();

  TerminalOptions options;
  TerminalEvents& events;
  Tables tables;
  Screen main;
  Screen alternate;
  Screen* screen = &main;  // The one that is shown.
  History history;         // Of the main screen.
  Graphics graphics;

  Pen pen;
  Protection protection = Protection::None;
  Modes modes;
  Modes saved_modes;  // XTSAVE
  TabStops tabs;
  CursorStyle cursor_style;
  Palette palette;
  ModifierKeys modifier_keys;
  Titles titles;
  std::vector<Titles> title_stack;
  std::vector<Style> style_stack;  // XTPUSHSGR
  std::uint16_t checksum_flags = 0;
  bool has_plain_areas = false;  // DECSACE: areas are rectangles, not streams of text.
  Notification notification;

  // The cluster that the last character began, and where its cell is.
  ClusterBuilder cluster;
  int cluster_x = 0;
  int cluster_y = 0;
  char32_t last_character = 0;  // What REP repeats; 0: nothing.

  StyleId pen_id = 0;
  StyleId blank_id = 0;
  bool is_pen_changed = false;
  bool is_blank_changed = false;

 private:
  void refresh_pen();
  void refresh_blank();
  void sweep();
};

}  // namespace mux::term
