// The kernels for SSE4; the flags are set in CMakeLists.txt.
#if defined(__x86_64__)
#include <hwy/highway.h>
static_assert(HWY_STATIC_TARGET == HWY_SSE4);
#define KEEL_SCAN_TARGET sse4
#include "common/scan/kernels.inc"
#endif
