// The user's global excludes: which file holds them, and its rules.
//
// There is one such file in a walk, and it is read when the walk meets its
// first repository.  If the first root lies in a repository that libgit2 opens,
// core.excludesFile is what git's configuration of that repository says: all
// levels, includes, quoting.  Repositories further down and those of other
// roots are not asked, since the rules are relative to the working directory
// and hold everywhere.
//
// Elsewhere it is ripgrep's simpler answer, for what it takes as a repository
// and libgit2 does not: the first line "excludesfile = VALUE", whatever its
// section, of the file that GIT_CONFIG_GLOBAL names, ~/.gitconfig, git/config
// in the XDG directory and the system's file; every `~` in the value is the
// home directory.
//
// Where nothing is set it is git/ignore in the XDG directory.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/walk/gitignore.h"

namespace common::walk {

class GlobalExcludes {
 public:
  GlobalExcludes(std::vector<std::string> roots, bool ignore_case)
      : roots_(std::move(roots)), ignore_case_(ignore_case) {}

  // Reads the file; only the first call does.  May be called by several threads.
  void load();
  // Empty until load() has returned on some thread that this one follows.
  const Gitignore& rules() const { return rules_; }

 private:
  const std::vector<std::string> roots_;
  const bool ignore_case_;
  std::once_flag is_loaded_;
  Gitignore rules_;
};

// The file for a walk over `roots`; it need not exist.
std::optional<std::string> global_excludes_path(const std::vector<std::string>& roots);

// The value in the text of a configuration file as ripgrep reads it, `~` not yet replaced.
std::optional<std::string> find_excludes_setting(std::string_view config);

}  // namespace common::walk
