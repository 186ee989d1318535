// Output flags about what matches look like.
#include <algorithm>
#include <array>
#include <iterator>

#include "search/cli/color_scheme.h"
#include "search/cli/flag_targets.h"
#include "search/cli/flags.h"
#include "search/printer/hyperlink.h"
#include "search/printer/hyperlink_aliases.h"

namespace search {

namespace {

using common::Result;
using common::cli::Completion;
using common::tty::ColorChoice;

constexpr std::string_view kColorChoices[] = {"never", "auto", "always", "ansi"};
constexpr std::string_view kSortKeys[] = {"none", "path", "modified", "accessed", "created"};
constexpr auto kHyperlinkNames = [] {
  std::array<std::string_view, std::size(kHyperlinkAliases)> names;
  std::ranges::transform(kHyperlinkAliases, names.begin(), &HyperlinkAlias::name);
  return names;
}();

Result<void> add_color_spec(Options& options, std::string_view value, bool) {
  options.colors.push_back(TRY(common::tty::parse_color_spec(value, kColorFields)));
  return {};
}

// The variables get their values in the plan.
Result<void> set_hyperlink_format(Options& options, std::string_view value, bool) {
  const auto format = HyperlinkFormat::parse(value, {}, {});
  if (!format) return common::fail("invalid hyperlink format: " + format.error().message);
  options.hyperlink_format = value;
  return {};
}

Result<void> set_pretty(Options& options, std::string_view, bool) {
  options.color = ColorChoice::Always;
  options.heading = true;
  options.line_number = true;
  return {};
}

template <bool kReverse>
Result<void> set_sort(Options& options, std::string_view value, bool negated) {
  TRY((store_choice<&Options::sort, SortKey, kSortKeys>(options, value, negated)));
  options.sort_reverse = kReverse && options.sort != SortKey::None;
  return {};
}

Result<void> set_sort_files(Options& options, std::string_view, bool negated) {
  options.sort = negated ? SortKey::None : SortKey::Path;
  options.sort_reverse = false;
  return {};
}

constexpr Flag kOutputFlags[] = {
    {{.name = "block-buffered",
      .negated = "no-block-buffered",
      .category = "output",
      .summary = "Write output in large blocks",
      .docs = R"(Gathers output and writes it in blocks. This is the default when the output is
not a terminal, and the fastest. The negation returns to the default.

Of this flag, --line-buffered and their negations the last one counts.)"},
     store<&Options::buffering, Buffering::Block, Buffering::Auto>},
    {{.name = "color",
      .metavar = "WHEN",
      .choices = kColorChoices,
      .category = "output",
      .summary = "Say when to use colours",
      .docs = R"(Says when output has colours and hyperlinks: never; auto, the default, which is
on a terminal, unless the variable NO_COLOR is set or TERM says dumb; always; or ansi, which
is the same as always.

--colors sets which colours are used.)"},
     store_choice<&Options::color, ColorChoice, kColorChoices>},
    {{.name = "colors",
      .metavar = "COLOR_SPEC",
      .category = "output",
      .summary = "Set the colour or style of a part of the output",
      .docs = R"(Changes how a part of the output looks. May be repeated; specs apply in order.
The form is TYPE:ATTRIBUTE:VALUE, or TYPE:none to remove all colours and styles of a part.

TYPE is path, line (line numbers), column, match, or highlight (the rest of a matching line).

ATTRIBUTE is fg or bg with a colour for VALUE, or style with one of bold, nobold, intense,
nointense, underline, nounderline, italic and noitalic.

A colour is black, blue, green, red, cyan, magenta, yellow or white, a number from 0 to 255, or
three such numbers for red, green and blue. Numbers may be hexadecimal with 0x in front.

    kgrep --colors match:fg:0xff,0x7f,0 --colors path:style:bold foo)"},
     add_color_spec},
    {{.name = "heading",
      .negated = "no-heading",
      .category = "output",
      .summary = "Print each path once, above its matches",
      .docs = R"(Prints the path of a file on a line of its own above the matches in it, with an
empty line between files. This is the default on a terminal. --no-heading puts the path in front
of every line. Has no effect with --vimgrep.)"},
     &Options::heading},
    {{.name = "hostname-bin",
      .metavar = "COMMAND",
      .completion = Completion::Command,
      .category = "output",
      .summary = "Get the host name for hyperlinks from COMMAND",
      .docs = R"(Runs a program without arguments and takes the first thing it prints, without
blanks around it, for the {host} of hyperlinks. It is run only if the hyperlink format needs
it. Without this flag, or if the command fails, the system's host name is used.)"},
     &Options::hostname_bin},
    {{.name = "hyperlink-format",
      .metavar = "FORMAT",
      .choices = kHyperlinkNames,
      .category = "output",
      .summary = "Set the format of hyperlinks",
      .docs = R"(Makes paths in the output links that terminals can open, and sets the form of
their URLs: one of the names default, none, cursor, file, grep+, kitty, macvim, textmate, vscode,
vscode-insiders and vscodium, or a format of your own.

A format is a URL with variables: {path}, which must be there, is the absolute path; {line} and
{column} are the place of the match; {host} is the name of the machine (see --hostname-bin);
{wslprefix} is a prefix for paths inside the Windows Subsystem for Linux. {{ and }} stand for
braces.

    kgrep --hyperlink-format 'vscode://file{path}:{line}:{column}' foo

Links are only written when colours are.)"},
     set_hyperlink_format},
    {{.name = "include-zero",
      .negated = "no-include-zero",
      .category = "output",
      .summary = "Show counts of zero, too",
      .docs = R"(With -c/--count and --count-matches, also prints files without a match, with a
count of 0.)"},
     &Options::include_zero},
    {{.name = "line-buffered",
      .negated = "no-line-buffered",
      .category = "output",
      .summary = "Write output line by line",
      .docs = R"(Writes every line as soon as it is complete. This is the default on a terminal; in
a pipeline it shows matches at once, for example behind tail -f, at some cost of speed. The
negation returns to the default.

Of this flag, --block-buffered and their negations the last one counts.)"},
     store<&Options::buffering, Buffering::Line, Buffering::Auto>},
    {{.name = "max-columns",
      .short_name = 'M',
      .metavar = "NUM",
      .category = "output",
      .summary = "Do not print lines longer than NUM bytes",
      .docs = R"(Prints a short notice in place of a line that is longer than NUM bytes, its line
end included. 0 means no limit, which is the default. See --max-columns-preview to print the
beginning of such lines.)"},
     store_nonzero<&Options::max_columns>},
    {{.name = "max-columns-preview",
      .negated = "no-max-columns-preview",
      .category = "output",
      .summary = "Print the beginning of lines that are too long",
      .docs = R"(With -M/--max-columns, prints as many characters of a line that is too long as
the limit says, and a notice after them. A character is what a reader takes for one, with all of
its accents.)"},
     &Options::max_columns_preview},
    {{.name = "only-matching",
      .short_name = 'o',
      .category = "output",
      .summary = "Print only the matching parts of lines",
      .docs = R"(Prints each match on a line of its own, without the text around it. Empty matches
are left out.)"},
     &Options::only_matching},
    {{.name = "pretty",
      .short_name = 'p',
      .category = "output",
      .summary = "Print as on a terminal: colours, headings, numbers",
      .docs = R"(The same as --color always --heading --line-number: output looks as on a terminal
even in a pipe, for example to a pager:

    kgrep -p foo | less -R)"},
     set_pretty},
    {{.name = "quiet",
      .short_name = 'q',
      .category = "output",
      .summary = "Print nothing, only set the exit status",
      .docs = R"(Prints no matches and stops at the first one; the exit status says whether there
was any. With --stats or --json the search goes on to the end for the totals, which are printed.
With --files, says whether there is any file to search.)"},
     &Options::quiet},
    {{.name = "replace",
      .short_name = 'r',
      .metavar = "REPLACEMENT",
      .category = "output",
      .summary = "Print matches replaced by this text",
      .docs = R"(Prints the text in place of each match. Files are never changed. $1 or ${1} stands
for the first group of the pattern, $0 for the whole match, $name or ${name} for a named group,
and $$ for a dollar sign. A name goes as far as there are letters, digits and underscores, so
braces are needed where more of them follow. A group that does not exist is empty. Use single
quotes, or the shell will take the dollar signs for its own:

    kgrep '(\w+)=(\w+)' -r '$2=$1'

With -o/--only-matching only the replacements are printed.)"},
     &Options::replace},
    {{.name = "sort",
      .metavar = "SORTBY",
      .choices = kSortKeys,
      .category = "output",
      .summary = "Sort the results in ascending order",
      .docs = R"(Prints the results in an order that is always the same: by path, by the time of
the last modification (modified) or access (accessed), or of creation (created). none, the
default, prints them as they are found. Sorting by path goes directory by directory, so that a/b
comes before a+.

Sorting by time has to look at all files before the first can be searched; sorting by path has
not.

Of --sort, --sortr and --sort-files the last one counts.)"},
     set_sort<false>},
    {{.name = "sort-files",
      .negated = "no-sort-files",
      .category = "output",
      .summary = "(DEPRECATED) Sort the results by path",
      .docs = R"(DEPRECATED: use --sort path. The negation is --sort none.)"},
     set_sort_files},
    {{.name = "sortr",
      .metavar = "SORTBY",
      .choices = kSortKeys,
      .category = "output",
      .summary = "Sort the results in descending order",
      .docs = R"(Like --sort, in reverse: the greatest path or the latest time comes first. All
files have to be found before the first can be printed. Paths are compared as a whole here, byte
by byte.

Of --sort, --sortr and --sort-files the last one counts.)"},
     set_sort<true>},
    {{.name = "trim",
      .negated = "no-trim",
      .category = "output",
      .summary = "Remove blanks at the beginning of lines",
      .docs = R"(Prints lines without the ASCII blanks at their beginning.)"},
     &Options::trim},
    {{.name = "vimgrep",
      .category = "output",
      .summary = "Print each match as PATH:LINE:COLUMN:TEXT",
      .docs = R"(Prints a line for every match, with path, line and column, in the form that
editors read as a list of places. A line with several matches is printed as often, so that the
output can become very large for patterns that match everywhere; of a match over several lines
only the first is printed. --json is better suited for programs.)"},
     &Options::vimgrep},
};
static_assert(common::cli::well_formed(kOutputFlags));

}  // namespace

std::span<const Flag> output_flags() {
  return kOutputFlags;
}

}  // namespace search
