// Scenarios of a session as text files: what is done to it, and what comes of that.
//
//   Prose about the file.
//
//   == panes beside each other
//   -- size 40x8                    of the first client's terminal (60x12)
//   -- action new-pane -d right     what `kmux action` does; then what it prints,
//   terminal_1                      "error: ..." and "exit N"
//   -- in 0 new-pane                the same, from the program of a pane
//   -- keys Ctrl p, x, "text"       typed by the client
//   -- mouse press left 3,4         (release, drag, wheel-up, wheel-down; Ctrl, Alt, Shift)
//   -- output 1                     the program of pane 1 writes what follows
//   -- ends 1 3                     it ends with an exit code
//   -- input 1                      what it has been sent since it was last asked
//   -- screen                       what the client's terminal shows, and its cursor
//   -- cells 3,0 5                  the looks of cells, as SGR
//   -- programs                     those that run: pane, size, folder, command
//   -- reply                        of the first action that waits
//   -- subscribe json 0             what a pane shows (`styles`; `history`, `history=3`)
//   -- heard                        what has come of that since
//   -- events                       what the client's terminal was told beside the screen
//   -- resize 80x24                 the client's terminal
//   -- colors #000000 #ffffff       of its text, and behind it
//   -- attach 2 40x10               another client (`watching`: it may not type)
//   -- client 1                     who is meant from now on
//   -- leave                        the client goes without a word
//   -- left                         why the client was sent away
//   -- written PATH                 what is in a file
//   -- again                        is a session of the layout that this one dumps the same?
//
// In front of all these: `-- no client`, `-- layout` (KDL, or the name of a built-in one),
// `-- config` (KDL), and `-- file PATH` with the text that follows.  {folder} is a folder of the
// scenario's own. Texts that follow `output` and `file` may have escapes; those of `output` have no
// line feed at their end but the ones they name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace story {

struct Step {
  std::string line;  // Without its dashes.
  std::string name;
  std::string argument;
  std::string body;  // Text for the step, or what is expected of it.
  int number = 0;    // Of its line.
};

struct Scenario {
  std::string title;
  std::vector<Step> steps;
};

struct File {
  std::string head;
  std::vector<Scenario> scenarios;
};

File parse(std::string_view text);
std::string format(const File& file);

}  // namespace story
