// klint check --show-files and --show-settings.
#pragma once

#include <string>
#include <vector>

#include "lint/config/discovery.h"

namespace lint::cli {

// Both return the exit code.
int show_files(const std::vector<std::string>& paths, config::Discovery& discovery);
int show_settings(const std::vector<std::string>& paths, config::Discovery& discovery);

}  // namespace lint::cli
