// Directories named by path patterns: `src` and `namespace-packages`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "lint/config/value_types.h"

namespace lint::config {

// Puts in variables, makes the patterns absolute below `root` and looks up which
// paths match them.
common::Result<DirectoryList> expand_directories(std::vector<std::string> patterns,
                                                 std::string_view root);

}  // namespace lint::config
