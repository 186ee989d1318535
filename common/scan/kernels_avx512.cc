// The kernels for AVX512; the flags are set in CMakeLists.txt.
#if defined(__x86_64__)
#include <hwy/highway.h>
static_assert(HWY_STATIC_TARGET == HWY_AVX3);
#define KEEL_SCAN_TARGET avx512
#include "common/scan/kernels.inc"
#endif
