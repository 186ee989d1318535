// Flags of `klint check`: what it does with findings and how it prints them.
#include "lint/cli/flag_targets.h"
#include "lint/cli/flags.h"
#include "lint/config/settings.h"

namespace lint::cli {
namespace {

using common::cli::Completion;

constexpr std::string_view kOutputFormats[] = {"concise", "full",    "json",   "json-lines",
                                               "junit",   "grouped", "github", "gitlab",
                                               "pylint",  "rdjson",  "azure",  "sarif"};
constexpr std::string_view kTargetVersions[] = {"py37",  "py38",  "py39",  "py310", "py311",
                                                "py312", "py313", "py314", "py315"};

template <AddedComment kKind>
common::Result<void> set_added_comment(Options& options, std::string_view reason, bool) {
  if (options.added_comment != AddedComment::None && options.added_comment != kKind) {
    return common::fail("--add-noqa and --add-ignore cannot be used together");
  }
  if (reason.find_first_of("\r\n") != std::string_view::npos) {
    return common::fail("<reason> cannot contain newline characters");
  }
  options.added_comment = kKind;
  options.added_comment_reason = reason;
  return {};
}

constexpr Flag kCheckFlags[] = {
    {{.name = "add-ignore",
      .metavar = "REASON",
      .is_value_optional = true,
      .category = "options",
      .summary = "Add `klint: ignore` comments to lines with findings",
      .docs = R"(Appends a suppression comment with the codes to every line that has findings, after
which check finds nothing. Comments that are there already are extended. With a reason (--add-ignore=REASON)
the reason is written behind the codes.)"},
     set_added_comment<AddedComment::Ignore>},
    {{.name = "add-noqa",
      .metavar = "REASON",
      .is_value_optional = true,
      .category = "options",
      .summary = "Add `noqa` comments to lines with findings",
      .docs = R"(Appends `# noqa: CODES` to every line that has findings, after which check finds
nothing. Comments that are there already are extended. With a reason (--add-noqa=REASON) the reason is
written behind the codes.)"},
     set_added_comment<AddedComment::Noqa>},
    {{.name = "cache-dir",
      .metavar = "CACHE_DIR",
      .completion = Completion::File,
      .category = "miscellaneous",
      .summary = "Directory of the cache",
      .docs = R"(The directory that holds the cache. Without the flag the setting cache-dir counts,
then the variables KLINT_CACHE_DIR and RUFF_CACHE_DIR, then .klint_cache in the project's root.)"},
     &Options::cache_dir},
    {{.name = "diff",
      .category = "options",
      .summary = "Print what fixes would change instead of writing it",
      .docs = R"(Prints a diff for every file that fixes would change and writes nothing. The exit
code is 1 if there is a diff. Implies --fix-only.)"},
     &Options::diff},
    {{.name = "dummy-variable-rgx",
      .metavar = "REGEX",
      .is_hidden = true,
      .category = "options",
      .summary = "Names of variables that may stay unused",
      .docs = R"(A regular expression for the names of variables that may stay unused.)"},
     &Options::dummy_variable_rgx},
    {{.name = "exit-non-zero-on-fix",
      .category = "miscellaneous",
      .summary = "Exit with 1 if anything was fixed",
      .docs =
          R"(Exits with 1 if any file was changed by fixes, even if nothing is left to report.)"},
     &Options::exit_non_zero_on_fix},
    {{.name = "exit-zero",
      .short_name = 'e',
      .category = "miscellaneous",
      .summary = "Exit with 0 even if there are findings",
      .docs = R"(Exits with 0 even if there are findings; failures still exit with 2.)"},
     &Options::exit_zero},
    {{.name = "extension",
      .metavar = "EXTENSION",
      .category = "options",
      .summary = "What language a file extension means, as ext:lang",
      .docs = R"(Treats files with an extension as python, pyi or ipynb, for example --extension
pyx:python. Several mappings are separated by commas.)"},
     add_items<&Options::extension>},
    {{.name = "fix",
      .negated = "no-fix",
      .category = "options",
      .summary = "Apply fixes and report the rest",
      .docs = R"(Applies fixes, again and again until nothing changes, writes the files and reports
what is left. Only safe fixes are applied unless --unsafe-fixes is given.)"},
     &Options::fix},
    {{.name = "fix-only",
      .negated = "no-fix-only",
      .category = "options",
      .summary = "Apply fixes and report nothing else",
      .docs =
          R"(Applies fixes like --fix, but neither reports what is left nor lets it change the exit
code.)"},
     &Options::fix_only},
    {{.name = "ignore-noqa",
      .category = "options",
      .summary = "Take no notice of suppression comments",
      .docs =
          R"(Reports what suppression comments (noqa and others) would hide. Turns the cache off.)"},
     &Options::ignore_noqa},
    {{.name = "line-length",
      .metavar = "LINE_LENGTH",
      .is_hidden = true,
      .category = "options",
      .summary = "The longest line there should be, in columns",
      .docs = R"(The longest line there should be, in columns.)"},
     &Options::line_length},
    {{.name = "no-cache",
      .short_name = 'n',
      .category = "miscellaneous",
      .summary = "Do not use the cache",
      .docs =
          R"(Neither reads nor writes the cache. The variables KLINT_NO_CACHE and RUFF_NO_CACHE do
the same.)"},
     &Options::no_cache},
    {{.name = "output-file",
      .short_name = 'o',
      .metavar = "OUTPUT_FILE",
      .completion = Completion::File,
      .category = "options",
      .summary = "Write the report to a file",
      .docs = R"(Writes the report to this file, whose folder is made if need be. The variables
KLINT_OUTPUT_FILE and RUFF_OUTPUT_FILE do the same.)"},
     &Options::output_file},
    {{.name = "output-format",
      .metavar = "OUTPUT_FORMAT",
      .choices = kOutputFormats,
      .category = "options",
      .summary = "How findings are printed",
      .docs = R"(How findings are printed; without the flag the variables KLINT_OUTPUT_FORMAT and
RUFF_OUTPUT_FORMAT count, then the setting output-format, then full.)"},
     store_choice<&Options::output_format, kOutputFormats>},
    {{.name = "preview",
      .negated = "no-preview",
      .category = "options",
      .summary = "Enable rules and fixes that are not yet stable",
      .docs = R"(Enables rules, fixes and behaviours that are not yet stable.)"},
     &Options::preview},
    {{.name = "show-files",
      .category = "options",
      .summary = "List the files that would be checked",
      .docs = R"(Lists the files that would be checked, and checks nothing.)"},
     &Options::show_files},
    {{.name = "show-fixes",
      .negated = "no-show-fixes",
      .category = "options",
      .summary = "List what was fixed",
      .docs = R"(Lists what was fixed, by file and rule.)"},
     &Options::show_fixes},
    {{.name = "show-settings",
      .category = "options",
      .summary = "Print the settings for the first file",
      .docs = R"(Prints the settings that hold for the first of the files, and checks nothing.)"},
     &Options::show_settings},
    {{.name = "statistics",
      .category = "options",
      .summary = "Print how often each rule was violated",
      .docs = R"(Prints how often each rule was violated, most frequent first, instead of the
findings. Works with the formats full, concise and json.)"},
     &Options::statistics},
    {{.name = "stdin-filename",
      .metavar = "STDIN_FILENAME",
      .completion = Completion::File,
      .category = "miscellaneous",
      .summary = "The name of what is read from standard input",
      .docs = R"(Checks standard input as if it were a file of this name: the name decides about
settings, the kind of file and what messages say.)"},
     &Options::stdin_filename},
    {{.name = "target-version",
      .metavar = "TARGET_VERSION",
      .choices = kTargetVersions,
      .category = "options",
      .summary = "The oldest Python version that the code must run on",
      .docs = R"(The oldest Python version that the code must run on.)"},
     store_choice<&Options::target_version, kTargetVersions>},
    {{.name = "unsafe-fixes",
      .negated = "no-unsafe-fixes",
      .category = "options",
      .summary = "Include fixes that may change what the code does",
      .docs = R"(Shows and applies fixes that may change what the code does. With --no-unsafe-fixes
the summary does not mention them.)"},
     &Options::unsafe_fixes},
    {{.name = "watch",
      .short_name = 'w',
      .category = "options",
      .summary = "Check again whenever files change",
      .docs =
          R"(Checks, then waits for files to change and checks again, until it is interrupted.)"},
     &Options::watch},
};
static_assert(common::cli::well_formed(kCheckFlags));

}  // namespace

std::span<const Flag> check_flags() {
  return kCheckFlags;
}

}  // namespace lint::cli
