// What the configuration decides about a session.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "mux/input/mode.h"
#include "mux/layout/layout_spec.h"
#include "mux/layout/tile.h"
#include "mux/model/theme.h"
#include "mux/term/terminal_events.h"

namespace mux::model {

enum class FrameStyle : std::uint8_t {
  Full,    // A box around each pane.
  Titles,  // A line with the title above it, and one between panes side by side.
  None,    // Lines between panes.
};

// What becomes of a session whose client's terminal is closed.
enum class ForceClose : std::uint8_t { Quit, Detach };

enum class CopyTarget : std::uint8_t { Clipboard, Primary };

// How notifications reach the user's terminal.
enum class Notifications : std::uint8_t { Auto, Osc9, Osc99, Bell, Off };

// For which programs the keyboard is locked while they are in front.
enum class AutoLock : std::uint8_t {
  Never,
  FullScreen,  // That show the alternate screen, or those of them that are listed.
};

// Images are kept with their place, and no frame shows them.  So files and shared memory
// that programs name are not read for them, which the programs are told.
inline term::TerminalOptions terminal_of_panes() {
  term::TerminalOptions options;
  options.tells_of_images = false;
  return options;
}

struct SessionOptions {
  FrameStyle frame_style = FrameStyle::Titles;
  input::Mode default_mode = input::Mode::Normal;
  layout::TileRules tile_rules;
  std::vector<std::string> shell = {"/bin/sh"};   // Of panes without a command.
  std::vector<std::string> editor = {"/bin/vi"};  // A file's path follows.
  std::string cwd;                                // Of new panes; empty: that of the focused one.
  layout::Layout layout;                          // For new tabs.
  term::TerminalOptions terminal = terminal_of_panes();
  bool uses_mouse = true;
  bool mirrors_session = false;              // All clients have one focus.
  bool adapts_layout = true;                 // Swap layouts follow the number of panes.
  bool resizes_to_stacks = true;             // Resizing without direction makes and undoes stacks.
  std::uint64_t undo_close_ms = 30'000;      // For so long closed panes live on; 0: not at all.
  std::size_t most_panes = 0;                // More close the oldest; 0: any number.
  bool links_scroll_mode = true;             // Scrolling enters the mode, its end leaves it.
  std::string word_separators = "[]{}<>()";  // Beside blanks, for double clicks.
  bool copies_on_select = true;              // Else a key copies.
  std::string copy_command;                  // Reads what is copied; empty: terminals do.
  CopyTarget copy_target = CopyTarget::Clipboard;
  bool reads_clipboard = false;      // Programs may ask for what is copied.
  bool shows_links = true;           // Terminals are told of them.
  bool has_advanced_mouse = true;    // Alt and a click groups panes.
  bool resizes_by_wheel = true;      // With Ctrl.
  bool focus_follows_mouse = false;  // Without a click.
  bool highlights_hovered = true;    // The frame of the pane under the pointer.
  bool explains_hovered = true;      // What clicks there can do, in the bar.
  bool clicks_through = false;       // The click that focuses a pane is its program's, too.
  bool clicks_select_output = true;  // Three select what a command has printed, if known.
  ForceClose on_force_close = ForceClose::Detach;
  AutoLock auto_lock = AutoLock::Never;
  std::vector<std::string> auto_lock_programs;  // Empty: all.
  std::optional<Theme> fixed_theme;             // Whatever the terminal says.
  ThemeColors dark_theme = default_theme(Theme::Dark);
  ThemeColors light_theme = default_theme(Theme::Light);
  bool rounds_corners = false;         // Of frames that are boxes.
  bool shows_session_name = true;      // In bars.
  bool shows_bell = true;              // In titles.
  bool shows_underline_styles = true;  // Terminals that can are sent them.
  Notifications notifications = Notifications::Auto;
  // For programs in panes, beside the server's own.
  std::vector<std::pair<std::string, std::string>> environment;
};

}  // namespace mux::model
