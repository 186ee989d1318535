#include "mux/client/receiver.h"

#include <poll.h>

#include <array>
#include <cerrno>
#include <utility>

#include "mux/platform/socket.h"

namespace mux::client {

namespace {

using Clock = std::chrono::steady_clock;

// False: nothing has come by then.
bool wait_for_bytes(int connection, Clock::time_point deadline) {
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return false;
    pollfd ready{.fd = connection, .events = POLLIN, .revents = 0};
    if (::poll(&ready, 1, static_cast<int>(left)) > 0) return true;
  }
}

}  // namespace

common::Result<protocol::Message> Receiver::next(std::optional<std::chrono::milliseconds> most) {
  const Clock::time_point start = Clock::now();
  for (;;) {
    std::optional<protocol::Message> message = TRY(reader_.next());
    if (message) {
      const auto* const refuse = std::get_if<protocol::Refuse>(&*message);
      if (refuse != nullptr) return common::fail("the server refuses: " + refuse->reason);
      return *std::move(message);
    }
    if (most && !wait_for_bytes(connection_, start + *most)) {
      return common::fail("the server does not answer", ETIMEDOUT);
    }
    std::array<char, 65536> buffer;
    const platform::Received received = platform::receive(connection_, buffer);
    if (received.is_closed) return common::fail("the server has gone", ECONNRESET);
    reader_.feed({buffer.data(), received.size});
  }
}

}  // namespace mux::client
