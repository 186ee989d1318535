// The output of `COMMAND PATH`, with the file as its standard input (--pre).
#pragma once

#include <memory>
#include <string>

#include "common/fs/byte_source.h"

namespace common::decode {

// Starts the program (posix_spawn, PATH is searched).  `input_fd` becomes its
// standard input and is closed.  An empty path is no argument at all.
//
// A non-zero exit is a failure that quotes its stderr: of read() at the end of
// the output, or of finish() if reading stopped early; there it is none if the
// stderr is empty, as the program was probably stopped by SIGPIPE.
Result<std::unique_ptr<fs::ByteSource>> process_source(const std::string& command,
                                                       const std::string& path, int input_fd);

}  // namespace common::decode
