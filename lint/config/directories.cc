#include "lint/config/directories.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>

#include "common/fs/path.h"

namespace lint::config {
namespace {

bool has_wildcard(std::string_view component) {
  return component.find_first_of("?*[") != std::string_view::npos;
}

bool exists(const std::string& path) {
  struct stat status;
  return stat(path.c_str(), &status) == 0;
}

bool is_directory(const std::string& path) {
  struct stat status;
  return stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

// Links are not followed by "**": they may lead in circles.
bool is_real_directory(const std::string& path) {
  struct stat status;
  return lstat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

std::vector<std::string> names_in(const std::string& directory) {
  std::vector<std::string> names;
  DIR* const stream = opendir(directory.c_str());
  if (stream == nullptr) return names;
  while (const dirent* entry = readdir(stream)) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  closedir(stream);
  std::ranges::sort(names);
  return names;
}

// Appends what matches `pattern`, components without a '/' in front, below `directory`.
void find_matches(const std::string& directory, std::string_view pattern,
                  std::vector<std::string>& paths) {
  const std::size_t slash = pattern.find('/');
  const std::string_view component = pattern.substr(0, slash);
  const bool is_last = slash == std::string_view::npos;
  const std::string_view rest = is_last ? std::string_view() : pattern.substr(slash + 1);
  const auto descend = [&](const std::string& path) {
    if (is_last) {
      paths.push_back(path);
    } else if (is_directory(path)) {
      find_matches(path, rest, paths);
    }
  };
  if (!has_wildcard(component)) {
    const std::string path = directory + '/' + std::string(component);
    if (!is_last || exists(path)) descend(path);
    return;
  }
  if (component == "**") {
    if (is_last) paths.push_back(directory);
    if (!is_last) find_matches(directory, rest, paths);
  }
  const NamePattern wanted{component};
  for (const std::string& name : names_in(directory)) {
    std::string path = directory;
    path.append("/").append(name);
    if (component == "**") {
      if (is_real_directory(path)) find_matches(path, pattern, paths);
    } else if (wanted.matches(name)) {
      descend(path);
    }
  }
}

}  // namespace

common::Result<DirectoryList> expand_directories(std::vector<std::string> patterns,
                                                 std::string_view root) {
  DirectoryList list;
  for (const std::string& pattern : patterns) {
    const std::string expanded = TRY(common::fs::expand_path(
        pattern, [](const char* name) -> const char* { return std::getenv(name); }));
    const std::string absolute = common::fs::absolute_path(expanded, root);
    TRY(NamePattern::create(absolute));
    if (absolute == "/") {
      list.paths.push_back(absolute);
    } else {
      find_matches("", std::string_view(absolute).substr(1), list.paths);
    }
  }
  list.patterns = std::move(patterns);
  return list;
}

}  // namespace lint::config
