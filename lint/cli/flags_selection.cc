// Flags of `klint check` that say which rules and which files.
#include "lint/cli/flag_targets.h"
#include "lint/cli/flags.h"

namespace lint::cli {
namespace {

constexpr std::string_view kIgnoreAliases[] = {"extend-ignore"};
constexpr std::string_view kUnfixableAliases[] = {"extend-unfixable"};

constexpr Flag kRuleSelectionFlags[] = {
    {{.name = "extend-fixable",
      .metavar = "RULE_CODE",
      .category = "rules",
      .summary = "Rules whose fixes are applied too",
      .docs = R"(Comma-separated rules to fix in addition to those of --fixable and the
configuration.)"},
     add_items<&Options::extend_fixable>},
    {{.name = "extend-per-file-ignores",
      .metavar = "EXTEND_PER_FILE_IGNORES",
      .category = "rules",
      .summary = "More rules to ignore in some files",
      .docs = R"(Like --per-file-ignores, in addition to what the configuration ignores.)"},
     add_items<&Options::extend_per_file_ignores>},
    {{.name = "extend-select",
      .metavar = "RULE_CODE",
      .category = "rules",
      .summary = "Rules to enable in addition",
      .docs = R"(Comma-separated rules to enable in addition to those of --select, the configuration
or the default.)"},
     add_items<&Options::extend_select>},
    {{.name = "fixable",
      .metavar = "RULE_CODE",
      .category = "rules",
      .summary = "Rules whose fixes are applied",
      .docs = R"(Comma-separated rules whose fixes are applied; without the flag all.)"},
     add_items<&Options::fixable>},
    {{.name = "ignore",
      .aliases = kIgnoreAliases,
      .metavar = "RULE_CODE",
      .category = "rules",
      .summary = "Rules to disable",
      .docs = R"(Comma-separated rules to disable.)"},
     add_items<&Options::ignore>},
    {{.name = "per-file-ignores",
      .metavar = "PER_FILE_IGNORES",
      .category = "rules",
      .summary = "Rules to ignore in some files, as pattern:code",
      .docs = R"(Comma-separated pairs of a file pattern and a rule to ignore there, for example
--per-file-ignores '__init__.py:F401,tests/*:S101'. A pattern that begins with ! holds for all other
files.)"},
     add_items<&Options::per_file_ignores>},
    {{.name = "select",
      .metavar = "RULE_CODE",
      .category = "rules",
      .summary = "Rules to enable",
      .docs = R"(Comma-separated rules to enable instead of the default or configured ones: codes
(F401), beginnings of codes (F, PLE) or ALL.)"},
     add_items<&Options::select>},
    {{.name = "unfixable",
      .aliases = kUnfixableAliases,
      .metavar = "RULE_CODE",
      .category = "rules",
      .summary = "Rules whose fixes are not applied",
      .docs = R"(Comma-separated rules whose fixes are not applied.)"},
     add_items<&Options::unfixable>},
};
static_assert(common::cli::well_formed(kRuleSelectionFlags));

constexpr Flag kFileSelectionFlags[] = {
    {{.name = "exclude",
      .metavar = "FILE_PATTERN",
      .category = "files",
      .summary = "Files and directories to leave out",
      .docs = R"(Comma-separated patterns of files and directories to leave out, instead of the
configured or default ones. A pattern matches a base name or a path.)"},
     add_items<&Options::exclude>},
    {{.name = "extend-exclude",
      .metavar = "FILE_PATTERN",
      .category = "files",
      .summary = "More files and directories to leave out",
      .docs = R"(Comma-separated patterns of files and directories to leave out in addition.)"},
     add_items<&Options::extend_exclude>},
    {{.name = "force-exclude",
      .negated = "no-force-exclude",
      .category = "files",
      .summary = "Leave out excluded files even if they are named",
      .docs = R"(Leaves out files and directories that match exclude patterns even if they are named
on the command line, as tools like pre-commit do.)"},
     &Options::force_exclude},
    {{.name = "respect-gitignore",
      .negated = "no-respect-gitignore",
      .category = "files",
      .summary = "Leave out what .gitignore and other ignore files name",
      .docs = R"(Leaves out what .gitignore, .ignore, .git/info/exclude and git's global excludes
name. That is the default.)"},
     &Options::respect_gitignore},
};
static_assert(common::cli::well_formed(kFileSelectionFlags));

}  // namespace

std::span<const Flag> rule_selection_flags() {
  return kRuleSelectionFlags;
}
std::span<const Flag> file_selection_flags() {
  return kFileSelectionFlags;
}

}  // namespace lint::cli
