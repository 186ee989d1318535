// How a visited file is called in output and messages.
#pragma once

#include <string>

#include "common/walk/walk.h"

namespace search {

inline void set_shown_path(std::string& path, const common::walk::Entry& entry) {
  if (entry.is_stdin) {
    path = "<stdin>";
  } else {
    path.assign(entry.directory).append(entry.name);
  }
}

}  // namespace search
