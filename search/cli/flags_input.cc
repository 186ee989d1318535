// Flags that say where the patterns and the bytes to search come from.
#include "search/cli/flag_targets.h"
#include "search/cli/flags.h"

namespace search {

namespace {

using common::Result;
using common::cli::Completion;

Result<void> add_pattern_file(Options& options, std::string_view value, bool) {
  options.patterns.push_back({PatternSource::File, std::string(value)});
  return {};
}

Result<void> add_pattern(Options& options, std::string_view value, bool) {
  options.patterns.push_back({PatternSource::Regexp, std::string(value)});
  return {};
}

Result<void> set_pre(Options& options, std::string_view value, bool negated) {
  options.pre = negated ? std::string() : std::string(value);
  if (!options.pre.empty()) options.search_zip = false;
  return {};
}

Result<void> set_search_zip(Options& options, std::string_view, bool negated) {
  options.search_zip = !negated;
  if (options.search_zip) options.pre.clear();
  return {};
}

constexpr Flag kInputFlags[] = {
    {{.name = "file",
      .short_name = 'f',
      .metavar = "PATTERNFILE",
      .completion = Completion::File,
      .category = "input",
      .summary = "Read patterns from PATTERNFILE, one a line",
      .docs = R"(Reads patterns from a file, one pattern a line. The end of a line is not part of
its pattern; an empty line is the empty pattern, which matches everywhere. A file without any
line has no pattern, so nothing matches. The name - stands for standard input.

This flag may be repeated and may be combined with -e/--regexp: a line matches if any of the
patterns matches. With either of the two flags, all positional arguments are paths.)"},
     add_pattern_file},
    {{.name = "pre",
      .negated = "no-pre",
      .metavar = "COMMAND",
      .completion = Completion::Command,
      .category = "input",
      .summary = "Search the output of COMMAND PATH instead of each file",
      .docs = R"(For every file, runs COMMAND with the file's path as its only argument and searches
what it prints. The file is also connected to the command's standard input. This is the way to
search formats that need a conversion first:

    #!/bin/sh
    case "$1" in
      *.pdf) exec pdftotext "$1" - ;;
      *)     exec cat ;;
    esac

A process is started for each file, which costs far more than reading it; --pre-glob limits the
command to the files that need it. A command that fails is reported with what it wrote to
standard error. Standard input is never handed to the command. An empty COMMAND, like --no-pre,
turns this off.

This flag and -z/--search-zip exclude each other: the last one counts.)"},
     set_pre},
    {{.name = "pre-glob",
      .metavar = "GLOB",
      .category = "input",
      .summary = "Use --pre only for files that match GLOB",
      .docs = R"(Limits --pre to the files that match a glob; the others are searched as they are.
May be repeated. Globs are written as for -g/--glob, with a ! in front to exclude:

    kgrep --pre pre-pdf --pre-glob '*.pdf' invoice

Has no effect without --pre.)"},
     &Options::pre_globs},
    {{.name = "regexp",
      .short_name = 'e',
      .metavar = "PATTERN",
      .category = "input",
      .summary = "Search for PATTERN; may be repeated",
      .docs = R"(A pattern to search for. Repeat the flag for more patterns: a line matches if any
of them matches. It is also the way to write a pattern that begins with a dash:

    kgrep -e -foo

With this flag or -f/--file, all positional arguments are paths.)"},
     add_pattern},
    {{.name = "search-zip",
      .short_name = 'z',
      .negated = "no-search-zip",
      .category = "input",
      .summary = "Search inside compressed files",
      .docs = R"(Decompresses files on the way into the search. Which ones is decided by name: gzip
(.gz, .tgz), bzip2 (.bz2, .tbz2), xz (.xz, .txz), LZ4 (.lz4), LZMA (.lzma), Brotli (.br), Zstandard
(.zst, .zstd) and compress (.Z). Archives are not opened as trees: of a .tgz the tar stream is
searched.

This flag and --pre exclude each other: the last one counts.)"},
     set_search_zip},
};
static_assert(common::cli::well_formed(kInputFlags));

}  // namespace

std::span<const Flag> input_flags() {
  return kInputFlags;
}

}  // namespace search
