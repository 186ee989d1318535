// `kmux debug`: looks into the program for tests and bug reports.
//
//   kmux debug screen --cols C --rows R [--scrollback N] [--cuts A,B,...] FILE
//
// prints the screen that the bytes of FILE make, fed in pieces that end at the
// given offsets.
//
//   kmux debug keys FILE
//
// prints what an outer terminal means by the bytes of FILE, an event a line.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace mux::debug {

// What it prints.  The arguments are those behind "debug".
common::Result<std::string> run_debug(std::span<const std::string_view> arguments);

}  // namespace mux::debug
