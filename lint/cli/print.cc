#include "lint/cli/print.h"

#include <cerrno>
#include <cstdio>
#include <string>

#include "common/base/result.h"

namespace lint::cli {

int print_document(std::string_view text, int exit_code) {
  errno = 0;
  const bool is_written =
      std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (is_written) return exit_code;
  if (errno == EPIPE) return kSuccess;
  print_error("standard output: " + common::os_error_text(errno));
  return kFailed;
}

void print_error(std::string_view message) {
  std::fprintf(stderr, "klint: %.*s\n", static_cast<int>(message.size()), message.data());
}

int print_failure(std::string_view message) {
  std::fprintf(stderr, "klint failed\n  Cause: %.*s\n", static_cast<int>(message.size()),
               message.data());
  return kFailed;
}

void print_warning(std::string_view message) {
  std::fprintf(stderr, "warning: %.*s\n", static_cast<int>(message.size()), message.data());
}

}  // namespace lint::cli
