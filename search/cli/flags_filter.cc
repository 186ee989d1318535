// Flags that say which files are searched.
#include "search/cli/flag_targets.h"
#include "search/cli/flags.h"

namespace search {

namespace {

using common::Result;
using common::cli::Completion;
using common::walk::FileTypes;

template <FileTypes::Change::Kind kKind>
Result<void> change_types(Options& options, std::string_view value, bool) {
  options.type_changes.push_back({kKind, std::string(value)});
  return {};
}

Result<void> set_no_ignore(Options& options, std::string_view, bool negated) {
  options.no_ignore_dot = !negated;
  options.no_ignore_exclude = !negated;
  options.no_ignore_global = !negated;
  options.no_ignore_parent = !negated;
  options.no_ignore_vcs = !negated;
  return {};
}

Result<void> add_unrestricted(Options& options, std::string_view typed, bool) {
  switch (++options.unrestricted) {
    case 1:
      return set_no_ignore(options, typed, false);
    case 2:
      options.hidden = true;
      return {};
    case 3:
      options.binary = BinaryMode::Search;
      return {};
    default:
      return common::fail("flag can only be repeated up to 3 times");
  }
}

constexpr std::string_view kMaxDepthAliases[] = {"maxdepth"};

constexpr Flag kFilterFlags[] = {
    {{.name = "binary",
      .negated = "no-binary",
      .category = "filter",
      .summary = "Search binary files to the first match",
      .docs = R"(Searches binary files that were found in directories like those that are named
on the command line. Normally a file from a directory is dropped as soon as a NUL byte turns up
in it. With this flag the search goes on, and if there is a match, a single line says that the
binary file matches. To see the matching lines use -a/--text.

Of this flag, -a/--text and their negations the last one counts. -uuu includes this flag.)"},
     store<&Options::binary, BinaryMode::Search, BinaryMode::Auto>},
    {{.name = "follow",
      .short_name = 'L',
      .negated = "no-follow",
      .category = "filter",
      .summary = "Follow symbolic links",
      .docs = R"(Follows symbolic links while going through directories. Links that lead back to
a directory above them and links to nowhere are reported. Paths on the command line are always
followed.)"},
     &Options::follow},
    {{.name = "glob",
      .short_name = 'g',
      .metavar = "GLOB",
      .category = "filter",
      .summary = "Search only files that match GLOB, or not with a !",
      .docs = R"(Includes the files that match a glob, or excludes them if a ! stands in front.
May be repeated; of several globs that match, the last one counts. Globs are written as in
.gitignore files: * stops at slashes, ** does not, {a,b} are alternatives, and a glob with a
slash in it is anchored to the current directory.

    kgrep -g '*.{c,h}' -g '!third_party/**' main

These rules are stronger than all ignore files and than -t/--type. Paths on the command line are
not filtered.)"},
     &Options::globs},
    {{.name = "glob-case-insensitive",
      .negated = "no-glob-case-insensitive",
      .category = "filter",
      .summary = "Ignore case in --glob",
      .docs = R"(Treats every -g/--glob as if it were an --iglob.)"},
     &Options::glob_case_insensitive},
    {{.name = "hidden",
      .short_name = '.',
      .negated = "no-hidden",
      .category = "filter",
      .summary = "Search hidden files and directories",
      .docs = R"(Searches files and directories whose names begin with a dot, too. Without this
flag they are skipped, unless an ignore file or -g/--glob includes them by name. Paths on the
command line are searched in any case.

-uu includes this flag.)"},
     &Options::hidden},
    {{.name = "iglob",
      .metavar = "GLOB",
      .category = "filter",
      .summary = "As --glob, ignoring case",
      .docs = R"(Like -g/--glob, but letters match in either case. All rules of --iglob come after
all rules of -g/--glob, whatever their order on the command line.)"},
     &Options::iglobs},
    {{.name = "ignore-file",
      .metavar = "PATH",
      .completion = Completion::File,
      .category = "filter",
      .summary = "Read additional ignore rules from PATH",
      .docs = R"(Reads rules in the format of .gitignore from a file. May be repeated; rules of a
later file win over those of an earlier one, and all of them are weaker than the ignore files
found in directories. Globs are relative to the current directory.)"},
     &Options::ignore_files},
    {{.name = "ignore-file-case-insensitive",
      .negated = "no-ignore-file-case-insensitive",
      .category = "filter",
      .summary = "Ignore case in ignore files",
      .docs = R"(Lets the rules of all ignore files (.gitignore, .ignore, --ignore-file and so on)
match names in either case, which suits file systems that do not distinguish case.)"},
     &Options::ignore_file_case_insensitive},
    {{.name = "max-depth",
      .short_name = 'd',
      .aliases = kMaxDepthAliases,
      .metavar = "NUM",
      .category = "filter",
      .summary = "Descend at most NUM levels of directories",
      .docs = R"(Limits how deep directories are searched: 1 searches the files directly in a
given directory, 2 also those in its subdirectories, and so on. With 0 only the paths of the
command line themselves are searched, and directories not at all.)"},
     &Options::max_depth},
    {{.name = "max-filesize",
      .metavar = "NUM+SUFFIX?",
      .category = "filter",
      .summary = "Skip files larger than NUM bytes",
      .docs = R"(Skips files found in directories if they are larger than this. Files named on the
command line are searched in any case.

NUM is in bytes, or with a suffix K, M or G in kibibytes, mebibytes or gibibytes.)"},
     store_size<&Options::max_filesize>},
    {{.name = "no-ignore",
      .negated = "ignore",
      .category = "filter",
      .summary = "Do not use ignore files",
      .docs = R"(Turns off everything that hides files by rules: .gitignore, .ignore, .rgignore,
.git/info/exclude, git's global excludes, in the directories searched and above them. The same as
--no-ignore-dot --no-ignore-exclude --no-ignore-global --no-ignore-parent --no-ignore-vcs; each of
them can be taken back by a flag that follows, such as --ignore-vcs. Files given by --ignore-file
are still used.

-u includes this flag.)"},
     set_no_ignore},
    {{.name = "no-ignore-dot",
      .negated = "ignore-dot",
      .category = "filter",
      .summary = "Do not use .ignore and .rgignore files",
      .docs = R"(Disregards the ignore files that are meant for search programs: .ignore and
.rgignore. .gitignore files are still used.)"},
     &Options::no_ignore_dot},
    {{.name = "no-ignore-exclude",
      .negated = "ignore-exclude",
      .category = "filter",
      .summary = "Do not use .git/info/exclude",
      .docs = R"(Disregards the private rules of a git repository, which are in its file
.git/info/exclude.)"},
     &Options::no_ignore_exclude},
    {{.name = "no-ignore-files",
      .negated = "ignore-files",
      .category = "filter",
      .summary = "Do not use the files given by --ignore-file",
      .docs = R"(Disregards every --ignore-file, before or after this flag. Useful to undo one
that is in the configuration file.)"},
     &Options::no_ignore_files},
    {{.name = "no-ignore-global",
      .negated = "ignore-global",
      .category = "filter",
      .summary = "Do not use git's global ignore file",
      .docs = R"(Disregards the ignore file that git is configured to use everywhere: the one that
core.excludesFile names, or $XDG_CONFIG_HOME/git/ignore, or ~/.config/git/ignore.)"},
     &Options::no_ignore_global},
    {{.name = "no-ignore-parent",
      .negated = "ignore-parent",
      .category = "filter",
      .summary = "Do not use ignore files above the given directories",
      .docs = R"(Disregards ignore files in the parents of the directories that are searched.)"},
     &Options::no_ignore_parent},
    {{.name = "no-ignore-vcs",
      .negated = "ignore-vcs",
      .category = "filter",
      .summary = "Do not use the ignore files of version control",
      .docs = R"(Disregards git's rules: .gitignore files (those of parent directories, too),
.git/info/exclude and the global ignore file. .ignore and .rgignore are still used.)"},
     &Options::no_ignore_vcs},
    {{.name = "no-require-git",
      .negated = "require-git",
      .category = "filter",
      .summary = "Use .gitignore outside of repositories, too",
      .docs = R"(Uses .gitignore and git's other rules in any directory. Without this flag they
count only inside a git repository.)"},
     &Options::no_require_git},
    {{.name = "one-file-system",
      .negated = "no-one-file-system",
      .category = "filter",
      .summary = "Do not cross into other file systems",
      .docs = R"(Skips directories that are on another file system than the path of the command
line that leads to them, such as network mounts. Several paths may be on different ones.)"},
     &Options::one_file_system},
    {{.name = "type",
      .short_name = 't',
      .metavar = "TYPE",
      .completion = Completion::FileType,
      .category = "filter",
      .summary = "Search only files of TYPE",
      .docs = R"(Searches only files whose names belong to a type, such as py, cpp or md. May be
repeated to search several types. --type-list shows all of them with their globs; the name all
stands for every type. Ignore files and -g/--glob are stronger than this.)"},
     change_types<FileTypes::Change::Select>},
    {{.name = "type-add",
      .metavar = "TYPESPEC",
      .category = "filter",
      .summary = "Add a glob to a file type",
      .docs = R"(Adds a glob to a type, which is made if it does not exist, for this run only. The
form is NAME:GLOB:

    kgrep --type-add 'web:*.{html,css,js}' -tweb title

NAME:include:OTHER,... adds the globs of other types instead:

    kgrep --type-add 'src:include:cpp,py' -tsrc main

Names consist of letters and digits. Put the flag into the configuration file to have a type
always.)"},
     change_types<FileTypes::Change::Add>},
    {{.name = "type-clear",
      .metavar = "TYPE",
      .completion = Completion::FileType,
      .category = "filter",
      .summary = "Remove the globs of a file type",
      .docs = R"(Forgets all globs of a type. A --type-add that follows can define it anew. Lasts
for this run only.)"},
     change_types<FileTypes::Change::Clear>},
    {{.name = "type-not",
      .short_name = 'T',
      .metavar = "TYPE",
      .completion = Completion::FileType,
      .category = "filter",
      .summary = "Do not search files of TYPE",
      .docs = R"(Skips files whose names belong to a type; may be repeated. Of the -t/--type and
-T/--type-not that apply to a file the last one counts. The name all stands for every type, so
that only files without a type are left.)"},
     change_types<FileTypes::Change::Negate>},
    {{.name = "unrestricted",
      .short_name = 'u',
      .category = "filter",
      .summary = "Filter less: -u, -uu, -uuu",
      .docs = R"(Takes filters away, one step each time it is given: -u is --no-ignore, -uu is
--no-ignore --hidden, -uuu is --no-ignore --hidden --binary. With the latter, every file is
searched that plain grep -r would search.)"},
     add_unrestricted},
};
static_assert(common::cli::well_formed(kFilterFlags));

}  // namespace

std::span<const Flag> filter_flags() {
  return kFilterFlags;
}

}  // namespace search
