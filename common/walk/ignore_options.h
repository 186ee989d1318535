// Which ignore rules a walk obeys.  Precedence, strongest first: the walk's
// own dot files in the order listed here, .gitignore, .git/info/exclude, the
// global excludes file, explicit ignore files (later beats earlier).
#pragma once

#include <string>
#include <vector>

namespace common::walk {

struct IgnoreOptions {
  // Names looked for in every directory, strongest first.
  std::vector<std::string> dot_names;  // kgrep: .kgrepignore .rgignore .ignore
  bool dot = true;                     // Obey dot_names.
  bool vcs = true;                     // Obey .gitignore.
  bool exclude = true;                 // Obey .git/info/exclude.
  bool global = true;                  // Obey core.excludesFile.
  bool parents = true;                 // Obey the files of the roots' parents.
  bool require_git = true;             // git's files count only inside a repository.
  bool ignore_case = false;
  std::vector<std::string> files;  // --ignore-file, in order.
};

}  // namespace common::walk
