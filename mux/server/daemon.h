// The server as a process of its own.
#pragma once

#include <string>

#include "common/base/result.h"
#include "mux/server/server.h"

namespace mux::server {

// Returns in the calling process only.  The server has no terminal and its messages
// go to the end of the file `log`; an empty name means nowhere.
common::Result<void> start_daemon(ServerSetup setup, const std::string& log);

}  // namespace mux::server
