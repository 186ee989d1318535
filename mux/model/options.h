// What the configuration decides about a session.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "mux/input/mode.h"
#include "mux/layout/layout_spec.h"
#include "mux/layout/tile.h"
#include "mux/term/terminal_events.h"

namespace mux::model {

enum class FrameStyle : std::uint8_t {
  Full,    // A box around each pane.
  Titles,  // A line with the title above it, and one between panes side by side.
  None,    // Lines between panes.
};

enum class Theme : std::uint8_t { Dark, Light };

enum class CopyTarget : std::uint8_t { Clipboard, Primary };

struct SessionOptions {
  FrameStyle frame_style = FrameStyle::Titles;
  input::Mode default_mode = input::Mode::Normal;
  layout::TileRules tile_rules;
  std::vector<std::string> shell = {"/bin/sh"};   // Of panes without a command.
  std::vector<std::string> editor = {"/bin/vi"};  // A file's path follows.
  std::string cwd;                                // Of new panes; empty: that of the focused one.
  layout::Layout layout;                          // For new tabs.
  term::TerminalOptions terminal;
  bool uses_mouse = true;
  bool mirrors_session = false;              // All clients have one focus.
  bool adapts_layout = true;                 // Swap layouts follow the number of panes.
  bool resizes_to_stacks = true;             // Resizing without direction makes and undoes stacks.
  std::uint64_t undo_close_ms = 30'000;      // For so long closed panes live on; 0: not at all.
  std::size_t most_panes = 0;                // More close the oldest; 0: any number.
  std::string word_separators = "[]{}<>()";  // Beside blanks, for double clicks.
  bool copies_on_select = true;              // Else a key copies.
  std::string copy_command;                  // Reads what is copied; empty: terminals do.
  CopyTarget copy_target = CopyTarget::Clipboard;
  bool reads_clipboard = false;      // Programs may ask for what is copied.
  bool shows_links = true;           // Terminals are told of them.
  bool has_advanced_mouse = true;    // Alt and a click groups panes.
  bool resizes_by_wheel = true;      // With Ctrl.
  bool focus_follows_mouse = false;  // Without a click.
  bool clicks_through = false;       // The click that focuses a pane is its program's, too.
  bool clicks_select_output = true;  // Three select what a command has printed, if known.
};

}  // namespace mux::model
