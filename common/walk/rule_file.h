// Small files read whole: ignore files, git's pointer files, configuration.
#pragma once

#include <string>

#include "common/base/result.h"

namespace common::walk {

// Errors: "PATH: No such file or directory (os error 2)".  Pipes and the like
// are read only if `any_kind`: in a tree they would block, but `--ignore-file
// <(...)` names one.
Result<std::string> read_rule_file(const std::string& path, bool any_kind);

}  // namespace common::walk
