// Files read and written as a whole.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace common::fs {

// The contents; works for files of unknown size (pipes, /proc) too.  The error
// is the system's text without the path.
Result<std::string> read_file(const std::string& path);
Result<std::string> read_descriptor(int fd);
// For who must not wait: nothing but a file on a disk, and of that size at most.
Result<std::string> read_regular_file(const std::string& path, std::size_t most_bytes);

// Replaces the contents, or makes the file: a reader sees all of the old or all
// of the new, also after a crash or on a full disk.  The file keeps its
// permissions; a symbolic link stays one, its target is replaced.  Error as above.
Result<void> write_file(const std::string& path, std::string_view contents);
// To where the descriptor is; waits as long as it takes.  Error as above.
Result<void> write_all(int fd, std::string_view contents);

}  // namespace common::fs
