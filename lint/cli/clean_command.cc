// klint clean: removes the caches in the current directory and below.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "lint/cli/print.h"
#include "lint/cli/run_commands.h"

namespace lint::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kCacheName = ".klint_cache";

std::vector<fs::path> find_caches(std::error_code& error) {
  std::vector<fs::path> caches;
  fs::recursive_directory_iterator entry(".", fs::directory_options::skip_permission_denied, error);
  for (const fs::recursive_directory_iterator end; !error && entry != end; entry.increment(error)) {
    if (entry->path().filename() != kCacheName || entry->is_symlink()) continue;
    if (!entry->is_directory(error)) continue;
    caches.push_back(entry->path());
    entry.disable_recursion_pending();
  }
  std::ranges::sort(caches);
  return caches;
}

}  // namespace

int run_clean(const Options& options) {
  std::error_code error;
  for (const fs::path& cache : find_caches(error)) {
    if (options.log_level == LogLevel::Default || options.log_level == LogLevel::Verbose) {
      std::fprintf(stderr, "Removing cache at: %s\n", cache.lexically_normal().c_str());
    }
    fs::remove_all(cache, error);
    if (error) {
      print_error(cache.string() + ": " + error.message());
      return kFailed;
    }
  }
  return kSuccess;
}

}  // namespace lint::cli
