#include "mux/platform/memory.h"

#include <malloc.h>

namespace mux::platform {

void give_back_memory() {
#ifdef __GLIBC__
  // By themselves both thresholds grow with what is freed, up to 32 and 64 MiB.
  constexpr int kLarge = 1 << 20;
  ::mallopt(M_MMAP_THRESHOLD, kLarge);
  ::mallopt(M_TRIM_THRESHOLD, 2 * kLarge);
#endif
}

}  // namespace mux::platform
