// The kernels for AVX2; the flags are set in CMakeLists.txt.
#if defined(__x86_64__)
#include <hwy/highway.h>
static_assert(HWY_STATIC_TARGET == HWY_AVX2);
#define KEEL_SCAN_TARGET avx2
#include "common/scan/kernels.inc"
#endif
