// The three system calls of every searched file, as they are.
//
// glibc's read, openat and close are points where a thread can be cancelled,
// which they prepare for and undo on every call once there are threads: 2.5 % of
// a tree search.  Nobody cancels threads here.
#pragma once

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstddef>

namespace common::fs {

// All of them return what the call returns and set errno.
inline int open_at(int directory, const char* name, int flags) {
  return static_cast<int>(::syscall(SYS_openat, directory, name, flags, 0));
}
inline ssize_t read_some(int fd, char* buffer, std::size_t capacity) {
  return ::syscall(SYS_read, fd, buffer, capacity);
}
inline int close_fd(int fd) {
  return static_cast<int>(::syscall(SYS_close, fd));
}

}  // namespace common::fs
