// The options: one row each.
#include "common/config/codecs.h"
#include "mux/config/config.h"

namespace mux::config {

namespace {

using common::config::kReplaces;
using common::config::OptionRow;
using common::config::OptionTable;

constexpr OptionRow<Config> kRows[] = {
    {{.key = "auto-layout",
      .docs =
          R"(Whether panes are laid out anew by the swap layouts when one is opened or closed.)",
      .example = "auto-layout = false"},
     kReplaces<Config, &Config::auto_layout>},
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
    {{.key = "mirror-session",
      .docs = R"(Whether all clients of a session look at the same tab and pane.)",
      .example = "mirror-session = true"},
     kReplaces<Config, &Config::mirror_session>},
    {{.key = "pane-frames",
      .docs = R"(Whether panes have titles above them.)",
      .example = "pane-frames = false"},
     kReplaces<Config, &Config::pane_frames>},
    {{.key = "scroll-buffer-size",
      .docs = R"(How many lines a pane keeps of what has left its screen.)",
      .example = "scroll-buffer-size = 50000"},
     kReplaces<Config, &Config::scroll_buffer_size>},
    {{.key = "scrollback-editor",
      .docs = R"(The program for the text of panes. Usually that is `$EDITOR` or `$VISUAL`.)",
      .example = "scrollback-editor = \"/usr/bin/vim\""},
     kReplaces<Config, &Config::scrollback_editor>},
    {{.key = "stacked-resize",
      .docs = R"(Whether resizing a pane in all directions puts its neighbours into stacks.)",
      .example = "stacked-resize = false"},
     kReplaces<Config, &Config::stacked_resize>},
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
