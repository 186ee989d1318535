// Options of sessions written to disk.
#include "mux/config/option_codecs.h"
#include "mux/config/option_rows.h"

namespace mux::config {

namespace {

constexpr Option kSavingRows[] = {
    {.key = "post-command-discovery-hook",
     .summary = "A command for sh that says what to run in place of a command found in a pane",
     .docs = "It is given each command found running in a pane as $RESURRECT_COMMAND, and prints "
             "the one to run when the session is brought back. If it prints nothing, the command "
             "stays as it was.",
     .metavar = "COMMAND",
     .sample = "\"echo $RESURRECT_COMMAND | sed 's/^sudo //'\"",
     .needs_restart = true,
     .target = kSets<&Config::post_command_discovery_hook>},
    {.key = "scrollback-lines-to-serialize",
     .summary = "How many lines above the screens of panes are written down",
     .docs = "With serialize-pane-viewport. 0 means all of them.",
     .metavar = "LINES",
     .needs_restart = true,
     .target = kSets<&Config::scrollback_lines_to_serialize>},
    {.key = "serialization-interval",
     .summary = "After how many seconds changes of the session are written down",
     .docs = "0 means after half a second. Nothing is written while nothing changes.",
     .metavar = "SECONDS",
     .needs_restart = true,
     .target = kSets<&Config::serialization_interval>},
    {.key = "serialize-pane-viewport",
     .summary = "Write down the text of panes, so that a session that is brought back shows it",
     .metavar = "BOOL",
     .choices = booleans,
     .needs_restart = true,
     .target = kSets<&Config::serialize_pane_viewport>},
    {.key = "session-serialization",
     .summary = "Write sessions to disk as they change",
     .docs = "Then `kmux attach` can bring them back after a crash or a reboot.",
     .metavar = "BOOL",
     .choices = booleans,
     .needs_restart = true,
     .target = kSets<&Config::session_serialization>},
};
static_assert(well_formed(kSavingRows));

}  // namespace

std::span<const Option> saving_options() {
  return kSavingRows;
}

}  // namespace mux::config
