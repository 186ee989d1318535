#include "common/fs/whole_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>

namespace common::fs {
namespace {

constexpr mode_t kNewFileMode = 0666;  // The system takes the umask off.

// Closes on the way out.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }
  // 0 or an errno: some file systems report a full disk only here.
  int close() {
    const int fd = fd_;
    fd_ = -1;
    return ::close(fd) == 0 ? 0 : errno;
  }

 private:
  int fd_;
};

std::unexpected<Error> fail_with(int os_error) {
  return fail(os_error_text(os_error), os_error);
}

// Where the contents really are: the end of a chain of links.
std::string resolved(const std::string& path) {
  char* const real = ::realpath(path.c_str(), nullptr);
  if (real == nullptr) return path;
  std::string result = real;
  std::free(real);
  return result;
}

// A new file beside `target`, whose name goes to `path`; the descriptor, or -1.
int create_beside(const std::string& target, std::string& path) {
  static std::atomic<unsigned> counter = 0;
  for (;;) {
    path = target + "." + std::to_string(::getpid()) + "-" + std::to_string(counter++) + ".tmp";
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kNewFileMode);
    if (fd >= 0 || errno != EEXIST) return fd;
  }
}

}  // namespace

Result<void> write_all(int fd, std::string_view contents) {
  while (!contents.empty()) {
    const ssize_t written = ::write(fd, contents.data(), contents.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return fail_with(errno);
    contents.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

Result<std::string> read_descriptor(int fd) {
  struct stat facts;
  if (::fstat(fd, &facts) != 0) return fail_with(errno);
  if (S_ISDIR(facts.st_mode)) return fail_with(EISDIR);
  const auto expected = static_cast<std::size_t>(facts.st_size);
  std::string text;
  // One byte more than expected, so that one read finds the end of a usual file.
  std::size_t room = expected + 1;
  bool is_done = false;
  while (!is_done) {
    int os_error = 0;
    const std::size_t size = text.size();
    text.resize_and_overwrite(room, [&](char* data, std::size_t capacity) {
      const ssize_t got = ::read(fd, data + size, capacity - size);
      if (got < 0) os_error = errno;
      const std::size_t end = size + static_cast<std::size_t>(std::max<ssize_t>(got, 0));
      is_done = got == 0 || (got > 0 && end == expected);
      return end;
    });
    if (os_error != 0 && os_error != EINTR) return fail_with(os_error);
    room = std::max(room, text.size() * 2);
  }
  return text;
}

Result<std::string> read_file(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
  if (file.get() < 0) return fail_with(errno);
  return read_descriptor(file.get());
}

Result<std::string> read_regular_file(const std::string& path, std::size_t most_bytes) {
  // Opening a pipe would wait for its other end.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) return fail_with(errno);
  struct stat facts;
  if (::fstat(file.get(), &facts) != 0) return fail_with(errno);
  if (S_ISDIR(facts.st_mode)) return fail_with(EISDIR);
  if (!S_ISREG(facts.st_mode)) return fail("is not a regular file", EINVAL);
  if (static_cast<std::size_t>(facts.st_size) > most_bytes) return fail_with(EFBIG);
  return read_descriptor(file.get());
}

Result<void> write_file(const std::string& path, std::string_view contents) {
  const std::string target = resolved(path);
  struct stat facts;
  const bool exists = ::stat(target.c_str(), &facts) == 0;
  // Devices and pipes cannot be replaced, only written to.
  if (exists && !S_ISREG(facts.st_mode)) {
    const Descriptor file(::open(target.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
    if (file.get() < 0) return fail_with(errno);
    return write_all(file.get(), contents);
  }
  std::string temporary;
  Descriptor file(create_beside(target, temporary));
  if (file.get() < 0) return fail_with(errno);
  Result<void> result = write_all(file.get(), contents);
  if (result && exists && ::fchmod(file.get(), facts.st_mode & 07777) != 0) {
    result = fail_with(errno);
  }
  if (const int os_error = file.close(); result && os_error != 0) result = fail_with(os_error);
  if (result && ::rename(temporary.c_str(), target.c_str()) != 0) result = fail_with(errno);
  if (!result) ::unlink(temporary.c_str());
  return result;
}

}  // namespace common::fs
