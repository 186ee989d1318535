#include "common/fs/path.h"

#include <unistd.h>

#include <algorithm>
#include <climits>

namespace common::fs {
namespace {

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

void append_components(std::string& absolute, std::string_view path) {
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view component = path.substr(0, slash);
    path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
    if (component.empty() || component == ".") continue;
    if (component == "..") {
      absolute.resize(std::min(absolute.rfind('/'), absolute.size()));
    } else {
      absolute.append("/").append(component);
    }
  }
}

}  // namespace

std::string working_directory() {
  char buffer[PATH_MAX];
  return getcwd(buffer, sizeof buffer) == nullptr ? std::string() : std::string(buffer);
}

std::string absolute_path(std::string_view path, std::string_view base) {
  std::string absolute;
  if (!path.starts_with('/')) append_components(absolute, base);
  append_components(absolute, path);
  return absolute.empty() ? "/" : absolute;
}

std::string_view parent_path(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  return path.substr(0, std::max<std::size_t>(slash, 1));
}

std::string_view base_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

bool is_below(std::string_view path, std::string_view directory) {
  if (directory == "/") return path.starts_with('/');
  return path.starts_with(directory) &&
         (path.size() == directory.size() || path[directory.size()] == '/');
}

std::string_view relative_path(std::string_view path, std::string_view directory) {
  if (directory.empty() || path == directory || !is_below(path, directory)) return path;
  return path.substr(directory == "/" ? 1 : directory.size() + 1);
}

bool path_less(std::string_view a, std::string_view b) {
  const auto [x, y] = std::ranges::mismatch(a, b);
  if (x == a.end() || y == b.end()) return x == a.end() && y != b.end();
  if (*x == '/' || *y == '/') return *x == '/';
  return static_cast<unsigned char>(*x) < static_cast<unsigned char>(*y);
}

Result<std::string> expand_path(std::string_view path, const GetVariable& get_variable) {
  std::string expanded;
  if (path == "~" || path.starts_with("~/")) {
    if (const char* home = get_variable("HOME"); home != nullptr) {
      expanded = home;
      path.remove_prefix(1);
    }
  }
  while (!path.empty()) {
    const std::size_t dollar = path.find('$');
    expanded += path.substr(0, dollar);
    if (dollar == std::string_view::npos) break;
    path.remove_prefix(dollar + 1);
    const bool has_brace = path.starts_with('{') && path.find('}') != std::string_view::npos;
    std::string_view name = has_brace ? path.substr(1, path.find('}') - 1) : path;
    if (!has_brace) {
      name = name.substr(
          0, static_cast<std::size_t>(std::ranges::find_if_not(name, is_name_char) - name.begin()));
    }
    const std::string_view in_braces = name;
    const std::size_t instead = has_brace ? name.find(":-") : name.npos;
    name = name.substr(0, instead);
    if (path.starts_with('$')) {
      expanded += '$';
      path.remove_prefix(1);
    } else if (name.empty()) {
      expanded += '$';
    } else {
      const char* value = get_variable(std::string(name).c_str());
      if (value == nullptr && instead == name.npos) {
        return fail("error looking key '" + std::string(name) +
                    "' up: environment variable not found");
      }
      expanded += value == nullptr ? in_braces.substr(instead + 2) : value;
      path.remove_prefix(in_braces.size() + (has_brace ? 2 : 0));
    }
  }
  return expanded;
}

}  // namespace common::fs
