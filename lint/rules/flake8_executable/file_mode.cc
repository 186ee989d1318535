#include "lint/rules/flake8_executable/file_mode.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "common/fs/whole_file.h"

namespace lint::rules::flake8_executable {
namespace {

// Does the file hold one of the (lower case) texts, in any case?
bool mentions(const std::string& path, std::initializer_list<std::string_view> texts) {
  common::Result<std::string> contents = common::fs::read_file(path);
  if (!contents) return false;
  for (char& c : *contents) {
    if ('A' <= c && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return std::ranges::any_of(
      texts, [&](std::string_view text) { return contents->find(text) != std::string::npos; });
}

bool exists(const char* path) {
  return ::access(path, F_OK) == 0;
}

// A container has files of its own even there.
bool is_container() {
  return exists("/.dockerenv") || exists("/run/.containerenv") ||
         mentions("/proc/self/cgroup", {"docker", "/container", "/lxc", "kubepods"});
}

bool is_linux_of_windows() {
  static const bool is_wsl =
      mentions("/proc/sys/kernel/osrelease", {"microsoft"}) && !is_container();
  return is_wsl;
}

}  // namespace

std::optional<bool> is_executable(const std::string& path) {
  struct stat status;
  if (::stat(path.c_str(), &status) != 0 || is_linux_of_windows()) return std::nullopt;
  return (status.st_mode & (S_IXUSR | S_IXGRP | S_IXOTH)) != 0;
}

}  // namespace lint::rules::flake8_executable
