// klint check --add-noqa and --add-ignore.
#pragma once

#include <string>
#include <vector>

#include "lint/cli/options.h"
#include "lint/config/discovery.h"

namespace lint::cli {

// Adds the comments, says how many, and returns the exit code.
int add_comments_to_files(const Options& options, const std::vector<std::string>& paths,
                          config::Discovery& discovery);

}  // namespace lint::cli
