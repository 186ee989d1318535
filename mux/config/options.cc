// The options: one row each.
#include "common/config/codecs.h"
#include "mux/config/config.h"

namespace mux::config {

namespace {

using common::config::kReplaces;
using common::config::OptionRow;
using common::config::OptionTable;

constexpr OptionRow<Config> kRows[] = {
    {{.key = "advanced-mouse-actions",
      .docs = R"(Whether a click with Alt puts a pane into the group, or takes it out.)",
      .example = "advanced-mouse-actions = false"},
     kReplaces<Config, &Config::advanced_mouse_actions>},
    {{.key = "auto-layout",
      .docs =
          R"(Whether panes are laid out anew by the swap layouts when one is opened or closed.)",
      .example = "auto-layout = false"},
     kReplaces<Config, &Config::auto_layout>},
    {{.key = "copy-clipboard",
      .docs =
          R"(Where copied text goes: `system`, or `primary` for what the middle button pastes.)",
      .example = "copy-clipboard = \"primary\""},
     kReplaces<Config, &Config::copy_clipboard>},
    {{.key = "copy-command",
      .docs = R"(A command that reads what is copied. Usually the terminal is told.)",
      .example = "copy-command = \"xclip -selection clipboard\""},
     kReplaces<Config, &Config::copy_command>},
    {{.key = "copy-mode-keys",
      .docs = R"(The keys of copy mode: those of `vi` or of `emacs`.)",
      .example = "copy-mode-keys = \"emacs\""},
     kReplaces<Config, &Config::copy_mode_keys>},
    {{.key = "copy-on-select",
      .docs = R"(Whether text is copied when the button is released that selected it.)",
      .example = "copy-on-select = false"},
     kReplaces<Config, &Config::copy_on_select>},
    {{.key = "dangerously-enable-paste-buffer-read",
      .docs = R"(Whether programs may read what has been copied (OSC 52).)",
      .example = "dangerously-enable-paste-buffer-read = true"},
     kReplaces<Config, &Config::dangerously_enable_paste_buffer_read>},
    {{.key = "default-cwd",
      .docs = R"(Where panes start that nothing else is said about. Usually that is the working
directory of the pane that is focused.)",
      .example = "default-cwd = \"/srv\""},
     kReplaces<Config, &Config::default_cwd>},
    {{.key = "default-layout",
      .docs =
          R"(The layout of new sessions and tabs: `default`, `compact`, or the path of a file.)",
      .example = "default-layout = \"compact\""},
     kReplaces<Config, &Config::default_layout>},
    {{.key = "default-mode",
      .docs = R"(The mode of the keyboard that sessions start in.)",
      .example = "default-mode = \"locked\""},
     kReplaces<Config, &Config::default_mode>},
    {{.key = "default-shell",
      .docs = R"(The program of panes without a command. Usually that is `$SHELL`.)",
      .example = "default-shell = \"/bin/zsh\""},
     kReplaces<Config, &Config::default_shell>},
    {{.key = "focus-follows-mouse",
      .docs = R"(Whether a pane is focused as soon as the mouse is over it.)",
      .example = "focus-follows-mouse = true"},
     kReplaces<Config, &Config::focus_follows_mouse>},
    {{.key = "mirror-session",
      .docs = R"(Whether all clients of a session look at the same tab and pane.)",
      .example = "mirror-session = true"},
     kReplaces<Config, &Config::mirror_session>},
    {{.key = "mouse-click-through",
      .docs = R"(Whether the click that focuses a pane reaches its program, too.)",
      .example = "mouse-click-through = true"},
     kReplaces<Config, &Config::mouse_click_through>},
    {{.key = "mouse-mode",
      .docs = R"(Whether the mouse is used, or left to the terminal.)",
      .example = "mouse-mode = false"},
     kReplaces<Config, &Config::mouse_mode>},
    {{.key = "mouse-scroll-resize",
      .docs = R"(Whether the wheel with Ctrl resizes the pane.)",
      .example = "mouse-scroll-resize = false"},
     kReplaces<Config, &Config::mouse_scroll_resize>},
    {{.key = "osc133-command-selection",
      .docs =
          R"(Whether three clicks select what a command has printed, where the shell marks its prompts.)",
      .example = "osc133-command-selection = false"},
     kReplaces<Config, &Config::osc133_command_selection>},
    {{.key = "osc8-hyperlinks",
      .docs = R"(Whether terminals are told of links.)",
      .example = "osc8-hyperlinks = false"},
     kReplaces<Config, &Config::osc8_hyperlinks>},
    {{.key = "pane-frames",
      .docs = R"(Whether panes have titles above them.)",
      .example = "pane-frames = false"},
     kReplaces<Config, &Config::pane_frames>},
    {{.key = "post-command-discovery-hook",
      .docs =
          R"(A command for `sh` that is given each command found running in a pane, as
`$RESURRECT_COMMAND`, and prints the one to run in its place when the session is brought back.
If it prints nothing, the command stays as it was.)",
      .example = "post-command-discovery-hook = \"echo $RESURRECT_COMMAND | sed 's/^sudo //'\""},
     kReplaces<Config, &Config::post_command_discovery_hook>},
    {{.key = "scroll-buffer-size",
      .docs = R"(How many lines a pane keeps of what has left its screen.)",
      .example = "scroll-buffer-size = 50000"},
     kReplaces<Config, &Config::scroll_buffer_size>},
    {{.key = "scrollback-editor",
      .docs = R"(The program for the text of panes. Usually that is `$EDITOR` or `$VISUAL`.)",
      .example = "scrollback-editor = \"/usr/bin/vim\""},
     kReplaces<Config, &Config::scrollback_editor>},
    {{.key = "scrollback-lines-to-serialize",
      .docs =
          R"(With `serialize-pane-viewport`, how many lines above the screen are written down. 0
means all of them.)",
      .example = "scrollback-lines-to-serialize = 1000"},
     kReplaces<Config, &Config::scrollback_lines_to_serialize>},
    {{.key = "serialization-interval",
      .docs =
          R"(After how many seconds changes of the session are written down. 0 means after half a
second. Nothing is written while nothing changes.)",
      .example = "serialization-interval = 5"},
     kReplaces<Config, &Config::serialization_interval>},
    {{.key = "serialize-pane-viewport",
      .docs =
          R"(Whether the text of panes is written down too, so that a session that is brought
back shows it.)",
      .example = "serialize-pane-viewport = true"},
     kReplaces<Config, &Config::serialize_pane_viewport>},
    {{.key = "session-serialization",
      .docs =
          R"(Whether sessions are written to disk as they change, so that `kmux attach` can bring
them back after a crash or a reboot.)",
      .example = "session-serialization = false"},
     kReplaces<Config, &Config::session_serialization>},
    {{.key = "stacked-resize",
      .docs = R"(Whether resizing a pane in all directions puts its neighbours into stacks.)",
      .example = "stacked-resize = false"},
     kReplaces<Config, &Config::stacked_resize>},
    {{.key = "word-separators",
      .docs = R"(What ends a word for two clicks, beside blanks.)",
      .example = "word-separators = \"/.\""},
     kReplaces<Config, &Config::word_separators>},
};
static_assert(common::config::well_formed(kRows));

}  // namespace

const OptionTable<Config>& option_table() {
  static const OptionTable<Config> table = [] {
    std::vector<const OptionRow<Config>*> rows;
    for (const OptionRow<Config>& row : kRows) rows.push_back(&row);
    return OptionTable<Config>(std::move(rows), "");
  }();
  return table;
}

}  // namespace mux::config
