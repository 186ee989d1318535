// What a command finds where it is started: its environment and folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace mux::cli {

// Empty: it is not set.
std::string environment(const char* name);
std::optional<std::string> variable(const char* name);
std::vector<std::string> whole_environment();  // As NAME=VALUE.
std::string current_directory();               // Empty: it is gone, or its path is too long.

}  // namespace mux::cli
