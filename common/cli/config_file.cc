#include "common/cli/config_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace common::cli {

namespace {

std::string_view trimmed(std::string_view line) {
  constexpr std::string_view kBlanks = " \t\r\n\v\f";
  const std::size_t first = line.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(kBlanks) + 1 - first);
}

Result<std::string> read_to_end(int fd, const char* path) {
  std::string text;
  char buffer[4096];
  for (;;) {
    const ssize_t count = ::read(fd, buffer, sizeof buffer);
    if (count == 0) return text;
    if (count > 0) {
      text.append(buffer, static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      return fail_on_path(path, errno);
    }
  }
}

}  // namespace

std::vector<std::string_view> config_arguments(std::string_view text) {
  std::vector<std::string_view> arguments;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = trimmed(text.substr(0, end));
    if (!line.empty() && line.front() != '#') arguments.push_back(line);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return arguments;
}

Result<std::string> read_config_file(const char* path) {
  const int fd = ::open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return fail_on_path(path, errno);
  Result<std::string> text = read_to_end(fd, path);
  ::close(fd);
  return text;
}

}  // namespace common::cli
