// The flag rows of klint, one array per group; commands.cc says which command
// takes which.  The files of rows do not see one another.
#pragma once

#include <span>

#include "common/cli/flag.h"
#include "lint/cli/options.h"

namespace lint::cli {

using Flag = common::cli::Flag<Options>;

std::span<const Flag> global_flags();  // Of klint itself and all commands.
std::span<const Flag> check_flags();   // What check does and prints.
std::span<const Flag> rule_selection_flags();
std::span<const Flag> file_selection_flags();
std::span<const Flag> rule_flags();           // rule
std::span<const Flag> format_choice_flags();  // rule, config, linter, version: text or json

}  // namespace lint::cli
