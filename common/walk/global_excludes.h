// Which file holds the user's global excludes.
//
// ripgrep's answer, not git's, since output has to agree with it: the first
// line "excludesfile = VALUE" of ~/.gitconfig or else of git/config in the XDG
// directory, whatever its section; every `~` in the value is the home
// directory.  Else git/ignore in the XDG directory.  libgit2 would read
// sections, includes, the system's and the repository's configuration too.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace common::walk {

// The file need not exist.
std::optional<std::string> global_excludes_path();

// The value in the text of a configuration file, `~` not yet replaced.
std::optional<std::string> find_excludes_setting(std::string_view config);

}  // namespace common::walk
