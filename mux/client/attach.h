// The client's side of an attached session: hands the terminal over, sleeps until the
// server says that it is over, and puts the terminal right.
#pragma once

#include <chrono>
#include <string>

#include "common/base/result.h"
#include "mux/platform/descriptor.h"
#include "mux/protocol/messages.h"

namespace mux::client {

struct AttachOptions {
  bool passes_terminal = true;  // Else all bytes go through the connection.
  bool is_read_only = false;
  std::string terminal_name;   // $TERM
  std::string color_terminal;  // $COLORTERM
  protocol::Destination destination = {};
};

// For servers that are busy, or wait for a disk.
struct Patience {
  std::chrono::milliseconds until_told{2'000};  // Then people are told that one waits.
  std::chrono::milliseconds most{30'000};
};

// Connects, and greets.  Fails if the server refuses, does not answer (ETIMEDOUT), or has
// died before it has greeted (ECONNRESET).
common::Result<platform::Descriptor> connect(const std::string& socket_path,
                                             const Patience& patience = {});

// Standard input and output are the terminal.  However it ends, the terminal is as
// it was before.
common::Result<protocol::Exit> attach(const platform::Descriptor& connection,
                                      const AttachOptions& options);

}  // namespace mux::client
