#include "search/cli/roots.h"

#include <sys/stat.h>
#include <unistd.h>

namespace search {

using common::fail;
using common::Result;

namespace {

bool is_directory(const std::string& path) {
  struct stat status;
  return stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

bool is_readable_stdin() {
  struct stat status;
  if (isatty(0) || fstat(0, &status) != 0) return false;
  return S_ISREG(status.st_mode) || S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode);
}

}  // namespace

Result<Roots> find_roots(const Options& options, bool consumed_stdin) {
  Roots roots;
  roots.paths = options.paths;
  for (const std::string& path : roots.paths) {
    if (consumed_stdin && path == "-") {
      return fail("error: attempted to read patterns from stdin while also searching stdin");
    }
  }
  if (!roots.paths.empty()) {
    roots.is_one_file =
        roots.paths.size() == 1 && (roots.only_stdin() || !is_directory(roots.paths[0]));
    return roots;
  }
  roots.is_implicit = true;
  const bool use_stdin = is_search(options.mode) && !consumed_stdin && is_readable_stdin();
  roots.paths.emplace_back(use_stdin ? "-" : "./");
  roots.is_one_file = use_stdin;
  return roots;
}

}  // namespace search
