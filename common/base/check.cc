#include "common/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace common {

void check_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "%s:%d: bug in keel: `%s` does not hold\n", file, line, condition);
  std::abort();
}

}  // namespace common
