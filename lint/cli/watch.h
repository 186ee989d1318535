// klint check --watch.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace lint::cli {

// Calls `round` at once and whenever Python or TOML files below the paths change,
// until the process is interrupted.  Returns an exit code if that is impossible.
int watch(const std::vector<std::string>& paths, const std::function<int()>& round);

}  // namespace lint::cli
