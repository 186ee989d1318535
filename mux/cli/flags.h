// The flag rows of kmux, one array per group; commands.cc says which command takes
// which.
#pragma once

#include <span>

#include "common/cli/flag.h"
#include "mux/cli/options.h"

namespace mux::cli {

using Flag = common::cli::Flag<Options>;

std::span<const Flag> global_flags();   // Of kmux itself and all commands.
std::span<const Flag> program_flags();  // In front of the command.
std::span<const Flag> attach_flags();
std::span<const Flag> list_sessions_flags();
std::span<const Flag> kill_all_sessions_flags();
std::span<const Flag> delete_session_flags();
std::span<const Flag> delete_all_sessions_flags();
std::span<const Flag> option_flags();  // One per option of configurations.
std::span<const Flag> setup_flags();
std::span<const Flag> subscribe_flags();

}  // namespace mux::cli
