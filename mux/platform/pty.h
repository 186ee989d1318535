// Programs in pseudo terminals.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "mux/platform/descriptor.h"

namespace mux::platform {

struct PtySize {
  std::uint16_t columns = 80;
  std::uint16_t rows = 24;
  std::uint16_t cell_width = 0;  // In pixels; 0: not known.
  std::uint16_t cell_height = 0;
  bool operator==(const PtySize&) const = default;
};

struct SpawnRequest {
  std::vector<std::string> arguments;    // The program first: a path, or looked up in PATH.
  std::string login_name;                // Argument 0 instead of the program; empty: the program.
  std::string cwd;                       // Where it cannot be entered: the home directory, or /.
  std::vector<std::string> environment;  // "NAME=value"
  PtySize size;
  std::uint64_t file_limit = 0;  // Of open files, as programs expect it; 0: as ours.
};

struct Spawned {
  pid_t process = 0;
  Descriptor terminal;  // The controlling side, non-blocking.
};

// The program is the leader of a session of its own, with the terminal as its
// controlling one, no other descriptors and all signals as by default.
common::Result<Spawned> spawn_in_pty(const SpawnRequest& request);

// Lets this process open as many files as it may.  Returns the limit before.
std::uint64_t raise_file_limit();

// Tells the programs on the other side, too.
void resize_pty(int terminal, const PtySize& size);

}  // namespace mux::platform
