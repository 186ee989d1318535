// Receiver: the messages of a server, for a process that may wait for them.
#pragma once

#include <chrono>
#include <optional>

#include "common/base/result.h"
#include "mux/protocol/codec.h"

namespace mux::client {

class Receiver {
 public:
  explicit Receiver(int connection) : connection_(connection) {}

  // Waits.  A server that is gone (ECONNRESET), or refuses, is an error; likewise one that
  // has said nothing for so long (ETIMEDOUT); none: it may take its time.
  common::Result<protocol::Message> next(std::optional<std::chrono::milliseconds> most = {});

 private:
  int connection_;
  protocol::MessageReader reader_;
};

}  // namespace mux::client
