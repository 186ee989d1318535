// Flags that ask for something else than matching lines, and flags about
// messages.
#include "common/cli/generate.h"
#include "search/cli/flag_targets.h"
#include "search/cli/flags.h"

namespace search {

namespace {

using common::Result;

Result<void> set_json(Options& options, std::string_view, bool negated) {
  if (!negated) options.mode = Mode::Json;
  if (negated && options.mode == Mode::Json) options.mode = Mode::Standard;
  return {};
}

Result<void> set_generate(Options& options, std::string_view value, bool negated) {
  TRY((store_choice<&Options::document, std::size_t, common::cli::kDocumentKinds>(options, value,
                                                                                  negated)));
  options.mode = Mode::Generate;
  return {};
}

Result<void> set_help(Options& options, std::string_view typed, bool) {
  options.special = typed == "-h" ? Special::HelpShort : Special::HelpLong;
  return {};
}

Result<void> set_version(Options& options, std::string_view typed, bool) {
  options.special = typed == "-V" ? Special::VersionShort : Special::VersionLong;
  return {};
}

constexpr Flag kModesFlags[] = {
    {{.name = "count",
      .short_name = 'c',
      .category = "output-modes",
      .summary = "Print the number of matching lines of each file",
      .docs = R"(Prints for each file with a match how many lines match, after its path, or the
number alone if a single file is searched (-H/--with-filename adds the path). --include-zero
prints files without a match, too.

With -o/--only-matching, matches are counted as by --count-matches; likewise with -U/--multiline
if the pattern can match over line ends. Because a file is read to its end to count, and dropped
if it turns out to be binary, the list of files can differ from that of -l/--files-with-matches.)"},
     store<&Options::mode, Mode::Count>},
    {{.name = "count-matches",
      .category = "output-modes",
      .summary = "Print the number of matches of each file",
      .docs = R"(Like -c/--count, but counts every match, not lines. With -v/--invert-match it is
the same as -c/--count.)"},
     store<&Options::mode, Mode::CountMatches>},
    {{.name = "debug",
      .category = "logging",
      .summary = "Print debug messages",
      .docs = R"(Says on standard error what is going on, above all why files are skipped. --trace
says even more.)"},
     store<&Options::logging, Logging::Debug>},
    {{.name = "files",
      .category = "other",
      .summary = "Print the files that would be searched",
      .docs = R"(Prints the paths of all files that would be searched and searches none. No
pattern is needed: all positional arguments are paths. Useful to check filters. With -q/--quiet
only the exit status says whether there is any.)"},
     store<&Options::mode, Mode::Files>},
    {{.name = "files-with-matches",
      .short_name = 'l',
      .category = "output-modes",
      .summary = "Print the paths of files with a match",
      .docs = R"(Prints each path with at least one match, and nothing of the matches. The search
of a file stops at its first match, so a file may be listed that turns out to be binary further
on and would not be counted by -c/--count.)"},
     store<&Options::mode, Mode::FilesWithMatches>},
    {{.name = "files-without-match",
      .category = "output-modes",
      .summary = "Print the paths of files without a match",
      .docs = R"(Prints each path of a file in which nothing matches. The exit status is 0 if any
file is listed.)"},
     store<&Options::mode, Mode::FilesWithoutMatch>},
    {{.name = "generate",
      .metavar = "KIND",
      .choices = common::cli::kDocumentKinds,
      .category = "other",
      .summary = "Print the man page or completions for a shell",
      .docs =
          R"(Prints something that belongs to an installation, and stops: the manual page in roff
(man), the completions for a shell (complete- and its name), or a reference of all flags
(markdown).)"},
     set_generate},
    {{.name = "help",
      .short_name = 'h',
      .category = "other",
      .summary = "Show this overview; --help shows the full text",
      .docs = R"(-h prints one line for each flag, --help this text.)"},
     set_help},
    {{.name = "json",
      .negated = "no-json",
      .category = "output-modes",
      .summary = "Print results as JSON Lines",
      .docs = R"(Prints the results as JSON objects, one a line, for other programs to read. There
are five types of message: begin and end frame the results of a file, match is one match (over
several lines with -U/--multiline), context is a context line, and summary, at the very end, has
the totals of --stats.

Text that is not valid UTF-8 cannot be represented in JSON. Therefore paths, lines and matches
are objects: {"text": ...}, or {"bytes": ...} with the bytes in base64.

Flags that set the look of plain output, such as -o/--only-matching or --heading, have no effect;
-r/--replace adds the replaced text. --no-json takes --json back.)"},
     set_json},
    {{.name = "no-config",
      .category = "other",
      .summary = "Do not read the configuration file",
      .docs = R"(Disregards KGREP_CONFIG_PATH and RIPGREP_CONFIG_PATH. Counts only on the command
line, not in a configuration file.)"},
     &Options::no_config},
    {{.name = "no-ignore-messages",
      .negated = "ignore-messages",
      .category = "logging",
      .summary = "Do not report errors in ignore files",
      .docs = R"(Suppresses the messages about rules in ignore files that cannot be understood.)"},
     &Options::no_ignore_messages},
    {{.name = "no-messages",
      .negated = "messages",
      .category = "logging",
      .summary = "Do not report files that cannot be read",
      .docs = R"(Suppresses the messages about files that cannot be opened or read, and those about
ignore files. The exit status is still 2. Errors in patterns and flags are always reported.)"},
     &Options::no_messages},
    {{.name = "pcre2-version",
      .category = "other",
      .summary = "Print the version of PCRE2",
      .docs = R"(Prints which version of the PCRE2 library -P/--pcre2 uses and whether it compiles
patterns to machine code.)"},
     store<&Options::special, Special::Pcre2Version>},
    {{.name = "stats",
      .negated = "no-stats",
      .category = "logging",
      .summary = "Print totals at the end",
      .docs = R"(Prints after the results how many matches and matching lines there were, how many
files were searched and had a match, how many bytes were searched and printed, and how long it
took. Included in --json.)"},
     &Options::stats},
    {{.name = "trace",
      .category = "logging",
      .summary = "Print more debug messages than --debug",
      .docs = R"(Like --debug, with still more detail.)"},
     store<&Options::logging, Logging::Trace>},
    {{.name = "type-list",
      .category = "other",
      .summary = "Print all file types and their globs",
      .docs = R"(Prints the types that -t/--type knows, each with its globs, as changed by
--type-add and --type-clear.)"},
     store<&Options::mode, Mode::TypeList>},
    {{.name = "version",
      .short_name = 'V',
      .category = "other",
      .summary = "Print the version; --version prints features, too",
      .docs = R"(-V prints the version in one line; --version adds what this build can do.)"},
     set_version},
};
static_assert(common::cli::well_formed(kModesFlags));

}  // namespace

std::span<const Flag> mode_flags() {
  return kModesFlags;
}

}  // namespace search
