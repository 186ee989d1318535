// Options of what passes between programs, kmux and the user's terminal.
#include "mux/config/option_codecs.h"
#include "mux/config/option_rows.h"

namespace mux::config {

namespace {

using model::SessionOptions;

constexpr Option kOutsideRows[] = {
    {.key = "copy-clipboard",
     .summary = "Which clipboard text is copied to",
     .docs = "Without copy-command.",
     .metavar = "WHICH",
     .choices = words_of<model::CopyTarget>,
     .target = kSetsSession<&SessionOptions::copy_target>},
    {.key = "copy-command",
     .summary = "The command that is given what is copied",
     .docs = "As its input. Otherwise the terminal is asked to copy it (OSC 52).",
     .metavar = "COMMAND",
     .sample = "\"wl-copy\"",
     .target = kSetsSession<&SessionOptions::copy_command>},
    {.key = "copy-on-select",
     .summary = "Copy what is selected with the mouse as soon as the button is released",
     .metavar = "BOOL",
     .choices = booleans,
     .target = kSetsSession<&SessionOptions::copies_on_select>},
    {.key = "dangerously-enable-paste-buffer-read",
     .summary = "Let programs read the clipboard of the terminal",
     .docs = "Any program in a pane, also one on another machine, then sees what was copied.",
     .metavar = "BOOL",
     .choices = booleans,
     .target = kSetsSession<&SessionOptions::reads_clipboard>},
    {.key = "host-notification-protocol",
     .summary = "How notifications of programs reach the terminal",
     .docs = "OSC 9, OSC 99, the bell, not at all, or what suits the terminal.",
     .metavar = "HOW",
     .choices = words_of<model::Notifications>,
     .target = kSetsSession<&SessionOptions::notifications>},
    {.key = "osc8-hyperlinks",
     .summary = "Hand links of programs on to the terminal",
     .metavar = "BOOL",
     .choices = booleans,
     .target = kSetsSession<&SessionOptions::shows_links>},
    {.key = "styled-underlines",
     .summary = "Draw underlines that are curly, dotted or coloured, where the terminal can",
     .metavar = "BOOL",
     .choices = booleans,
     .target = kSetsSession<&SessionOptions::shows_underline_styles>},
    {.key = "support-kitty-graphics-protocol",
     .summary = "Keep images of programs",
     .docs = "Kitty's graphics and sixels are kept with their place in the text, but not drawn: "
             "programs that ask are not told that they could send some.",
     .metavar = "BOOL",
     .choices = booleans,
     .needs_restart = true,
     .target = kSetsSession<&SessionOptions::terminal, &term::TerminalOptions::has_images>},
    {.key = "support-kitty-keyboard-protocol",
     .summary = "Let programs use the kitty keyboard protocol",
     .metavar = "BOOL",
     .choices = booleans,
     .needs_restart = true,
     .target = kSetsSession<&SessionOptions::terminal, &term::TerminalOptions::has_kitty_keyboard>},
};
static_assert(well_formed(kOutsideRows));

}  // namespace

std::span<const Option> outside_options() {
  return kOutsideRows;
}

}  // namespace mux::config
