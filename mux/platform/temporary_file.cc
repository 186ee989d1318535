#include "mux/platform/temporary_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>

namespace mux::platform {

namespace {

// 0, or errno.
int write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

}  // namespace

common::Result<std::string> write_temporary_file(std::string_view folder, std::string_view text) {
  std::string path =
      fmt::format("{}/kmux-XXXXXX", folder.starts_with('/') ? folder : std::string_view("/tmp"));
  const int file = ::mkostemp(path.data(), O_CLOEXEC);
  if (file < 0) return common::fail_on_path(path, errno);
  int error = write_all(file, text);
  // Some file systems report a full disk only here.
  if (::close(file) != 0 && error == 0) error = errno;
  if (error == 0) return path;
  ::unlink(path.c_str());
  return common::fail_on_path(path, error);
}

}  // namespace mux::platform
