#include "mux/platform/process_info.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <climits>
#include <string_view>

#include "common/fs/whole_file.h"

namespace mux::platform {

std::string working_directory(pid_t process) {
  char target[PATH_MAX];
  const std::string link = fmt::format("/proc/{}/cwd", process);
  const ssize_t size = ::readlink(link.c_str(), target, sizeof target);
  if (size <= 0) return {};
  std::string path(target, static_cast<std::size_t>(size));
  return path.ends_with(" (deleted)") ? std::string() : path;
}

pid_t foreground_process(int terminal) {
  const pid_t group = ::tcgetpgrp(terminal);
  return group > 0 ? group : 0;
}

std::vector<std::string> command_of(pid_t process) {
  const auto text = common::fs::read_file(fmt::format("/proc/{}/cmdline", process));
  std::vector<std::string> arguments;
  std::string_view rest = text ? std::string_view(*text) : std::string_view();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\0'), rest.size());
    arguments.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return arguments;
}

ProcessState state_of(pid_t process) {
  const auto text = common::fs::read_file(fmt::format("/proc/{}/stat", process));
  if (!text) return ProcessState::Unknown;
  // The name before it may hold anything.
  const std::size_t state = text->rfind(") ") + 2;
  if (state < 2 || state >= text->size()) return ProcessState::Unknown;
  switch ((*text)[state]) {
    case 'Z':
    case 'X':
      return ProcessState::Dead;
    case 'T':
    case 't':
      return ProcessState::Stopped;
    default:
      return ProcessState::Alive;
  }
}

}  // namespace mux::platform
