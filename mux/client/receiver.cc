#include "mux/client/receiver.h"

#include <array>
#include <optional>
#include <utility>

#include "mux/platform/socket.h"

namespace mux::client {

common::Result<protocol::Message> Receiver::next() {
  for (;;) {
    std::optional<protocol::Message> message = TRY(reader_.next());
    if (message) {
      const auto* const refuse = std::get_if<protocol::Refuse>(&*message);
      if (refuse != nullptr) return common::fail("the server refuses: " + refuse->reason);
      return *std::move(message);
    }
    std::array<char, 65536> buffer;
    const platform::Received received = platform::receive(connection_, buffer);
    if (received.is_closed) return common::fail("the server has gone");
    reader_.feed({buffer.data(), received.size});
  }
}

}  // namespace mux::client
