// Receiver: the messages of a server, for a process that may wait for them.
#pragma once

#include "common/base/result.h"
#include "mux/protocol/codec.h"

namespace mux::client {

class Receiver {
 public:
  explicit Receiver(int connection) : connection_(connection) {}

  // Waits.  A server that is gone, or refuses, is an error.
  common::Result<protocol::Message> next();

 private:
  int connection_;
  protocol::MessageReader reader_;
};

}  // namespace mux::client
