// Receiver: the messages of a server, for a process that may wait for them.
#pragma once

#include <chrono>
#include <optional>

#include "common/base/result.h"
#include "mux/protocol/codec.h"

namespace mux::client {

class Receiver {
 public:
  // `outlet`: where to what comes goes on, if that may end before the server does; else -1.
  explicit Receiver(int connection, int outlet = -1) : connection_(connection), outlet_(outlet) {}

  // Waits.  A server that is gone (ECONNRESET), or refuses, is an error; likewise one that
  // has said nothing for so long (ETIMEDOUT); none: it may take its time.  Nobody reads at
  // the outlet any more: EPIPE.
  common::Result<protocol::Message> next(std::optional<std::chrono::milliseconds> most = {});

 private:
  using Clock = std::chrono::steady_clock;
  common::Result<void> wait(std::optional<Clock::time_point> deadline) const;

  int connection_;
  int outlet_;
  protocol::MessageReader reader_;
};

}  // namespace mux::client
