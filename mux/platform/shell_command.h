// Command lines for sh that run in the background, with a pipe to them or from them.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <span>
#include <string>

#include "common/base/result.h"
#include "mux/platform/descriptor.h"

namespace mux::platform {

struct ShellCommand {
  pid_t process = 0;
  Descriptor pipe;  // Our end; non-blocking.
};

// What of the command is at the other end; the rest of its three is /dev/null.
enum class Piped : std::uint8_t { Input, Output };

// `environment`: entries of the form NAME=value.
common::Result<ShellCommand> spawn_shell(const std::string& command,
                                         std::span<const std::string> environment, Piped piped);

}  // namespace mux::platform
