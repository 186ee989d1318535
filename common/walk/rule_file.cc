#include "common/walk/rule_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace common::walk {
namespace {

Result<std::string> read_all(int fd, const std::string& path, bool any_kind) {
  struct stat status;
  if (fstat(fd, &status) != 0) return fail_on_path(path, errno);
  if (!any_kind && !S_ISREG(status.st_mode)) return fail_on_path(path, EINVAL);
  std::string text;
  std::size_t used = 0;
  auto expected = static_cast<std::size_t>(status.st_size);
  // With one byte more than needed a file that has grown is read on.
  text.resize(S_ISREG(status.st_mode) ? expected + 1 : 4096);
  for (;;) {
    ssize_t count = read(fd, text.data() + used, text.size() - used);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return fail_on_path(path, errno);
    used += static_cast<std::size_t>(count);
    if (count == 0 || (S_ISREG(status.st_mode) && used == expected)) break;
    if (used == text.size()) text.resize(2 * text.size());
  }
  text.resize(used);
  return text;
}

}  // namespace

Result<std::string> read_rule_file(const std::string& path, bool any_kind) {
  int flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | (any_kind ? 0 : O_NONBLOCK);
  int fd = open(path.c_str(), flags);
  if (fd < 0) return fail_on_path(path, errno);
  Result<std::string> text = read_all(fd, path, any_kind);
  close(fd);
  return text;
}

}  // namespace common::walk
