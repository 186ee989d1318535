#include "mux/client/write_all.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>

namespace mux::client {

common::Result<void> write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EAGAIN) {
      pollfd ready{.fd = descriptor, .events = POLLOUT, .revents = 0};
      ::poll(&ready, 1, -1);
    } else if (errno != EINTR) {
      return common::fail(common::os_error_text(errno), errno);
    }
  }
  return {};
}

}  // namespace mux::client
