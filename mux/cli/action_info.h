// Actions as commands, for help, completions and the manual page.
#pragma once

#include "common/cli/flag.h"
#include "mux/action/action.h"

namespace mux::cli {

// Of an action's arguments.
common::cli::ProgramInfo action_info(const action::ActionRow& row);
// Of those that `kmux action` takes, sorted by name.
std::vector<common::cli::ProgramInfo> action_infos();

}  // namespace mux::cli
