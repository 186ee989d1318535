// CHECK and DCHECK: a condition whose failure is a bug of ours.
//
// CHECK stays in release builds; it prints the place and aborts.  DCHECK is for
// hot paths and costs nothing in release builds.
#pragma once

namespace common {
[[noreturn]] void check_failed(const char* condition, const char* file, int line);
}

#define CHECK(condition)                                      \
  do {                                                        \
    if (!(condition)) [[unlikely]]                            \
      ::common::check_failed(#condition, __FILE__, __LINE__); \
  } while (false)

#ifdef NDEBUG
#define DCHECK(condition) \
  do {                    \
  } while (false && (condition))
#else
#define DCHECK(condition) CHECK(condition)
#endif
