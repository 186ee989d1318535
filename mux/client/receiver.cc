#include "mux/client/receiver.h"

#include <poll.h>

#include <array>
#include <cerrno>
#include <utility>

#include "mux/platform/socket.h"

namespace mux::client {

// For bytes of the server.
common::Result<void> Receiver::wait(std::optional<Clock::time_point> deadline) const {
  for (;;) {
    int left = -1;
    if (deadline) {
      const auto time = std::chrono::ceil<std::chrono::milliseconds>(*deadline - Clock::now());
      if (time.count() <= 0) return common::fail("the server does not answer", ETIMEDOUT);
      left = static_cast<int>(time.count());
    }
    std::array<pollfd, 2> ready = {pollfd{.fd = connection_, .events = POLLIN, .revents = 0},
                                   pollfd{.fd = outlet_, .events = 0, .revents = 0}};
    if (::poll(ready.data(), ready.size(), left) <= 0) continue;
    if (ready[1].revents != 0) return common::fail("nobody reads any more", EPIPE);
    return {};
  }
}

common::Result<protocol::Message> Receiver::next(std::optional<std::chrono::milliseconds> most) {
  std::optional<Clock::time_point> deadline;
  if (most) deadline = Clock::now() + *most;
  for (;;) {
    std::optional<protocol::Message> message = TRY(reader_.next());
    if (message) {
      const auto* const refuse = std::get_if<protocol::Refuse>(&*message);
      if (refuse != nullptr) return common::fail("the server refuses: " + refuse->reason);
      return *std::move(message);
    }
    TRY(wait(deadline));
    std::array<char, 65536> buffer;
    const platform::Received received = platform::receive(connection_, buffer);
    if (received.is_closed) return common::fail("the server has gone", ECONNRESET);
    reader_.feed({buffer.data(), received.size});
  }
}

}  // namespace mux::client
