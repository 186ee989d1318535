// A stream of bytes that is read once, front to back: a file, a pipe, the
// output of a decoder over another source.
#pragma once

#include <cstddef>
#include <memory>

#include "common/base/result.h"

namespace common::fs {

class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Reads 1..capacity bytes; 0 means the end.  Interrupted system calls are
  // retried inside.  After a failure or the end the source is not read again.
  virtual Result<std::size_t> read(char* buffer, std::size_t capacity) = 0;
  // To be called once when no more is wanted: what went wrong behind the
  // stream (a child process that failed), if anything.
  virtual Result<void> finish() { return {}; }
};

// Reads from a descriptor, which is closed at the end if `owns_fd`.
std::unique_ptr<ByteSource> fd_source(int fd, bool owns_fd);
// Reads from memory that outlives the source.
std::unique_ptr<ByteSource> memory_source(const char* data, std::size_t size);

}  // namespace common::fs
