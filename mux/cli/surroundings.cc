#include "mux/cli/surroundings.h"

#include <unistd.h>

#include <climits>
#include <cstdlib>

namespace mux::cli {

std::string environment(const char* name) {
  return variable(name).value_or(std::string());
}

std::optional<std::string> variable(const char* name) {
  const char* const value = std::getenv(name);
  if (value == nullptr) return std::nullopt;
  return std::string(value);
}

std::vector<std::string> whole_environment() {
  std::vector<std::string> entries;
  for (char** entry = ::environ; *entry != nullptr; ++entry) entries.emplace_back(*entry);
  return entries;
}

std::string current_directory() {
  char path[PATH_MAX];
  return ::getcwd(path, sizeof path) == nullptr ? std::string() : std::string(path);
}

}  // namespace mux::cli
