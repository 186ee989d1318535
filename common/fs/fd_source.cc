#include <unistd.h>
#include <cerrno>

#include "common/fs/byte_source.h"

namespace common::fs {
namespace {

class FdSource final : public ByteSource {
 public:
  FdSource(int fd, bool owns_fd) : fd_(fd), owns_fd_(owns_fd) {}
  FdSource(const FdSource&) = delete;
  FdSource& operator=(const FdSource&) = delete;
  ~FdSource() override {
    if (owns_fd_) ::close(fd_);
  }

  Result<std::size_t> read(char* buffer, std::size_t capacity) override {
    for (;;) {
      const ssize_t got = ::read(fd_, buffer, capacity);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) return fail(os_error_text(errno), errno);
    }
  }

 private:
  int fd_;
  bool owns_fd_;
};

}  // namespace

std::unique_ptr<ByteSource> fd_source(int fd, bool owns_fd) {
  return std::make_unique<FdSource>(fd, owns_fd);
}

}  // namespace common::fs
