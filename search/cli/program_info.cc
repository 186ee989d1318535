// What the help, the manual page and the completions say about kgrep besides
// its flags.
#include <algorithm>

#include "common/cli/parse_flags.h"
#include "common/decode/encoding.h"
#include "search/cli/flags.h"
#include "search/cli/parse_command.h"

#ifndef KEEL_VERSION
#error "KEEL_VERSION is set by the build"
#endif

namespace search {

namespace {

using common::cli::Category;
using common::cli::Chapter;

constexpr std::string_view kUsage[] = {
    "kgrep [OPTIONS] PATTERN [PATH ...]",
    "kgrep [OPTIONS] -e PATTERN ... [PATH ...]",
    "kgrep [OPTIONS] -f PATTERNFILE ... [PATH ...]",
    "kgrep [OPTIONS] --files [PATH ...]",
    "kgrep [OPTIONS] --type-list",
    "command | kgrep [OPTIONS] PATTERN",
};

constexpr Chapter kPositionals[] = {
    {"<PATTERN>",
     R"(The regular expression to search for. To search for one that begins with a dash, write
-e -foo, or put -- in front: kgrep -- -foo.)"},
    {"<PATH>...",
     R"(Files and directories to search; directories are searched with everything below them.
What is named here is searched whatever ignore files and globs say. The path - stands for standard
input. Without a path, standard input is searched if it is a file or a pipe, else the current
directory.)"},
};

constexpr Category kCategories[] = {
    {"input", "INPUT OPTIONS"},   {"search", "SEARCH OPTIONS"},     {"filter", "FILTER OPTIONS"},
    {"output", "OUTPUT OPTIONS"}, {"output-modes", "OUTPUT MODES"}, {"logging", "LOGGING OPTIONS"},
    {"other", "OTHER BEHAVIORS"},
};

constexpr Chapter kChapters[] = {
    {"EXIT STATUS",
     R"(0 if there was a match (or a file was listed, or what was asked for was printed) and no
error, 1 if there was none, 2 if there was an error. With -q/--quiet a match makes it 0 even if
there were errors.)"},
    {"CONFIGURATION FILE",
     R"(If the variable KGREP_CONFIG_PATH, or else RIPGREP_CONFIG_PATH, names a file, its lines
are taken for arguments in front of those of the command line. Each line is one argument, without
quoting; blanks around it, empty lines and lines that begin with # are skipped. A flag and its
value are on one line with an equals sign between them, or on two lines:

    # Colours that suit a bright background.
    --colors=match:fg:blue
    --max-columns
    200)"},
    {"ENVIRONMENT",
     R"(KGREP_CONFIG_PATH and RIPGREP_CONFIG_PATH: see above.

NO_COLOR, TERM: no colours with --color auto if NO_COLOR is set, or if TERM is not set or says
dumb.

HOME, XDG_CONFIG_HOME: where git's global ignore file is.

PATH: where commands are looked up.)"},
};

// The name of every encoding, and the labels that people type beside them.
std::vector<std::string_view> offered_encodings() {
  std::vector<std::string_view> labels = common::decode::main_labels();
  labels.insert(labels.end(), {"auto", "none", "ascii", "latin1", "sjis", "utf-16"});
  std::ranges::sort(labels);
  return labels;
}

}  // namespace

common::cli::ProgramInfo program_info() {
  const std::span<const Flag> tables[] = {input_flags(),  search_flags(),  filter_flags(),
                                          output_flags(), context_flags(), mode_flags()};
  return {.name = "kgrep",
          .version = KEEL_VERSION,
          .tagline = "search trees of files for lines that match a pattern",
          .description = R"(kgrep searches files and directories for lines that match a regular
expression. It respects .gitignore files, and skips hidden files and binary files unless told
otherwise. Its flags and its output are those of ripgrep.)",
          .usage = kUsage,
          .positionals = kPositionals,
          .categories = kCategories,
          .chapters = kChapters,
          .flags = common::cli::all_flags<Options>(tables),
          .encodings = offered_encodings()};
}

}  // namespace search
