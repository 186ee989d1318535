#include "lint/run/package_roots.h"

#include <set>

#include <sys/stat.h>

namespace lint {
namespace {

std::string_view parent_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos || path.size() == 1) return {};
  return path.substr(0, slash == 0 ? 1 : slash);
}

std::string_view name_of(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

std::string_view stem_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

bool is_below(std::string_view path, std::string_view folder) {
  return path.size() > folder.size() && path.starts_with(folder) &&
         (folder.ends_with('/') || path[folder.size()] == '/');
}

bool is_file(const std::string& path) {
  struct stat facts;
  return stat(path.c_str(), &facts) == 0 && S_ISREG(facts.st_mode);
}

// {"pkg", "sub", "mod"} for /src/pkg/sub/mod.py with the root /src/pkg.
std::vector<std::string> module_path(std::string_view path, std::string_view root) {
  std::vector<std::string> result;
  std::string_view rest = path.substr(parent_of(root).size());
  while (!rest.empty()) {
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    if (slash > 0) result.emplace_back(stem_of(rest.substr(0, slash)));
    rest.remove_prefix(std::min(slash + 1, rest.size()));
  }
  return result;
}

}  // namespace

PackageRoots::PackageRoots(std::span<const File> files) {
  for (const File& file : files) {
    if (name_of(file.path) == "__init__.py") has_init_.emplace(parent_of(file.path), true);
  }
  for (const File& file : files) {
    const std::string_view folder = parent_of(file.path);
    if (folder.empty() || roots_.contains(folder)) continue;
    roots_.emplace(folder, Root{.path = root_of(folder, file.namespace_packages)});
  }
  mark_nested_roots();
}

bool PackageRoots::is_package(std::string_view folder,
                              std::span<const std::string> namespace_packages) {
  const auto known = has_init_.find(folder);
  if (known != has_init_.end()) return known->second;
  bool result = false;
  for (const std::string& package : namespace_packages) {
    result |= folder == package || is_below(folder, package);
  }
  result = result || is_file(std::string(folder) + "/__init__.py");
  has_init_.emplace(folder, result);
  return result;
}

std::string PackageRoots::root_of(std::string_view folder,
                                  std::span<const std::string> namespace_packages) {
  std::string_view root;
  while (!folder.empty() && is_package(folder, namespace_packages)) {
    root = folder;
    folder = parent_of(folder);
  }
  return std::string(root);
}

void PackageRoots::mark_nested_roots() {
  std::set<std::string> all;
  for (const auto& [folder, root] : roots_) {
    if (!root.path.empty()) all.insert(root.path);
  }
  // Sorted, so outer roots come first; only they count as outer.
  std::set<std::string, std::less<>> nested;
  std::string_view outer;
  for (const std::string& path : all) {
    if (!outer.empty() && is_below(path, outer)) {
      nested.insert(path);
    } else {
      outer = path;
    }
  }
  // The peer marks the folder that is the root, not the folders below it.
  for (const std::string& path : nested) roots_[path] = Root{.path = path, .is_nested = true};
}

FileInfo PackageRoots::file_info(std::string_view path) const {
  FileInfo info;
  info.path = path;
  info.is_stub = path.ends_with(".pyi");
  info.is_init = name_of(path) == "__init__.py" || name_of(path) == "__init__.pyi";
  const auto root = roots_.find(parent_of(path));
  if (root != roots_.end() && !root->second.path.empty()) {
    info.package_root = root->second.path;
    info.is_nested_package = root->second.is_nested;
    info.module_path = module_path(path, info.package_root);
  }
  return info;
}

}  // namespace lint
