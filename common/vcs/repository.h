// Git's own answers about a working directory, by libgit2.
//
// The walk does not ask here: it agrees with ripgrep, which reads git's files
// by simpler rules (common/walk/git_layout.h, global_excludes.h) and takes as a
// repository what libgit2 refuses, such as an empty .git.  This is for callers
// that want what git does: tracked files, POSIX classes, configuration of all
// levels.
//
// The library is set up by discover() and only by it, so a run that never asks
// pays nothing.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "common/base/result.h"

namespace common::vcs {

class Repository {
 public:
  // The repository that `path` is in, or an error that says why there is none.
  static Result<Repository> discover(const std::string& path);
  ~Repository();
  Repository(Repository&&) noexcept;
  Repository& operator=(Repository&&) noexcept;

  // With a '/' at their ends.
  std::optional<std::string> work_directory() const;  // None: bare.
  std::string common_directory() const;               // Shared by all linked worktrees.

  // core.excludesFile as configured for this repository, `~` resolved, else
  // git's default place.  None: there is no home directory.
  std::optional<std::string> excludes_file() const;
  // info/exclude of the common directory; it need not exist.
  std::string exclude_file() const;

  // Whether an ignore rule matches `path`, relative to the work directory; a
  // directory ends in '/'.
  Result<bool> is_ignored(const std::string& path) const;
  // Whether the index holds the file, so that no ignore rule applies to it.
  Result<bool> is_tracked(const std::string& path) const;

 private:
  struct Impl;
  explicit Repository(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace common::vcs
