// How many threads klint works with.
#pragma once

#include <cstddef>

namespace lint::config {

// What $KLINT_THREADS says, else $RAYON_NUM_THREADS, which the peer reads; without a
// number above 0 in them one thread per CPU.
std::size_t thread_count();

}  // namespace lint::config
