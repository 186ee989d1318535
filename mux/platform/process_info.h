// What /proc says about the programs in panes.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace mux::platform {

// Empty if it is not known.
std::string working_directory(pid_t process);

// The leader of the process group that reads from the terminal; 0: not known.
pid_t foreground_process(int terminal);

// Its arguments, the program first; empty if they are not known.
std::vector<std::string> command_of(pid_t process);

enum class ProcessState : std::uint8_t { Unknown, Alive, Stopped, Dead };
// Dead: also one of whose threads the last is still busy in the kernel.
ProcessState state_of(pid_t process);

}  // namespace mux::platform
