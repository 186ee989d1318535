#include "lint/imports/source_roots.h"

#include <sys/stat.h>

#include <algorithm>

namespace lint::imports {

namespace {

// S_IFDIR, S_IFREG...; 0: there is nothing.
mode_t type_of(const std::string& path) {
  struct stat status;
  return ::stat(path.c_str(), &status) == 0 ? status.st_mode & S_IFMT : 0;
}

bool root_has_module(const std::string& root, std::string_view module) {
  std::string path = root;
  path += '/';
  const std::size_t name_at = path.size();
  path += module;
  std::replace(path.begin() + static_cast<std::ptrdiff_t>(name_at), path.end(), '.', '/');
  // Without its package there is no need to look for the module.
  const std::size_t package_end = path.rfind('/');
  if (package_end > name_at && type_of(path.substr(0, package_end)) != S_IFDIR) return false;
  return type_of(path) == S_IFDIR || type_of(path + ".py") == S_IFREG ||
         type_of(path + ".pyi") == S_IFREG;
}

}  // namespace

bool has_module(std::span<const std::string> roots, std::string_view module) {
  return !module.empty() && std::ranges::any_of(roots, [&](const std::string& root) {
    return root_has_module(root, module);
  });
}

}  // namespace lint::imports
