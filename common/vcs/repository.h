// Git's own answers about a repository, by libgit2: where its private excludes
// are and what its configuration says.
//
// libgit2 reads configuration as git does: sections, includes, quoting, the
// levels system, XDG, user and repository.  What this version of it leaves out
// is added here: GIT_CONFIG_GLOBAL, GIT_CONFIG_SYSTEM and GIT_CONFIG_NOSYSTEM,
// `~user`, and extensions of the format that concern objects only.
//
// libgit2 is strict: a .git without HEAD, objects and refs, or one that belongs
// to somebody else, is refused.
//
// The library is set up by open() and only by it, so a run that never asks
// pays nothing.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "common/base/result.h"

namespace common::vcs {

class Repository {
 public:
  // The repository whose .git is in `directory`, or an error that says why
  // there is none.
  static Result<Repository> open(const std::string& directory);
  ~Repository();
  Repository(Repository&&) noexcept;
  Repository& operator=(Repository&&) noexcept;

  // core.excludesFile, `~` resolved, relative to the work tree as git has it.
  // None: it is not set.
  std::optional<std::string> excludes_file() const;
  // info/exclude of the folder that linked worktrees share; it need not exist.
  std::string exclude_file() const;

 private:
  struct Impl;
  explicit Repository(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace common::vcs
