// May a file be run as a program?
#pragma once

#include <optional>
#include <string>

namespace lint::rules::flake8_executable {

// Nothing if the file system does not say: there is no such file, or it is one of
// Windows, seen from its Linux, where all files may be run.
std::optional<bool> is_executable(const std::string& path);

}  // namespace lint::rules::flake8_executable
