// Output flags about neighbouring lines, separators and the fields in front of
// a line.
#include "search/cli/flag_targets.h"
#include "search/cli/flags.h"

namespace search {

namespace {

using common::Result;

template <std::optional<std::uint64_t> Options::* kMember>
Result<void> set_context(Options& options, std::string_view value, bool) {
  options.*kMember = TRY(common::cli::parse_number(value));
  options.passthru = false;
  return {};
}

Result<void> set_passthru(Options& options, std::string_view, bool) {
  options.passthru = true;
  options.after_context.reset();
  options.before_context.reset();
  options.context.reset();
  return {};
}

Result<void> set_path_separator(Options& options, std::string_view value, bool) {
  const std::string bytes = common::cli::unescape(value);
  if (bytes.size() > 1) {
    return common::fail("A path separator must be exactly one byte, but the given separator is " +
                        std::to_string(bytes.size()) + " bytes: " + std::string(value));
  }
  options.path_separator = bytes.empty() ? std::nullopt : std::optional(bytes.front());
  return {};
}

constexpr std::string_view kPassthruAliases[] = {"passthrough"};

constexpr Flag kContextFlags[] = {
    {{.name = "after-context",
      .short_name = 'A',
      .metavar = "NUM",
      .category = "output",
      .summary = "Show NUM lines after each match",
      .docs = R"(Shows this many lines after each matching line. Stronger than -C/--context, in
any order.

This flag and --passthru exclude each other: the last one counts.)"},
     set_context<&Options::after_context>},
    {{.name = "before-context",
      .short_name = 'B',
      .metavar = "NUM",
      .category = "output",
      .summary = "Show NUM lines before each match",
      .docs = R"(Shows this many lines before each matching line. Stronger than -C/--context, in
any order.

This flag and --passthru exclude each other: the last one counts.)"},
     set_context<&Options::before_context>},
    {{.name = "byte-offset",
      .short_name = 'b',
      .negated = "no-byte-offset",
      .category = "output",
      .summary = "Print the byte offset of each line",
      .docs = R"(Prints in front of each line how many bytes of the file come before it; with
-o/--only-matching, before the match. For files that are converted (--encoding, a byte order
mark, -z/--search-zip) the bytes of the converted text count.)"},
     &Options::byte_offset},
    {{.name = "column",
      .negated = "no-column",
      .category = "output",
      .summary = "Print the column of the first match",
      .docs = R"(Prints after the line number in which column the first match of the line begins.
Columns are counted in bytes, from 1. Line numbers are shown, too, unless -N/--no-line-number is
given.)"},
     &Options::column},
    {{.name = "context",
      .short_name = 'C',
      .metavar = "NUM",
      .category = "output",
      .summary = "Show NUM lines before and after each match",
      .docs = R"(Shows this many lines on both sides of each matching line. -A/--after-context and
-B/--before-context override it for their side, in any order.

This flag and --passthru exclude each other: the last one counts.)"},
     set_context<&Options::context>},
    {{.name = "context-separator",
      .negated = "no-context-separator",
      .metavar = "SEPARATOR",
      .category = "output",
      .summary = "Set the line between groups of context",
      .docs = R"(Sets the line that is printed between groups of lines that are not adjacent; the
default is --. An empty text prints an empty line, --no-context-separator prints none. The
escapes \t, \n, \r, \0, \\ and \xHH may be used.)"},
     store_separator<&Options::context_separator>},
    {{.name = "field-context-separator",
      .metavar = "SEPARATOR",
      .category = "output",
      .summary = "Set the separator of fields in context lines",
      .docs = R"(Sets what stands after the path, line number and so on of a context line; the
default is a dash. May be empty. The escapes \t, \n, \r, \0, \\ and \xHH may be used.)"},
     store_separator<&Options::field_context_separator>},
    {{.name = "field-match-separator",
      .metavar = "SEPARATOR",
      .category = "output",
      .summary = "Set the separator of fields in matching lines",
      .docs = R"(Sets what stands after the path, line number and so on of a matching line; the
default is a colon. May be empty. The escapes \t, \n, \r, \0, \\ and \xHH may be used.)"},
     store_separator<&Options::field_match_separator>},
    {{.name = "line-number",
      .short_name = 'n',
      .category = "output",
      .summary = "Print line numbers",
      .docs = R"(Prints in front of each line its number, from 1. This is the default on a
terminal. Of this flag and -N/--no-line-number the last one counts.)"},
     store<&Options::line_number, true>},
    {{.name = "no-filename",
      .short_name = 'I',
      .category = "output",
      .summary = "Do not print the path with matches",
      .docs = R"(Never prints paths with matching lines. This is the default when a single file or
standard input is searched. Of this flag and -H/--with-filename the last one counts.)"},
     store<&Options::with_filename, false>},
    {{.name = "no-line-number",
      .short_name = 'N',
      .category = "output",
      .summary = "Do not print line numbers",
      .docs = R"(Prints no line numbers. This is the default when the output is not a terminal. Of
this flag and -n/--line-number the last one counts.)"},
     store<&Options::line_number, false>},
    {{.name = "null",
      .short_name = '0',
      .category = "output",
      .summary = "End each path with a NUL byte",
      .docs = R"(Prints a NUL byte after every path in place of the colon or the line end, so that
programs such as xargs -0 can read paths with any characters in them:

    kgrep -l0 TODO | xargs -0 wc -l)"},
     &Options::null},
    {{.name = "passthru",
      .aliases = kPassthruAliases,
      .category = "output",
      .summary = "Print all lines, matching or not",
      .docs = R"(Prints every line of every file that is searched; lines without a match look like
context lines. With colours this highlights matches in a whole text, and with -r/--replace it
shows a whole text with the replacements made.

This flag and -A, -B, -C exclude each other: the last one counts.)"},
     set_passthru},
    {{.name = "path-separator",
      .metavar = "SEPARATOR",
      .category = "output",
      .summary = "Print paths with this instead of /",
      .docs = R"(Prints paths with another byte between their parts. The separator must be one
byte, which may be written as an escape such as \x5C; an empty one means the default.)"},
     set_path_separator},
    {{.name = "with-filename",
      .short_name = 'H',
      .category = "output",
      .summary = "Print the path with each matching line",
      .docs = R"(Prints the path with matching lines: in front of each, or above them with
--heading. This is the default unless a single file or standard input is searched. Of this flag
and -I/--no-filename the last one counts.)"},
     store<&Options::with_filename, true>},
};
static_assert(common::cli::well_formed(kContextFlags));

}  // namespace

std::span<const Flag> context_flags() {
  return kContextFlags;
}

}  // namespace search
