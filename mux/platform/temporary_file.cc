#include "mux/platform/temporary_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>

#include "common/fs/whole_file.h"

namespace mux::platform {

common::Result<std::string> write_temporary_file(std::string_view folder, std::string_view text) {
  std::string path =
      fmt::format("{}/kmux-XXXXXX", folder.starts_with('/') ? folder : std::string_view("/tmp"));
  const int file = ::mkostemp(path.data(), O_CLOEXEC);
  if (file < 0) return common::fail_on_path(path, errno);
  const auto written = common::fs::write_all(file, text);
  int error = written ? 0 : written.error().os_error;
  // Some file systems report a full disk only here.
  if (::close(file) != 0 && error == 0) error = errno;
  if (error == 0) return path;
  ::unlink(path.c_str());
  return common::fail_on_path(path, error);
}

}  // namespace mux::platform
