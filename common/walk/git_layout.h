// Where a directory's .git leads: to the folder whose info/exclude counts.
//
// For what libgit2 refuses, which accepts only complete repositories (see
// common/vcs): ripgrep takes any directory of that name, and an empty .git file
// too.
#pragma once

#include <optional>
#include <string>

namespace common::walk {

enum class GitEntry { None, File, Other };

// What `directory`.git (`directory` empty or ending in '/') is, through links.
GitEntry git_entry(const std::string& directory);

// The file of private excludes of a directory whose .git is `entry`.  For a
// linked worktree it is in the common folder; a pointer that leads nowhere
// gives none.
std::optional<std::string> git_exclude_path(const std::string& directory, GitEntry entry);

}  // namespace common::walk
