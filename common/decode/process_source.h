// The output of `COMMAND PATH`, with the file as its standard input (--pre).
#pragma once

#include <memory>
#include <string>

#include "common/fs/byte_source.h"

namespace common::decode {

// Starts the program (posix_spawn, PATH is searched).  `input_fd` becomes its
// standard input and is closed.  finish() waits for it; a non-zero exit is a
// failure that quotes its stderr, unless reading stopped early and the stderr
// is empty.
Result<std::unique_ptr<fs::ByteSource>> process_source(const std::string& command,
                                                       const std::string& path, int input_fd);

}  // namespace common::decode
