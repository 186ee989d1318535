// klint check --watch.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace lint::cli {

// Calls `round` at once and whenever Python or TOML files below the paths change,
// until the process is interrupted; `says_news`: prints why, with the time.
// Returns an exit code if that is impossible.
int watch(const std::vector<std::string>& paths, bool says_news, const std::function<int()>& round);

// "[03:04:05 PM] NEWS" and a line feed.
std::string timed(std::string_view news);

}  // namespace lint::cli
