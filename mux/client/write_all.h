// Bytes to a descriptor, all of them.
#pragma once

#include <string_view>

#include "common/base/result.h"

namespace mux::client {

// Waits as long as it takes, also for what is non-blocking.  Error: the system's text.
common::Result<void> write_all(int descriptor, std::string_view bytes);

}  // namespace mux::client
