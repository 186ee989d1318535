// The absolute path of what a path names, without links; empty: there is nothing.
#pragma once

#include <climits>
#include <cstdlib>
#include <string>

namespace common::walk {

inline std::string canonical_path(const std::string& path) {
  char buffer[PATH_MAX];
  return realpath(path.c_str(), buffer) == nullptr ? std::string() : std::string(buffer);
}

}  // namespace common::walk
