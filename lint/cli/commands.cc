#include "lint/cli/commands.h"

#include <algorithm>

#include "common/cli/generate.h"
#include "common/cli/parse_flags.h"
#include "lint/cli/flags.h"
#include "lint/cli/run_commands.h"

#ifndef KEEL_VERSION
#error "KEEL_VERSION is set by the build"
#endif

namespace lint::cli {
namespace {

using common::cli::Category;
using common::cli::Chapter;

constexpr std::string_view kCheckUsage[] = {"klint check [OPTIONS] [FILES]..."};
constexpr Chapter kCheckPositionals[] = {
    {"[FILES]...",
     R"(Files and directories to check; - stands for standard input. Without any, the current
directory is checked. Of directories, all Python files below them are checked that are not excluded.)"},
};
constexpr FlagRows* kCheckRows[] = {check_flags, rule_selection_flags, file_selection_flags};

constexpr std::string_view kCleanUsage[] = {"klint clean [OPTIONS]"};

constexpr std::string_view kConfigUsage[] = {"klint config [OPTIONS] [KEY]"};
constexpr Chapter kConfigPositionals[] = {
    {"[KEY]", R"(The option or section to describe, for example lint.isort or line-length.)"},
};
constexpr FlagRows* kFormatChoiceRows[] = {format_choice_flags};

constexpr std::string_view kGenerateUsage[] = {"klint generate KIND"};
constexpr Chapter kGeneratePositionals[] = {
    {"<KIND>", common::cli::kListed<common::cli::kDocumentKinds>},
};
constexpr std::string_view kShellCompletionUsage[] = {"klint generate-shell-completion SHELL"};
constexpr Chapter kShellCompletionPositionals[] = {
    {"<SHELL>", common::cli::kListed<common::cli::kCompletedShells>},
};

constexpr std::string_view kLinterUsage[] = {"klint linter [OPTIONS]"};

constexpr std::string_view kRuleUsage[] = {"klint rule [OPTIONS] RULE", "klint rule --all"};
constexpr Chapter kRulePositionals[] = {
    {"[RULE]", R"(The code or the name of the rule to explain, for example F401.)"},
};
constexpr FlagRows* kRuleRows[] = {rule_flags, format_choice_flags};

constexpr std::string_view kVersionUsage[] = {"klint version [OPTIONS]"};

constexpr Command kCommands[] = {
    {.name = "check",
     .summary = "Check files and directories",
     .description = R"(Checks Python files and prints what it finds. With --fix it mends what can be
mended. The exit code is 0 if nothing is left to report, 1 if something is, 2 if klint failed.)",
     .usage = kCheckUsage,
     .positionals = kCheckPositionals,
     .flags = kCheckRows,
     .run = run_check},
    {.name = "clean",
     .summary = "Remove caches in the current directory and below",
     .description = R"(Removes every cache that klint made in the current directory and below.)",
     .usage = kCleanUsage,
     .run = run_clean},
    {.name = "config",
     .summary = "List or describe the configuration options",
     .description = R"(Lists the options of configuration files, or describes one of them.)",
     .usage = kConfigUsage,
     .positionals = kConfigPositionals,
     .flags = kFormatChoiceRows,
     .run = run_config},
    {.name = "generate",
     .summary = "Print the manual page, the reference or a shell's completions",
     .description = R"(Prints a document made from the tables of commands and flags.)",
     .usage = kGenerateUsage,
     .positionals = kGeneratePositionals,
     .run = run_generate},
    {.name = "generate-shell-completion",
     .summary = "Print the completions for a shell",
     .description = R"(Prints the completions for a shell.)",
     .usage = kShellCompletionUsage,
     .positionals = kShellCompletionPositionals,
     .run = run_shell_completion},
    {.name = "linter",
     .summary = "List the linters that the rules come from",
     .description =
         R"(Lists the linters that the rules come from, with the prefixes of their codes.)",
     .usage = kLinterUsage,
     .flags = kFormatChoiceRows,
     .run = run_linter},
    {.name = "rule",
     .summary = "Explain a rule, or all rules",
     .description = R"(Explains what a rule looks for, why, and what to write instead.)",
     .usage = kRuleUsage,
     .positionals = kRulePositionals,
     .flags = kRuleRows,
     .run = run_rule},
    {.name = "version",
     .summary = "Print the version",
     .description = R"(Prints the version of klint.)",
     .usage = kVersionUsage,
     .flags = kFormatChoiceRows,
     .run = run_version},
};
static_assert(std::ranges::is_sorted(kCommands, {}, &Command::name));

constexpr Category kCategories[] = {
    {"options", "OPTIONS"},
    {"rules", "RULE SELECTION"},
    {"files", "FILE SELECTION"},
    {"miscellaneous", "MISCELLANEOUS"},
    {"logging", "LOG LEVELS"},
    {"global", "GLOBAL OPTIONS"},
    {"help", "HELP"},
};

constexpr std::string_view kUsage[] = {"klint [OPTIONS] COMMAND"};

constexpr Chapter kChapters[] = {
    {"EXIT STATUS",
     R"(0 if nothing was found or everything was fixed, 1 if something is left to report, 2 if klint
failed: a bad option, a bad configuration, a file that could not be written.)"},
    {"CONFIGURATION FILES",
     R"(The nearest of these files in a checked file's folder or above it counts: .klint.toml,
klint.toml, .ruff.toml, ruff.toml, and pyproject.toml if it has a section [tool.klint] or [tool.ruff].
They are not merged; a file takes over another with extend = "path". `klint config` lists the
options.)"},
};

std::vector<const common::cli::FlagInfo*> visible_flags(
    std::span<const std::span<const Flag>> tables) {
  auto flags = common::cli::all_flags<Options>(tables);
  std::erase_if(flags, [](const common::cli::FlagInfo* flag) { return flag->is_hidden; });
  return flags;
}

}  // namespace

std::span<const Command> commands() {
  return kCommands;
}

common::cli::ProgramInfo command_info(const Command& command) {
  std::vector<std::span<const Flag>> tables = {global_flags()};
  for (FlagRows* rows : command.flags) tables.push_back(rows());
  return {.name = command.name,
          .version = KEEL_VERSION,
          .tagline = command.summary,
          .description = command.description,
          .usage = command.usage,
          .positionals = command.positionals,
          .categories = kCategories,
          .chapters = {},
          .flags = visible_flags(tables)};
}

common::cli::ProgramInfo program_info() {
  const std::span<const Flag> tables[] = {global_flags()};
  common::cli::ProgramInfo info = {
      .name = "klint",
      .version = KEEL_VERSION,
      .tagline = "checks Python code",
      .description = R"(klint checks Python code, fixes much of what it finds, and is fast. It takes
ruff's command line, configuration and rule codes.)",
      .usage = kUsage,
      .positionals = {},
      .categories = kCategories,
      .chapters = kChapters,
      .flags = visible_flags(tables)};
  for (const Command& command : kCommands) info.commands.push_back(command_info(command));
  return info;
}

}  // namespace lint::cli
