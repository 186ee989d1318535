// Programs that read what we have for them, and whose output nobody wants.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "common/base/result.h"
#include "mux/platform/descriptor.h"

namespace mux::platform {

struct Reader {
  pid_t process = 0;
  Descriptor input;  // What is written here it reads; non-blocking.
};

// A command line for sh.
common::Result<Reader> spawn_reader(const std::string& command,
                                    const std::vector<std::string>& environment);

}  // namespace mux::platform
