// Configuration files of arguments: one argument a line, no quoting.
//
// Blanks around an argument are dropped; empty lines and lines that begin with
// '#' are skipped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace common::cli {

// The arguments in `text`, as views of it.
std::vector<std::string_view> config_arguments(std::string_view text);
// The contents of the file.  The error names the path.
Result<std::string> read_config_file(const char* path);

}  // namespace common::cli
