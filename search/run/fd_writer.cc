#include "search/run/fd_writer.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>

namespace search {

void FdWriter::write(std::string_view bytes) {
  while (!bytes.empty() && !failed()) {
    const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EAGAIN) {
      // Whoever shares the pipe or terminal with us made it non-blocking.
      pollfd poll_entry{.fd = fd_, .events = POLLOUT, .revents = 0};
      ::poll(&poll_entry, 1, -1);
    } else if (errno != EINTR) {
      os_error_.store(errno, std::memory_order_relaxed);
    }
  }
}

}  // namespace search
