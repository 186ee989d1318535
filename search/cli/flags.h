// The flag rows of kgrep, one array per group of categories.  parse_command.cc
// puts them together; the files of rows do not see one another.
#pragma once

#include <span>

#include "common/cli/flag.h"
#include "search/cli/options.h"

namespace search {

using Flag = common::cli::Flag<Options>;

std::span<const Flag> input_flags();    // Where the patterns and the bytes come from.
std::span<const Flag> search_flags();   // How lines are matched.
std::span<const Flag> filter_flags();   // Which files are searched.
std::span<const Flag> output_flags();   // What matches look like.
std::span<const Flag> context_flags();  // Neighbouring lines, separators, fields of a line.
std::span<const Flag> mode_flags();     // What is printed instead of matches; messages.

}  // namespace search
