#include "mux/journal/log_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "common/fs/whole_file.h"

namespace mux::journal {

namespace {

using common::Result;

// 0, or errno.
int write_whole(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    if (written == 0) return ENOSPC;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

}  // namespace

bool LogFile::is_intact() const {
  struct stat status{};
  return is_written_ && ::lstat(path_.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
         static_cast<std::size_t>(status.st_size) == size_;
}

Result<void> LogFile::append(std::string_view bytes) {
  is_written_ = false;
  const int file = ::open(path_.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW);
  if (file < 0) return common::fail_on_path(path_, errno);
  int error = write_whole(file, bytes);
  // What is there of the torn record would hide those that follow.
  const bool is_undone = error == 0 || ::ftruncate(file, static_cast<off_t>(size_)) == 0;
  if (::close(file) != 0 && error == 0) error = errno;
  if (error != 0) {
    is_written_ = is_undone;
    return common::fail_on_path(path_, error);
  }
  is_written_ = true;
  size_ += bytes.size();
  return {};
}

Result<void> LogFile::replace(std::string_view bytes) {
  is_written_ = false;
  if (const auto done = common::fs::write_file(path_, bytes); !done) {
    return common::fail(path_ + ": " + done.error().message, done.error().os_error);
  }
  size_ = bytes.size();
  is_written_ = true;
  return {};
}

Result<void> LogFile::replace_by(const std::string& path, std::size_t size) {
  is_written_ = false;
  if (::rename(path.c_str(), path_.c_str()) != 0) return common::fail_on_path(path_, errno);
  size_ = size;
  is_written_ = true;
  return {};
}

}  // namespace mux::journal
