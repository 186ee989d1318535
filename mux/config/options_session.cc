// Options of sessions, their tabs and panes.
#include "mux/config/option_codecs.h"
#include "mux/config/option_rows.h"
#include "mux/layout/builtin_layouts.h"

namespace mux::config {

namespace {

using model::SessionOptions;

std::vector<std::string_view> layout_names() {
  std::vector<std::string_view> names;
  for (const layout::BuiltinLayout& row : layout::builtin_layouts()) names.push_back(row.name);
  return names;
}

constexpr Option kSessionRows[] = {
    {.key = "attach-to-session",
     .summary = "Attach to the session named by session-name if it is running",
     .docs = "Otherwise that session is created.",
     .metavar = "BOOL",
     .choices = booleans,
     .needs_restart = true,
     .target = kSets<&Config::attaches_to_session>},
    {.key = "auto-layout",
     .summary = "Lay panes out anew when one is opened or closed",
     .docs = "The first swap layout for that many panes is used, until a pane is resized.",
     .metavar = "BOOL",
     .choices = booleans,
     .target = kSetsSession<&SessionOptions::adapts_layout>},
    {.key = "default-cwd",
     .summary = "Where panes start that nothing else is said about",
     .docs = "Usually that is the working directory of the focused pane.",
     .metavar = "DIR",
     .sample = "\"/srv\"",
     .target = kSetsSession<&SessionOptions::cwd>},
    {.key = "default-layout",
     .summary = "The layout of new sessions and tabs",
     .docs = "A built-in layout, a file in the folder of layouts without its .kdl, or a path.",
     .metavar = "LAYOUT",
     .choices = layout_names,
     .needs_restart = true,
     .target = kSets<&Config::default_layout>},
    {.key = "default-shell",
     .summary = "The program of panes without a command",
     .docs = "Usually that is the value of SHELL.",
     .metavar = "PATH",
     .sample = "\"/bin/zsh\"",
     .target = kSets<&Config::default_shell>},
    {.key = "layout-dir",
     .summary = "The folder of layouts",
     .docs = "Usually that is the folder layouts beside the configuration file.",
     .metavar = "DIR",
     .sample = "\"/srv/layouts\"",
     .needs_restart = true,
     .target = kSets<&Config::layout_folder>},
    {.key = "mirror-session",
     .summary = "All clients of a session look at the same tab and pane",
     .metavar = "BOOL",
     .choices = booleans,
     .target = kSetsSession<&SessionOptions::mirrors_session>},
    {.key = "on-force-close",
     .summary = "What becomes of the session when the terminal of a client is closed",
     .docs = "It goes on after detach and ends after quit.",
     .metavar = "WHAT",
     .choices = words_of<model::ForceClose>,
     .target = kSetsSession<&SessionOptions::on_force_close>},
    {.key = "scroll-buffer-size",
     .summary = "How many lines a pane keeps of what has left its screen",
     .metavar = "LINES",
     .needs_restart = true,
     .target = kSetsSession<&SessionOptions::terminal, &term::TerminalOptions::history,
                            &term::HistoryLimit::lines>},
    {.key = "scrollback-editor",
     .summary = "The program for the text of panes and for files",
     .docs = "Usually that is the value of EDITOR or VISUAL.",
     .metavar = "PATH",
     .sample = "\"/usr/bin/vim\"",
     .target = kSets<&Config::scrollback_editor>},
    {.key = "session-name",
     .summary = "The name of new sessions",
     .docs = "Usually two words are chosen.",
     .metavar = "NAME",
     .sample = "\"work\"",
     .needs_restart = true,
     .target = kSets<&Config::session_name>},
    {.key = "stacked-pane-list",
     .summary = "Show the titles of a stack above its expanded pane",
     .docs = "Otherwise each stands where its pane is in the stack.",
     .metavar = "BOOL",
     .choices = booleans,
     .needs_restart = true,
     .target = kSetsSession<&SessionOptions::tile_rules, &layout::TileRules::lists_titles>},
    {.key = "stacked-resize",
     .summary = "Resizing a pane in all directions puts its neighbours into stacks",
     .metavar = "BOOL",
     .choices = booleans,
     .target = kSetsSession<&SessionOptions::resizes_to_stacks>},
    {.key = "undo-close-ms",
     .summary = "For how long a closed pane or tab can be brought back",
     .docs = "In milliseconds; so long its programs live on. After 0 they end at once.",
     .metavar = "MILLISECONDS",
     .target = kSetsSession<&SessionOptions::undo_close_ms>},
};
static_assert(well_formed(kSessionRows));

}  // namespace

std::span<const Option> session_options() {
  return kSessionRows;
}

}  // namespace mux::config
