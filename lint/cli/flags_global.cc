// Flags that klint and all its commands take.
#include "common/tty/color_choice.h"
#include "lint/cli/flag_targets.h"
#include "lint/cli/flags.h"

namespace lint::cli {
namespace {

using common::cli::Completion;
using common::tty::ColorChoice;

constexpr std::string_view kColorChoices[] = {"auto", "always", "never"};
constexpr std::string_view kFormatChoices[] = {"text", "json"};

common::Result<void> set_color(Options& options, std::string_view value, bool) {
  if (value == "auto") options.color = ColorChoice::Auto;
  if (value == "always") options.color = ColorChoice::Always;
  if (value == "never") options.color = ColorChoice::Never;
  if (std::ranges::find(kColorChoices, value) != std::end(kColorChoices)) return {};
  return common::fail("invalid value '" + std::string(value) +
                      "' [possible values: auto, always, never]");
}

template <LogLevel kLevel>
common::Result<void> set_log_level(Options& options, std::string_view, bool) {
  if (options.log_level != LogLevel::Default && options.log_level != kLevel) {
    return common::fail("only one of --verbose, --quiet and --silent can be given");
  }
  options.log_level = kLevel;
  return {};
}

common::Result<void> set_help(Options& options, std::string_view typed, bool) {
  (typed == "-h" ? options.short_help : options.help) = true;
  return {};
}

constexpr Flag kGlobalFlags[] = {
    {{.name = "color",
      .metavar = "WHEN",
      .choices = kColorChoices,
      .category = "global",
      .summary = "When to use colors",
      .docs = R"(When to use colors: auto means on a terminal, unless the environment says otherwise
(NO_COLOR, FORCE_COLOR, TERM=dumb).)"},
     set_color},
    {{.name = "config",
      .metavar = "CONFIG_OPTION",
      .completion = Completion::File,
      .category = "global",
      .summary = "A configuration file, or one setting as KEY = VALUE",
      .docs =
          R"(The path of a configuration file (klint.toml, ruff.toml or pyproject.toml), which is
then used for all files; or a setting written as in such a file:

    klint check --config "line-length = 100" --config "lint.isort.combine-as-imports = true"

Settings given this way win over all files. At most one file can be given, any number of settings.)"},
     &Options::config},
    {{.name = "help",
      .short_name = 'h',
      .category = "help",
      .summary = "Show help; -h is the short form",
      .docs = R"(Shows what the command and its flags do. -h shows a line for each.)"},
     set_help},
    {{.name = "isolated",
      .category = "global",
      .summary = "Ignore all configuration files",
      .docs = R"(Reads no configuration file at all; settings given with --config still count.)"},
     &Options::isolated},
    {{.name = "quiet",
      .short_name = 'q',
      .category = "logging",
      .summary = "Print diagnostics, but nothing else",
      .docs = R"(Prints diagnostics, but no summary and no warnings.)"},
     set_log_level<LogLevel::Quiet>},
    {{.name = "silent",
      .short_name = 's',
      .category = "logging",
      .summary = "Print nothing; the exit code tells",
      .docs = R"(Prints nothing at all. The exit code still says whether something was found.)"},
     set_log_level<LogLevel::Silent>},
    {{.name = "verbose",
      .short_name = 'v',
      .category = "logging",
      .summary = "Say what is done",
      .docs =
          R"(Says on standard error which configuration file is used and how many files were
checked in which time.)"},
     set_log_level<LogLevel::Verbose>},
    {{.name = "version",
      .short_name = 'V',
      .category = "help",
      .summary = "Print the version",
      .docs = R"(Prints the version.)"},
     &Options::version},
};
static_assert(common::cli::well_formed(kGlobalFlags));

constexpr Flag kRuleFlags[] = {
    {{.name = "all",
      .category = "options",
      .summary = "Explain all rules",
      .docs = R"(Explains all rules, in the order of their codes.)"},
     &Options::all_rules},
};
static_assert(common::cli::well_formed(kRuleFlags));

constexpr Flag kFormatChoiceFlags[] = {
    {{.name = "output-format",
      .metavar = "OUTPUT_FORMAT",
      .choices = kFormatChoices,
      .category = "options",
      .summary = "Print text or JSON",
      .docs = R"(Prints text for people (the default) or JSON for programs.)"},
     store_choice<&Options::output_format, kFormatChoices>},
};
static_assert(common::cli::well_formed(kFormatChoiceFlags));

}  // namespace

std::span<const Flag> global_flags() {
  return kGlobalFlags;
}
std::span<const Flag> rule_flags() {
  return kRuleFlags;
}
std::span<const Flag> format_choice_flags() {
  return kFormatChoiceFlags;
}

}  // namespace lint::cli
