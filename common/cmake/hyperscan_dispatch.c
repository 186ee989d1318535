// Hyperscan's choice of instruction set, made when it is needed.
//
// The archive has its run-time code once per instruction set and chooses by
// indirect functions, which a static program resolves whenever it starts: some
// twenty CPUID instructions, 0.1 ms in a virtual machine, for an engine that
// most searches never use.  The functions below are all that keel and the rest
// of the archive refer to among those; defined here first, the archive's are
// never taken.  If others were needed, both would be, and linking would fail.
#include <hs/hs.h>
#include <stddef.h>
#include <stdint.h>

#define DECLARE(prefix)                                                              \
  hs_error_t prefix##_hs_scan(const hs_database_t*, const char*, unsigned, unsigned, \
                              hs_scratch_t*, match_event_handler, void*);            \
  hs_error_t prefix##_hs_free_database(hs_database_t*);                              \
  hs_error_t prefix##_dbIsValid(const hs_database_t*);                               \
  uint32_t prefix##_Crc32c_ComputeBuf(uint32_t, const void*, size_t);

DECLARE(avx512vbmi)
DECLARE(avx512)
DECLARE(avx2)
DECLARE(corei7)
DECLARE(core2)

// As the archive chooses.
#define RETURN_BEST(name, ...)                                                    \
  if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi")) \
    return avx512vbmi_##name(__VA_ARGS__);                                        \
  if (__builtin_cpu_supports("avx512bw")) return avx512_##name(__VA_ARGS__);      \
  if (__builtin_cpu_supports("avx2")) return avx2_##name(__VA_ARGS__);            \
  if (__builtin_cpu_supports("sse4.2")) return corei7_##name(__VA_ARGS__);        \
  return core2_##name(__VA_ARGS__)

hs_error_t hs_scan(const hs_database_t* database, const char* data, unsigned length, unsigned flags,
                   hs_scratch_t* scratch, match_event_handler handler, void* context) {
  RETURN_BEST(hs_scan, database, data, length, flags, scratch, handler, context);
}

hs_error_t hs_free_database(hs_database_t* database) {
  RETURN_BEST(hs_free_database, database);
}

hs_error_t dbIsValid(const hs_database_t* database);
hs_error_t dbIsValid(const hs_database_t* database) {
  RETURN_BEST(dbIsValid, database);
}

uint32_t Crc32c_ComputeBuf(uint32_t crc, const void* bytes, size_t size);
uint32_t Crc32c_ComputeBuf(uint32_t crc, const void* bytes, size_t size) {
  RETURN_BEST(Crc32c_ComputeBuf, crc, bytes, size);
}
