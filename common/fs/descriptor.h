// The three system calls of every searched file, as they are, and for whom.
//
// glibc's read, openat and close are points where a thread can be cancelled,
// which they prepare for and undo on every call once there are threads: 2.5 % of
// a tree search.  Nobody cancels threads here.
#pragma once

#include <fcntl.h>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstddef>

#include "common/base/thread_sanitizer.h"

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

// From here on the calling thread's descriptors are its own.  Threads with a common
// table wait for each other to open and close, and count who uses a file while they
// read: 4 % of a tree search.  What is open now stays so until the thread ends, which
// no reader of a pipe must wait for.
inline void own_descriptors() {
  // ThreadSanitizer takes equal numbers of different tables for one descriptor.
  if (kHasThreadSanitizer) return;
  ::unshare(CLONE_FILES);  // If it is not allowed, all is as before.
}

}  // namespace common::fs
