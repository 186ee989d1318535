#include "mux/cli/commands.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/base/check.h"
#include "common/cli/generate.h"
#include "common/cli/parse_flags.h"
#include "common/config/suggest.h"
#include "mux/cli/action_info.h"
#include "mux/cli/flags.h"
#include "mux/cli/run_commands.h"

#ifndef KEEL_VERSION
#error "KEEL_VERSION is set by the build"
#endif

namespace mux::cli {
namespace {

using common::cli::Category;
using common::cli::Chapter;

constexpr std::string_view kActionUsage[] = {"kmux [OPTIONS] action ACTION [ARGUMENTS]..."};
constexpr Chapter kActionPositionals[] = {
    {"<ACTION>", R"(What to do: a name as key bindings have it, for example new-pane.)"},
    {"[ARGUMENTS]...", R"(What the action needs to know. `kmux action ACTION --help` tells.)"},
};

constexpr std::string_view kAttachUsage[] = {
    "kmux attach [OPTIONS] [SESSION] [options OPTION-FLAGS...]"};
constexpr std::string_view kSessionList = "list-sessions --short";
constexpr Chapter kSessionPositionals[] = {
    {"[SESSION]", R"(The session's name. It may be left out if there is only one.)"},
};
constexpr Chapter kNamedPositionals[] = {{"<SESSION>", R"(The session's name.)"}};
constexpr FlagRows* kAttachRows[] = {attach_flags};

constexpr std::string_view kDebugUsage[] = {
    "kmux debug screen --cols C --rows R [--scrollback N] [--cuts A,B,...] FILE"};

constexpr std::string_view kDeleteAllUsage[] = {"kmux delete-all-sessions [OPTIONS]"};
constexpr FlagRows* kDeleteAllRows[] = {delete_all_sessions_flags};

constexpr std::string_view kDeleteUsage[] = {"kmux delete-session [OPTIONS] SESSION"};
constexpr FlagRows* kDeleteRows[] = {delete_session_flags};
constexpr std::string_view kEditUsage[] = {"kmux [OPTIONS] edit [ARGUMENTS]... FILE"};

constexpr std::string_view kGenerateUsage[] = {"kmux generate KIND"};
constexpr Chapter kGeneratePositionals[] = {
    {"<KIND>", common::cli::kListed<common::cli::kDocumentKinds>},
};

constexpr std::string_view kOptionsUsage[] = {"kmux [OPTIONS] options OPTION-FLAGS..."};
constexpr FlagRows* kOptionsRows[] = {option_flags};

constexpr std::string_view kSetupUsage[] = {"kmux [OPTIONS] setup FLAG"};
constexpr FlagRows* kSetupRows[] = {setup_flags};

constexpr std::string_view kKillAllUsage[] = {"kmux kill-all-sessions [OPTIONS]"};
constexpr FlagRows* kKillAllRows[] = {kill_all_sessions_flags};

constexpr std::string_view kKillUsage[] = {"kmux kill-session [OPTIONS] SESSION"};

constexpr std::string_view kListUsage[] = {"kmux list-sessions [OPTIONS]"};
constexpr FlagRows* kListRows[] = {list_sessions_flags};

constexpr std::string_view kRunUsage[] = {"kmux [OPTIONS] run [ARGUMENTS]... -- COMMAND..."};
constexpr Chapter kRunPositionals[] = {
    {"[ARGUMENTS]...", R"(Where to open the pane and how, as for `kmux action new-pane`.)"},
    {"<COMMAND>...", R"(The program to run and its arguments.)"},
};

constexpr std::string_view kSubscribeUsage[] = {
    "kmux [OPTIONS] subscribe --pane-id PANE... [OPTIONS]"};
constexpr FlagRows* kSubscribeRows[] = {subscribe_flags};

constexpr std::string_view kWatchUsage[] = {"kmux watch [OPTIONS] [SESSION]"};

constexpr Command kCommands[] = {
    {.name = "action",
     .alias = "ac",
     .summary = "Do something in a session",
     .description =
         R"(Has a session do what keys can be bound to, and prints what comes of it. Inside
of a session that one is meant, else the one that --session names or the only one there is.)",
     .usage = kActionUsage,
     .positionals = kActionPositionals,
     .takes_all_words = true,
     .run = run_action},
    {.name = "attach",
     .alias = "a",
     .summary = "Attach to a session",
     .description =
         R"(Shows a session that is running; the beginning of its name is enough if no other one
begins so. One that has exited is brought back with its tabs, panes and their working directories;
commands wait for a key.)",
     .usage = kAttachUsage,
     .positionals = kSessionPositionals,
     .flags = kAttachRows,
     .takes_options = true,
     .words_from = kSessionList,
     .run = run_attach},
    {.name = "debug",
     .summary = "Look into the program",
     .description = R"(Prints the screen that the bytes of a file make, as JSON.)",
     .usage = kDebugUsage,
     .takes_all_words = true,
     .run = run_debug},
    {.name = "delete-all-sessions",
     .alias = "da",
     .summary = "Delete all sessions that have exited",
     .description = R"(Removes from the disk what would bring back sessions that have exited.)",
     .usage = kDeleteAllUsage,
     .flags = kDeleteAllRows,
     .run = run_delete_all_sessions},
    {.name = "delete-session",
     .alias = "d",
     .summary = "Delete a session that has exited",
     .description = R"(Removes from the disk what would bring a session back that has exited.)",
     .usage = kDeleteUsage,
     .positionals = kNamedPositionals,
     .flags = kDeleteRows,
     .words_from = kSessionList,
     .run = run_delete_session},
    {.name = "edit",
     .alias = "e",
     .summary = "Open a file in an editor in a new pane",
     .description = R"(Opens a file in an editor in a new pane and prints the pane's name: short for
`kmux action edit`.)",
     .usage = kEditUsage,
     .takes_all_words = true,
     .action = "edit",
     .run = run_edit},
    {.name = "generate",
     .summary = "Print completions, the manual page or the reference",
     .description = R"(Prints a document that follows from the flags and actions.)",
     .usage = kGenerateUsage,
     .positionals = kGeneratePositionals,
     .run = run_generate},
    {.name = "kill-all-sessions",
     .alias = "ka",
     .summary = "End all sessions",
     .description =
         R"(Ends all sessions and the programs in them. `kmux attach` can bring them back.)",
     .usage = kKillAllUsage,
     .flags = kKillAllRows,
     .run = run_kill_all_sessions},
    {.name = "kill-session",
     .alias = "k",
     .summary = "End a session",
     .description =
         R"(Ends a session and the programs in it. `kmux attach` can bring it back unless a
shell was all there was.)",
     .usage = kKillUsage,
     .positionals = kNamedPositionals,
     .words_from = kSessionList,
     .run = run_kill_session},
    {.name = "list-sessions",
     .alias = "ls",
     .summary = "List the sessions",
     .description =
         R"(Lists the sessions that are running, and those that have exited and that `kmux attach`
brings back, the oldest first. The exit code is 1 if there are none.)",
     .usage = kListUsage,
     .flags = kListRows,
     .run = run_list_sessions},
    {.name = "options",
     .summary = "Start a session with other options",
     .description =
         R"(Starts a session with options other than the configuration has. Each option has a
flag. After `kmux attach` they are for the session that is created if there is none.)",
     .usage = kOptionsUsage,
     .flags = kOptionsRows,
     .run = run_options},
    {.name = "run",
     .alias = "r",
     .summary = "Run a command in a new pane",
     .description = R"(Runs a command in a new pane and prints the pane's name: short for
`kmux action new-pane`.)",
     .usage = kRunUsage,
     .positionals = kRunPositionals,
     .takes_all_words = true,
     .action = "run",
     .run = run_run},
    {.name = "setup",
     .summary = "Check the configuration, or print one to begin with",
     .description = R"(Shows what is configured, and prints texts to begin a configuration with.)",
     .usage = kSetupUsage,
     .flags = kSetupRows,
     .run = run_setup},
    {.name = "subscribe",
     .summary = "Print what panes show whenever it changes",
     .description =
         R"(Prints the rows of panes: at first as they are, then all of a pane's again whenever some
of them have changed, until the last of the panes has closed or the session is over. What changes
faster than it is read is skipped. Nothing in the session takes note of it. Inside of a session that
one is meant, else the one that --session names or the only one there is.)",
     .usage = kSubscribeUsage,
     .flags = kSubscribeRows,
     .run = run_subscribe},
    {.name = "watch",
     .alias = "w",
     .summary = "Look at a session without taking part in it",
     .description = R"(Shows a session. What is typed does not reach it.)",
     .usage = kWatchUsage,
     .positionals = kSessionPositionals,
     .words_from = kSessionList,
     .run = run_watch},
};
static_assert(std::ranges::is_sorted(kCommands, {}, &Command::name));

constexpr Category kCategories[] = {
    {"options", "OPTIONS"},
    {"global", "GLOBAL OPTIONS"},
    {"help", "HELP"},
};

constexpr std::string_view kUsage[] = {"kmux [OPTIONS]", "kmux [OPTIONS] COMMAND"};

constexpr Chapter kChapters[] = {
    {"EXIT STATUS",
     R"(0 if all went well, 1 if there is nothing to list or not the session that is meant, 2 if kmux
failed otherwise. Actions that wait for a
command have the exit code of that command.)"},
    {"ENVIRONMENT",
     R"(Programs in panes find KMUX_SESSION_NAME and KMUX_PANE_ID in their environment, and for the
sake of scripts ZELLIJ_SESSION_NAME and ZELLIJ_PANE_ID with the same values. SHELL is what panes
run.)"},
};

using Tables = std::vector<std::span<const Flag>>;

Tables program_tables() {
  return {global_flags(), program_flags()};
}

Tables tables_of(const Command& command) {
  Tables tables = {global_flags()};
  for (FlagRows* rows : command.flags) tables.push_back(rows());
  return tables;
}

std::vector<const common::cli::FlagInfo*> visible_flags(const Tables& tables) {
  auto flags = common::cli::all_flags<Options>(tables);
  std::erase_if(flags, [](const common::cli::FlagInfo* flag) { return flag->is_hidden; });
  return flags;
}

const Command* find_command(std::string_view name) {
  const auto found = std::ranges::find_if(kCommands, [&](const Command& command) {
    return command.name == name || (!command.alias.empty() && command.alias == name);
  });
  return found == std::end(kCommands) ? nullptr : &*found;
}

// Of words that are an action's.
void take_help(std::span<const std::string_view> words, Options& options) {
  for (const std::string_view word : words) {
    if (word == "--") return;
    if (word == "-h") options.short_help = true;
    if (word == "--help") options.help = true;
  }
}

// With the flag that is nearest to one that is not there, unless some are named already.
common::Error with_flag_meant(common::Error error, const Tables& tables) {
  constexpr std::string_view kStart = "unrecognized flag --";
  std::string& message = error.message;
  if (!message.starts_with(kStart) || message.find('\n') != std::string::npos) return error;
  const std::string typed = message.substr(kStart.size());
  std::vector<std::string_view> known;
  for (const common::cli::FlagInfo* flag : visible_flags(tables)) known.push_back(flag->name);
  if (const auto meant = common::config::closest_name(typed, known)) {
    message += ", did you mean --" + std::string(*meant) + "?";
  }
  return error;
}

// Of zellij, and knowingly not of ours.
struct MissingCommand {
  std::string_view name;
  std::string_view alias;  // Empty: none.
  std::string_view reason;
};
constexpr std::string_view kNoPlugins = "kmux has no plugins";
constexpr MissingCommand kMissingCommands[] = {
    {"list-aliases", "la", kNoPlugins},
    {"pipe", {}, kNoPlugins},
    {"plugin", "p", kNoPlugins},
    {"web", {}, "kmux has no web client; `kmux attach` works over ssh"},
};

std::unexpected<common::Error> unknown_command(std::string_view name) {
  for (const MissingCommand& missing : kMissingCommands) {
    if (name.empty() || (name != missing.name && name != missing.alias)) continue;
    return common::fail(fmt::format("there is no command {}: {}", missing.name, missing.reason));
  }
  std::vector<std::string_view> known;
  for (const Command& command : kCommands) known.push_back(command.name);
  std::string message = "there is no command " + std::string(name);
  if (const auto meant = common::config::closest_name(name, known)) {
    return common::fail(message + ", did you mean " + std::string(*meant) + "?");
  }
  message += "; the commands are";
  std::string_view separator = " ";
  for (const Command& command : kCommands) {
    message.append(separator).append(command.name);
    separator = ", ";
  }
  return common::fail(std::move(message));
}

}  // namespace

std::span<const Command> commands() {
  return kCommands;
}

namespace {

common::Result<void> parse_into(const Tables& tables, std::span<const std::string_view> arguments,
                                Options& options) {
  auto parsed = common::cli::parse_flags<Options>(tables, arguments, options, options.positionals);
  if (parsed) return parsed;
  return std::unexpected(with_flag_meant(std::move(parsed).error(), tables));
}

// Behind the command's name.
common::Result<void> parse_rest(const Command& command, std::span<const std::string_view> rest,
                                Options& options) {
  if (command.takes_all_words) {
    if (!command.action.empty()) take_help(rest, options);
    options.positionals.assign(rest.begin(), rest.end());
    return {};
  }
  // "attach NAME options --FLAG..."
  const auto nested = command.takes_options ? std::ranges::find(rest, "options") : rest.end();
  TRY(parse_into(tables_of(command), std::span(rest.begin(), nested), options));
  if (nested == rest.end()) return {};
  return parse_into({global_flags(), option_flags()}, std::span(nested + 1, rest.end()), options);
}

}  // namespace

common::Result<ParsedCommand> parse_command_line(std::span<const char* const> raw_arguments) {
  const std::vector<std::string_view> arguments(raw_arguments.begin(), raw_arguments.end());
  ParsedCommand result;
  const Tables tables = program_tables();
  const auto at = common::cli::parse_until_command<Options>(tables, arguments, result.options);
  if (!at) return std::unexpected(with_flag_meant(at.error(), tables));
  if (*at == arguments.size()) return result;
  result.command = find_command(arguments[*at]);
  if (result.command == nullptr) return unknown_command(arguments[*at]);
  TRY(parse_rest(*result.command, std::span(arguments).subspan(*at + 1), result.options));
  return result;
}

common::cli::ProgramInfo command_info(const Command& command) {
  common::cli::ProgramInfo info = {.name = command.name,
                                   .version = KEEL_VERSION,
                                   .tagline = command.summary,
                                   .description = command.description,
                                   .usage = command.usage,
                                   .positionals = command.positionals,
                                   .categories = kCategories,
                                   .chapters = {},
                                   .flags = visible_flags(tables_of(command)),
                                   .alias = command.alias,
                                   .words_from = command.words_from};
  if (command.name == "action") info.commands = action_infos();
  if (!command.action.empty()) {
    const auto row = action::find_action(command.action);
    CHECK(row.has_value());
    const auto of_action = action_info(**row).flags;
    info.flags.insert(info.flags.end(), of_action.begin(), of_action.end());
    std::ranges::sort(info.flags, {}, &common::cli::FlagInfo::name);
  }
  return info;
}

common::cli::ProgramInfo program_info() {
  common::cli::ProgramInfo info = {
      .name = "kmux",
      .version = KEEL_VERSION,
      .tagline = "sessions of tabs and panes that outlive their terminal",
      .description =
          R"(kmux runs programs in tabs and panes of a session, which goes on when the terminal
is closed and to which one can attach again. Without a command it starts a session. It takes
zellij's command line, layouts and keys.)",
      .usage = kUsage,
      .positionals = {},
      .categories = kCategories,
      .chapters = kChapters,
      .flags = visible_flags(program_tables())};
  for (const Command& command : kCommands) info.commands.push_back(command_info(command));
  return info;
}

}  // namespace mux::cli
