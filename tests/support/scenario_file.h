// Scenario files: what a program does, told as data.
//
//   Prose up to the first section says what the file is about.
//   -- files docs/a.txt
//   contents, up to the next line that begins with two dashes and a blank
//   -- link shortcut -> docs/a.txt
//   -- run kgrep -n 'a fox' docs
//   -- stdin
//   -- env NAME=VALUE OTHER=VALUE
//   -- cwd docs
//   -- stdout
//   expected output
//   -- stderr contains
//   each line must occur in the messages
//   -- written docs/a.txt
//   what is in the file afterwards
//   -- exit 1
//
// A file may have several runs; what follows a run belongs to it.  Sections left
// out mean: nothing printed, exit status 0, standard input from /dev/null.
// Options after a section's argument:
//   escapes   \xNN, \t, \n, \r and \\ in the text stand for bytes
//   no-eol    the last line feed of the text is not part of it
//   sorted    (stdout) lines may come in any order
//   contains  (stdout, stderr, written) each line must occur somewhere
//   mode=755  mtime=SECONDS  (files)
// {tree} in arguments, variables and expectations is the path of the directory;
// a path of files that ends in a slash is an empty directory.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace scenario {

struct Text {
  std::string bytes;
  bool is_sorted = false;
  bool is_contained = false;
};

struct File {
  std::string path;
  std::string contents;
  bool is_link = false;  // Then `contents` is the target.
  unsigned mode = 0644;
  std::optional<long> mtime;
};

// A file that a run leaves behind.
struct Written {
  std::string path;
  Text text;
};

struct Run {
  std::string head;  // The line "-- run ..." and the input sections, as written.
  std::string command;
  std::optional<std::string> input;
  std::vector<std::string> environment;
  std::string cwd;
  Text out;
  Text err;
  std::vector<Written> written;
  int status = 0;
  int line = 0;
};

struct Scenario {
  std::string head;  // Everything before the first run, as written.
  std::vector<File> files;
  std::vector<Run> runs;
};

// On failure `error` says in which line what is wrong.
std::optional<Scenario> parse(std::string_view text, std::string& error);

// The file with the expectations as they are in `scenario`.
std::string format(const Scenario& scenario);

// Splits as a shell does: blanks, '...', "...", $'...' with escapes, backslashes.
std::optional<std::vector<std::string>> split_command(std::string_view command);

}  // namespace scenario
