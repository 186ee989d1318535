// parallel_for: independent pieces of work on several threads.
#pragma once

#include <cstddef>
#include <functional>

namespace common {

// The number of threads that a program starts by itself: the CPUs it may use.
std::size_t default_thread_count();

// Calls work(index, thread) for every index below `count`, each once, on up to
// `threads` threads (the calling one among them); `thread` numbers them from 0,
// for buffers of their own.  Indices are handed out in order, so early ones
// finish early.  Returns when all are done.  `work` must not throw.
void parallel_for(std::size_t count, std::size_t threads,
                  const std::function<void(std::size_t index, std::size_t thread)>& work);

}  // namespace common
