#include "common/base/result.h"

#include <cstring>
#include <string_view>

namespace common {

std::string os_error_text(int os_error) {
  char buffer[256];
  const char* text = strerror_r(os_error, buffer, sizeof buffer);
  return std::string(text) + " (os error " + std::to_string(os_error) + ")";
}

std::unexpected<Error> fail_on_path(std::string_view path, int os_error) {
  return fail(std::string(path) + ": " + os_error_text(os_error), os_error);
}

}  // namespace common
