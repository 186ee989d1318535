// Flags that say how lines are matched.
#include "common/decode/encoding.h"
#include "search/cli/flag_targets.h"
#include "search/cli/flags.h"

namespace search {

namespace {

using common::Result;
using common::cli::Completion;

constexpr std::string_view kEngines[] = {"default", "pcre2", "auto"};

Result<void> set_engine(Options& options, std::string_view value, bool negated) {
  if (store_choice<&Options::engine, Engine, kEngines>(options, value, negated)) return {};
  return common::fail("unrecognized regex engine '" + std::string(value) +
                      "'. Choose from: " + listed(kEngines));
}

Result<void> set_encoding(Options& options, std::string_view value, bool negated) {
  options.encoding = negated ? std::string_view("auto") : value;
  if (options.encoding == "auto" || options.encoding == "none" ||
      common::decode::find_encoding(options.encoding)) {
    return {};
  }
  return common::fail(
      "grep config error: unknown encoding: " + options.encoding +
      "\n\nEncodings go by their labels in the WHATWG Encoding Standard: utf-8, utf-16le, "
      "latin1, shift_jis and so on. Special values: auto, none.");
}

Result<void> set_crlf(Options& options, std::string_view, bool negated) {
  options.crlf = !negated;
  if (options.crlf) options.null_data = false;
  return {};
}

Result<void> set_null_data(Options& options, std::string_view, bool) {
  options.null_data = true;
  options.crlf = false;
  return {};
}

Result<void> set_multiline(Options& options, std::string_view, bool negated) {
  options.multiline = !negated;
  if (options.multiline) options.stop_on_nonmatch = false;
  return {};
}

Result<void> set_stop_on_nonmatch(Options& options, std::string_view, bool) {
  options.stop_on_nonmatch = true;
  options.multiline = false;
  return {};
}

constexpr Flag kSearchFlags[] = {
    {{.name = "auto-hybrid-regex",
      .negated = "no-auto-hybrid-regex",
      .category = "search",
      .summary = "(DEPRECATED) Use PCRE2 if the pattern needs it",
      .docs = R"(DEPRECATED: use --engine auto. Tries the default regex engine and falls back to
PCRE2 for patterns that only PCRE2 understands. The negation is --engine default.

Overrides -P/--pcre2 and --engine, and is overridden by them.)"},
     store<&Options::engine, Engine::Auto, Engine::Default>},
    {{.name = "case-sensitive",
      .short_name = 's',
      .category = "search",
      .summary = "Distinguish upper and lower case (default)",
      .docs = R"(Matches letters in exactly the case in which the pattern has them. This is the
default; the flag is there to override a -i/--ignore-case or -S/--smart-case that came before.
A pattern can still ask for the opposite with (?i).)"},
     store<&Options::case_mode, CaseMode::Sensitive>},
    {{.name = "crlf",
      .negated = "no-crlf",
      .category = "search",
      .summary = "Take CRLF for the end of a line, too",
      .docs = R"(Lets lines end in CRLF as well as in LF, so that $ matches before the CR of a
Windows line end and . does not match the CR. Between CR and LF nothing matches. Lines are
printed with the ends they have.

This flag and --null-data exclude each other: the last one counts.)"},
     set_crlf},
    {{.name = "dfa-size-limit",
      .metavar = "NUM+SUFFIX?",
      .category = "search",
      .summary = "Limit the memory of the regex automaton",
      .docs = R"(Sets how much memory the automaton of a pattern may use while searching. Beyond
it a slower method takes over; the result is the same. The default suits all but enormous
patterns.

NUM is in bytes, or with a suffix K, M or G in kibibytes, mebibytes or gibibytes.)"},
     store_size<&Options::dfa_size_limit>},
    {{.name = "encoding",
      .short_name = 'E',
      .negated = "no-encoding",
      .metavar = "ENCODING",
      .completion = Completion::Encoding,
      .category = "search",
      .summary = "Set the text encoding of the files",
      .docs = R"(Says in which encoding the files are. With auto, the default, a byte order mark
at the start of a file selects UTF-8 or UTF-16, and everything else is searched as it is, which
is right for UTF-8 and all ASCII-compatible text. With none even byte order marks are left alone
and the raw bytes are searched.

All labels of the WHATWG Encoding Standard are known, such as utf-16le, latin1, windows-1251,
shift_jis, euc-kr or gb18030. Files are converted to UTF-8 while reading, with U+FFFD for what
cannot be decoded; a byte order mark still overrides the label. Output is UTF-8, and offsets
count converted bytes. --no-encoding returns to auto.)"},
     set_encoding},
    {{.name = "engine",
      .metavar = "ENGINE",
      .choices = kEngines,
      .category = "search",
      .summary = "Choose the regex engine",
      .docs = R"(Chooses the regex engine for all patterns:

default: the fast engine, whose running time is linear in the size of the input. It has neither
look-around nor backreferences.

pcre2: Perl-compatible patterns with look-around and backreferences, as -P/--pcre2.

auto: the default engine if it understands the patterns, else PCRE2.

Overrides -P/--pcre2 and --auto-hybrid-regex, and is overridden by them.)"},
     set_engine},
    {{.name = "fixed-strings",
      .short_name = 'F',
      .negated = "no-fixed-strings",
      .category = "search",
      .summary = "Take patterns literally",
      .docs = R"(Takes every pattern as plain text: characters such as . ( [ * have no special
meaning and need no backslash.)"},
     &Options::fixed_strings},
    {{.name = "ignore-case",
      .short_name = 'i',
      .category = "search",
      .summary = "Do not distinguish upper and lower case",
      .docs = R"(Lets letters match in either case, by the simple case folding of Unicode (only
a-z and A-Z with --no-unicode). A pattern can still ask for the opposite with (?-i).

Of this flag, -s/--case-sensitive and -S/--smart-case the last one counts.)"},
     store<&Options::case_mode, CaseMode::Insensitive>},
    {{.name = "invert-match",
      .short_name = 'v',
      .negated = "no-invert-match",
      .category = "search",
      .summary = "Select the lines that do not match",
      .docs = R"(Turns the search around: lines without a match are printed, counted and so on.

It works line by line: with -l/--files-with-matches, files are listed that have any line without
a match. For the files that have no match at all use --files-without-match.)"},
     &Options::invert_match},
    {{.name = "line-regexp",
      .short_name = 'x',
      .category = "search",
      .summary = "Match whole lines only",
      .docs = R"(Requires a match to be a whole line, as if each pattern stood between ^ and $.

Of this flag and -w/--word-regexp the last one counts.)"},
     store<&Options::boundary, Boundary::Line>},
    {{.name = "max-count",
      .short_name = 'm',
      .metavar = "NUM",
      .category = "search",
      .summary = "Stop each file after NUM matching lines",
      .docs = R"(Searches a file no further than its NUM-th matching line. A match over several
lines (-U/--multiline) counts once. Context lines after the last match are still printed, and if
the pattern matches in them they are marked as matches.

With 0 nothing is searched.)"},
     &Options::max_count},
    {{.name = "mmap",
      .negated = "no-mmap",
      .category = "search",
      .summary = "Search as if files were mapped into memory",
      .docs = R"(Accepted for compatibility. kgrep maps one large file where that is faster than
reading it, and does not crash when a file shrinks meanwhile; with the flag such a file is mapped
in any case, with --no-mmap never. Other files are read in blocks. What is left of the flag is its
effect on binary files: a file that would be mapped is examined for NUL bytes in its first 64 KiB
and in the lines that are printed, not everywhere. That is also what happens without the flag
when no more than ten paths are given and all of them are files; --no-mmap never does it.)"},
     store<&Options::mmap, MmapChoice::Always, MmapChoice::Never>},
    {{.name = "multiline",
      .short_name = 'U',
      .negated = "no-multiline",
      .category = "search",
      .summary = "Let matches span lines",
      .docs = R"(Lets a match contain line ends, so that \n may be used in patterns and \s or
[^a] match it. The dot still stops at line ends unless the pattern says (?s) or
--multiline-dotall is given.

A file is held in memory as a whole while it is searched this way, if the pattern really can
match a line end.

This flag and --stop-on-nonmatch exclude each other: the last one counts.)"},
     set_multiline},
    {{.name = "multiline-dotall",
      .negated = "no-multiline-dotall",
      .category = "search",
      .summary = "Let . match line ends with --multiline",
      .docs = R"(With -U/--multiline, lets the dot match line ends, too, as if every pattern
began with (?s). Has no effect otherwise.)"},
     &Options::multiline_dotall},
    {{.name = "no-pcre2-unicode",
      .negated = "pcre2-unicode",
      .category = "search",
      .summary = "(DEPRECATED) Do not use Unicode in patterns",
      .docs = R"(DEPRECATED: use --no-unicode, which is the same for all regex engines.)"},
     &Options::no_unicode},
    {{.name = "no-unicode",
      .negated = "unicode",
      .category = "search",
      .summary = "Do not use Unicode in patterns",
      .docs = R"(Restricts patterns to ASCII: \w, \d, \s and \b know only ASCII characters, case
is folded for a-z only, and . and [^a] match single bytes, valid UTF-8 or not.

Patterns that use large classes of characters can be faster this way.)"},
     &Options::no_unicode},
    {{.name = "null-data",
      .category = "search",
      .summary = "Let lines end in NUL bytes",
      .docs = R"(Takes NUL instead of the line feed for the end of a line, for reading as well
as for printing. This suits the output of find -print0 and files such as /proc/self/environ.
Files are not examined for being binary.

This flag and --crlf exclude each other: the last one counts.)"},
     set_null_data},
    {{.name = "pcre2",
      .short_name = 'P',
      .negated = "no-pcre2",
      .category = "search",
      .summary = "Use PCRE2 patterns",
      .docs = R"(Uses the PCRE2 library for all patterns: look-around, backreferences and the
other features of Perl's patterns. Patterns are Unicode-aware unless --no-unicode is given.

A backtracking engine can take very long for some patterns, and is usually slower than the
default one. --no-pcre2 returns to the default engine.

Overrides --engine and --auto-hybrid-regex, and is overridden by them.)"},
     store<&Options::engine, Engine::Pcre2, Engine::Default>},
    {{.name = "regex-size-limit",
      .metavar = "NUM+SUFFIX?",
      .category = "search",
      .summary = "Limit the size of the compiled pattern",
      .docs = R"(Refuses patterns that would need more than this much memory when compiled. The
default is 100M, which only gigantic patterns reach.

NUM is in bytes, or with a suffix K, M or G in kibibytes, mebibytes or gibibytes.)"},
     store_size<&Options::regex_size_limit>},
    {{.name = "smart-case",
      .short_name = 'S',
      .category = "search",
      .summary = "Ignore case unless a pattern has capitals",
      .docs = R"(Ignores case as -i/--ignore-case does if the patterns contain letters but no
upper-case letter. Escapes such as \W or \pL are not letters in this sense, members of a
[class] are.

Of this flag, -i/--ignore-case and -s/--case-sensitive the last one counts.)"},
     store<&Options::case_mode, CaseMode::Smart>},
    {{.name = "stop-on-nonmatch",
      .category = "search",
      .summary = "Stop each file after its first run of matches",
      .docs = R"(Leaves a file at the first line that does not match after one that did. In a
sorted file this saves reading the rest.

This flag and -U/--multiline exclude each other: the last one counts.)"},
     set_stop_on_nonmatch},
    {{.name = "text",
      .short_name = 'a',
      .negated = "no-text",
      .category = "search",
      .summary = "Search binary files as if they were text",
      .docs = R"(Treats every file as text: files are not examined for NUL bytes, and matching
lines are printed whatever they contain. Control sequences in such lines can confuse a terminal.

Of this flag, --binary and their negations the last one counts.)"},
     store<&Options::binary, BinaryMode::Text, BinaryMode::Auto>},
    {{.name = "threads",
      .short_name = 'j',
      .metavar = "NUM",
      .category = "search",
      .summary = "Set the number of threads",
      .docs = R"(Sets how many threads search. 0, the default, means as many as there are
processors, at most 12.)"},
     store_nonzero<&Options::threads>},
    {{.name = "word-regexp",
      .short_name = 'w',
      .category = "search",
      .summary = "Match whole words only",
      .docs = R"(Requires a match to stand between places where no word goes on: before it and
after it there must not be a word character. Patterns that begin or end with other characters
work as well: -w -e -2 finds the -2 in "x -2".

Of this flag and -x/--line-regexp the last one counts.)"},
     store<&Options::boundary, Boundary::Word>},
};
static_assert(common::cli::well_formed(kSearchFlags));

}  // namespace

std::span<const Flag> search_flags() {
  return kSearchFlags;
}

}  // namespace search
