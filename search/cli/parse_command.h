// The command line and the configuration file become Options.
//
// Nothing is read but the configuration file, nothing is opened or compiled.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "common/cli/flag.h"
#include "search/cli/options.h"

namespace search {

// Looks up a variable as std::getenv does; null if it is not set.
using EnvironmentLookup = const char* (*)(const char* name);

// `arguments`: without the program's name.  With options.special set only that
// member counts.
common::Result<Options> parse_command(std::span<const char* const> arguments,
                                      EnvironmentLookup environment);

// Everything there is to say about the program's flags: input of the generators.
common::cli::ProgramInfo program_info();

}  // namespace search
