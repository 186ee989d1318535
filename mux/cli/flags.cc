#include "mux/cli/flags.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "common/cli/generate.h"
#include "common/cli/values.h"

namespace mux::cli {
namespace {

using common::cli::Completion;

common::Result<void> set_help(Options& options, std::string_view typed, bool /*negated*/) {
  (typed == "-h" ? options.short_help : options.help) = true;
  return {};
}

constexpr Flag kGlobalFlags[] = {
    {{.name = "help",
      .short_name = 'h',
      .category = "help",
      .summary = "Show help; -h is the short form",
      .docs = R"(Shows what the command and its flags do. -h shows a line for each.)"},
     set_help},
    {{.name = "no-fd-passing",
      .category = "global",
      .summary = "Pass bytes instead of the terminal to the server",
      .docs = R"(Usually the client hands its terminal to the server, which reads keys from it and
draws on it without detour. With this flag, or where handing over is not possible, all bytes
cross the socket between the two instead.)"},
     &Options::no_fd_passing},
    {{.name = "version",
      .short_name = 'V',
      .category = "help",
      .summary = "Print the version",
      .docs = R"(Prints the version.)"},
     &Options::version},
};
static_assert(common::cli::well_formed(kGlobalFlags));

constexpr Flag kProgramFlags[] = {
    {{.name = "config",
      .short_name = 'c',
      .metavar = "FILE",
      .completion = Completion::File,
      .category = "global",
      .summary = "The configuration file",
      .docs =
          R"(The configuration of the new session: KDL with zellij's names of options, or TOML if
the file's name ends in .toml. Usually that is the file that KMUX_CONFIG_FILE names, or config.toml
or config.kdl in $XDG_CONFIG_HOME/kmux or ~/.config/kmux, or else zellij's own.)"},
     &Options::config},
    {{.name = "config-dir",
      .metavar = "DIR",
      .completion = Completion::File,
      .category = "global",
      .summary = "The folder of the configuration",
      .docs = R"(Where config.toml or config.kdl are, and the folders layouts and themes. Usually
that is the value of KMUX_CONFIG_DIR, or $XDG_CONFIG_HOME/kmux or ~/.config/kmux.)"},
     &Options::config_dir},
    {{.name = "data-dir",
      .metavar = "DIR",
      .completion = Completion::File,
      .category = "global",
      .summary = "Has no effect: zellij's folder of plugins",
      .docs = R"(Has no effect, but may be given: zellij looks for plugins there.)"},
     &Options::data_dir},
    {{.name = "debug",
      .short_name = 'd',
      .category = "global",
      .summary = "Keep what programs write in the cache folder",
      .docs = R"(Has the new session append what the program of each pane writes to a file
of the cache folder, kmux-SESSION-PANE.log.)"},
     &Options::debug},
    {{.name = "layout",
      .short_name = 'l',
      .metavar = "LAYOUT",
      .completion = Completion::File,
      .category = "global",
      .summary = "The layout of the new session",
      .docs = R"(The layout that the new session begins with and that its new tabs have: default,
compact, a file of the folder of layouts without its .kdl, or the path of a layout file in KDL.
Inside of a session, or with --session and one that is running, its tabs are added to that one.)"},
     &Options::layout},
    {{.name = "layout-string",
      .metavar = "KDL",
      .category = "global",
      .summary = "The layout of the new session, as text",
      .docs = R"(As --layout, but the layout itself: layout { pane; pane; } for example.)"},
     &Options::layout_string},
    {{.name = "max-panes",
      .metavar = "NUM",
      .category = "global",
      .summary = "Close the oldest pane if there are more",
      .docs = R"(The new session has at most so many panes; another one closes the oldest.)"},
     &Options::max_panes},
    {{.name = "new-session-with-layout",
      .short_name = 'n',
      .metavar = "LAYOUT",
      .completion = Completion::File,
      .category = "global",
      .summary = "Start a new session with this layout",
      .docs =
          R"(As --layout, but always for a new session, which runs in the pane if that is one of a
session already.)"},
     &Options::new_session_layout},
    {{.name = "session",
      .short_name = 's',
      .metavar = "NAME",
      .category = "global",
      .summary = "The name of the session",
      .docs = R"(The session that is meant; without a command, the name of the new one.)"},
     &Options::session},
};
static_assert(common::cli::well_formed(kProgramFlags));

constexpr Flag kAttachFlags[] = {
    {{.name = "create",
      .short_name = 'c',
      .category = "options",
      .summary = "Create the session if there is none of that name",
      .docs = R"(Creates the session if there is none of that name.)"},
     &Options::create},
    {{.name = "create-background",
      .short_name = 'b',
      .category = "options",
      .summary = "Create a session without attaching to it",
      .docs =
          R"(Creates the session in the background and does not attach to it. The exit code is 1 if
it is running already.)"},
     &Options::create_background},
    {{.name = "force-run-commands",
      .short_name = 'f',
      .category = "options",
      .summary = "Run the commands of a session that is brought back at once",
      .docs = R"(Runs the commands of a session that is brought back at once, those that were
running when it ended. Usually each waits in its pane for a key.)"},
     &Options::force_run_commands},
    {{.name = "index",
      .metavar = "NUM",
      .category = "options",
      .summary = "Attach to the session at this place of the list",
      .docs = R"(The session at this place in the list of those that are running, the oldest
first, from 0.)"},
     &Options::index},
};
static_assert(common::cli::well_formed(kAttachFlags));

constexpr std::string_view kSubscribeFormats[] = {"raw", "json"};

common::Result<void> set_format(Options& options, std::string_view value, bool /*negated*/) {
  if (std::ranges::find(kSubscribeFormats, value) == std::end(kSubscribeFormats)) {
    return common::fail("expected raw or json");
  }
  options.json = value == "json";
  return {};
}

common::Result<void> set_scrollback(Options& options, std::string_view value, bool /*negated*/) {
  options.scrollback = value.empty() ? 0 : TRY(common::cli::parse_number(value));
  return {};
}

constexpr Flag kSubscribeFlags[] = {
    {{.name = "ansi",
      .category = "options",
      .summary = "Keep colours, as escape sequences",
      .docs = R"(Keeps colours and other styles, as escape sequences; each line sets its own.)"},
     &Options::ansi},
    {{.name = "format",
      .short_name = 'f',
      .metavar = "FORMAT",
      .choices = kSubscribeFormats,
      .category = "options",
      .summary = "How to print: raw or json",
      .docs = R"(Without it, or with raw, the rows of a pane are lines. With json each change is an
object on a line of its own: event is pane_update, pane_id the pane, viewport its rows, is_initial
whether it is the first of the pane, scrollback the lines above or null. A pane that closes is an
object whose event is pane_closed.)"},
     set_format},
    {{.name = "pane-id",
      .short_name = 'p',
      .metavar = "PANE...",
      .takes_words = true,
      .category = "options",
      .summary = "The panes, as terminal_1 or 1",
      .docs = R"(The panes: terminal_1, or 1 for short; several after each other, or with several
such flags. `kmux action list-panes` tells which there are. At least one is needed.)"},
     &Options::panes},
    {{.name = "scrollback",
      .short_name = 's',
      .metavar = "[NUM]",
      .is_value_optional = true,
      .takes_words = true,
      .category = "options",
      .summary = "Begin with the lines that have scrolled away",
      .docs =
          R"(Prints the lines that have scrolled away before the rows that a pane shows at first:
the last NUM, or all without a number or with 0. Lines that wrapped by themselves are whole.)"},
     set_scrollback},
};
static_assert(common::cli::well_formed(kSubscribeFlags));

constexpr Flag kListSessionsFlags[] = {
    {{.name = "json",
      .category = "options",
      .summary = "Print JSON",
      .docs = R"(Prints a JSON array with an object for each session: its name, when it was created
in seconds since 1970, whether the command was run inside of it, and whether it has exited.)"},
     &Options::json},
    {{.name = "no-formatting",
      .short_name = 'n',
      .category = "options",
      .summary = "Print without colors",
      .docs = R"(Prints without colors. That is also so if standard output is not a terminal.)"},
     &Options::no_formatting},
    {{.name = "reverse",
      .short_name = 'r',
      .category = "options",
      .summary = "Print the newest session first",
      .docs = R"(Prints the newest session first; usually the oldest is first.)"},
     &Options::reverse},
    {{.name = "short",
      .short_name = 's',
      .category = "options",
      .summary = "Print names only",
      .docs = R"(Prints the names of the sessions only.)"},
     &Options::short_list},
};
static_assert(common::cli::well_formed(kListSessionsFlags));

constexpr Flag kKillAllSessionsFlags[] = {
    {{.name = "yes",
      .short_name = 'y',
      .category = "options",
      .summary = "Do not ask",
      .docs = R"(Kills the sessions without asking first.)"},
     &Options::yes},
};
static_assert(common::cli::well_formed(kKillAllSessionsFlags));

constexpr Flag kDeleteSessionFlags[] = {
    {{.name = "force",
      .short_name = 'f',
      .category = "options",
      .summary = "Kill the session first if it is running",
      .docs = R"(Kills the session first if it is running.)"},
     &Options::force},
};
static_assert(common::cli::well_formed(kDeleteSessionFlags));

constexpr Flag kDeleteAllSessionsFlags[] = {
    {{.name = "force",
      .short_name = 'f',
      .category = "options",
      .summary = "Kill sessions that are running, too",
      .docs = R"(Kills the sessions that are running and deletes them, too.)"},
     &Options::force},
    {{.name = "yes",
      .short_name = 'y',
      .category = "options",
      .summary = "Do not ask",
      .docs = R"(Deletes the sessions without asking first.)"},
     &Options::yes},
};
static_assert(common::cli::well_formed(kDeleteAllSessionsFlags));
constexpr std::string_view kStartShells[] = {"bash", "fish", "zsh"};

constexpr Flag kSetupFlags[] = {
    {{.name = "check",
      .category = "options",
      .summary = "Show which files are used and what is wrong with them",
      .docs = R"(Prints which files and folders are used, the settings that follow from the
environment, and what is wrong with the configuration, with file, line and column. Options that
are another program's and have no effect are named. The exit code is 1 if something is wrong.)"},
     &Options::check},
    {{.name = "clean",
      .category = "options",
      .summary = "Start a session without a configuration file",
      .docs = R"(Starts a session as if there were no configuration file.)"},
     &Options::clean},
    {{.name = "dump-config",
      .category = "options",
      .summary = "Print the default configuration",
      .docs = R"(Prints the default configuration, all options and key bindings, in TOML.)"},
     &Options::dump_config},
    {{.name = "dump-layout",
      .metavar = "NAME",
      .category = "options",
      .summary = "Print a built-in layout",
      .docs =
          R"(Prints a built-in layout: default, compact, disable-status-bar, no-plugins, or one of
those that are as default, and which zellij has for its plugins: classic, strider, welcome.)"},
     &Options::dump_layout},
    {{.name = "dump-swap-layout",
      .metavar = "NAME",
      .category = "options",
      .summary = "Print the swap layouts of a built-in layout",
      .docs = R"(Prints the swap layouts of a built-in layout.)"},
     &Options::dump_swap_layout},
    {{.name = "generate-auto-start",
      .metavar = "SHELL",
      .choices = kStartShells,
      .category = "options",
      .summary = "Print what makes a shell start kmux",
      .docs = R"(Prints what to put into the start-up file of a shell so that its terminals start
kmux. With KMUX_AUTO_ATTACH=true they attach to a session, with KMUX_AUTO_EXIT=true the shell ends
afterwards.)"},
     &Options::generate_auto_start},
    {{.name = "generate-completion",
      .metavar = "SHELL",
      .choices = common::cli::kCompletedShells,
      .category = "options",
      .summary = "Print the completions of a shell",
      .docs = R"(Prints the completions of a shell.)"},
     &Options::generate_completion},
    {{.name = "json",
      .category = "options",
      .summary = "With --check: print JSON",
      .docs = R"(With --check: prints a JSON object.)"},
     &Options::json},
    {{.name = "kdl",
      .category = "options",
      .summary = "With --dump-config: print KDL",
      .docs = R"(With --dump-config: prints the configuration in KDL, as zellij has it.)"},
     &Options::kdl},
};
static_assert(common::cli::well_formed(kSetupFlags));

}  // namespace

std::span<const Flag> setup_flags() {
  return kSetupFlags;
}
std::span<const Flag> global_flags() {
  return kGlobalFlags;
}
std::span<const Flag> program_flags() {
  return kProgramFlags;
}
std::span<const Flag> attach_flags() {
  return kAttachFlags;
}
std::span<const Flag> subscribe_flags() {
  return kSubscribeFlags;
}
std::span<const Flag> list_sessions_flags() {
  return kListSessionsFlags;
}
std::span<const Flag> kill_all_sessions_flags() {
  return kKillAllSessionsFlags;
}
std::span<const Flag> delete_session_flags() {
  return kDeleteSessionFlags;
}
std::span<const Flag> delete_all_sessions_flags() {
  return kDeleteAllSessionsFlags;
}

}  // namespace mux::cli
