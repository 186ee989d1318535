// Where to search: the path arguments, or what stands for none.
#pragma once

#include <string>
#include <vector>

#include "common/base/result.h"
#include "search/cli/options.h"

namespace search {

struct Roots {
  std::vector<std::string> paths;
  bool is_implicit = false;  // No path was given.
  // Exactly one path that is not a directory (standard input counts): paths and
  // line numbers default to "not shown" then, and one thread does the walk.
  bool is_one_file = false;
  bool only_stdin() const { return paths.size() == 1 && paths[0] == "-"; }
};

// Without paths: standard input if it is a file, a pipe or a socket and nothing
// has read it, else "./".  Fails if stdin would be read twice.
common::Result<Roots> find_roots(const Options& options, bool consumed_stdin);

}  // namespace search
